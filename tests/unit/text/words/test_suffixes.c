#include "text/words/suffixes.h"

#include "text_case.h"

#include <string.h>

/* A word for each final sound in both harmonies, and the column of kazakh-reading.md, 5. */
typedef enum { VOWEL, SONORANT, L, NASAL, Z, VOICELESS, N_COLUMNS } Column;
static const struct {
	const char *word;
	Column column;
	OqHarmony harmony;
} words[] = {
	{"алты", VOWEL, OQ_HARMONY_BACK},
	{"жеті", VOWEL, OQ_HARMONY_FRONT},
	{"жүз алма", VOWEL, OQ_HARMONY_BACK},
	{"мың түйе", VOWEL, OQ_HARMONY_FRONT},
	{"доллар", SONORANT, OQ_HARMONY_BACK},
	{"бір", SONORANT, OQ_HARMONY_FRONT},
	{"ай", SONORANT, OQ_HARMONY_BACK},
	{"үй", SONORANT, OQ_HARMONY_FRONT},
	{"тау", SONORANT, OQ_HARMONY_BACK},
	{"елу", SONORANT, OQ_HARMONY_FRONT},
	{"сари", SONORANT, OQ_HARMONY_BACK},
	{"Әли", SONORANT, OQ_HARMONY_FRONT},
	{"жыл", L, OQ_HARMONY_BACK},
	{"ел", L, OQ_HARMONY_FRONT},
	{"рубль", L, OQ_HARMONY_FRONT},
	{"адам", NASAL, OQ_HARMONY_BACK},
	{"әлем", NASAL, OQ_HARMONY_FRONT},
	{"миллион", NASAL, OQ_HARMONY_BACK},
	{"сексен", NASAL, OQ_HARMONY_FRONT},
	{"мың", NASAL, OQ_HARMONY_BACK},
	{"тең", NASAL, OQ_HARMONY_FRONT},
	{"тоғыз", Z, OQ_HARMONY_BACK},
	{"сегіз", Z, OQ_HARMONY_FRONT},
	{"гараж", Z, OQ_HARMONY_BACK},
	{"тәж", Z, OQ_HARMONY_FRONT},
	{"алпыс", VOICELESS, OQ_HARMONY_BACK},
	{"төрт", VOICELESS, OQ_HARMONY_FRONT},
	{"араб", VOICELESS, OQ_HARMONY_BACK},
	{"устав", VOICELESS, OQ_HARMONY_BACK},
	{"каталог", VOICELESS, OQ_HARMONY_BACK},
	{"миллиард", VOICELESS, OQ_HARMONY_BACK},
	{"рейд", VOICELESS, OQ_HARMONY_FRONT},
};

/* The table itself: back and front by column; then behind a possessive, if it occurs there. */
static const struct {
	const char *name;
	const char *forms[N_COLUMNS][2];
	const char *after_possessive[2];
} endings[] = {
	{"genitive",
		{{"ның", "нің"}, {"дың", "дің"}, {"дың", "дің"}, {"ның", "нің"}, {"дың", "дің"},
			{"тың", "тің"}},
		{"ның", "нің"}},
	{"dative",
		{{"ға", "ге"}, {"ға", "ге"}, {"ға", "ге"}, {"ға", "ге"}, {"ға", "ге"},
			{"қа", "ке"}},
		{"на", "не"}},
	{"accusative",
		{{"ны", "ні"}, {"ды", "ді"}, {"ды", "ді"}, {"ды", "ді"}, {"ды", "ді"},
			{"ты", "ті"}},
		{"н", "н"}},
	{"locative",
		{{"да", "де"}, {"да", "де"}, {"да", "де"}, {"да", "де"}, {"да", "де"},
			{"та", "те"}},
		{"нда", "нде"}},
	{"ablative",
		{{"дан", "ден"}, {"дан", "ден"}, {"дан", "ден"}, {"нан", "нен"}, {"дан", "ден"},
			{"тан", "тен"}},
		{"нан", "нен"}},
	{"instrumental",
		{{"мен", "мен"}, {"мен", "мен"}, {"мен", "мен"}, {"мен", "мен"}, {"бен", "бен"},
			{"пен", "пен"}},
		{"мен", "мен"}},
	{"plural",
		{{"лар", "лер"}, {"лар", "лер"}, {"дар", "дер"}, {"дар", "дер"}, {"дар", "дер"},
			{"тар", "тер"}},
		{NULL, NULL}},
	{"possessive", {{"сы", "сі"}, {"ы", "і"}, {"ы", "і"}, {"ы", "і"}, {"ы", "і"}, {"ы", "і"}},
		{NULL, NULL}},
	{"attributive",
		{{"дағы", "дегі"}, {"дағы", "дегі"}, {"дағы", "дегі"}, {"дағы", "дегі"},
			{"дағы", "дегі"}, {"тағы", "тегі"}},
		{"ндағы", "ндегі"}},
	{"similative",
		{{"дай", "дей"}, {"дай", "дей"}, {"дай", "дей"}, {"дай", "дей"}, {"дай", "дей"},
			{"тай", "тей"}},
		{"ндай", "ндей"}},
	{"adjective",
		{{"лық", "лік"}, {"лық", "лік"}, {"дық", "дік"}, {"дық", "дік"}, {"дық", "дік"},
			{"тық", "тік"}},
		{NULL, NULL}},
};

