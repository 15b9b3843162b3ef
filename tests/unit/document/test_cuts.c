#include "document/cuts.h"

#include <string.h>

/* Where the blocks begin, of a text from a position of it on that comes in pieces of about n_bytes.
 */
static GArray *
find_cuts(const char *text, gsize length, gsize from, gsize n_bytes)
{
	GArray *cuts = g_array_new(FALSE, FALSE, sizeof(guint64));
	OqCuts state;
	guint64 cut, sure = from;
	oq_cuts_init(&state, from);
	for (const char *p = text + from, *end = p; p < text + length;) {
		end += MIN(n_bytes, (gsize)(text + length - end));
		while (((guchar)*end & 0xC0) == 0x80)
			end++;
		while (p < end) {
			g_assert_cmpuint(state.at, ==, p - text);
			if (oq_cuts_scan(&state, &p, end, &cut)) {
				g_assert_cmpuint(cut, >=, sure);
				g_assert_cmpuint(cut, <=, state.at);
				g_array_append_val(cuts, cut);
			}
			g_assert_cmpuint(oq_cuts_sure(&state), >=, sure);
			sure = oq_cuts_sure(&state);
			g_assert_cmpuint(state.at - sure, <=, OQ_CUTS_MAX_MARGIN + 1);
		}
	}
	if (oq_cuts_finish(&state, &cut))
		g_array_append_val(cuts, cut);
	return cuts;
}

static void
assert_same(const GArray *cuts, const GArray *expected)
{
	g_assert_cmpmem(cuts->data, cuts->len * sizeof(guint64), expected->data,
		expected->len * sizeof(guint64));
}

static void
assert_same_in_pieces(const char *text, gsize length, const GArray *expected)
{
	static const gsize sizes[] = {1, 2, 7, 1000};
	for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autoptr(GArray) cuts = find_cuts(text, length, 0, sizes[i]);
		assert_same(cuts, expected);
	}
}

/* | stands where a block begins. */
static const char *const cases[] = {
	"",
	" \n\n",
	"|бір",
	"\n\n|   бір",
	"|бір\nекі",
	"|бір\n\n|екі",
	"|бір\r\n\r\n|екі",
	"|бір\r\r|екі",
	"|бір\r\nекі",
	"|бір\n \t\n|  екі",
	"|бір\n\n\n\n|екі\n\n",
	"|бір\u2028\u2028|екі",
	"|бір\u2028екі",
	"|бір\f\n|екі",
	"|бір\v\xC2\x85|екі",
	"|бір\n\u00A0\u2003\n|екі",
	/* quoted mail */
	"|> бір\n> екі",
	"|> бір\n|>\n> екі",
	"|бір\n> екі",
	"|бір\n|>\n>  >\n> екі",
	"|бір\n|>",
	"|бір\n>екі\n|> > \n",
	"|бір\n\n|>\n>\n\n|екі",
	"|>\n>",
};

static void
test_blank_lines(void)
{
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		g_autoptr(GArray) expected = g_array_new(FALSE, FALSE, sizeof(guint64));
		g_auto(GStrv) parts = g_strsplit(cases[i], "|", -1);
		for (guint k = 0; parts[k] != NULL; k++) {
			guint64 cut = text->len;
			if (k > 0)
				g_array_append_val(expected, cut);
			g_string_append(text, parts[k]);
		}
		g_test_message("%s", cases[i]);
		assert_same_in_pieces(text->str, text->len, expected);
	}
}

/* More white space than a margin may have is no blank line, and is not waited for. */
static void
test_wide_margin(void)
{
	g_autofree char *space = g_strnfill(OQ_CUTS_MAX_MARGIN + 1, ' ');
	g_autofree char *text = g_strconcat("бір\n", space, "\n", space, "екі", NULL);
	g_autofree char *behind = g_strconcat("бір\n\n", space, "екі", NULL);
	g_autoptr(GArray) cuts = find_cuts(text, strlen(text), 0, 100);
	g_assert_cmpuint(cuts->len, ==, 1);
	g_autoptr(GArray) two = find_cuts(behind, strlen(behind), 0, 100);
	g_assert_cmpuint(two->len, ==, 2);
	g_assert_cmpuint(g_array_index(two, guint64, 1), ==, 8);
}

/* So many bytes without a place that fits better than the ones in @filler, then @text. */
static guint64
second_cut(const char *filler, gsize n_bytes, const char *text)
{
	g_autoptr(GString) all = g_string_new(NULL);
	while (all->len + strlen(filler) <= n_bytes)
		g_string_append(all, filler);
	while (all->len < n_bytes)
		g_string_append_c(all, 'a');
	g_string_append(all, text);
	for (guint i = 0; i < OQ_CUTS_STRIDE / 2; i++)
		g_string_append(all, "б");
	g_autoptr(GArray) cuts = find_cuts(all->str, all->len, 0, 5000);
	assert_same_in_pieces(all->str, all->len, cuts);
	g_assert_cmpuint(cuts->len, >=, 2);
	return g_array_index(cuts, guint64, 1) - n_bytes;
}

