#include "base/table.h"
#include "text/lexicon.h"

#include <glib/gstdio.h>
#include <string.h>

/* Copies the tables into a new folder, right replaced by wrong in one of them; without that table
 * if right is NULL. */
static char *
copy_tables(const char *table, const char *right, const char *wrong)
{
	char *folder = g_dir_make_tmp("lexicon-XXXXXX", NULL);
	g_autoptr(GDir) dir = g_dir_open(OQ_TEST_VOICES "/kk", 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *from = g_build_filename(OQ_TEST_VOICES "/kk", name, NULL);
		g_autofree char *to = g_build_filename(folder, name, NULL);
		g_autofree char *contents = NULL;
		g_assert_true(g_file_get_contents(from, &contents, NULL, NULL));
		g_autoptr(GString) text = g_string_new(contents);
		if (table != NULL && strcmp(name, table) == 0) {
			if (right == NULL)
				continue;
			g_assert_cmpuint(g_string_replace(text, right, wrong, 1), ==, 1);
		}
		g_assert_true(g_file_set_contents(to, text->str, text->len, NULL));
	}
	return folder;
}

static void
remove_folder(const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_remove(path);
	}
	g_rmdir(folder);
}

/* The line of a table where some text stands, counted from 1. */
static guint
find_line(const char *table, const char *text)
{
	g_autofree char *path = g_build_filename(OQ_TEST_VOICES "/kk", table, NULL);
	g_autofree char *contents = NULL;
	g_assert_true(g_file_get_contents(path, &contents, NULL, NULL));
	guint line = 1;
	for (const char *p = contents, *end = strstr(contents, text); p < end; p++)
		line += *p == '\n';
	return line;
}

