#include "radio/excerpt.h"

#include "book_cursor.h"

static const char text[] = "Ауа райы\n\n"
			   "Бүгін күн ашық. Ертең\nжаңбыр жауады.\n\n"
			   "Спорт жаңалықтары\n\n"
			   "Біздің команда жеңді. Ертең ойын бар. Сау болыңыздар!\n\n"
			   "Қорытынды\n\n"
			   "Ауа райы жақсы болады. Сау болыңыздар!\n";

static OqLexicon *lexicon_of_all;

/* What is given of it, as it is written, with | between sentences. */
static char *
read_all(OqCursor *cursor)
{
	g_autoptr(GError) error = NULL;
	g_auto(OqUtterance) utterance;
	GString *all = g_string_new(NULL);
	oq_utterance_init(&utterance);
	while (oq_cursor_next(cursor, &utterance, &error)) {
		g_assert_cmpuint(oq_cursor_first_word(cursor), ==, 0);
		g_strdelimit(utterance.text->str, "\n", ' ');
		g_string_append_printf(all, "%s%u %s", all->len > 0 ? " | " : "",
			utterance.paragraph, g_strstrip(utterance.text->str));
	}
	g_assert_no_error(error);
	return g_string_free(all, FALSE);
}

static void
assert_part(const char *first, const char *last, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon_of_all, text);
	g_assert_true(oq_excerpt_choose(cursor, first, last, &error));
	g_assert_no_error(error);
	g_autofree char *all = read_all(cursor);
	g_assert_cmpstr(all, ==, expected);
}

static void
assert_none(const char *first, const char *last, gint code, const char *told)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon_of_all, text);
	g_assert_false(oq_excerpt_choose(cursor, first, last, &error));
	g_assert_error(error, OQ_EXCERPT_ERROR, code);
	g_assert_nonnull(strstr(error->message, told));
}

static void
test_sentences(void)
{
	assert_part("2", "3", "2 Бүгін күн ашық. | 2 Ертең жаңбыр жауады.");
	assert_part("3", "3", "2 Ертең жаңбыр жауады.");
	assert_part("1", "1", "1 Ауа райы");
	assert_part("10", NULL, "6 Сау болыңыздар!");
	assert_part(NULL, "2", "1 Ауа райы | 2 Бүгін күн ашық.");
}

/* A heading belongs to what is behind it. */
static void
test_headings(void)
{
	assert_part("#2", "#3",
		"3 Спорт жаңалықтары | 4 Біздің команда жеңді. | 4 Ертең ойын бар. | 4 Сау "
		"болыңыздар!");
	assert_part(NULL, "#2", "1 Ауа райы | 2 Бүгін күн ашық. | 2 Ертең жаңбыр жауады.");
}

static void
test_titles(void)
{
	assert_part(
		"ауа  РАЙЫ", "спорт", "1 Ауа райы | 2 Бүгін күн ашық. | 2 Ертең жаңбыр жауады.");
	assert_part("қорытынды", "сау болыңыздар",
		"5 Қорытынды | 6 Ауа райы жақсы болады. | 6 Сау болыңыздар!");
}

static void
test_words(void)
{
	assert_part("ертең", "ертең", "2 Ертең жаңбыр жауады.");
	assert_part("команда жеңді. Ертең ойын", "Сау",
		"4 Біздің команда жеңді. | 4 Ертең ойын бар. | 4 Сау болыңыздар!");
	assert_part("жақсы болады", NULL, "6 Ауа райы жақсы болады. | 6 Сау болыңыздар!");
}

/* Begins the text. */
static void
test_words_at_the_beginning(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon_of_all, "Бір екі. Үш. Бір.");
	g_assert_true(oq_excerpt_choose(cursor, "бір", "екі", &error));
	g_autofree char *all = read_all(cursor);
	g_assert_cmpstr(all, ==, "1 Бір екі.");
}

static void
test_nothing_is_chosen(void)
{
	g_autoptr(OqCursor) whole = cursor_case_open(lexicon_of_all, text);
	g_autofree char *all = read_all(whole);
	assert_part(NULL, NULL, all);
	assert_part("1", NULL, all);
}

