/* pdf_page.c - see the header. */
#include "open/loaders/pdf_page.h"

#include <math.h>
#include <string.h>

#define HEAD_SHARE     0.12 /* of the page's height: so far from its edge a running head stands */
#define NEAR_POINTS    6.0  /* on each page at the same height */
#define HEADING_LARGER 1.12 /* than most letters */
#define GAP_LINES      1.75 /* from one line's top to the next one's: more parts paragraphs */
#define INDENT_SIZES   0.8  /* of letters */
#define BULLET_SIZES   5.0  /* of letters: so far from its line a bullet stands */
#define SHORT_SHARE    0.8  /* of the column: a line that ends before that ends a paragraph */

enum { EDGE_LINES = 2, MAX_HEADING_BYTES = 400, TENTHS = 10 };

static void
clear_line(gpointer data)
{
	g_free(((OqPdfLine *)data)->text);
}

OqPdfPage *
oq_pdf_page_new(guint number, double height)
{
	OqPdfPage *page = g_new0(OqPdfPage, 1);
	page->number = number;
	page->height = height;
	page->lines = g_array_new(FALSE, FALSE, sizeof(OqPdfLine));
	g_array_set_clear_func(page->lines, clear_line);
	return page;
}

void
oq_pdf_page_free(OqPdfPage *page)
{
	if (page == NULL)
		return;
	g_array_unref(page->lines);
	g_free(page->label);
	g_free(page);
}

void
oq_pdf_page_add(OqPdfPage *page, OqPdfLine line)
{
	g_array_append_val(page->lines, line);
}

static OqPdfLine *
line_at(const OqPdfPage *page, guint index)
{
	return &g_array_index(page->lines, OqPdfLine, index);
}

static const char *const bullets[] = {"•", "●", "▪", "\357\202\267", "–", "—", "-", "*", NULL};

static OqPdfLine *
line_right_of(const OqPdfPage *page, const OqPdfLine *bullet)
{
	OqPdfLine *found = NULL;
	for (guint i = 0; i < page->lines->len; i++) {
		OqPdfLine *line = line_at(page, i);
		if (line != bullet && fabs(line->top - bullet->top) < bullet->size / 2 &&
			line->left >= bullet->right - 1 &&
			line->left < bullet->right + BULLET_SIZES * bullet->size &&
			(found == NULL || line->left < found->left))
			found = line;
	}
	return found;
}

void
oq_pdf_page_join_bullets(OqPdfPage *page)
{
	for (guint i = 0; i < page->lines->len; i++) {
		OqPdfLine *bullet = line_at(page, i);
		OqPdfLine *line =
			g_strv_contains(bullets, bullet->text) ? line_right_of(page, bullet) : NULL;
		if (line == NULL)
			continue;
		char *joined = g_strconcat(bullet->text, " ", line->text, NULL);
		g_free(line->text);
		line->text = joined;
		line->left = bullet->left;
		bullet->is_dropped = TRUE;
	}
}

/* Near the upper or lower edge, and no more than a few lines from it. */
static gboolean
is_at_edge(const OqPdfPage *page, const OqPdfLine *line)
{
	guint n_above = 0, n_below = 0;
	gboolean is_high = line->bottom < page->height * HEAD_SHARE;
	gboolean is_low = line->top > page->height * (1 - HEAD_SHARE);
	for (guint i = 0; i < page->lines->len; i++) {
		n_above += line_at(page, i)->bottom <= line->top + 1;
		n_below += line_at(page, i)->top >= line->bottom - 1;
	}
	return (is_high && n_above < EDGE_LINES) || (is_low && n_below < EDGE_LINES);
}

/* The same but for figures. */
static gboolean
is_alike(const char *a, const char *b)
{
	while (*a != '\0' || *b != '\0') {
		gboolean has_figure = g_ascii_isdigit(*a);
		if (has_figure != g_ascii_isdigit(*b) || (!has_figure && *a != *b))
			return FALSE;
		if (!has_figure) {
			a++;
			b++;
		}
		while (has_figure && g_ascii_isdigit(*a))
			a++;
		while (has_figure && g_ascii_isdigit(*b))
			b++;
	}
	return TRUE;
}

