#include "desktop/selection/embedded.h"

#include <string.h>

#define O "\uFFFC"

static void
check_paragraph(const char *text, gint64 caret, const char *wanted)
{
	guint start, end;

	oq_embedded_paragraph(text, caret, &start, &end);
	g_assert_cmpuint(start, <=, end);
	g_autofree char *got = g_utf8_substring(text, start, end);
	g_assert_cmpstr(got, ==, wanted);
}

static void
test_paragraph(void)
{
	const char *text = "Бір.\nЕкі үш.\n\n\nТөрт.\n\n";

	check_paragraph(text, 0, "Бір.");
	check_paragraph(text, 4, "Бір."); /* behind its last character */
	check_paragraph(text, 5, "Екі үш.");
	check_paragraph(text, 12, "Екі үш.");
	check_paragraph(text, 13, "Төрт."); /* of an empty line, the next */
	check_paragraph(text, 14, "Төрт.");
	check_paragraph(text, 20, "Төрт.");
	check_paragraph(text, 21, "Төрт."); /* none comes: the last */
	check_paragraph(text, 22, "Төрт.");
}

static void
test_paragraph_limits(void)
{
	check_paragraph("", 0, "");
	check_paragraph("\n\n", 1, "");
	check_paragraph("Бір.\nЕкі.", -1, "Бір.");
	check_paragraph("Бір.\nЕкі.", G_MAXINT64, "Екі.");
	check_paragraph("Бір.", G_MININT64, "Бір.");
}

static const char *
text_of(guint index, gpointer data)
{
	char **texts = data;

	return index < g_strv_length(texts) ? texts[index] : NULL;
}

static void
check_join(const char *text, const char *inner, const char *wanted)
{
	g_auto(GStrv) texts = g_strsplit(inner, "|", -1);
	GString *got = oq_embedded_join(text, text_of, texts);

	g_assert_cmpuint(oq_embedded_count(text), >=, g_strv_length(texts));
	g_assert_cmpstr(got->str, ==, wanted);
	g_string_free(got, TRUE);
}

static void
test_join(void)
{
	check_join("жай мәтін", "", "жай мәтін");
	check_join("see " O " and " O ".", "this|that", "see this and that.");
	check_join(O O O, "one|two|three", "one\ntwo\nthree");
	check_join(O O, "one\n|two", "one\ntwo");
	check_join("head\n" O "\nend", "block", "head\nblock\n\nend");
	check_join(O " " O, "a|b", "a b");
	check_join("a" O, "", "a"); /* an image */
	check_join(O O O, "one||three", "one\nthree");
}

static void
test_block(void)
{
	const char *text = O O " a" O "b\n" O;
	const char *at = text;
	const gboolean wanted[] = {TRUE, FALSE, FALSE, TRUE};

	for (guint i = 0; i < G_N_ELEMENTS(wanted); i++) {
		at = strstr(at, O);
		g_assert_cmpint(oq_embedded_is_block(text, at), ==, wanted[i]);
		at += strlen(O);
	}
	g_assert_cmpuint(oq_embedded_count(text), ==, 4);
	g_assert_cmpuint(oq_embedded_count(""), ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/embedded/paragraph", test_paragraph);
	g_test_add_func("/embedded/paragraph-limits", test_paragraph_limits);
	g_test_add_func("/embedded/join", test_join);
	g_test_add_func("/embedded/block", test_block);
	return g_test_run();
}
