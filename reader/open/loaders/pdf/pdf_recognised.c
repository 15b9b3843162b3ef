/* pdf_recognised.c - see the header. */
#include "open/loaders/pdf/pdf_recognised.h"

#include <string.h>

#define LARGE_TIMES 1.35 /* the usual height of a line: letters without a long stroke are lower */

enum {
	MIN_PER_CENT = 35, /* sure of a line, on the average */
	LINE_LEVEL = 4,
	WORD_LEVEL = 5,
};

/* The columns of its table. */
enum { LEVEL, BLOCK = 2, LEFT = 6, TOP, WIDTH, HEIGHT, SURE, TEXT, N_COLUMNS };

typedef struct {
	OqPdfPage *page;
	double scale;
	OqPdfLine line;
	GString *text;
	double sure; /* of all words together, in per cent */
	guint n_words;
} Line;

static void
end_line(Line *line)
{
	if (line->n_words > 0 && line->sure >= MIN_PER_CENT * line->n_words) {
		line->line.text = g_strdup(line->text->str);
		oq_pdf_page_add(line->page, line->line);
	}
	g_string_truncate(line->text, 0);
	line->sure = 0;
	line->n_words = 0;
}

static void
begin_line(Line *line, char **fields)
{
	double left = g_ascii_strtod(fields[LEFT], NULL), top = g_ascii_strtod(fields[TOP], NULL);
	double width = g_ascii_strtod(fields[WIDTH], NULL);
	double height = g_ascii_strtod(fields[HEIGHT], NULL);
	line->line = (OqPdfLine){
		.left = left * line->scale,
		.right = (left + width) * line->scale,
		.top = top * line->scale,
		.bottom = (top + height) * line->scale,
		.size = height * line->scale,
		.part = (guint)g_ascii_strtoull(fields[BLOCK], NULL, 10),
	};
}

static void
add_word(Line *line, char **fields)
{
	if (*g_strstrip(fields[TEXT]) == '\0')
		return;
	if (line->n_words > 0)
		g_string_append_c(line->text, ' ');
	g_string_append(line->text, fields[TEXT]);
	line->sure += g_ascii_strtod(fields[SURE], NULL);
	line->n_words++;
}

static int
compare_sizes(gconstpointer a, gconstpointer b)
{
	double first = ((const OqPdfLine *)a)->size, second = ((const OqPdfLine *)b)->size;
	return (first > second) - (first < second);
}

/* Of one size, but for what is clearly larger. */
static void
level_sizes(GArray *lines)
{
	g_autoptr(GArray) sorted = g_array_copy(lines);
	g_array_set_clear_func(sorted, NULL);
	if (lines->len == 0)
		return;
	g_array_sort(sorted, compare_sizes);
	double usual = g_array_index(sorted, OqPdfLine, sorted->len / 2).size;
	for (guint i = 0; i < lines->len; i++) {
		OqPdfLine *line = &g_array_index(lines, OqPdfLine, i);
		if (line->size < LARGE_TIMES * usual)
			line->size = usual;
	}
}

void
oq_pdf_recognised_add(OqPdfPage *page, GBytes *tsv, double points_per_pixel)
{
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(tsv, &n_bytes);
	g_autofree char *table = g_utf8_make_valid(bytes != NULL ? bytes : "", (gssize)n_bytes);
	g_auto(GStrv) rows = g_strsplit(table, "\n", -1);
	g_autoptr(GString) text = g_string_new(NULL);
	Line line = {.page = page, .scale = points_per_pixel, .text = text};
	for (gsize i = 0; rows[i] != NULL; i++) {
		g_auto(GStrv) fields = g_strsplit(rows[i], "\t", N_COLUMNS);
		guint64 level = g_strv_length(fields) == N_COLUMNS
					? g_ascii_strtoull(fields[LEVEL], NULL, 10)
					: 0;
		if (level == WORD_LEVEL)
			add_word(&line, fields);
		else
			end_line(&line);
		if (level == LINE_LEVEL)
			begin_line(&line, fields);
	}
	end_line(&line);
	level_sizes(page->lines);
}
