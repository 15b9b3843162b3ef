#include "text/normalizer.h"
#include "text/rules/quotes.h"

#include "text_case.h"

#include <locale.h>

/* The words, those that are quoted behind a *. */
static char *
read_text(const OqLexicon *lexicon, gboolean quotes, const char *text)
{
	OqTaste taste = {.languages = OQ_LANGUAGES_ALL, .quotes = quotes};
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &taste);
	g_auto(OqUtterance) utterance;
	GString *out = g_string_new(NULL);
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance)) {
		for (guint i = 0; i < utterance.words->len; i++) {
			const OqWord *word = oq_utterance_word(&utterance, i);
			g_string_append_printf(out, "%s%s%.*s", out->len > 0 ? " " : "",
				word->quoted ? "*" : "",
				(int)(word->spoken_end - word->spoken_start),
				utterance.spoken->str + word->spoken_start);
		}
	}
	return g_string_free(out, FALSE);
}

static void
test_follow(void)
{
	static const char *const cases[][2] = {
		{"Ол «мен келдім» деді.", "Ол *мен *келдім деді"},
		{"Ол “мен 5 кг” деді.", "Ол *мен *бес *килограмм деді"},
		{"Ол „мен келдім“ деді.", "Ол *мен *келдім деді"},
		{"Ол „мен келдім” деді.", "Ол *мен *келдім деді"},
		{"Ол \"мен келдім\" деді.", "Ол *мен *келдім деді"},
		{"«Мен келдім. Сен де кел!» – деді ол.", "*Мен *келдім *Сен *де *кел деді ол"},
		{"«Бір «екі үш» төрт» бес", "*Бір *екі *үш *төрт бес"},
		{"«Астана» мен «Самұрық-Қазына» қоры", "Астана мен Самұрық Қазына қоры"},
		{"«Бір «Астана» екі» үш", "*Бір *Астана *екі үш"},
		{"«Бір “екі үш» төрт", "*Бір *екі *үш төрт"},
		{"«Бір екі\n\nүш» төрт", "*Бір *екі үш төрт"},
		{"бір» екі", "бір екі"},
		{"12\" экран мен 5\"", "он екі экран мен бес"},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *said = read_text(lexicon, TRUE, cases[i][0]);
		g_assert_cmpstr(said, ==, cases[i][1]);
	}
	g_autofree char *unasked = read_text(lexicon, FALSE, "Ол «мен келдім» деді.");
	g_assert_cmpstr(unasked, ==, "Ол мен келдім деді");
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/quotes/follow", test_follow);
	return g_test_run();
}
