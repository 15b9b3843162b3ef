#include "text_case.h"

#include <locale.h>

static void
test_tokens(void)
{
	static const char sentence[] = "АҚШ – «екі";
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(OqToken));
	g_autoptr(GString) lower = g_string_new(NULL);
	oq_tokens_split(oq_lexicon_letters(lexicon), oq_slice(sentence), tokens);
	OqRuleContext context = {.lexicon = lexicon,
		.sentence = sentence,
		.tokens = (const OqToken *)tokens->data,
		.n_tokens = tokens->len,
		.lower = lower};
	const OqToken *word = oq_rule_token(&context, 0), *last = oq_rule_token(&context, 3);
	g_assert_null(oq_rule_token(&context, 4));
	g_assert_null(oq_rule_token(&context, G_MAXUINT));

	g_assert_true(oq_slice_equals(oq_rule_text(&context, word), "АҚШ"));
	g_assert_true(oq_slice_equals(oq_rule_lower(&context, word), "ақш"));
	g_assert_true(oq_slice_equals(oq_rule_lower(&context, last), "екі"));

	g_assert_true(oq_rule_is_sign(oq_rule_token(&context, 2), 0x00AB /* « */));
	g_assert_false(oq_rule_is_sign(oq_rule_token(&context, 1), 0x00AB));
	g_assert_false(oq_rule_is_sign(word, 0x0410 /* А */));
	g_assert_false(oq_rule_is_sign(NULL, 0));
	g_assert_true(oq_rule_is_dash(oq_rule_token(&context, 1)));
	g_assert_false(oq_rule_is_dash(oq_rule_token(&context, 2)));
	g_assert_false(oq_rule_is_dash(word));
	g_assert_false(oq_rule_is_dash(NULL));
}

static void
test_dashes(void)
{
	static const char dashes[] = "-‐‑‒–—―−", others[] = "_~=+.ー\u00AD";
	for (const char *p = dashes; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		OqToken token = {.kind = OQ_TOKEN_SIGN, .sign = c, .roles = oq_roles_of(c)};
		g_assert_true(oq_rule_is_dash(&token));
	}
	for (const char *p = others; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		OqToken token = {.kind = OQ_TOKEN_SIGN, .sign = c, .roles = oq_roles_of(c)};
		g_assert_false(oq_rule_is_dash(&token));
	}
}

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
		{"|50|- ге", "елу пайыз"},
		{"|50| -ге", "елу пайыз"},
		{"|50| ге", "елу пайыз"},
		{"|50|ге", "елу пайыз"},
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
		{"|қ|-гектар", "Алматы қаласы"},
		/* the name of a letter */
		{"а |қ-ға|", "Алматы қыға"},
	};
	text_case_check_all(say_phrase_with_suffix, cases);
}

typedef struct {
	const OqLexicon *lexicon;
	GArray *tokens;
	GString *lower;
} Words;

/* A sentence of one word. */
static OqRuleContext
context_of(const Words *words, const char *word)
{
	oq_tokens_split(oq_lexicon_letters(words->lexicon), oq_slice(word), words->tokens);
	return (OqRuleContext){.lexicon = words->lexicon,
		.sentence = word,
		.tokens = (const OqToken *)words->tokens->data,
		.n_tokens = words->tokens->len,
		.lower = words->lower};
}

static void
test_words(void)
{
	static const struct {
		const char *word;
		OqContext context;
		gboolean genitive;
	} cases[] = {
		{"жылы", OQ_CONTEXT_YEAR, FALSE},
		{"ЖЫЛЫ", OQ_CONTEXT_YEAR, FALSE},
		{"жылдың", OQ_CONTEXT_YEAR_OR_SPAN, TRUE},
		{"ғасырда", OQ_CONTEXT_ORDINAL, FALSE},
		{"ғасырлардың", OQ_CONTEXT_ORDINAL, TRUE},
		/* another word, not another case */
		{"ғасырлық", OQ_CONTEXT_NONE, FALSE},
		{"ғасырша", OQ_CONTEXT_NONE, FALSE},
		{"ғасы", OQ_CONTEXT_NONE, FALSE},
		{"миллиардқа", OQ_CONTEXT_HALF, FALSE},
		{"млн", OQ_CONTEXT_HALF | OQ_CONTEXT_SCALE, FALSE},
		{"жыл", OQ_CONTEXT_YEAR_BARE | OQ_CONTEXT_HALF, FALSE},
		{"кірістің", OQ_CONTEXT_NONE, TRUE},
		{"алма", OQ_CONTEXT_NONE, FALSE},
		{"-", OQ_CONTEXT_NONE, FALSE},
		{"5", OQ_CONTEXT_NONE, FALSE},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(OqToken));
	g_autoptr(GString) lower = g_string_new(NULL);
	Words words = {lexicon, tokens, lower};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		OqRuleContext context = context_of(&words, cases[i].word);
		g_test_message("%s", cases[i].word);
		g_assert_cmpint(oq_rule_context(&context, context.tokens), ==, cases[i].context);
		g_assert_cmpint(
			oq_rule_is_genitive(&context, context.tokens), ==, cases[i].genitive);
	}
	OqRuleContext context = context_of(&words, "Қазаннан");
	g_assert_cmpint(oq_rule_context(&context, NULL), ==, OQ_CONTEXT_NONE);
	g_assert_false(oq_rule_is_genitive(&context, NULL));
	g_assert_true(oq_rule_is_form(&context, context.tokens, oq_slice("қазан")));
	g_assert_false(oq_rule_is_form(&context, context.tokens, oq_slice("қаза")));
	g_assert_false(oq_rule_is_form(&context, NULL, oq_slice("қазан")));
}

static void
test_value(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(OqToken));
	Words words = {lexicon, tokens, NULL};
	OqRuleContext context = context_of(&words, "9999 00 12345");
	g_assert_cmpuint(oq_rule_value(&context, &context.tokens[0]), ==, 9999);
	g_assert_cmpuint(oq_rule_value(&context, &context.tokens[1]), ==, 0);
	g_assert_cmpuint(oq_rule_value(&context, &context.tokens[2]), ==, G_MAXUINT);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rule/tokens", test_tokens);
	g_test_add_func("/rule/dashes", test_dashes);
	g_test_add_func("/rule/suffix", test_suffix);
	g_test_add_func("/rule/suffix-of-phrase", test_suffix_of_phrase);
	g_test_add_func("/rule/words", test_words);
	g_test_add_func("/rule/value", test_value);
	return g_test_run();
}
