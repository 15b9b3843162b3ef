#include "text/normalizer.h"
#include "text/rules/rests.h"

#include "text_case.h"

#include <locale.h>

static void
test_find(void)
{
	static const struct {
		const char *text, *found; /* NULL: nothing */
		guint rest_ms;
	} cases[] = {
		{"сөз [pause 2s] сөз", "[pause 2s]", 2000},
		{"[pause 500ms]", "[pause 500ms]", 500},
		{"[пауза 0,5 с].", "[пауза 0,5 с]", 500},
		{"[үзіліс 2 с]", "[үзіліс 2 с]", 2000},
		{"[Үзіліс 1.25 сек]", "[Үзіліс 1.25 сек]", 1250},
		{"[ pause 0 s ]", "[ pause 0 s ]", 0},
		{"[1] [[pause 60s] [pause 1s]", "[pause 60s]", 60000},
		{"[pause 60.001s]", NULL, 0},
		{"[pause 60001ms]", NULL, 0},
		{"[pause 999999999s]", NULL, 0},
		{"[pause]", NULL, 0},
		{"[pause 2]", NULL, 0},
		{"[pause s]", NULL, 0},
		{"[pause 2. s]", NULL, 0},
		{"[pause 2 км]", NULL, 0},
		{"[pause 2s", NULL, 0},
		{"(pause 2s)", NULL, 0},
		{"[бет 2 с]", NULL, 0},
		{"[pause -2s]", NULL, 0},
		{"[", NULL, 0},
		{"", NULL, 0},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		OqRest rest;
		gboolean found = oq_rests_find(lexicon, oq_slice(cases[i].text), &rest);
		g_test_message("%s", cases[i].text);
		g_assert_cmpint(found, ==, cases[i].found != NULL);
		if (!found)
			continue;
		g_assert_cmpmem(
			rest.start, rest.end - rest.start, cases[i].found, strlen(cases[i].found));
		g_assert_cmpuint(rest.rest_ms, ==, cases[i].rest_ms);
	}
}

/* "spoken+rest_ms/follows|…" */
static char *
read_text(const OqLexicon *lexicon, gboolean written_pauses, const char *text, gsize n_piece)
{
	OqTaste taste = {.languages = OQ_LANGUAGES_ALL, .written_pauses = written_pauses};
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &taste);
	g_auto(OqUtterance) utterance;
	GString *out = g_string_new(NULL);
	gsize length = strlen(text);
	guint64 end = 0;
	oq_utterance_init(&utterance);
	for (gsize at = 0; at <= length; at += n_piece) {
		oq_normalizer_feed(normalizer, text + at, MIN(n_piece, length - at));
		if (at + n_piece > length)
			oq_normalizer_end(normalizer);
		while (oq_normalizer_next(normalizer, &utterance)) {
			g_string_append_printf(out, "%s+%u/%d|", utterance.spoken->str,
				utterance.rest_ms, utterance.follows);
			g_assert_cmpmem(utterance.text->str, utterance.text->len,
				text + utterance.start, utterance.end - utterance.start);
			g_assert_cmpuint(utterance.start, >=, end);
			end = utterance.end;
		}
	}
	return g_string_free(out, FALSE);
}

static void
test_read(void)
{
	static const char *const cases[][2] = {
		{"Aa [pause 2s] bb. Aa.", "Aa+2000/0|bb.+0/2|Aa.+0/2|"},
		{"Aa [pause 2s]. Bb", "Aa.+2000/2|Bb+0/3|"},
		{"Aa?[pause 1s]\n\nBb", "Aa?+1000/3|Bb+0/3|"},
		{"Aa. [pause 1s] bb", "Aa.+1000/2|bb+0/3|"},
		{"[pause 2s] Aa.", "+2000/0|Aa.+0/2|"},
		{"[pause 1s][pause 2s]", "+1000/0|+2000/3|"},
		{"Aa [pause 1s] bb [pause 2s]\tcc.", "Aa+1000/0|bb+2000/0|cc.+0/2|"},
		{"Aa [pause 99s].", "Aa pause тоқсан тоғыз секунд.+0/2|"},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		for (gsize n_piece = 1; n_piece < 50; n_piece += 7) {
			g_autofree char *said = read_text(lexicon, TRUE, cases[i][0], n_piece);
			g_assert_cmpstr(said, ==, cases[i][1]);
		}
	}
	g_autofree char *as_words = read_text(lexicon, FALSE, "Aa [pause 2s].", 50);
	g_assert_cmpstr(as_words, ==, "Aa pause екі секунд.+0/2|");
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rests/find", test_find);
	g_test_add_func("/rests/read", test_read);
	return g_test_run();
}
