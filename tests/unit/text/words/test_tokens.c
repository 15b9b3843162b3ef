#include "text/words/tokens.h"

/* "W қазан 5 ..." : kind, text and marks of each token: ' gap, ^ capital, A all capitals, i a
 * capital inside. */
static char *
describe(const char *sentence)
{
	g_autoptr(OqLetters) letters = oq_letters_new();
	g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(OqToken));
	oq_tokens_split(letters, oq_slice(sentence), tokens);
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < tokens->len; i++) {
		const OqToken *token = &g_array_index(tokens, OqToken, i);
		if (i > 0)
			g_string_append_c(out, ' ');
		g_string_append_printf(out, "%s%c%s%s%s%s", token->gap ? "'" : "",
			"wns"[token->kind], token -> capital ? "^" : "",
			token->all_capitals ? "A" : "",
			token->inner_capital && !token->all_capitals ? "i" : "",
			token->any_capital && !token->capital ? "x" : "");
		g_string_append_printf(
			out, "[%.*s]", (int)(token->end - token->start), sentence + token->start);
		gsize n_chars = g_utf8_strlen(sentence + token->start, token->end - token->start);
		g_assert_cmpuint(token->n_chars, ==, n_chars);
		gboolean sign = token->kind == OQ_TOKEN_SIGN;
		if (sign)
			g_assert_cmpuint(token->sign, ==, g_utf8_get_char(sentence + token->start));
		g_assert_cmpuint(token->roles, ==, sign ? oq_roles_of(token->sign) : 0);
	}
	return g_string_free(out, FALSE);
}

static void
test_split(void)
{
	static const struct {
		const char *sentence;
		const char *tokens;
	} cases[] = {
		{"", ""},
		{" \n\t ", ""},
		{"алма", "'w[алма]"},
		{"  Алма  алмұрт ", "'w^[Алма] 'w[алмұрт]"},
		{"22085-і", "'n[22085] s[-] w[і]"},
		{"91,2 %", "'n[91] s[,] n[2] 's[%]"},
		{"жас20жас", "'w[жас] n[20] w[жас]"},
		{"ТМД", "'w^A[ТМД]"},
		{"Н.Ә.Назар", "'w^A[Н] s[.] w^A[Ә] s[.] w^[Назар]"},
		{"кВт", "'wix[кВт]"},
		{"АҚШтың", "'w^i[АҚШтың]"},
		{"...", "'s[.] s[.] s[.]"},
		{"— «а»", "'s[—] 's[«] w[а] s[»]"},
		{"т\u00ADа и\u0306", "'w[т\u00ADа] 'w[и\u0306]"},
		{"5\u0306", "'n[5] s[\u0306]"},
		{"\u0306", "'s[\u0306]"},
		{"а\u00A0б\u2028в", "'w[а] 'w[б] 'w[в]"},
		{"1\u202F000", "'n[1] 'n[000]"},
		{"\uFFFD\uFFFD", "'s[\uFFFD] s[\uFFFD]"},
		{"𝄞中é", "'s[𝄞] w[中é]"},
		{"٣", "'s[٣]"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *got = describe(cases[i].sentence);
		g_assert_cmpstr(got, ==, cases[i].tokens);
	}
}

static void
test_overwrites(void)
{
	g_autoptr(OqLetters) letters = oq_letters_new();
	g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(OqToken));
	oq_tokens_split(letters, oq_slice("бір екі үш"), tokens);
	oq_tokens_split(letters, (OqSlice){"он бес", 4}, tokens);
	g_assert_cmpuint(tokens->len, ==, 1);
	g_assert_cmpuint(g_array_index(tokens, OqToken, 0).end, ==, 4);
}

/* The count of characters saturates, the range does not. */
static void
test_long_word(void)
{
	g_autofree char *digits = g_strnfill(70000, '7');
	g_autoptr(OqLetters) letters = oq_letters_new();
	g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(OqToken));
	oq_tokens_split(letters, oq_slice(digits), tokens);
	g_assert_cmpuint(tokens->len, ==, 1);
	g_assert_cmpuint(g_array_index(tokens, OqToken, 0).end, ==, 70000);
	g_assert_cmpuint(g_array_index(tokens, OqToken, 0).n_chars, ==, G_MAXUINT16);
}

static void
test_questions(void)
{
	g_autoptr(OqLetters) letters = oq_letters_new();
	g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(OqToken));
	oq_tokens_split(letters, oq_slice("А – « 5"), tokens);
	const OqToken *word = &g_array_index(tokens, OqToken, 0), *dash = word + 1,
		      *quote = word + 2, *number = word + 3;
	g_assert_true(oq_token_is_word(word));
	g_assert_false(oq_token_is_word(number));
	g_assert_true(oq_token_is_number(number));
	g_assert_false(oq_token_is_number(dash));
	g_assert_true(oq_token_is_sign(quote, 0x00AB /* « */));
	g_assert_false(oq_token_is_sign(dash, 0x00AB));
	g_assert_false(oq_token_is_sign(word, 0x0410 /* А */));
	g_assert_true(oq_token_has(quote, OQ_ROLE_EDGE));
	g_assert_false(oq_token_has(dash, OQ_ROLE_EDGE));
	g_assert_true(oq_token_is_dash(dash));
	g_assert_false(oq_token_is_dash(quote));
}

static void
test_no_token(void)
{
	g_assert_false(oq_token_is_word(NULL));
	g_assert_false(oq_token_is_number(NULL));
	g_assert_false(oq_token_is_sign(NULL, 0));
	g_assert_false(oq_token_has(NULL, G_MAXUINT32));
	g_assert_false(oq_token_is_dash(NULL));
}

static void
test_dashes(void)
{
	static const char dashes[] = "-‐‑‒–—―−", others[] = "_~=+.ー";
	g_autoptr(OqLetters) letters = oq_letters_new();
	g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(OqToken));
	oq_tokens_split(letters, oq_slice(dashes), tokens);
	g_assert_cmpuint(tokens->len, ==, 8);
	for (guint i = 0; i < tokens->len; i++)
		g_assert_true(oq_token_is_dash(&g_array_index(tokens, OqToken, i)));
	oq_tokens_split(letters, oq_slice(others), tokens);
	for (guint i = 0; i < tokens->len; i++)
		g_assert_false(oq_token_is_dash(&g_array_index(tokens, OqToken, i)));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tokens/split", test_split);
	g_test_add_func("/tokens/overwrites", test_overwrites);
	g_test_add_func("/tokens/long-word", test_long_word);
	g_test_add_func("/tokens/questions", test_questions);
	g_test_add_func("/tokens/no-token", test_no_token);
	g_test_add_func("/tokens/dashes", test_dashes);
	return g_test_run();
}
