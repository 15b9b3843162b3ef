#include "text/rules/asides.h"

#include "text_case.h"

#include <locale.h>

typedef guint (*Find)(const OqSentence *sentence, guint at);

/* "сөз |[1]| сөз": what is found at the first |; with no second one: nothing. */
static void
check(Find find, const char *const *cases, guint n_cases)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < n_cases; i++) {
		g_auto(GStrv) parts = g_strsplit(cases[i], "|", 3);
		g_autofree char *text = g_strjoinv("", parts);
		g_auto(OqSentence) sentence;
		guint at = 0;
		oq_sentence_init(&sentence, lexicon);
		oq_sentence_read(&sentence, oq_slice(text));
		while (sentence.tokens[at].start < strlen(parts[0]))
			at++;
		guint n_tokens = find(&sentence, at);
		g_test_message("%s: %u", cases[i], n_tokens);
		g_assert_cmpint(n_tokens > 0, ==, g_strv_length(parts) == 3);
		if (n_tokens > 0)
			g_assert_cmpuint(sentence.tokens[at + n_tokens - 1].end, ==,
				strlen(parts[0]) + strlen(parts[1]));
	}
}

static void
test_notes(void)
{
	static const char *const cases[] = {
		"сөз|[12]| сөз",
		"|[1]|",
		"сөз |[3, с. 15]|.",
		"|[4, 45-б.]|",
		"|[1–3; 7]|",
		"|[2а]|",
		"|[1999]",
		"|[12",
		"|[]",
		"|[б. 5]",
		"|[5 адам]",
		"|(12)",
	};
	check(oq_asides_note, cases, G_N_ELEMENTS(cases));
}

static void
test_references(void)
{
	static const char *const cases[] = {
		"|(Ахметов, 2019)|",
		"|(Ахметов Б., 2019, 45-б.)|",
		"|(А. Байтұрсынұлы, 1926: 12–14)|",
		"|(Smith et al., 2020a)|",
		"|(Smith & Jones, 2020, pp. 3–5; Ахметов және Серік, 2019)|",
		"|(қар.: Ахметов, 2019)|",
		"|(Ахметов 2019, 5-бет)|",
		"|[Ахметов, 2019]|",
		"|(Токио 2020)",
		"|(2020)",
		"|(А., 2020)",
		"|(ақын, 2020)",
		"|(Ахметов, 2020 жылы)",
		"|(Ахметов, 20)",
		"|(Ахметов, 9999)",
		"|(Ахметов, 2020",
		"|(Ахметов, 2020]",
		"|(Ахметов, 2020;)",
		"|()",
	};
	check(oq_asides_reference, cases, G_N_ELEMENTS(cases));
}

static void
test_match(void)
{
	static const struct {
		const char *text;
		guint first_end; /* behind the pair of the first bracket; 0: none are matched */
	} cases[] = {
		{"(а)", 3},
		{"(а (б) в) г", 7},
		{"([а])", 5},
		{"1) (а) б", 0},
		{"а", 0},
		{"(а", 0},
		{"(а (б)", 0},
		{"(а]", 0},
		{"(а [б) в]", 0},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(GArray) ends = g_array_new(FALSE, TRUE, sizeof(guint));
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(OqSentence) sentence;
		oq_sentence_init(&sentence, lexicon);
		oq_sentence_read(&sentence, oq_slice(cases[i].text));
		gboolean matched = oq_asides_match(&sentence, ends);
		g_test_message("%s", cases[i].text);
		if (g_str_has_prefix(cases[i].text, "1)")) {
			g_assert_true(matched);
			g_assert_cmpuint(g_array_index(ends, guint, 2), ==, 5);
			continue;
		}
		g_assert_cmpint(matched, ==, cases[i].first_end > 0);
		if (matched)
			g_assert_cmpuint(g_array_index(ends, guint, 0), ==, cases[i].first_end);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/asides/notes", test_notes);
	g_test_add_func("/asides/references", test_references);
	g_test_add_func("/asides/match", test_match);
	return g_test_run();
}
