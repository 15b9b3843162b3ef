#include "home/screen/page.h"

#include "cursor_case.h"
#include "page_case.h"

static const OqLooks pretty = {TRUE, TRUE, TRUE, NULL};
static const OqLooks plain = {TRUE, FALSE, TRUE, NULL};

static void
print(OqPage *page, Glass *glass, guint cell)
{
	g_autoptr(GString) out = g_string_new(NULL);

	oq_page_print(page, cell, out);
	glass_feed(glass, out->str, out->len);
}

static void
assert_rows(const Glass *glass, const char *expected)
{
	g_autofree char *rows = glass_heard(glass);
	g_autoptr(GString) shown = g_string_new(rows);
	const char heard[] = {GLASS_HEARD, '\0'}, behind[] = {GLASS_BEHIND, '\0'};

	g_string_replace(shown, heard, "<", 0);
	g_string_replace(shown, behind, ">", 0);
	g_assert_cmpstr(shown->str, ==, expected);
}

static void
test_words(void)
{
	static const char text[] = "бір  екі үш";
	g_autoptr(OqPage) page = oq_page_new(text, &pretty, NULL, 9, 10);
	g_autoptr(Glass) glass = glass_new(9, 10, NULL);

	print(page, glass, 0);
	assert_rows(glass, "бір екі\nүш\n");
	page_case_mark(page, glass, 0, 6);
	assert_rows(glass, "<бір> екі\nүш\n");
	page_case_mark(page, glass, 8, 14);
	assert_rows(glass, "бір <екі>\nүш\n");
	page_case_mark(page, glass, 8, 19);
	assert_rows(glass, "бір <екі>\n<үш>\n");
	page_case_mark(page, glass, 15, 19);
	assert_rows(glass, "бір екі\n<үш>\n");
	page_case_mark(page, glass, 0, 0);
	assert_rows(glass, "бір екі\nүш\n");
	g_assert_cmpuint(glass_column(glass), ==, 0);
}

/* The same word again is no change; without rewriting there is none either. */
static void
test_silent(void)
{
	g_autoptr(OqPage) page = oq_page_new("бір екі", &pretty, NULL, 20, 10);
	g_autoptr(OqPage) quiet = oq_page_new("бір екі", &plain, NULL, 20, 10);
	g_autoptr(GString) out = g_string_new(NULL);

	oq_page_print(quiet, 0, out);
	oq_page_mark(quiet, 0, 3, out);
	g_assert_cmpstr(out->str, ==, "бір екі\n");
	oq_page_print(page, 0, out);
	oq_page_mark(page, 0, 3, out);
	g_string_truncate(out, 0);
	oq_page_mark(page, 0, 3, out);
	g_assert_cmpstr(out->str, ==, "");
	oq_page_rest(page);
	oq_page_mark(page, 4, 7, out);
	g_assert_cmpstr(out->str, ==, "");
}

/* Nothing but the words is written: as little as a slow line and a braille display need. */
static void
test_bytes(void)
{
	g_autoptr(OqPage) page = oq_page_new("бір екі үш", &pretty, NULL, 20, 10);
	g_autoptr(GString) out = g_string_new(NULL);

	oq_page_print(page, 0, out);
	oq_page_mark(page, 0, 3, out);
	g_string_truncate(out, 0);
	oq_page_mark(page, 4, 7, out);
	g_assert_cmpstr(out->str, ==,
		"\r\033[1A"
		"бір"
		"\r\033[4C\033[7m"
		"екі"
		"\033[0m\r\033[1B");
}

/* What answers push up is found; what left the screen is left alone. */
static void
test_pushed_up(void)
{
	g_autoptr(OqPage) page = oq_page_new("бір екі үш", &pretty, NULL, 5, 4);
	g_autoptr(Glass) glass = glass_new(5, 4, NULL);

	print(page, glass, 0);
	page_case_mark(page, glass, 0, 6);
	assert_rows(glass, "<бір>\nекі\nүш\n");
	page_case_mark(page, glass, 0, 0);
	glass_feed(glass, "!\n", 2);
	oq_page_push_up(page, 1);
	page_case_mark(page, glass, 0, 6);
	assert_rows(glass, "бір\nекі\nүш\n!\n");
	page_case_mark(page, glass, 0, 13);
	assert_rows(glass, "бір\n<екі>\nүш\n!\n");
	page_case_mark(page, glass, 14, 18);
	assert_rows(glass, "бір\nекі\n<үш>\n!\n");
}

/* Whatever the size: no line is broken by the terminal, and what is heard is part of the word. */
static void
test_small(void)
{
	static const char text[] = "бір екі қарлығаш字 🙂 үш";
	for (guint columns = 1; columns < 12; columns++) {
		for (guint rows = 1; rows < 12; rows++) {
			g_autoptr(OqPage) page = oq_page_new(text, &pretty, NULL, columns, rows);
			g_autoptr(Glass) glass = glass_new(columns, rows, NULL);
			if (columns == 1) /* a wide character has no room at all */
				continue;
			print(page, glass, 0);
			for (gsize start = 0; start < strlen(text); start++)
				page_case_mark(page, glass, start, strlen(text));
			page_case_mark(page, glass, 0, 0);
			page_case_assert(glass, text, 0, 0);
		}
	}
}