static void
test_wrong_rows(void)
{
	static const struct {
		const char *table, *right, *wrong;
		const char *quoted; /* also in the message */
	} cases[] = {
		{"letters.tsv", "ә\tә\tfront", "ә\tә\tslender", ""},
		{"letters.tsv", "ә\tә\tfront", "әә\tә\tfront", ""},
		{"letters.tsv", "ә\tә\tfront", "ә\t\tfront", ""},
		{"letters.tsv", "ә\tә\tfront", "ә\tә", "3"},
		{"numerals.tsv", "20\tжиырма", "2O\tжиырма", ""},
		{"numerals.tsv", "20\tжиырма", "-20\tжиырма", ""},
		{"numerals.tsv", "20\tжиырма", "20.5\tжиырма", ""},
		{"numerals.tsv", "20\tжиырма", "99999999999999999999\tжиырма", ""},
		{"numerals.tsv", "20\tжиырма\t", "20\tжиырма\t\t", ""},
		{"suffixes.tsv", "ның/нің", "ның", "ның"},
		{"suffixes.tsv", "ның/нің", "ның/", "ның/"},
		{"suffixes.tsv", "ның/нің", "ның/нің/нің", "ның/нің/нің"},
		{"suffixes.tsv", "шы/ші", "шы", "шы"},
		{"abbreviations.tsv", "миллион\tany\tmay", "миллион\tany\tmaybe", "maybe"},
		{"abbreviations.tsv", "миллион\tany\tmay", "миллион\tsome\tmay", "some"},
		{"abbreviations.tsv", "миллион\tany\tmay", "миллион\tany", "4"},
		{"calendar.tsv", "month\tақпан", "moon\tақпан", ""},
		{"calendar.tsv", "month\tақпан", "month", ""},
		{"signs.tsv", "%\tпайыз", "%%\tпайыз", "%%"},
		{"signs.tsv", "%\tпайыз", "%\t", ""},
		{"lookalikes.tsv", "h\tһ\ttwin", "h\tһ\ttwins", "twins"},
		{"lookalikes.tsv", "h\tһ\ttwin", "hh\tһ\ttwin", "hh"},
		{"lookalikes.tsv", "h\tһ\ttwin", "h\tһһ\ttwin", "һһ"},
		{"lookalikes.tsv", "Y\tҮ\ttwin\tУ", "Y\tҮ\ttwin\tУУ", "УУ"},
		{"words.tsv", "minus\tминус", "minus\tминус\tх", "2"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *folder =
			copy_tables(cases[i].table, cases[i].right, cases[i].wrong);
		g_autofree char *place = g_strdup_printf("%s/%s:%u: ", folder, cases[i].table,
			find_line(cases[i].table, cases[i].right));
		g_autoptr(GError) error = NULL;
		g_test_message("%s: %s", cases[i].table, cases[i].wrong);
		g_assert_null(oq_lexicon_load(folder, &error));
		g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
		g_test_message("%s", error->message);
		g_assert_true(g_str_has_prefix(error->message, place));
		g_assert_nonnull(strstr(error->message + strlen(place), cases[i].quoted));
		g_assert_null(strchr(error->message, '\n'));
		remove_folder(folder);
	}
}

/* What a rule would miss in mid-sentence: the file and what it lacks are named. */
static void
test_incomplete_tables(void)
{
	static const struct {
		const char *table, *right, *wrong, *missing;
	} cases[] = {
		{"numerals.tsv", "\n0\tнөл", "\n# 0\tнөл", "“0”"},
		{"numerals.tsv", "\n90\t", "\n# 90\t", "“90”"},
		{"numerals.tsv", "\n100\t", "\n# 100\t", "“100”"},
		{"numerals.tsv", "\n1000000\t", "\n# 1000000\t", "“1000000”"},
		{"numerals.tsv", "\n1000000000000000000\t", "\n# ", "“1000000000000000000”"},
		{"words.tsv", "\nminus\t", "\nplus\t", "“minus”"},
		{"words.tsv", "\nof-the-year\t", "\n# ", "“of-the-year”"},
		{"calendar.tsv", "\nmonth\tқазан", "\n# ", "month"},
		{"calendar.tsv", "\nmonth\tқазан", "\nmonth\tқазан\nmonth\tон үшінші", "month"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *folder =
			copy_tables(cases[i].table, cases[i].right, cases[i].wrong);
		g_autofree char *path = g_build_filename(folder, cases[i].table, NULL);
		g_autoptr(GError) error = NULL;
		g_assert_null(oq_lexicon_load(folder, &error));
		g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
		g_test_message("%s", error->message);
		g_assert_true(g_str_has_prefix(error->message, path));
		g_assert_nonnull(strstr(error->message, cases[i].missing));
		remove_folder(folder);
	}
}

static void
test_missing_tables(void)
{
	static const char *const tables[] = {"letters.tsv", "numerals.tsv", "suffixes.tsv",
		"abbreviations.tsv", "calendar.tsv", "signs.tsv", "words.tsv"};
	for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
		g_autofree char *folder = copy_tables(tables[i], NULL, NULL);
		g_autoptr(GError) error = NULL;
		g_assert_null(oq_lexicon_load(folder, &error));
		g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
		g_assert_nonnull(strstr(error->message, tables[i]));
		remove_folder(folder);
	}
}

static void
test_look_up(void)
{
	g_autofree char *folder = copy_tables(NULL, NULL, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(folder, &error);
	g_assert_no_error(error);
	remove_folder(folder); /* once loaded, no file is needed */

	g_assert_cmpstr(oq_lexicon_number(lexicon, 40)->stem, ==, "қырқ");
	g_assert_null(oq_lexicon_number(lexicon, 41));
	g_assert_cmpuint(oq_lexicon_numeral(lexicon, oq_slice("мың"))->value, ==, 1000);
	g_assert_null(oq_lexicon_numeral(lexicon, oq_slice("мыңы")));
	g_assert_true(oq_lexicon_abbreviation(lexicon, oq_slice("тг"))->behind_number);
	g_assert_false(oq_lexicon_abbreviation(lexicon, oq_slice("проф"))->may_end);
	g_assert_null(oq_lexicon_abbreviation(lexicon, oq_slice("т.б.")));
	g_assert_cmpint(oq_lexicon_calendar_word(lexicon, oq_slice("жылы")), ==, OQ_CALENDAR_YEAR);
	g_assert_cmpint(oq_lexicon_calendar_word(lexicon, oq_slice("қазан")), ==, OQ_CALENDAR_NONE);
	g_assert_cmpstr(oq_lexicon_month(lexicon, 9, TRUE), ==, "қыркүйег");
	g_assert_cmpstr(oq_lexicon_month(lexicon, 9, FALSE), ==, "қыркүйек");
	g_assert_cmpstr(oq_lexicon_month(lexicon, 12, TRUE), ==, "желтоқсан");
	g_assert_cmpstr(oq_lexicon_sign(lexicon, '%', OQ_PUNCTUATION_NONE), ==, "пайыз");
	g_assert_null(oq_lexicon_sign(lexicon, ',', OQ_PUNCTUATION_SOME));
	g_assert_cmpstr(oq_lexicon_word(lexicon, "minus"), ==, "минус");
	oq_lexicon_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lexicon/wrong-rows", test_wrong_rows);
	g_test_add_func("/lexicon/incomplete-tables", test_incomplete_tables);
	g_test_add_func("/lexicon/missing-tables", test_missing_tables);
	g_test_add_func("/lexicon/look-up", test_look_up);
	return g_test_run();
}
