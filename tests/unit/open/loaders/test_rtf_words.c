#include "open/loaders/rtf_words.h"

#include "nameless.h"

#include <string.h>

static void
test_tokens(void)
{
	static const char text[] = "{\\rtf1 a\r\nb\\'e9\\u-10?\\*\\~}\\bin3 xyz\\pard{ \\*\\a\\\n";
	const OqOpenJob job = {.fd = nameless_new(text, sizeof text - 1), .extension = ""};
	OqRtfWords words = {.job = &job};
	g_autoptr(GString) all = g_string_new(NULL);
	for (OqRtfToken token; (token = oq_rtf_words_next(&words, NULL)).kind != OQ_RTF_OVER;) {
		if (token.kind == OQ_RTF_BYTE)
			g_string_append_printf(all, "%x ", token.byte);
		else if (token.kind == OQ_RTF_WORD && token.has_number)
			g_string_append_printf(all, "%s=%d ", token.word, token.number);
		else if (token.kind == OQ_RTF_WORD)
			g_string_append_printf(all, "%s ", token.word);
		else
			g_string_append(all, token.kind == OQ_RTF_OPEN ? "{ " : "} ");
		if (strcmp(token.word, "bin") == 0)
			oq_rtf_words_skip_bytes(&words, 3);
	}
	g_assert_cmpstr(all->str, ==, "{ rtf=1 61 62 e9 u=-10 3f ~ } bin=3 pard { 20 * a par ");
	close(job.fd);
}

static void
test_words(void)
{
	g_assert_cmpint(oq_rtf_words_code_page(204), ==, 1251);
	g_assert_cmpint(oq_rtf_words_code_page(134), ==, 936);
	g_assert_cmpint(oq_rtf_words_code_page(77), ==, 0);
	g_assert_true(oq_rtf_words_is_skipped("pict"));
	g_assert_false(oq_rtf_words_is_skipped("par"));
	g_assert_cmpstr(oq_rtf_words_character("emdash"), ==, "—");
	g_assert_null(oq_rtf_words_character("par"));
}

/* Numbers beyond any, words longer than any, a skip beyond the end. */
static void
test_hostile(void)
{
	static const char text[] = "\\u99999999999999999999 "
				   "\\abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz1 \\'z";
	const OqOpenJob job = {.fd = nameless_new(text, sizeof text - 1), .extension = ""};
	OqRtfWords words = {.job = &job};
	g_assert_cmpint(oq_rtf_words_next(&words, NULL).number, ==, G_MAXINT);
	g_assert_cmpuint(strlen(oq_rtf_words_next(&words, NULL).word), ==, 31);
	g_assert_cmpint(oq_rtf_words_next(&words, NULL).byte, ==, ' ');
	oq_rtf_words_skip_bytes(&words, G_MAXUINT32);
	g_assert_cmpint(oq_rtf_words_next(&words, NULL).kind, ==, OQ_RTF_OVER);
	close(job.fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rtf_words/tokens", test_tokens);
	g_test_add_func("/rtf_words/words", test_words);
	g_test_add_func("/rtf_words/hostile", test_hostile);
	return g_test_run();
}