static void
check_words(const OqUtterance *utterance, const char *text, guint columns)
{
	g_autofree char *sentence =
		g_strndup(text + utterance->start, (gsize)(utterance->end - utterance->start));
	g_autoptr(OqPage) page = oq_page_new(sentence, &pretty, NULL, columns, 500);
	g_autoptr(Glass) glass = glass_new(columns, 500, NULL);

	print(page, glass, 0);
	for (guint i = 0; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		gsize start = (gsize)(word->start - utterance->start);
		gsize end = (gsize)(word->end - utterance->start);
		page_case_mark(page, glass, start, end);
		page_case_assert(glass, sentence, start, end);
		if (word->end <= word->start)
			continue;
		g_autofree char *rows = glass_heard(glass);
		g_autofree char *shown = page_case_join(rows);
		g_autofree char *heard = g_strndup(sentence + start, end - start);
		g_autofree char *wanted = page_case_join(heard);
		g_strdelimit(shown, "\001\002", '\0');
		if (g_utf8_strlen(wanted, -1) ==
			g_utf8_strlen(heard, -1)) /* no marks, no joiners */
			g_assert_cmpmem(
				shown + strlen(shown) + 1, strlen(wanted), wanted, strlen(wanted));
	}
}

static void
check_sample(const OqLexicon *lexicon, const char *path, GRand *random)
{
	g_autofree char *text = NULL;
	g_auto(OqUtterance) utterance;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text);
	oq_utterance_init(&utterance);
	while (oq_cursor_next(cursor, &utterance, NULL))
		check_words(&utterance, text, (guint)g_rand_int_range(random, 20, 201));
}

static void
test_samples(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(GRand) random = g_rand_new_with_seed(1);
	g_autoptr(GDir) folder = g_dir_open(OQ_TEST_SAMPLES, 0, NULL);
	guint n_files = 0;

	for (const char *name; (name = g_dir_read_name(folder)) != NULL;) {
		if (!g_str_has_suffix(name, ".txt"))
			continue; /* audio that was made of a text lies beside it */
		n_files++;
		g_autofree char *path = g_build_filename(OQ_TEST_SAMPLES, name, NULL);
		check_sample(lexicon, path, random);
	}
	g_assert_cmpuint(n_files, >, 0);
}

/* On these terminals disagree. */
static guint
narrow_columns(gunichar c)
{
	return g_unichar_iszerowidth(c) ? 0 : c < 0x1F000 && g_unichar_iswide(c) ? 2 : 1;
}

static guint
wide_columns(gunichar c)
{
	return g_unichar_iszerowidth(c)                             ? 0
	       : g_unichar_iswide(c) || c == 0x2764 || c >= 0x1F000 ? 2
								    : 1;
}

static void
append_word(GRand *random, GString *text)
{
	static const char *const pieces[] = {"қала", "м", "字", "Ａ", "е\u0301", "🙂", "❤\uFE0F",
		"🇰🇿", "سلام", "—", "1\u00A0000", "\u202E", "\033[7m", "\xC2\x9B", "\u00AD", "₸",
		"12", "\uE000", "\xFF", "көпшілікке"};
	static const char *const blanks[] = {" ", "  ", "\n", "\r\n\t ", " \u200B ", ""};

	for (gint n = g_rand_int_range(random, 1, 5); n > 0; n--)
		g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
	g_string_append(text, blanks[g_rand_int_range(random, 0, G_N_ELEMENTS(blanks))]);
}

static void
test_mixtures(void)
{
	static const GlassColumns kinds[] = {NULL, narrow_columns, wide_columns};
	g_autoptr(GRand) random = g_rand_new_with_seed(1);

	for (guint round = 0; round < 300; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		guint columns = (guint)g_rand_int_range(random, 20, 201);
		g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(gsize));
		for (gint n = g_rand_int_range(random, 0, 40); n > 0; n--) {
			g_array_append_val(places, text->len);
			append_word(random, text);
		}
		g_array_append_val(places, text->len);
		g_autoptr(OqPage) page = oq_page_new(text->str, &pretty, NULL, columns, 500);
		g_autoptr(Glass) glass = glass_new(columns, 500, kinds[round % 3]);
		print(page, glass, 0);
		for (guint i = 0; i + 1 < places->len; i++) {
			gsize start = g_array_index(places, gsize, i);
			gsize end = g_array_index(places, gsize, i + 1);
			page_case_mark(page, glass, start, end);
			page_case_assert(glass, text->str, start, end);
		}
	}
}

static OqGlyphs *
load_glyphs(void)
{
	g_autoptr(GError) error = NULL;
	OqGlyphs *glyphs = oq_glyphs_load(OQ_TEST_SHARE "/large.tsv", &error);

	g_assert_no_error(error);
	return glyphs;
}

