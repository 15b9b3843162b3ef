#include "document/width.h"

#include "text_case.h"

#include <string.h>

static const char prose[] =
	"Қазақстан Республикасының Ұлттық кітапханасында Абай Құнанбайұлының "
	"шығармаларына арналған көрме ашылды. Көрмеге Алматы мен Астана қалаларынан "
	"келген ғалымдар, оқырмандар және студенттер қатысты. Кітапхана қорында "
	"сақталған қолжазбалар мен сирек басылымдар алғаш рет көпшілікке ұсынылып "
	"отыр. Ертең сол жерде Мұхтар Әуезовтің шығармашылығына Ұлттық Ғылым "
	"академиясы кездесу өткізеді.";

static guint
measure(const char *text, gboolean whole, guint wrap_columns)
{
	g_autofree char *copy = g_memdup2(text, strlen(text)); /* ends with the memory */
	oq_width_measure(copy, copy + strlen(text), whole, &wrap_columns);
	return wrap_columns;
}

/* So many letters, in words of nine. */
static char *
words(gsize n)
{
	char *line = g_strnfill(n, 'a');
	for (gsize i = 9; i < n; i += 10)
		line[i] = ' ';
	return line;
}

/* The longest of the lines, however they end and are quoted. */
static void
test_wrapped(void)
{
	for (gsize width = 60; width <= 84; width += 8) {
		g_autofree char *text = text_case_wrap(prose, width);
		guint expected = measure(text, TRUE, 0);
		g_assert_cmpuint(expected, >, width - 20);
		g_assert_cmpuint(expected, <=, width);
		g_autoptr(GString) windows = g_string_new(text);
		g_string_replace(windows, "\n", "\r\n", 0);
		g_assert_cmpuint(measure(windows->str, TRUE, 0), ==, expected);
		g_autoptr(GString) quoted = g_string_new("> ");
		g_string_append(quoted, text);
		g_string_replace(quoted, "\n", "\n> ", 0);
		g_assert_cmpuint(measure(quoted->str, TRUE, 0), ==, expected + 2);
	}
}

/* A letter with its mark, as macOS writes it, is one column. */
static void
test_decomposed(void)
{
	g_autoptr(GString) text = g_string_new(prose);
	g_string_replace(text, "а", "й", 0);
	g_autofree char *wrapped = text_case_wrap(text->str, 72);
	g_autofree char *apart = g_utf8_normalize(wrapped, -1, G_NORMALIZE_DEFAULT);
	guint expected = measure(wrapped, TRUE, 0);
	g_assert_cmpuint(expected, >, 52);
	g_assert_cmpuint(measure(apart, TRUE, 0), ==, expected);
}

/* The last line is the longest, and counts with all of its quotation marks; one behind which only
 * such a mark stands was not wrapped. */
static void
test_quoted(void)
{
	static const char *const quotes[] = {"", "> ", "> > ", ">> "};
	g_autofree char *shorter = words(62);
	g_autofree char *longest = words(64);
	for (guint i = 0; i < G_N_ELEMENTS(quotes); i++) {
		const char *quote = quotes[i];
		g_autofree char *both = g_strconcat(quote, shorter, "\n", quote, longest, NULL);
		g_assert_cmpuint(measure(both, TRUE, 60), ==, 64 + strlen(quote));
		g_autofree char *alone = g_strconcat(quote, longest, "\n", quote, NULL);
		g_assert_cmpuint(measure(alone, TRUE, 60), ==, 60);
	}
}

static void
test_not_wrapped(void)
{
	static const char *const texts[] = {
		"",
		"\n",
		"бір",
		"Қысқа өлең жолы\nЕкінші өлең жолы\nҮшінші өлең жолы\nТөртінші жол",
		"Құндылықтар мол екені баршамызға бұрыннан белгілі ғой\n\n"
		"Соның бір айқын дәлелі биыл өткізілген оқиғалар болды\n",
	};
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_assert_cmpuint(measure(texts[i], TRUE, 0), ==, 0);
		g_assert_cmpuint(measure(texts[i], TRUE, 80), ==, 80);
	}
	g_autofree char *wide = text_case_wrap(prose, 130);
	g_assert_cmpuint(measure(wide, TRUE, 0), ==, 0);
}

/* A line that stands by itself is none of the lines behind the blank one. */
static void
test_blank_line(void)
{
	g_autofree char *text = text_case_wrap(prose, 70);
	guint expected = measure(text, TRUE, 0);
	g_autofree char *heading = g_strnfill(expected + 1, 'a');
	g_autofree char *both = g_strconcat(heading, "\n\n", text, NULL);
	g_assert_cmpuint(measure(both, TRUE, 0), ==, expected);
}

/* A width that is known grows with a wider line; of a beginning only what is sure counts. */
static void
test_known(void)
{
	g_autofree char *narrow = text_case_wrap(prose, 60);
	g_autofree char *wide = text_case_wrap(prose, 80);
	guint wide_columns = measure(wide, TRUE, 0);
	g_assert_cmpuint(measure(narrow, TRUE, wide_columns), ==, wide_columns);
	g_assert_cmpuint(measure(wide, TRUE, measure(narrow, TRUE, 0)), ==, wide_columns);
	char *end = strchr(strchr(narrow, '\n') + 1, '\n');
	*end = '\0';
	g_assert_cmpuint(measure(narrow, FALSE, 0), ==, 0);
}

/* Colours of a terminal take no columns. */
static void
test_coloured(void)
{
	g_autofree char *plain = text_case_wrap(prose, 80);
	g_auto(GStrv) lines = g_strsplit(plain, "\n", -1);
	g_autofree char *coloured = g_strjoinv("\033[m\n\033[38;2;255;128;0m", lines);
	g_assert_cmpuint(measure(coloured, TRUE, 0), ==, measure(plain, TRUE, 0));
}

/* Its lines are paragraphs. */
static void
test_report(void)
{
	g_autofree char *report = NULL;
	g_assert_true(
		g_file_get_contents(OQ_TEST_SAMPLES "/almaty-report.txt", &report, NULL, NULL));
	g_assert_cmpuint(measure(report, TRUE, 0), ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/width/decomposed", test_decomposed);
	g_test_add_func("/width/wrapped", test_wrapped);
	g_test_add_func("/width/quoted", test_quoted);
	g_test_add_func("/width/not-wrapped", test_not_wrapped);
	g_test_add_func("/width/blank-line", test_blank_line);
	g_test_add_func("/width/known", test_known);
	g_test_add_func("/width/coloured", test_coloured);
	g_test_add_func("/width/report", test_report);
	return g_test_run();
}