/* The one ending of that name in suffixes.tsv. */
static OqSuffixes
find(const OqLexicon *lexicon, const char *name)
{
	guint n_all;
	const OqSuffix *all = oq_lexicon_suffixes(lexicon, &n_all);
	for (guint8 i = 0; i < n_all; i++)
		if (strcmp(all[i].name, name) == 0)
			return (OqSuffixes){1, {i}};
	g_error("%s", name);
}

static void
assert_attached(const OqLexicon *lexicon, const OqSuffixes *suffixes, const char *word,
	const char *expected)
{
	g_autoptr(GString) said = g_string_new(word);
	oq_suffixes_attach(lexicon, suffixes, said);
	g_assert_cmpstr(said->str, ==, expected);
}

static void
test_forms(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
		OqSuffixes suffixes = find(lexicon, endings[i].name);
		OqSuffixes possessed = oq_suffixes_named(lexicon, OQ_NAMED_POSSESSIVE);
		possessed.suffix[possessed.n++] = suffixes.suffix[0];
		for (guint j = 0; j < G_N_ELEMENTS(words); j++) {
			OqHarmony harmony = words[j].harmony;
			/* ь goes before a vowel */
			g_autoptr(GString) stem = g_string_new(words[j].word);
			g_string_replace(stem, "ь", "", 1);
			const char *form = endings[i].forms[words[j].column][harmony];
			gboolean whole =
				!g_str_has_prefix(form, "ы") && !g_str_has_prefix(form, "і");
			g_autofree char *expected =
				g_strconcat(whole ? words[j].word : stem->str, form, NULL);
			assert_attached(lexicon, &suffixes, words[j].word, expected);
			if (endings[i].after_possessive[0] == NULL)
				continue;
			const char *vowel = harmony == OQ_HARMONY_BACK ? "ы" : "і";
			g_autofree char *behind =
				g_strconcat(stem->str, words[j].column == VOWEL ? "с" : "", vowel,
					endings[i].after_possessive[harmony], NULL);
			assert_attached(lexicon, &possessed, words[j].word, behind);
		}
	}
}