/* Each line of big letters has ten rows; a word that is heard is inverse on all of them. */
static void
test_large(void)
{
	static const char text[] = "Қазақстан – бір екі үш төрт бес";
	g_autoptr(OqGlyphs) glyphs = load_glyphs();
	g_autoptr(OqPage) page = oq_page_new(text, &pretty, glyphs, 80, 24);
	g_autoptr(Glass) glass = glass_new(80, 24, NULL);
	guint first, end;

	g_assert_true(oq_page_is_large(page));
	g_assert_false(oq_page_shows(page, 0));
	print(page, glass, 0);
	g_assert_true(oq_page_shows(page, 0));
	g_autofree char *before = glass_text(glass), *black = glass_black(glass);
	guint n_rows = 0;
	for (const char *p = before; *p != '\0'; p++)
		n_rows += *p == '\n';
	g_assert_cmpuint(n_rows, ==, 20);
	g_assert_cmpint(g_utf8_strlen(black, -1), ==, 20 * 79);
	g_assert_true(oq_cells_find(oq_page_cells(page), 0, 18, &first, &end));
	page_case_mark(page, glass, 0, 18);
	g_autofree char *heard = glass_heard(glass), *after = glass_text(glass);
	g_assert_cmpstr(after, ==, before);
	guint n_heard = 0;
	for (const char *p = heard; *p != '\0'; p++)
		n_heard += *p == GLASS_HEARD;
	g_assert_cmpuint(n_heard, ==, 20); /* the word is cut in two */
	page_case_mark(page, glass, 0, 0);
	assert_rows(glass, before);
}

/* A few words at a time, as many lines as fit. */
static void
test_parts(void)
{
	static const char text[] = "бір екі үш төрт бес алты жеті сегіз тоғыз он";
	g_autoptr(OqGlyphs) glyphs = load_glyphs();
	g_autoptr(OqPage) page = oq_page_new(text, &plain, glyphs, 80, 24);
	g_autoptr(GString) out = g_string_new(NULL);
	guint n_cells = oq_cells_count(oq_page_cells(page));

	for (guint cell = 0; cell < n_cells; cell++) {
		if (oq_cells_at(oq_page_cells(page), cell)->is_gap)
			continue;
		g_string_truncate(out, 0);
		oq_page_print(page, cell, out);
		guint n_rows = 0;
		for (const char *p = out->str; *p != '\0'; p++)
			n_rows += *p == '\n';
		g_assert_true(n_rows == 10 || n_rows == 20);
		g_assert_true(oq_page_shows(page, cell));
		g_assert_null(strchr(out->str, '\033'));
	}
	g_assert_false(oq_page_shows(page, 0));
}

static void
test_too_small_for_large(void)
{
	g_autoptr(OqGlyphs) glyphs = load_glyphs();
	g_autoptr(OqPage) low = oq_page_new("бір", &pretty, glyphs, 80, 10);
	g_autoptr(OqPage) narrow = oq_page_new("бір", &pretty, glyphs, 19, 24);
	g_autoptr(OqPage) none = oq_page_new("", &pretty, glyphs, 80, 24);
	g_autoptr(GString) out = g_string_new(NULL);

	g_assert_false(oq_page_is_large(low));
	g_assert_false(oq_page_is_large(narrow));
	oq_page_print(none, 0, out);
	g_assert_cmpstr(out->str, ==, "");
	oq_page_print(low, 0, out);
	g_assert_cmpstr(out->str, ==, "бір\n");
}

/* What claims to be as wide as can be said gets no more than a wide one. */
static void
test_too_wide(void)
{
	g_autoptr(OqGlyphs) glyphs = load_glyphs();
	g_autoptr(OqPage) wide = oq_page_new("бір екі", &pretty, glyphs, 65535, 65535);
	g_autoptr(OqPage) usual = oq_page_new("бір екі", &pretty, glyphs, 500, 65535);
	g_autoptr(GString) out = g_string_new(NULL), expected = g_string_new(NULL);

	g_assert_true(oq_page_is_large(wide));
	oq_page_print(wide, 0, out);
	oq_page_print(usual, 0, expected);
	g_assert_cmpuint(out->len, >, 0);
	g_assert_cmpuint(out->len, ==, expected->len);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/page/words", test_words);
	g_test_add_func("/page/silent", test_silent);
	g_test_add_func("/page/bytes", test_bytes);
	g_test_add_func("/page/pushed-up", test_pushed_up);
	g_test_add_func("/page/small", test_small);
	g_test_add_func("/page/samples", test_samples);
	g_test_add_func("/page/mixtures", test_mixtures);
	g_test_add_func("/page/large", test_large);
	g_test_add_func("/page/parts", test_parts);
	g_test_add_func("/page/too-wide", test_too_wide);
	g_test_add_func("/page/too-small-for-large", test_too_small_for_large);
	return g_test_run();
}
