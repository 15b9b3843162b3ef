#include "text_case.h"

static void
test_tokens(void)
{
	static const char sentence[] = "АҚШ – «екі";
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(OqToken));
	g_autoptr(GString) lower = g_string_new(NULL);
	oq_tokens_split(oq_lexicon_letters(lexicon), oq_slice(sentence), tokens);
	OqRuleContext context = {
		lexicon, sentence, (const OqToken *)tokens->data, tokens->len, NULL, lower};
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
		OqToken token = {.kind = OQ_TOKEN_SIGN, .sign = g_utf8_get_char(p)};
		g_assert_true(oq_rule_is_dash(&token));
	}
	for (const char *p = others; *p != '\0'; p = g_utf8_next_char(p)) {
		OqToken token = {.kind = OQ_TOKEN_SIGN, .sign = g_utf8_get_char(p)};
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

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rule/tokens", test_tokens);
	g_test_add_func("/rule/dashes", test_dashes);
	g_test_add_func("/rule/suffix", test_suffix);
	return g_test_run();
}
