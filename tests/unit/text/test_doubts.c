#include "text/doubts.h"

#include "text/normalizer.h"
#include "text_case.h"

#include <locale.h>

static const char *const names[] = {
	[OQ_DOUBT_ABBREVIATION] = "abbreviation",
	[OQ_DOUBT_ACRONYM] = "acronym",
	[OQ_DOUBT_NAME] = "name",
	[OQ_DOUBT_SIGN] = "sign",
	[OQ_DOUBT_DATE] = "date",
};

/* As "kind:written kind:written …". */
static char *
doubts_of(const OqLexicon *lexicon, const OqDictionary *dictionary, const char *text)
{
	g_autoptr(OqNormalizer) normalizer =
		oq_normalizer_new(lexicon, dictionary, &OQ_TASTE_DEFAULT);
	g_autoptr(GArray) doubts = g_array_new(FALSE, FALSE, sizeof(OqDoubt));
	g_autoptr(GString) found = g_string_new(NULL);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance)) {
		oq_doubts_find(lexicon, &utterance, doubts);
		for (guint i = 0; i < doubts->len; i++) {
			const OqDoubt *doubt = &g_array_index(doubts, OqDoubt, i);
			g_string_append_printf(found, "%s%s:%.*s", found->len > 0 ? " " : "",
				names[doubt->kind], (int)(doubt->end - doubt->start),
				text + doubt->start);
			g_assert_cmpuint(doubt->first_word, <=, doubt->end_word);
			g_assert_cmpuint(doubt->end_word, <=, utterance.words->len);
		}
	}
	return g_string_free(g_steal_pointer(&found), FALSE);
}

static const struct {
	const char *text;
	const char *doubts;
} cases[] = {
	{"Бүгін 5 кг алма, 2008 жылы, т.б. бар.", ""},
	{"Ол ТМД-ға кірді.", ""},
	{"Ол ЩЖҚД-ға кірді.", "acronym:ЩЖҚД"},
	{"ӨЗЕН БОЙЫНДА", ""},
	{"Тчк редакция", "abbreviation:Тчк"},
	{"зерг. алқасы жиналды", "abbreviation:зерг."},
	{"Ол келді. Кетті.", ""},
	{"Маған ұнады. жақсы екен", ""},
	{"Бұл алма. тәтті екен", ""},
	{"Мен келдім. сен қайдасың", ""},
	{"ттк-сі бар", "abbreviation:ттк-сі"},
	{"Bloomberg News хабарлады", "name:Bloomberg News"},
	{"Қала → ауыл ♥♥", "sign:→ sign:♥♥"},
	{"• бірінші", ""},
	{"«Қала», – деді ол (бүгін)!", ""},
	{"03/04/2025 күні", "date:03/04/2025"},
	{"13/04/2025 күні", ""},
	{"03.04.2025 күні", ""},
	{"кездесу 12.05 болады", "date:12.05"},
	{"салмағы 12.05 кг", ""},
	{"бағасы 12.05%", ""},
	{"1.12.05 бабы", ""},
	{"\033[1mҚа\033[31mзақ\033[m ЩЖҚД\033]0;WWW\a келді", "acronym:ЩЖҚД"},
};

static void
test_found(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *found = doubts_of(lexicon, NULL, cases[i].text);
		g_test_message("%s", cases[i].text);
		g_assert_cmpstr(found, ==, cases[i].doubts);
	}
}

/* Whose words are the user's is not guessed. */
static void
test_known(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqDictionary) dictionary = oq_dictionary_new(lexicon);
	static const char *const words[] = {"ЩЖҚД", "тчк", "Bloomberg", "→"};
	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		g_assert_true(oq_dictionary_put(dictionary, words[i], "сөз", NULL));
	g_autofree char *found =
		doubts_of(lexicon, dictionary, "ЩЖҚД тчк Bloomberg → келді, ЩЖҚЖ тчк");
	g_assert_cmpstr(found, ==, "acronym:ЩЖҚЖ");
}

/* What was left out is not read because it was asked for. */
static void
test_left_out(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(GArray) doubts = g_array_new(FALSE, FALSE, sizeof(OqDoubt));
	const OqTaste taste = {.languages = OQ_LANGUAGES_ALL, .skips = OQ_SKIP_EMOJI};
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &taste);
	const char *text = "Сәлем 😀 достар";
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	g_assert_true(oq_normalizer_next(normalizer, &utterance));
	oq_doubts_find(lexicon, &utterance, doubts);
	g_assert_cmpuint(doubts->len, ==, 0);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/doubts/found", test_found);
	g_test_add_func("/doubts/known", test_known);
	g_test_add_func("/doubts/left-out", test_left_out);
	return g_test_run();
}