static gboolean
stands_on(const OqPdfPage *page, const OqPdfLine *line)
{
	for (guint i = 0; i < page->lines->len; i++) {
		const OqPdfLine *other = line_at(page, i);
		if (fabs(other->top - line->top) < NEAR_POINTS && is_alike(other->text, line->text))
			return TRUE;
	}
	return FALSE;
}

/* (transfer full) (nullable): "12", "– 12 –", "[12]", "xii". */
static char *
number_in(const char *text)
{
	static const char marks[] = " \t-[]().";
	g_autofree char *plain = g_strdup(text);
	for (char *dash;
		(dash = strstr(plain, "–")) != NULL || (dash = strstr(plain, "—")) != NULL;)
		memset(dash, ' ', strlen("–"));
	const char *first = plain + strspn(plain, marks);
	gsize n = strspn(first, "0123456789");
	if (n == 0)
		n = strspn(first, "ivxlc");
	const char *rest = first + n;
	return n > 0 && n < 8 && rest[strspn(rest, marks)] == '\0' ? g_strndup(first, n) : NULL;
}

void
oq_pdf_page_drop_heads(OqPdfPage *page, const GPtrArray *neighbours)
{
	for (guint i = 0; i < page->lines->len; i++) {
		OqPdfLine *line = line_at(page, i);
		if (!is_at_edge(page, line))
			continue;
		g_autofree char *number = number_in(line->text);
		for (guint k = 0; k < neighbours->len && !line->is_dropped; k++)
			line->is_dropped = stands_on(g_ptr_array_index(neighbours, k), line);
		line->is_dropped |= number != NULL;
		if (number != NULL && page->label == NULL)
			page->label = g_steal_pointer(&number);
	}
}

void
oq_pdf_page_flow_init(OqPdfFlow *flow)
{
	memset(flow, 0, sizeof *flow);
	flow->sizes = g_hash_table_new(NULL, NULL);
}

void
oq_pdf_page_flow_clear(OqPdfFlow *flow)
{
	g_hash_table_unref(flow->sizes);
	g_free(flow->last.text);
}

static void
count_sizes(OqPdfFlow *flow, const OqPdfPage *page)
{
	guint most = 0;
	for (guint i = 0; i < page->lines->len; i++) {
		const OqPdfLine *line = line_at(page, i);
		gpointer size = GUINT_TO_POINTER((guint)lround(line->size * TENTHS));
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(flow->sizes, size));
		g_hash_table_insert(
			flow->sizes, size, GUINT_TO_POINTER(n + (guint)strlen(line->text)));
	}
	GHashTableIter iter;
	gpointer size, n;
	g_hash_table_iter_init(&iter, flow->sizes);
	while (g_hash_table_iter_next(&iter, &size, &n)) {
		if (GPOINTER_TO_UINT(n) <= most)
			continue;
		most = GPOINTER_TO_UINT(n);
		flow->body_size = (double)GPOINTER_TO_UINT(size) / TENTHS;
	}
}

static guint
heading_level(const OqPdfFlow *flow, const OqPdfLine *line)
{
	double larger = line->size / MAX(flow->body_size, 1);
	if (larger < HEADING_LARGER || strlen(line->text) > MAX_HEADING_BYTES)
		return 0;
	return larger > 1.6 ? 1 : larger > 1.3 ? 2 : 3;
}

static gboolean
ends_sentence(const char *text)
{
	static const char *const marks[] = {".", "!", "?", "…", ":", ";", "»", "\"", "”", ")"};
	for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
		if (g_str_has_suffix(text, marks[i]))
			return TRUE;
	return FALSE;
}

static gboolean
begins_item(const char *text)
{
	static const char *const marks[] = {"•", "–", "—", "-", "●", "▪", "\357\202\267", "*"};
	for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
		if (g_str_has_prefix(text, marks[i]))
			return TRUE;
	gsize n = strspn(text, "0123456789");
	return n > 0 && n < 4 && (text[n] == '.' || text[n] == ')') && text[n + 1] == ' ';
}

