#include "wrong_table.h"

static void
test_missing_tables(void)
{
	g_autoptr(GDir) dir = g_dir_open(OQ_TEST_VOICES "/kk", 0, NULL);
	for (const char *table; (table = g_dir_read_name(dir)) != NULL;) {
		if (wrong_table_is_others(table))
			continue;
		g_autofree char *folder = wrong_table_copy(table, NULL, NULL);
		g_autoptr(GError) error = NULL;
		g_assert_null(oq_lexicon_load(folder, &error));
		g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
		g_assert_nonnull(strstr(error->message, table));
		wrong_table_remove(folder);
	}
}

static void
test_look_up(void)
{
	g_autofree char *folder = wrong_table_copy(NULL, NULL, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(folder, &error);
	g_assert_no_error(error);
	wrong_table_remove(folder); /* once loaded, no file is needed */

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
	g_assert_cmpint(
		oq_lexicon_short_name(lexicon, oq_slice("қаз"))->kind, ==, OQ_SHORT_MONTH_OR_WORD);
	g_assert_cmpstr(oq_lexicon_short_name(lexicon, oq_slice("дс"))->spoken, ==, "дүйсенбі");
	g_assert_null(oq_lexicon_short_name(lexicon, oq_slice("дүйсенбі")));
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
		{"сағат", OQ_CONTEXT_CLOCK, OQ_CONTEXT_HALF | OQ_CONTEXT_QUANTITY},
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
test_asides(void)
{
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", NULL);
	g_assert_cmpint(
		oq_lexicon_aside(lexicon, oq_slice("б")), ==, OQ_ASIDE_AUTHOR | OQ_ASIDE_PAGE);
	g_assert_cmpint(oq_lexicon_aside(lexicon, oq_slice("қараңыз")), ==, OQ_ASIDE_SEE);
	g_assert_cmpint(oq_lexicon_aside(lexicon, oq_slice("сөз")), ==, OQ_ASIDE_NONE);
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
	g_test_add_func("/lexicon/missing-tables", test_missing_tables);
	g_test_add_func("/lexicon/look-up", test_look_up);
	g_test_add_func("/lexicon/contexts", test_contexts);
	g_test_add_func("/lexicon/asides", test_asides);
	g_test_add_func("/lexicon/places", test_places);
	g_test_add_func("/lexicon/suffix-kinds", test_suffix_kinds);
	return g_test_run();
}
