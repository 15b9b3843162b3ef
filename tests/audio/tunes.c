/* tunes.c - how the voice goes up and down at the end of what it says, from its samples. */
#include "test_voice.h"
#include "text/normalizer.h"

#include <math.h>
#include <string.h>

#define LOW_HZ    60
#define HIGH_HZ   250
#define HOP_MS    10
#define WINDOW_MS 25
#define VOICED    0.6 /* likeness of a period to the one before */
#define LOUD      60  /* of 32767, as mean magnitude */
#define FALL_MS   150
#define LAST_MS   20
#define GAP_MS    100 /* no consonant is silent for so long */

typedef struct {
	OqLexicon *lexicon;
	TestVoice *voice;
} Fixture;

/* In Hz, where there is a voice. */
typedef struct {
	double mean;
	double fall; /* of the last FALL_MS */
	double low;  /* the lowest there */
	double last; /* of the last LAST_MS */
} Tune;

static void
set_up(Fixture *fixture)
{
	g_autoptr(GError) error = NULL;
	fixture->lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	fixture->voice = g_new(TestVoice, 1);
	test_voice_init(fixture->voice, OQ_VOICE_DEFAULT, 0);
}

static void
tear_down(Fixture *fixture)
{
	test_voice_clear(fixture->voice);
	g_free(fixture->voice);
	oq_lexicon_free(fixture->lexicon);
}

/* How like the n samples are to those a lag before: 1 for the same. */
static double
likeness(const gint16 *samples, guint n, guint lag)
{
	const gint16 *earlier = samples - lag;
	double product = 0, here = 1, there = 1;

	for (guint i = 0; i < n; i++) {
		product += (double)samples[i] * earlier[i];
		here += (double)samples[i] * samples[i];
		there += (double)earlier[i] * earlier[i];
	}
	return product / sqrt(here * there);
}

/* 0 where there is no voice. Twice a period is one as well, so it is the shortest that is nearly as
 * good as the best. */
static double
pitch_hz(const gint16 *samples, guint n, guint rate_hz)
{
	guint shortest = rate_hz / HIGH_HZ, longest = rate_hz / LOW_HZ;
	g_autofree double *alike = g_new(double, longest + 2);
	double best = 0;

	for (guint lag = shortest - 1; lag <= longest + 1; lag++) {
		alike[lag] = likeness(samples, n, lag);
		best = MAX(best, alike[lag]);
	}
	for (guint lag = shortest; lag <= longest && best > VOICED; lag++) {
		gboolean is_peak = alike[lag] >= alike[lag - 1] && alike[lag] >= alike[lag + 1];
		if (is_peak && alike[lag] > 0.9 * best)
			return (double)rate_hz / lag;
	}
	return 0;
}

static double
loudness(const gint16 *samples, guint n)
{
	double sum = 0;

	for (guint i = 0; i < n; i++)
		sum += ABS((int)samples[i]);
	return sum / n;
}

/* (transfer full) (element-type double): the pitch of each hop that has one, to the last sample. */
static GArray *
track(const OqSpeech *speech, gsize n_frames)
{
	const gint16 *samples = speech->samples;
	guint rate_hz = speech->rate_hz;
	guint window = rate_hz * WINDOW_MS / 1000, hop = rate_hz * HOP_MS / 1000;
	gsize first = rate_hz / LOW_HZ + 2;
	GArray *pitches = g_array_new(FALSE, FALSE, sizeof(double));

	g_assert_cmpuint(n_frames, >, first + window);
	for (gsize at = first + (n_frames - first - window) % hop; at + window <= n_frames;
		at += hop) {
		double hz = pitch_hz(samples + at, window, rate_hz);
		if (hz > 0 && loudness(samples + at, window) > LOUD)
			g_array_append_val(pitches, hz);
	}
	return pitches;
}

static double
mean_of_last(const GArray *pitches, guint n)
{
	double sum = 0;

	g_assert_cmpuint(n, <=, pitches->len);
	for (guint i = pitches->len - n; i < pitches->len; i++)
		sum += g_array_index(pitches, double, i);
	return sum / n;
}

static double
lowest_of_last(const GArray *pitches, guint n)
{
	double lowest = HIGH_HZ;

	for (guint i = pitches->len - n; i < pitches->len; i++)
		lowest = MIN(lowest, g_array_index(pitches, double, i));
	return lowest;
}