static const char *const attached[][3] = {
	{"ге", "алпыс", "алпысқа"},
	{"дің", "елу", "елудің"},
	{"ға", "бес", "беске"},
	{"ға", "моль", "мольге"},
	{"ы", "баррель", "баррелі"},
	{"сына", "рубль", "рубліне"},
	{"мен", "сегіз", "сегізбен"},
	{"ы", "қырық", "қырқы"},
	{"ына", "қырық", "қырқына"},
	{"ға", "қырық", "қырыққа"},
	{"ы", "топ", "тобы"},
	{"і", "бөлік", "бөлігі"},
	{"ы", "халық", "халығы"},
	{"ның", "халық", "халықтың"},
	/* ordinals in every spelling */
	{"інші", "төрт", "төртінші"},
	{"ші", "бес", "бесінші"},
	{"шы", "бес", "бесінші"},
	{"нші", "жиырма", "жиырмасыншы"},
	{"ыншы", "қырық", "қырқыншы"},
	{"іншіден", "бір", "біріншіден"},
	{"ншісі", "екі", "екіншісі"},
	{"ншісінде", "алты", "алтыншысында"},
	{"шылардың", "он", "оныншылардың"},
	{"інші", "пайыз", "пайызыншы"},
	/* collectives */
	{"еуі", "екі", "екеуі"},
	{"еуінің", "үш", "үшеуінің"},
	{"уы", "алты", "алтауы"},
	{"еу", "жеті", "жетеу"},
	/* about, tens of */
	{"даған", "он", "ондаған"},
	{"деген", "жүз", "жүздеген"},
	{"дай", "төрт мың", "төрт мыңдай"},
	{"терде", "бес", "бестерде"},
	{"дап", "он мың", "он мыңдап"},
	/* another word, before a vowel too */
	{"дық", "жүз жыл", "жүз жылдық"},
	{"дығы", "жетпіс жыл", "жетпіс жылдығы"},
	{"лігін", "екі", "екілігін"},
	{"тіктің", "бес", "бестіктің"},
	{"сыз", "пайыз", "пайызсыз"},
	{"дікі", "он", "ондікі"},
	{"нікі", "екі", "екінікі"},
	{"ша", "бес", "бесше"},
	{"еуміз", "екі", "екеуміз"},
	{"уымыз", "алты", "алтауымыз"},
	/* a doubled consonant is written once */
	{"нан", "миллиграмм", "миллиграмнан"},
	{"ы", "килограмм", "килограмы"},
	{"ға", "грамм", "грамға"},
	{"тан", "киловатт", "киловаттан"},
	{"ға", "тонна", "тоннаға"},
	{"ға", "Аа", "Ааға"},
};

/* Written endings and what they make of a word: they are made anew for it. */
static void
test_parse_and_attach(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(attached); i++) {
		OqSuffixes suffixes;
		g_test_message("%s-%s", attached[i][1], attached[i][0]);
		g_assert_true(oq_suffixes_parse(lexicon, oq_slice(attached[i][0]), &suffixes));
		assert_attached(lexicon, &suffixes, attached[i][1], attached[i][2]);
	}
}

/* Nouns, broken endings, and endings that stand only behind a possessive. */
static void
test_refusals(void)
{
	static const char *const written[] = {"", "сынып", "сыныпта", "жыл", "жылы", "бап", "қабат",
		"үйде", "н", "на", "нда", "нен-", "ден ", "ЫНШЫ", "лар5", "ға\uFFFD", "ғ",
		"дадададададада"};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	OqSuffixes suffixes;
	for (guint i = 0; i < G_N_ELEMENTS(written); i++) {
		g_test_message("%s", written[i]);
		g_assert_false(oq_suffixes_parse(lexicon, oq_slice(written[i]), &suffixes));
	}
	g_assert_true(oq_suffixes_parse(lexicon, oq_slice("дадададада"), &suffixes));
	g_assert_cmpuint(suffixes.n, ==, 5);
}

static void
test_parse_behind_possessive(void)
{
	static const char *const forms[] = {"н", "на", "нда", "нан", "ның", "мен", "ндағы"};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	OqSuffixes suffixes;
	for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
		OqSlice form = oq_slice(forms[i]);
		g_assert_true(oq_suffixes_parse_behind_possessive(lexicon, form, &suffixes));
		g_assert_cmpuint(suffixes.n, ==, 1);
	}
	OqSlice dative = oq_slice("на");
	g_assert_true(oq_suffixes_parse_behind_possessive(lexicon, dative, &suffixes));
	g_assert_cmpuint(suffixes.suffix[0], ==, find(lexicon, "dative").suffix[0]);
	g_assert_false(oq_suffixes_parse_behind_possessive(lexicon, oq_slice(""), &suffixes));
	g_assert_false(oq_suffixes_parse_behind_possessive(lexicon, oq_slice("үйде"), &suffixes));
}

