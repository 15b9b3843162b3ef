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

/* All that is left; "бір" first when there is a third token, which it does not take. */
static guint
take_rest(OqRuleContext *context, guint at)
{
	if (context->sentence->n_tokens > 2)
		g_string_append(context->words, "бір ");
	g_string_append(context->words, "екі");
	context->keeps_signs = TRUE;
	return context->sentence->n_tokens - at;
}

static guint
take_one(OqRuleContext *context, guint at)
{
	take_rest(context, at);
	return 1;
}

/* No rule takes the user's words; one that says them without taking them does not see them. */
static void
test_try(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_auto(OqSentence) read;
	oq_sentence_init(&read, lexicon);
	oq_sentence_read(&read, oq_slice("5 кг қант"));
	g_autoptr(GString) words = g_string_new("before");
	OqRuleContext context = {.sentence = &read, .words = words};
	const OqRule rest = {"rest", "1", take_rest}, one = {"one", "1", take_one};
	g_assert_cmpuint(oq_rule_try(&rest, &context, 0, FALSE), ==, 3);
	g_assert_cmpstr(words->str, ==, "бір екі");
	context.limit = 2;
	g_assert_cmpuint(oq_rule_try(&rest, &context, 0, FALSE), ==, 2);
	g_assert_cmpstr(words->str, ==, "екі");
	g_assert_true(context.sentence == &read);
	g_assert_cmpuint(oq_rule_try(&one, &context, 0, FALSE), ==, 1);
	g_assert_cmpstr(words->str, ==, "бір екі");
	g_assert_cmpuint(oq_rule_try(&one, &context, 0, TRUE), ==, 1);
	g_assert_cmpstr(words->str, ==, "екі");
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rule/say", test_say);
	g_test_add_func("/rule/try", test_try);
	g_test_add_func("/rule/suffix", test_suffix);
	g_test_add_func("/rule/suffix-of-phrase", test_suffix_of_phrase);
	return g_test_run();
}
