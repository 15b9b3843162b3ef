#include "text/rules/expander.h"

#include "text_case.h"

#include <locale.h>
#include <string.h>

/* What is said, and what keeps words apart that stood together. */
static void
test_spoken(void)
{
	static const char *const cases[][2] = {
		{"", ""},
		{"Алма, алмұрт.", "Алма, алмұрт."},
		{"бір\nекі\r\nүш", "бір екі үш"},
		{"бір \t екі", "бір екі"},
		{"жас20жас", "жас жиырма жас"},
		{"5кг", "бес килограмм"},
		{"20%-дан", "жиырма пайыздан"},
		{"(5)", "(бес)"},
		{"« 5 »", "« бес »"},
		{"а/б", "а бе"},
		{"а / б", "а бе"},
		{"/а/", "а"},
		{"***", ""},
		{"* * а", "а"},
		{"а*", "а"},
		{"а*.", "а."},
		{"5*6", "бес алты"},
		{"2+3", "екі плюс үш"},
		{"10-15", "он-он бес"},
		{"бес-алты", "бес-алты"},
		{"\uFFFD", ""},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqExpander) expander = oq_expander_new(lexicon);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(OqUtterance) utterance;
		oq_utterance_init(&utterance);
		g_string_assign(utterance.text, cases[i][0]);
		oq_expander_expand(expander, &utterance);
		g_test_message("%s", cases[i][0]);
		g_assert_cmpstr(utterance.spoken->str, ==, cases[i][1]);
	}
}

/* "spoken<written[rule]" of each word. */
static char *
describe(const OqUtterance *utterance)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		g_string_append_printf(out, "%s%.*s<%.*s[%s]", i > 0 ? " " : "",
			(int)(word->spoken_end - word->spoken_start),
			utterance->spoken->str + word->spoken_start, (int)(word->end - word->start),
			utterance->text->str + word->start - utterance->start,
			word->rule != NULL ? word->rule : "");
	}
	return g_string_free(out, FALSE);
}

/* Ranges are those of the source, wherever the sentence begins in it. */
static void
test_words(void)
{
	static const char *const cases[][2] = {
		{"— 23-і, «сөз»!", "жиырма<23-і[suffix] үші<23-і[suffix] сөз<сөз[]"},
		{"12.03.2015", "екі<12.03.2015[date] мың<12.03.2015[date] он<12.03.2015[date] "
			       "бесінші<12.03.2015[date] жылғы<12.03.2015[date] "
			       "он<12.03.2015[date] екінші<12.03.2015[date] "
			       "наурыз<12.03.2015[date]"},
		{"10-қазан", "оныншы<10-[day] қазан<қазан[]"},
		{"Н.Ә.Әуез", "эн<Н.[initial] ә<Ә.[initial] Әуез<Әуез[]"},
		{"5%", "бес<5[cardinal] пайыз<%[sign]"},
		{"Жанна д’Арк-тің 'сөзі'", "Жанна<Жанна[] д’Арк<д’Арк[] тің<тің[] сөзі<сөзі[]"},
		{"О'д'Ар", "О'д'Ар<О'д'Ар[]"},
		{"...", ""},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqExpander) expander = oq_expander_new(lexicon);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(OqUtterance) utterance;
		oq_utterance_init(&utterance);
		utterance.start = G_GUINT64_CONSTANT(5000000000);
		utterance.end = utterance.start + strlen(cases[i][0]);
		g_string_assign(utterance.text, cases[i][0]);
		oq_expander_expand(expander, &utterance);
		g_autofree char *words = describe(&utterance);
		g_assert_cmpstr(words, ==, cases[i][1]);
	}
	oq_expander_free(NULL);
}

/* An apostrophe that is named is a word between two. */
static void
test_named_apostrophe(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqExpander) expander = oq_expander_new(lexicon);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	g_string_assign(utterance.text, "Д'Арк");
	oq_expander_set_punctuation(expander, OQ_PUNCTUATION_ALL);
	oq_expander_expand(expander, &utterance);
	g_autofree char *got = describe(&utterance);
	g_assert_cmpstr(got, ==, "Д<Д[] апостроф<'[sign] Арк<Арк[]");
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/expander/spoken", test_spoken);
	g_test_add_func("/expander/words", test_words);
	g_test_add_func("/expander/named-apostrophe", test_named_apostrophe);
	return g_test_run();
}