static void
test_named(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (OqNamedSuffix name = 0; name < OQ_N_NAMED_SUFFIXES; name++) {
		OqSuffixes named = oq_suffixes_named(lexicon, name);
		OqSuffixes found = find(lexicon, oq_names_suffixes()[name]);
		g_assert_cmpuint(named.n, ==, 1);
		g_assert_cmpuint(named.suffix[0], ==, found.suffix[0]);
	}
}

/* Cases of the same word, and endings that make another one, alone or in a chain. */
static void
test_case_endings(void)
{
	static const char *const cases[] = {
		"ға", "нің", "ында", "лар", "ларының", "дағы", "дікі", "мен", "сынан", "дарымен"};
	static const char *const deriving[] = {"лық", "лығы", "дігін", "дай", "дап", "сыз", "ша",
		"ншы", "шысында", "еуінің", "ларсыз"};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	OqSuffixes suffixes;
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_test_message("%s", cases[i]);
		g_assert_true(oq_suffixes_parse_case(lexicon, oq_slice(cases[i]), &suffixes));
	}
	for (guint i = 0; i < G_N_ELEMENTS(deriving); i++) {
		g_test_message("%s", deriving[i]);
		g_assert_true(oq_suffixes_parse(lexicon, oq_slice(deriving[i]), &suffixes));
		g_assert_false(oq_suffixes_parse_case(lexicon, oq_slice(deriving[i]), &suffixes));
	}
	g_assert_false(oq_suffixes_parse_case(lexicon, oq_slice(""), &suffixes));
	g_assert_false(oq_suffixes_parse_case(lexicon, oq_slice("сынып"), &suffixes));
}

/* қаласы, whose possessive was not written as an ending */
static void
test_behind_possessive(void)
{
	static const char *const cases[][3] = {
		{"ға", "Алматы қаласы", "Алматы қаласына"},
		{"дан", "Абай көшесі", "Абай көшесінен"},
		{"та", "Абай ауданы", "Абай ауданында"},
		{"мен", "облысы", "облысымен"},
		{"дағы", "облысы", "облысындағы"},
		{"дікі", "облысы", "облысынікі"},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		OqSuffixes suffixes;
		g_autoptr(GString) said = g_string_new(cases[i][1]);
		g_assert_true(oq_suffixes_parse(lexicon, oq_slice(cases[i][0]), &suffixes));
		oq_suffixes_attach_behind_possessive(lexicon, &suffixes, said);
		g_assert_cmpstr(said->str, ==, cases[i][2]);
	}
}

/* What an ending became is read as the same ending again. */
static void
test_round_trip(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
		for (guint j = 0; j < G_N_ELEMENTS(words); j++) {
			g_autoptr(GString) said = g_string_new(words[j].word);
			OqSuffixes suffixes = find(lexicon, endings[i].name), again;
			oq_suffixes_attach(lexicon, &suffixes, said);
			gsize n_kept = strlen(words[j].word);
			if (strncmp(said->str, words[j].word, n_kept) != 0)
				n_kept -= strlen("ь");
			OqSlice ending = oq_slice(said->str + n_kept);
			g_assert_true(oq_suffixes_parse(lexicon, ending, &again));
			assert_attached(lexicon, &again, words[j].word, said->str);
		}
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/suffixes/forms", test_forms);
	g_test_add_func("/suffixes/parse-and-attach", test_parse_and_attach);
	g_test_add_func("/suffixes/refusals", test_refusals);
	g_test_add_func("/suffixes/named", test_named);
	g_test_add_func("/suffixes/case-endings", test_case_endings);
	g_test_add_func("/suffixes/behind-possessive", test_behind_possessive);
	g_test_add_func("/suffixes/round-trip", test_round_trip);
	g_test_add_func("/suffixes/parse-behind-possessive", test_parse_behind_possessive);
	return g_test_run();
}
