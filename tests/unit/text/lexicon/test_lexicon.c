#include "base/table.h"
#include "text/lexicon/lexicon.h"

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

/* The line of a table where some text stands, counted from 1; a line break before it is not its. */
static guint
find_line(const char *table, const char *text)
{
	g_autofree char *path = g_build_filename(OQ_TEST_VOICES "/kk", table, NULL);
	g_autofree char *contents = NULL;
	g_assert_true(g_file_get_contents(path, &contents, NULL, NULL));
	guint line = 1;
	const char *end = strstr(contents, text);
	for (const char *p = contents; p < end + (*end == '\n'); p++)
		line += *p == '\n';
	return line;
}

/** A row of a table as it is, and as it would be refused. */
typedef struct {
	const char *table, *right, *wrong;
	const char *quoted; /* also in the message */
} WrongRow;

static void
check_wrong_row(const WrongRow *row)
{
	g_autofree char *folder = copy_tables(row->table, row->right, row->wrong);
	g_autofree char *place = g_strdup_printf(
		"%s/%s:%u: ", folder, row->table, find_line(row->table, row->right));
	g_autoptr(GError) error = NULL;
	g_test_message("%s: %s", row->table, row->wrong);
	g_assert_null(oq_lexicon_load(folder, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_test_message("%s", error->message);
	g_assert_true(g_str_has_prefix(error->message, place));
	g_assert_nonnull(strstr(error->message + strlen(place), row->quoted));
	g_assert_null(strchr(error->message, '\n'));
	remove_folder(folder);
}

static void
test_wrong_rows(void)
{
	static const WrongRow cases[] = {
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
		{"abbreviations.tsv", "шаршы\tnumber", "шаршы\tnumbers", "before-number"},
		{"calendar.tsv", "month\tақпан", "moon\tақпан", ""},
		{"calendar.tsv", "year\tж\tжылы\tжылдары\tжылғы\tжылдардағы", "year\tж\tжылы", ""},
		{"contexts.tsv", "\nyear\tжылы", "\nyears\tжылы", ""},
		{"contexts.tsv", "\nyear\tжылы", "\nyear\t", ""},
		{"contexts.tsv", "\nyear\tжылы", "\nyear\tжылы\tх", "2"},
		{"units.tsv", "\nкм\tкилометр", "\nкм\t", ""},
		{"units.tsv", "\nкм\tкилометр", "\nкм", "2"},
		{"currencies.tsv", "тг\tтеңге", "тг\tтеңге\tх", "2"},
		{"acronyms.tsv", "ТМД\tте эм де", "ТМД", "2"},
		{"calendar.tsv", "month\tақпан", "month", ""},
		{"signs.tsv", "%\tпайыз", "%%\tпайыз", "%%"},
		{"signs.tsv", "%\tпайыз", "%\t", ""},
		{"lookalikes.tsv", "h\tһ\ttwin", "h\tһ\ttwins", "twins"},
		{"lookalikes.tsv", "h\tһ\ttwin", "hh\tһ\ttwin", "hh"},
		{"lookalikes.tsv", "h\tһ\ttwin", "h\tһһ\ttwin", "һһ"},
		{"lookalikes.tsv", "Y\tҮ\ttwin\tУ", "Y\tҮ\ttwin\tУУ", "УУ"},
		{"words.tsv", "minus\tминус", "minus\tминус\tх", "2"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		check_wrong_row(&cases[i]);
}

static void
test_wrong_foreign_rows(void)
{
	static const WrongRow cases[] = {
		{"languages.tsv", "kk-letter\tә", "kk-letters\tә", ""},
		{"languages.tsv", "kk-letter\tә", "kk-letter\tәә", ""},
		{"languages.tsv", "ru-word\tчто", "ru-word\tЧто", ""},
		{"languages.tsv", "ru-word\tчто", "ru-word", "2"},
		{"russian.tsv", "процент\tпроцента", "процент\t", ""},
		{"russian.tsv", "номер", "номер\tномера", ""},
		{"latin.tsv", "sh\tш", "Sh\tш", "Sh"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		check_wrong_row(&cases[i]);
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
		{"numerals.tsv", "\n1000\t", "\n# 1000\t", "“1000”"},
		{"numerals.tsv", "\n1000000\t", "\n# 1000000\t", "“1000000”"},
		{"numerals.tsv", "\n1000000000000000000\t", "\n# ", "“1000000000000000000”"},
		{"latin.tsv", "\nq\t", "\n# ", "“q”"},
		{"words.tsv", "\nminus\t", "\nplus\t", "“minus”"},
		{"suffixes.tsv", "\npossessive\t", "\n# ", "“possessive”"},
		{"suffixes.tsv", "\ngenitive\t", "\n# ", "“genitive”"},
		{"suffixes.tsv", "\ndative\t", "\n# ", "“dative”"},
		{"suffixes.tsv", "\nlocative\t", "\n# ", "“locative”"},
		{"suffixes.tsv", "\nablative\t", "\n# ", "“ablative”"},
		{"suffixes.tsv", "\nattributive\t", "\n# ", "“attributive”"},
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
	g_autoptr(GDir) dir = g_dir_open(OQ_TEST_VOICES "/kk", 0, NULL);
	/* pauses.tsv and questions.tsv are read by speech/prosody.c */
	for (const char *table; (table = g_dir_read_name(dir)) != NULL;) {
		if (strcmp(table, "pauses.tsv") == 0 || strcmp(table, "questions.tsv") == 0)
			continue;
		g_autofree char *folder = copy_tables(table, NULL, NULL);
		g_autoptr(GError) error = NULL;
		g_assert_null(oq_lexicon_load(folder, &error));
		g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
		g_assert_nonnull(strstr(error->message, table));
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
	g_assert_cmpint(oq_lexicon_abbreviation(lexicon, oq_slice("кв"))->place, ==,
		OQ_ABBREVIATION_BEHIND_NUMBER);
	g_assert_false(oq_lexicon_abbreviation(lexicon, oq_slice("проф"))->may_end);
	g_assert_null(oq_lexicon_abbreviation(lexicon, oq_slice("т.б.")));
	g_assert_cmpint(oq_lexicon_context(lexicon, oq_slice("жылы"), FALSE), ==, OQ_CONTEXT_YEAR);
	g_assert_cmpint(oq_lexicon_context(lexicon, oq_slice("қазан"), FALSE), ==, OQ_CONTEXT_NONE);
	g_assert_cmpint(
		oq_lexicon_context(lexicon, oq_slice("ғасыр"), TRUE), ==, OQ_CONTEXT_ORDINAL);
	g_assert_cmpint(oq_lexicon_context(lexicon, oq_slice("ғасыр"), FALSE), ==, OQ_CONTEXT_NONE);
	g_assert_cmpstr(oq_lexicon_unit(lexicon, oq_slice("км")), ==, "километр");
	g_assert_cmpstr(oq_lexicon_currency(lexicon, oq_slice("₸")), ==, "теңге");
	g_assert_cmpstr(oq_lexicon_acronym(lexicon, oq_slice("ТМД")), ==, "те эм де");
	g_assert_cmpstr(
		oq_lexicon_year_abbreviation(lexicon, oq_slice("жж"))->plural, ==, "жылдары");
	g_assert_cmpstr(oq_lexicon_month(lexicon, 9, TRUE), ==, "қыркүйег");
	g_assert_cmpstr(oq_lexicon_month(lexicon, 9, FALSE), ==, "қыркүйек");
	g_assert_cmpstr(oq_lexicon_month(lexicon, 12, TRUE), ==, "желтоқсан");
	g_assert_cmpstr(oq_lexicon_sign(lexicon, '%', OQ_PUNCTUATION_NONE), ==, "пайыз");
	g_assert_null(oq_lexicon_sign(lexicon, ',', OQ_PUNCTUATION_SOME));
	g_assert_cmpstr(oq_lexicon_word(lexicon, OQ_WORD_MINUS), ==, "минус");
	oq_lexicon_free(NULL);
}

/* Every kind of contexts.tsv; a word may be of several, as a whole or as a stem. */
static void
test_contexts(void)
{
	static const struct {
		const char *word;
		OqContext whole, stem;
	} cases[] = {
		{"жылы", OQ_CONTEXT_YEAR, OQ_CONTEXT_NONE},
		{"жылдан", OQ_CONTEXT_YEAR_OR_SPAN, OQ_CONTEXT_NONE},
		{"жыл", OQ_CONTEXT_YEAR_BARE | OQ_CONTEXT_HALF, OQ_CONTEXT_NONE},
		{"бұрын", OQ_CONTEXT_SPAN, OQ_CONTEXT_NONE},
		{"жылдығы", OQ_CONTEXT_ANNIVERSARY, OQ_CONTEXT_NONE},
		{"ғасыр", OQ_CONTEXT_NONE, OQ_CONTEXT_ORDINAL},
		{"соңында", OQ_CONTEXT_PART, OQ_CONTEXT_NONE},
		{"жсн", OQ_CONTEXT_IDENTIFIER, OQ_CONTEXT_NONE},
		{"миллион", OQ_CONTEXT_SCALE, OQ_CONTEXT_HALF},
		{"сағат", OQ_CONTEXT_CLOCK, OQ_CONTEXT_HALF},
		{"ақ", OQ_CONTEXT_PARTICLE, OQ_CONTEXT_NONE},
		{"және", OQ_CONTEXT_CONJUNCTION, OQ_CONTEXT_NONE},
		{"бөлігі", OQ_CONTEXT_SHARE, OQ_CONTEXT_NONE},
		{"оқу", OQ_CONTEXT_YEAR_KIND, OQ_CONTEXT_NONE},
		{"кв", OQ_CONTEXT_SCALE, OQ_CONTEXT_NONE},
		{"ЖЫЛЫ", OQ_CONTEXT_NONE, OQ_CONTEXT_NONE},
		{"ғасыр-", OQ_CONTEXT_NONE, OQ_CONTEXT_NONE},
		{"", OQ_CONTEXT_NONE, OQ_CONTEXT_NONE},
	};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		OqSlice word = oq_slice(cases[i].word);
		g_test_message("%s", cases[i].word);
		g_assert_cmpint(oq_lexicon_context(lexicon, word, FALSE), ==, cases[i].whole);
		g_assert_cmpint(oq_lexicon_context(lexicon, word, TRUE), ==, cases[i].stem);
		if (cases[i].stem != OQ_CONTEXT_NONE)
			g_assert_cmpuint(oq_lexicon_max_stem_bytes(lexicon), >=, word.length);
	}
}

static void
test_places(void)
{
	static const struct {
		const char *key, *spoken, *before_noun;
		OqAbbreviationPlace place;
		gboolean may_end;
	} cases[] = {
		{"млн", "миллион", NULL, OQ_ABBREVIATION_ANYWHERE, TRUE},
		{"т.б", "тағы басқалар", "тағы басқа", OQ_ABBREVIATION_ANYWHERE, TRUE},
		{"кв", "шаршы", NULL, OQ_ABBREVIATION_BEHIND_NUMBER, FALSE},
		{"қ", "қаласы", NULL, OQ_ABBREVIATION_BEHIND_NAME, FALSE},
		{"n", "нөмірі", NULL, OQ_ABBREVIATION_BEFORE_NUMBER, FALSE},
	};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		const OqAbbreviation *found =
			oq_lexicon_abbreviation(lexicon, oq_slice(cases[i].key));
		g_test_message("%s", cases[i].key);
		g_assert_nonnull(found);
		g_assert_cmpstr(found->spoken, ==, cases[i].spoken);
		g_assert_cmpstr(found->before_noun, ==, cases[i].before_noun);
		g_assert_cmpint(found->place, ==, cases[i].place);
		g_assert_cmpint(found->may_end, ==, cases[i].may_end);
	}
}

/* What the endings do beside being attached. */
static void
test_suffix_kinds(void)
{
	static const struct {
		const char *name;
		OqSuffixKind kind;
	} cases[] = {
		{"ordinal", OQ_SUFFIX_ORDINAL},
		{"collective", OQ_SUFFIX_COLLECTIVE},
		{"possessive", OQ_SUFFIX_POSSESSIVE},
		{"adjective", OQ_SUFFIX_DERIVING},
		{"adjective-soft", OQ_SUFFIX_DERIVING},
		{"plural", OQ_SUFFIX_MULTIPLYING},
		{"tens", OQ_SUFFIX_MULTIPLYING},
		{"genitive", OQ_SUFFIX_PLAIN},
		{"ours", OQ_SUFFIX_PLAIN},
	};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	guint n_all, n_found = 0;
	const OqSuffix *all = oq_lexicon_suffixes(lexicon, &n_all);
	for (guint i = 0; i < n_all; i++) {
		for (guint j = 0; j < G_N_ELEMENTS(cases); j++) {
			if (strcmp(all[i].name, cases[j].name) != 0)
				continue;
			g_test_message("%s", all[i].name);
			g_assert_cmpint(all[i].kind, ==, cases[j].kind);
			n_found++;
		}
	}
	g_assert_cmpuint(n_found, ==, G_N_ELEMENTS(cases));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lexicon/wrong-rows", test_wrong_rows);
	g_test_add_func("/lexicon/incomplete-tables", test_incomplete_tables);
	g_test_add_func("/lexicon/wrong-foreign-rows", test_wrong_foreign_rows);
	g_test_add_func("/lexicon/missing-tables", test_missing_tables);
	g_test_add_func("/lexicon/look-up", test_look_up);
	g_test_add_func("/lexicon/contexts", test_contexts);
	g_test_add_func("/lexicon/places", test_places);
	g_test_add_func("/lexicon/suffix-kinds", test_suffix_kinds);
	return g_test_run();
}
