#include "text_case.h"

#include <locale.h>

/* Endings behind a word that was said already. */
static guint
say_with_suffix(OqRuleContext *context, guint at)
{
	g_string_append(context->words, "елу пайыз");
	return oq_rule_suffix(context, at + 1) + 1;
}

static void
test_suffix(void)
{
	static const TextCase cases[] = {
		{"|50-ге|", "елу пайызға"},
		{"|50–НЫҢ| бірі", "елу пайыздың"},
		{"|50−дан|", "елу пайыздан"},
		{"|50|", "елу пайыз"},
		{"|50|-", "елу пайыз"},
		{"|50- ге|", "елу пайызға"},
		{"|50 -ге|", "елу пайызға"},
		{"|50 ге|", "елу пайызға"},
		{"|50ге|", "елу пайызға"},
		{"|ге| ге", "елу пайыз"},
		{"|50|-60", "елу пайыз"},
		{"|50|-гектар", "елу пайыз"},
		{"|50|/ге", "елу пайыз"},
	};
	text_case_check_all(say_with_suffix, cases);
}

/* The same behind words for an abbreviation, which may be a possessive already. */
static guint
say_phrase_with_suffix(OqRuleContext *context, guint at)
{
	oq_rule_append(context, "Алматы");
	oq_rule_append(context, at == 0 ? "қаласы" : "қы");
	return oq_rule_suffix_of_phrase(context, at + 1) + 1;
}

static void
test_suffix_of_phrase(void)
{
	static const TextCase cases[] = {
		{"|қ-ға|", "Алматы қаласына"},
		{"|қ-нан|", "Алматы қаласынан"},
		{"|қ-мен|", "Алматы қаласымен"},
		{"|қ-на|", "Алматы қаласына"},
		{"|қ-сында|", "Алматы қаласында"},
		{"|қ|-гектар", "Алматы қаласы"},
		/* the name of a letter */
		{"а |қ-ға|", "Алматы қыға"},
	};
	text_case_check_all(say_phrase_with_suffix, cases);
}

static guint
say_numbers(OqRuleContext *context, guint at)
{
	oq_rule_say_cardinal(context, &context->sentence->tokens[at]);
	oq_rule_say(context, OQ_WORD_SLASH);
	oq_rule_say_ordinal(context, &context->sentence->tokens[at]);
	oq_rule_attach(context, OQ_NAMED_LOCATIVE);
	return 1;
}

static void
test_say(void)
{
	static const TextCase cases[] = {{"|21|", "жиырма бір қиғаш сызық жиырма біріншіде"}};
	text_case_check_all(say_numbers, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rule/say", test_say);
	g_test_add_func("/rule/suffix", test_suffix);
	g_test_add_func("/rule/suffix-of-phrase", test_suffix_of_phrase);
	return g_test_run();
}