/* Where the first clause ends. */
static gsize
first_clause(const OqSpeech *speech)
{
	guint n_silent = 0, gap = speech->rate_hz * GAP_MS / 1000;

	for (gsize i = 0; i < speech->n_voiced; i++) {
		n_silent = speech->samples[i] == 0 ? n_silent + 1 : 0;
		if (n_silent == gap)
			return i + 1 - gap;
	}
	return speech->n_voiced;
}

static Tune
hear(const Fixture *fixture, const char *text)
{
	g_autoptr(OqNormalizer) normalizer =
		oq_normalizer_new(fixture->lexicon, NULL, &OQ_TASTE_DEFAULT);

	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	g_assert_true(oq_normalizer_next(normalizer, test_voice_utterance(fixture->voice)));
	g_autoptr(OqSpeech) speech = test_voice_say(fixture->voice);
	g_autoptr(GArray) pitches = track(speech, first_clause(speech));
	guint n_fall = FALL_MS / HOP_MS;
	Tune tune = {
		.mean = mean_of_last(pitches, pitches->len),
		.fall = mean_of_last(pitches, n_fall),
		.low = lowest_of_last(pitches, n_fall),
		.last = mean_of_last(pitches, LAST_MS / HOP_MS),
	};
	g_test_message("%s: mean %.0f Hz, fall %.0f Hz, low %.0f Hz, last %.0f Hz", text, tune.mean,
		tune.fall, tune.low, tune.last);
	return tune;
}

static void
test_statement(gconstpointer data)
{
	const Fixture *fixture = data;
	static const char *const texts[] = {"Біз бүгін ауылға бардық.",
		"Олар былтыр қалаға барған.", "Бүгін біздің ауылда той бар.",
		"Ауылдағы жаңа заман"};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		Tune tune = hear(fixture, texts[i]);
		g_assert_cmpfloat(tune.fall, <, tune.mean * 0.95);
		g_assert_cmpfloat(tune.last, <, tune.fall);
	}
}

/* The particle asks; a question word has asked already. */
static void
test_questions(gconstpointer data)
{
	const Fixture *fixture = data;
	static const struct {
		const char *statement, *question, *word_question;
	} texts[] = {
		{"Сіз бүгін ауылға бардыңыз.", "Сіз бүгін ауылға бардыңыз ба?",
			"Сіз бүгін қайда бардыңыз?"},
		{"Сен оны көрдің.", "Сен оны көрдің бе?", "Сен кімді көрдің?"},
		{"Үйде көп адам бар.", "Үйде көп адам бар ма?", "Үйде қанша адам бар?"},
		{"Мынау біздің Асан.", "Мынау біздің Асан ба?", "Мынау тұрған кім?"},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		Tune statement = hear(fixture, texts[i].statement);
		Tune question = hear(fixture, texts[i].question);
		Tune word_question = hear(fixture, texts[i].word_question);
		g_assert_cmpfloat(question.last, >, statement.last * 1.1);
		g_assert_cmpfloat(question.last, >, question.fall);
		g_assert_cmpfloat(word_question.last, <, question.last);
		g_assert_cmpfloat(word_question.last, <, word_question.mean * 0.95);
	}
}

/* More is to come: behind a comma, and behind each of a list, the voice falls and rises again. */
static void
test_continuation(gconstpointer data)
{
	const Fixture *fixture = data;
	static const char *const texts[] = {"Таң атқан соң, біз ауылға бардық.",
		"Олар базардан алма, өрік, жүзім алды.", "Күн жылынған сайын, қар ериді."};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		Tune tune = hear(fixture, texts[i]);
		g_assert_cmpfloat(tune.last, >, tune.low * 1.05);
	}
}

static void
test_exclamation(gconstpointer data)
{
	const Fixture *fixture = data;
	Tune statement = hear(fixture, "Бүгін тамаша күн болды.");
	Tune exclamation = hear(fixture, "Бүгін тамаша күн болды!");
	g_assert_cmpfloat(exclamation.mean, >, statement.mean * 1.02);
}

/* A process can have one eSpeak, so the tests share it. */
int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	Fixture fixture;
	set_up(&fixture);
	g_test_add_data_func("/tunes/statement", &fixture, test_statement);
	g_test_add_data_func("/tunes/questions", &fixture, test_questions);
	g_test_add_data_func("/tunes/continuation", &fixture, test_continuation);
	g_test_add_data_func("/tunes/exclamation", &fixture, test_exclamation);
	int status = g_test_run();
	tear_down(&fixture);
	return status;
}
