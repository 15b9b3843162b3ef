#include "text/signs.h"

#include "text_case.h"

#include <locale.h>

static void
test_named(void)
{
	static const TextCase cases[] = {
		{"5|%|", "пайыз"},
		{"5 |%-ке| дейін", "пайызға"},
		{"5 |%-ін|", "пайызын"},
		{"|№| 5", "нөмірі"},
		{"|№-ге| 5", "нөміріге"},
		{"а |&| б", "және"},
		{"5|°|", "градус"},
		{"|$|", "доллар"},
		{"5 |%|-сынып", "пайыз"},
		{"|,", NULL},
		{"|*", NULL},
		{"|\u00B5%", NULL},
	};
	text_case_check_all(oq_signs_named, cases);
}

/* Punctuation is left to the engine; all else is taken and says nothing. */
static void
test_silent(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	static const char punctuation[] = ".,;:!?()\"'-«»…‐‑–—―‘’‚“”„";
	static const char silent[] = "*#/\\|_~^[]{}<>•©®™\uFFFD😀\u0306\u00B7";
	g_autoptr(GString) words = g_string_new(NULL);
	for (const char *p = punctuation; *p != '\0'; p = g_utf8_next_char(p)) {
		OqToken token = {.kind = OQ_TOKEN_SIGN, .sign = g_utf8_get_char(p)};
		OqRuleContext context = {lexicon, p, &token, 1, words, NULL};
		g_assert_cmpuint(oq_signs_silent(&context, 0), ==, 0);
	}
	for (const char *p = silent; *p != '\0'; p = g_utf8_next_char(p)) {
		OqToken token = {.kind = OQ_TOKEN_SIGN, .sign = g_utf8_get_char(p)};
		OqRuleContext context = {lexicon, p, &token, 1, words, NULL};
		g_assert_cmpuint(oq_signs_silent(&context, 0), ==, 1);
	}
	g_assert_cmpuint(words->len, ==, 0);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/signs/named", test_named);
	g_test_add_func("/signs/silent", test_silent);
	return g_test_run();
}