static void
test_not_found(void)
{
	assert_none("11", NULL, OQ_EXCERPT_ERROR_NOT_FOUND, "10");
	assert_none("#4", NULL, OQ_EXCERPT_ERROR_NOT_FOUND, "3");
	assert_none("жоқ сөз", NULL, OQ_EXCERPT_ERROR_NOT_FOUND, "жоқ сөз");
	assert_none("қорытынды", "спорт", OQ_EXCERPT_ERROR_NOT_FOUND, "спорт");
	assert_none("қорытынды", "жауады", OQ_EXCERPT_ERROR_NOT_FOUND, "жауады");
	assert_none("", NULL, OQ_EXCERPT_ERROR_NOT_FOUND, "");
	assert_none("0", "#0", OQ_EXCERPT_ERROR_NOT_FOUND, "0");
	assert_none("5", "4", OQ_EXCERPT_ERROR_BACKWARDS, "4");
	assert_none("#3", "#3", OQ_EXCERPT_ERROR_BACKWARDS, "#3");
	assert_none("#2", "#1", OQ_EXCERPT_ERROR_BACKWARDS, "#1");
}

/* It can be chosen again. */
static void
test_again(void)
{
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon_of_all, text);
	g_assert_true(oq_excerpt_choose(cursor, "#2", "#3", NULL));
	g_autofree char *first = read_all(cursor);
	g_assert_true(oq_excerpt_choose(cursor, "#3", NULL, NULL));
	g_autofree char *second = read_all(cursor);
	g_assert_true(g_str_has_prefix(second, "5 Қорытынды"));
	g_assert_true(oq_excerpt_choose(cursor, "#2", "#3", NULL));
	g_autofree char *third = read_all(cursor);
	g_assert_cmpstr(third, ==, first);
}

/* Files have titles, and their sentences are counted on. */
static void
test_book(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const cases[][3] = {{"Екінші", NULL, "2 Үш. | 2 Төрт."},
		{NULL, "екінші", "1 Бір. | 1 Екі."}, {"#2", NULL, "2 Үш. | 2 Төрт."},
		{"2", "3", "1 Екі. | 2 Үш."}, {"төрт", NULL, "2 Төрт."}};
	g_autoptr(GError) error = NULL;
	book_case_write(book, "1 Бірінші.txt", "Бір. Екі.\n", -1);
	book_case_write(book, "2 Екінші.txt", "Үш. Төрт.\n", -1);
	g_autoptr(OqCursor) cursor = book_cursor_open(book, lexicon_of_all);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_assert_true(oq_excerpt_choose(cursor, cases[i][0], cases[i][1], &error));
		g_autofree char *all = read_all(cursor);
		g_assert_cmpstr(all, ==, cases[i][2]);
	}
	g_assert_false(oq_excerpt_choose(cursor, "#3", NULL, &error));
	g_assert_error(error, OQ_EXCERPT_ERROR, OQ_EXCERPT_ERROR_NOT_FOUND);
}

static void
assert_begin_heading(const char *written, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *heading = NULL;
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon_of_all, written);
	g_autoptr(OqCursor) untouched = cursor_case_open(lexicon_of_all, written);
	g_assert_true(oq_excerpt_begin_heading(cursor, &heading, &error));
	g_assert_no_error(error);
	g_assert_cmpstr(heading, ==, expected);
	g_autofree char *all = read_all(cursor), *whole = read_all(untouched);
	g_assert_cmpstr(all, ==, whole); /* from its beginning */
}

static void
test_begin_heading(void)
{
	assert_begin_heading(text, "Ауа райы");
	assert_begin_heading("* * *\n\nАуа\nрайы\n\nКүн ашық.", "Ауа райы");
	assert_begin_heading("Ауа райы.\n\nКүн ашық.", NULL);
	assert_begin_heading("Күн ашық. Бар", NULL);
	assert_begin_heading("Күн ашық.\n\nСпорт\n\nБар.", NULL);
	assert_begin_heading("", NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	lexicon_of_all = cursor_case_lexicon();
	g_test_add_func("/excerpt/sentences", test_sentences);
	g_test_add_func("/excerpt/headings", test_headings);
	g_test_add_func("/excerpt/titles", test_titles);
	g_test_add_func("/excerpt/words", test_words);
	g_test_add_func("/excerpt/words-at-the-beginning", test_words_at_the_beginning);
	g_test_add_func("/excerpt/nothing-is-chosen", test_nothing_is_chosen);
	g_test_add_func("/excerpt/not-found", test_not_found);
	g_test_add_func("/excerpt/again", test_again);
	g_test_add_func("/excerpt/begin-heading", test_begin_heading);
	g_test_add(
		"/excerpt/book", BookCase, NULL, book_case_set_up, test_book, book_case_tear_down);
	int failed = g_test_run();
	oq_lexicon_free(lexicon_of_all);
	return failed;
}
