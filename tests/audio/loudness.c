/* loudness VOICE KAZAKH RUSSIAN ENGLISH: says the three texts with a voice and measures them by
 * EBU R 128: each as loud as all voices are to be, the peaks far enough from full scale. */
#include "test_voice.h"
#include "text/normalizer.h"

#include <ebur128.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TARGET_LUFS -23.0
#define MARGIN_LU   0.5 /* so no two texts are more than 1 LU apart */
#define PEAK_DBTP   -1.0

typedef struct {
	TestVoice *voice;
	ebur128_state *meter;
} Measurement;

/* What the utterance of the voice became. */
static void
measure(Measurement *m)
{
	g_autoptr(OqSpeech) speech = test_voice_say(m->voice);
	ebur128_add_frames_short(m->meter, speech->samples, speech->n_voiced);
}

static void
measure_text(Measurement *m, const char *text)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, test_voice_utterance(m->voice)))
		measure(m);
}

/* A sentence a line, in another language. */
static void
measure_lines(Measurement *m, const char *text, OqLang lang)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
		OqUtterance *utterance = test_voice_utterance(m->voice);
		oq_utterance_say(utterance, lines[i], 0, 1, NULL);
		for (guint k = 0; k < utterance->words->len; k++)
			g_array_index(utterance->words, OqWord, k).lang = lang;
		measure(m);
	}
}

static double
true_peak_dbtp(ebur128_state *meter)
{
	double peak = 0;
	ebur128_true_peak(meter, 0, &peak);
	return 20 * log10(peak);
}

static gboolean
check(TestVoice *tested, const char *voice, OqLang lang, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *text = NULL;
	guint rate_hz = oq_synthesizer_rate_hz(tested->synthesizer);
	Measurement m = {tested, ebur128_init(1, rate_hz, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK)};
	double loudness_lufs = 0;

	g_file_get_contents(path, &text, NULL, &error);
	g_assert_no_error(error);
	if (lang == OQ_LANG_KK)
		measure_text(&m, text);
	else
		measure_lines(&m, text, lang);
	ebur128_loudness_global(m.meter, &loudness_lufs);
	double peak_dbtp = true_peak_dbtp(m.meter);
	g_print("%s %s: %.2f LUFS, %.2f dBTP\n", voice, oq_lang_name(lang), loudness_lufs,
		peak_dbtp);
	ebur128_destroy(&m.meter);
	return fabs(loudness_lufs - TARGET_LUFS) <= MARGIN_LU && peak_dbtp <= PEAK_DBTP;
}

int
main(int n_arguments, char **arguments)
{
	gboolean fine = TRUE;
	if (n_arguments != 2 + OQ_N_LANGS)
		g_error("usage: loudness VOICE KAZAKH RUSSIAN ENGLISH");
	g_auto(TestVoice) voice;
	test_voice_init(&voice, arguments[1], 0);
	for (OqLang i = 0; i < OQ_N_LANGS; i++)
		fine &= check(&voice, arguments[1], i, arguments[2 + i]);
	return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