static void
test_places(void)
{
	const gsize at = OQ_CUTS_STRIDE + 100;
	/* at once: a paragraph's end */
	g_assert_cmpuint(second_cut("сөз ", at, "сөздер. Ол\nсөздер.\nОл"), ==, 33);
	g_assert_cmpuint(second_cut("сөз ", at, "сөздер.»\n – Ол"), ==, 16);
	g_assert_cmpuint(second_cut("сөз ", at, "т.б.\nсөз. Ол сөздер!\nОл"), ==, 34);
	/* later: a sentence's, a line's, a word's, a character's */
	g_assert_cmpuint(second_cut("сөз ", at + 1024, " А. Ол, жоқ сөздер. Ол"), ==, 32);
	g_assert_cmpuint(second_cut("сөз ", at + 1024, "а\nсөздер. Ол сөздер.\nОл"), ==, 36);
	g_assert_cmpuint(second_cut("сөз ", at + 8192, "А, ол\nсөз"), ==, 9);
	g_assert_cmpuint(second_cut("сөз", at + 9216, "А, ол"), ==, 4);
	guint64 place = second_cut("сөз", at + 20000, "А");
	g_assert_cmpuint(place + at + 20000, ==, OQ_CUTS_STRIDE + 10240);
}

/* A line that is longer than wrapped ones ends a paragraph, unless it wants to go on. */
static void
test_long_line(void)
{
	g_autofree char *line = g_strnfill(220, 'a');
	g_autofree char *ends = g_strconcat("\n", line, "\nОл", NULL);
	g_autofree char *goes_on = g_strconcat("\n", line, ",\nОл\n", line, "\nОл", NULL);
	const gsize at = OQ_CUTS_STRIDE + 100;
	g_assert_cmpuint(second_cut("сөз ", at, ends), ==, 222);
	g_assert_cmpuint(second_cut("сөз ", at, goes_on), ==, 222 + 1 + 5 + 221);
}

/* No cut but at blank lines as long as there are enough of them. */
static void
test_not_wanted(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	guint n = 0;
	for (; text->len < 5 * OQ_CUTS_STRIDE; n++)
		for (guint i = 0; i < 200; i++)
			g_string_append(text, i < 199 ? "Бірінші сөйлем.\n" : "Соңғысы.\n\n");
	g_autoptr(GArray) cuts = find_cuts(text->str, text->len, 0, text->len);
	g_assert_cmpuint(cuts->len, ==, n);
}

static void
append_random(GString *text)
{
	static const char *const pieces[] = {"сөз ", "сөйлем. ", "Сөйлем.\n", "жол\n", "жол,\n",
		"т.б. ", "\n\n", "> ", "\n>\n", "  ", "«", "\r\n", "\u2028", "\xC2\x85", "𝄞", "12",
		"А. Байтұрсынұлы ", "–"};
	gboolean endless = g_test_rand_int_range(0, 3) == 0;
	const char *piece = pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))];
	gsize length = text->len + g_test_rand_int_range(0, endless ? 40000 : 100);
	do
		g_string_append(text, piece);
	while (text->len < length);
}

/* Whoever begins in the middle finds the same cuts, but for the first ones. */
static void
test_from_the_middle(void)
{
	for (guint round = 0; round < 60; round++) {
		g_autoptr(GString) text = g_string_new("бір ");
		while (text->len < 8 * OQ_CUTS_STRIDE)
			append_random(text);
		g_autoptr(GArray) all = find_cuts(text->str, text->len, 0, 3000);
		gsize from = g_test_rand_int_range(1, 2 * OQ_CUTS_STRIDE);
		while (((guchar)text->str[from] & 0xC0) == 0x80)
			from++;
		g_autoptr(GArray) some = find_cuts(text->str, text->len, from, 3000);
		guint64 known = from + OQ_CUTS_LOOK_BACK - 3 * OQ_CUTS_STRIDE;
		guint i = all->len, k = some->len;
		for (; i > 0 && k > 0; i--, k--) {
			guint64 cut = g_array_index(all, guint64, i - 1);
			if (cut < known)
				break;
			g_assert_cmpuint(g_array_index(some, guint64, k - 1), ==, cut);
		}
		g_assert_true(i == 0 || g_array_index(all, guint64, i - 1) < known);
	}
}

/* Behind a pause of the writer begins a block, within a line as well. */
static void
test_break(void)
{
	static const char *const before[] = {"бір\n", "бір", "бір\n ", "бір\r"};
	static const char *const after[] = {"екі", "екі\n", "\n\nекі"};
	for (gsize i = 0; i < G_N_ELEMENTS(before); i++)
		for (gsize j = 0; j < G_N_ELEMENTS(after); j++) {
			OqCuts cuts;
			guint64 cut = 0;
			const char *p = before[i], *q = after[j];
			oq_cuts_init(&cuts, 0);
			g_assert_true(oq_cuts_scan(&cuts, &p, p + strlen(p), &cut));
			g_assert_false(oq_cuts_scan(&cuts, &p, p + strlen(p), &cut));
			oq_cuts_break(&cuts);
			g_assert_cmpuint(oq_cuts_sure(&cuts), ==, strlen(before[i]));
			g_assert_true(oq_cuts_scan(&cuts, &q, q + strlen(q), &cut));
			g_assert_cmpuint(cut, ==, strlen(before[i]) + (j == 2 ? 2 : 0));
			g_assert_cmpuint(cuts.begun, ==, cut);
		}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/cuts/blank-lines", test_blank_lines);
	g_test_add_func("/cuts/wide-margin", test_wide_margin);
	g_test_add_func("/cuts/places", test_places);
	g_test_add_func("/cuts/long-line", test_long_line);
	g_test_add_func("/cuts/not-wanted", test_not_wanted);
	g_test_add_func("/cuts/from-the-middle", test_from_the_middle);
	g_test_add_func("/cuts/break", test_break);
	return g_test_run();
}
