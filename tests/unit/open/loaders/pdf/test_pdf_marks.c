#include "open/loaders/pdf/pdf_marks.h"

#include <glib.h>

static void
test_marks(void)
{
	static const char *const marks[] = {"•", "▪", "\357\202\267", "–", "-", "o", "1.", "12)",
		"(3)", "а)", "iv.", "1.2.", NULL};
	static const char *const words[] = {"", "1", "12", "а", "аб)", "2024.", "км", "1.5",
		"және.", "(", "()", ".", ")", "1)2", NULL};
	for (guint i = 0; marks[i] != NULL; i++)
		g_assert_true(oq_pdf_marks_is_mark(marks[i]));
	for (guint i = 0; words[i] != NULL; i++)
		g_assert_false(oq_pdf_marks_is_mark(words[i]));
}

/* A dash may belong to the text, and does where no space is behind it. */
static void
test_bullets(void)
{
	g_assert_cmpuint(oq_pdf_marks_bullet("• нан"), ==, 3);
	g_assert_cmpuint(oq_pdf_marks_bullet("– нан"), ==, 0);
	g_assert_cmpuint(oq_pdf_marks_skip("•  нан"), ==, 5);
	g_assert_cmpuint(oq_pdf_marks_skip("•нан"), ==, 3);
	g_assert_cmpuint(oq_pdf_marks_skip("– нан"), ==, 4);
	g_assert_cmpuint(oq_pdf_marks_skip("-5 градус"), ==, 0);
	g_assert_cmpuint(oq_pdf_marks_skip("1. нан"), ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf_marks/marks", test_marks);
	g_test_add_func("/pdf_marks/bullets", test_bullets);
	return g_test_run();
}