/* No dash: that stands within a sentence, too. */
static gboolean
begins_bullet(const char *text)
{
	for (guint i = 0; i < 4; i++)
		if (g_str_has_prefix(text, bullets[i]))
			return TRUE;
	return FALSE;
}

/* Whether @line begins a paragraph behind the line before it. */
static gboolean
parts(const OqPdfFlow *flow, const OqPdfLine *line)
{
	const OqPdfLine *last = &flow->last;
	double width = flow->column_right - flow->column_left;
	gboolean is_below = line->top > last->top;
	gboolean goes_on = g_str_has_suffix(last->text, ",") || g_str_has_suffix(last->text, "-");
	gboolean is_short = !goes_on && last->right < flow->column_left + width * SHORT_SHARE;
	if (fabs(line->size - last->size) > 0.12 * last->size)
		return TRUE;
	if (!is_below) /* the next column or page */
		return ends_sentence(last->text) && is_short;
	if (is_short || begins_bullet(line->text) ||
		(begins_item(line->text) && ends_sentence(last->text)))
		return TRUE;
	return line->top - last->top > GAP_LINES * last->size ||
	       (line->left > flow->column_left + INDENT_SIZES * line->size &&
		       ends_sentence(last->text));
}

static void
begin_block(OqPdfFlow *flow, const OqPdfLine *line, OqBlockWriter *out)
{
	guint level = heading_level(flow, line);
	flow->in_heading = level > 0;
	if (level > 0)
		oq_block_writer_begin(out, OQ_BLOCK_HEADING, level, NULL);
	else
		oq_block_writer_begin(out,
			begins_item(line->text) ? OQ_BLOCK_ITEM : OQ_BLOCK_PARAGRAPH,
			begins_item(line->text), NULL);
}

/* A word that was parted at the end of the line is whole again; a hyphen stays before a capital or
 * a figure, where it is the word's own. */
static void
put_line(const OqPdfLine *line, const char *next, OqBlockWriter *out)
{
	static const char soft[] = "\302\255";
	gsize n = strlen(line->text);
	gboolean is_soft = g_str_has_suffix(line->text, soft);
	gboolean is_parted =
		is_soft || (n > 1 && line->text[n - 1] == '-' && line->text[n - 2] != ' ' &&
				   next != NULL && g_unichar_islower(g_utf8_get_char(next)));
	oq_block_writer_text(out, line->text, (gssize)(n - (is_soft ? 2 : is_parted)));
	if (!is_parted)
		oq_block_writer_text(out, " ", 1);
}

static void
set_last(OqPdfFlow *flow, const OqPdfLine *line)
{
	g_free(flow->last.text);
	flow->last = *line;
	flow->last.text = g_strdup(line->text);
}

/* The column that a line stands in: all lines that are above or below it. */
static void
find_column(const OqPdfPage *page, const OqPdfLine *line, OqPdfFlow *flow)
{
	flow->column_left = line->left;
	flow->column_right = line->right;
	for (guint i = 0; i < page->lines->len; i++) {
		const OqPdfLine *other = line_at(page, i);
		if (other->is_dropped || other->left > line->right || other->right < line->left)
			continue;
		flow->column_left = MIN(flow->column_left, other->left);
		flow->column_right = MAX(flow->column_right, other->right);
	}
}

void
oq_pdf_page_write(const OqPdfPage *page, OqPdfFlow *flow, OqBlockWriter *out)
{
	count_sizes(flow, page);
	oq_block_writer_tell(out, OQ_WIRE_PAGE, page->label);
	for (guint i = 0; i < page->lines->len; i++) {
		const OqPdfLine *line = line_at(page, i);
		if (line->is_dropped || *line->text == '\0')
			continue;
		if (!oq_block_writer_is_open(out) || flow->last.text == NULL || parts(flow, line))
			begin_block(flow, line, out);
		find_column(page, line, flow);
		const OqPdfLine *next = i + 1 < page->lines->len ? line + 1 : NULL;
		put_line(line, next != NULL ? next->text : NULL, out);
		set_last(flow, line);
	}
}
