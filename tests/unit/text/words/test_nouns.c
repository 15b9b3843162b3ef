#include "text/words/nouns.h"

#include "text_case.h"

#include <locale.h>

/* A question as a rule, which takes the token that it is asked about. */
static guint
is_counted(OqRuleContext *context, guint at)
{
	return oq_nouns_are_counted(context->sentence, at, 0);
}

static guint
is_round_counted(OqRuleContext *context, guint at)
{
	return oq_nouns_are_counted(context->sentence, at, 3);
}

static guint
is_hundreds_counted(OqRuleContext *context, guint at)
{
	return oq_nouns_are_counted(context->sentence, at, 2);
}

static guint
is_quantity(OqRuleContext *context, guint at)
{
	return oq_nouns_is_quantity(context->sentence, at);
}

static guint
is_joined(OqRuleContext *context, guint at)
{
	return oq_nouns_is_joined(context->sentence, at);
}

static guint
is_plural(OqRuleContext *context, guint at)
{
	return oq_nouns_is_plural(context->sentence, &context->sentence->tokens[at]);
}

static guint
is_month(OqRuleContext *context, guint at)
{
	return oq_nouns_is_month(context->sentence, &context->sentence->tokens[at]);
}

static void
test_counted(void)
{
	static const TextCase cases[] = {
		{"154,479 |жолаушы|", ""},
		{"154,479 |жас| жолаушы", ""},
		{"154,479 |адамды| құрады", ""},
		{"154,479 |үй|", ""},
		{"154,479 |теңге|", ""},
		{"154,479 |тг|", ""},
		{"154,479 |$|", ""},
		{"3,125 |пайызға", NULL},
		{"3,125 |км", NULL},
		{"3,125 |километр", NULL},
		{"3,125 |млрд теңге", NULL},
		{"3,125 |және 4", NULL},
		{"3,125 |құрады", NULL},
		{"3,125 |Абай", NULL},
		{"3,125 |болды.", NULL},
		{"3,125 |.", NULL},
	};
	static const TextCase round_cases[] = {
		{"18,000 |км|", ""},
		{"18,000 |астам|", ""},
		{"18,000 |млн теңге", NULL},
	};
	text_case_check_all(is_counted, cases);
	static const TextCase hundreds_cases[] = {
		{"4,500 |гектар|", ""},
		{"1,500 |кг", NULL},
		{"1,500 |пайыз", NULL},
	};
	text_case_check_all(is_round_counted, round_cases);
	text_case_check_all(is_hundreds_counted, hundreds_cases);
}

static void
test_quantity(void)
{
	static const TextCase cases[] = {
		{"5-|қабатты| үй", ""},
		{"5-|қабаттыда| тұрады", ""},
		{"3-|бөлмелі| пәтер", ""},
		{"6-|айлық| бала", ""},
		{"30-|күндік|", ""},
		{"18-|жасар|", ""},
		{"18-|жаста|", ""},
		{"15-|жылдығы|", ""},
		{"5-|қабат", NULL},
		{"5-|қабаттың", NULL},
		{"5-|қабатта", NULL},
		{"2-|қабатты| автобусты көрдім", ""},
		{"5-|қабатты жөндеді", NULL},
		{"5-|сыныпты", NULL},
		{"5-|айда", NULL},
	};
	text_case_check_all(is_quantity, cases);
}

static void
test_joined(void)
{
	static const TextCase cases[] = {
		{"5|-|сынып", ""},
		{"1|-|БАП", ""},
		{"2025 |-|жылдың", ""},
		{"9|-| сыныпта", ""},
		{"18 |-|жасар", ""},
		{"5|-Абай", NULL},
		{"5|-ОМ", NULL},
		{"5 |-бала", NULL},
		{"5 |- сынып", NULL},
		{"5 |– сынып", NULL},
		{"5|-", NULL},
		{"5|-6", NULL},
	};
	text_case_check_all(is_joined, cases);
}

static void
test_plural(void)
{
	static const TextCase cases[] = {
		{"|сыныптар|", ""},
		{"|тармақтарда|", ""},
		{"|үйлердің|", ""},
		{"|сынып", NULL},
		{"|5", NULL},
	};
	text_case_check_all(is_plural, cases);
}

static void
test_month(void)
{
	static const TextCase cases[] = {
		{"|қазан|", ""},
		{"|қазанда|", ""},
		{"|қыркүйегінде|", ""},
		{"|қазанат", NULL},
		{"|5", NULL},
	};
	text_case_check_all(is_month, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/nouns/counted", test_counted);
	g_test_add_func("/nouns/quantity", test_quantity);
	g_test_add_func("/nouns/joined", test_joined);
	g_test_add_func("/nouns/plural", test_plural);
	g_test_add_func("/nouns/month", test_month);
	return g_test_run();
}
