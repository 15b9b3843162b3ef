#include "speech/server.h"

#include "faulty_engine.h"
#include "speech/pool.h"
#include "test_voice.h"

#include <sys/resource.h>

/* Of three passages; the bad one is in the second. */
enum { N_SENTENCES = 40, BAD = 18, RATE_HZ = 1000, WORD = 50 };

#define GOOD_WORDS "бір екі үш"
#define BAD_WORDS  "бір бұзық екі"
#define BAD_WORD   "бұзық"

typedef struct {
	OqVoices *voices;
	OqNursery *nursery;
	OqPool *pool;
	GString *left_out;
} Fixture;

/* A child of the nursery is a fork: it finds the voices where they were. */
typedef struct {
	OqVoices *voices;
	FaultyEngineHow how;
} Voice;

static int
run_child(int fd, gpointer data)
{
	const Voice *voice = data;
	g_autoptr(OqSynthesizer) synthesizer =
		oq_synthesizer_new(faulty_engine_new(&voice->how), test_prosody(), voice->voices);

	return oq_server_run(fd, synthesizer, NULL);
}

/* Its rate is the processor time that it may take, in seconds. */
static int
run_limited(int fd, gpointer data)
{
	Voice *voice = data;
	struct rlimit limit;

	g_assert_cmpint(getrlimit(RLIMIT_CPU, &limit), ==, 0);
	voice->how.rate_hz = (guint)limit.rlim_cur;
	return run_child(fd, voice);
}

static int
run_mute(int fd, gpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) why =
		g_error_new_literal(OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE, "no such voice");

	return oq_server_run(fd, NULL, why);
}

static void
note_left_out(guint paragraph, const char *begins, gpointer data)
{
	g_string_append_printf(data, "%u: %s\n", paragraph, begins);
}

/** A test's voice and what its children run. */
typedef struct {
	OqNurseryRun run;
	FaultyEngineHow how;
} Case;

static void
set_up(Fixture *f, gconstpointer data)
{
	const Case *is = data;
	g_autoptr(GError) error = NULL;
	f->voices = test_voices();
	Voice voice = {f->voices, is->how};
	voice.how.rate_hz = RATE_HZ;
	voice.how.frames_per_word = WORD;
	f->nursery = oq_nursery_new(NULL, is->run, &voice, &error);
	g_assert_no_error(error);
	f->pool = oq_pool_new(f->nursery, 2);
	f->left_out = g_string_new(NULL);
	oq_pool_on_left_out(f->pool, note_left_out, f->left_out);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_pool_free(f->pool);
	oq_nursery_free(f->nursery);
	oq_voices_free(f->voices);
	g_string_free(f->left_out, TRUE);
}

static void
make_utterance(OqUtterance *utterance, guint i, guint bad)
{
	oq_utterance_init(utterance);
	utterance->follows = OQ_BREAK_SENTENCE;
	utterance->paragraph = i + 1;
	utterance->start = i * 100;
	utterance->end = i * 100 + 50;
	oq_utterance_say(utterance, i == bad ? BAD_WORDS : GOOD_WORDS, utterance->start,
		utterance->end, NULL);
}

static void
push(OqPool *pool, guint i, guint bad)
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	g_auto(OqUtterance) utterance;

	make_utterance(&utterance, i, bad);
	oq_pool_push(pool, &utterance, 0, &style);
}

static OqSpeech *
take(OqPool *pool)
{
	g_autoptr(GError) error = NULL;
	OqSpeech *speech = oq_pool_take(pool, NULL, &error);

	g_assert_no_error(error);
	g_assert_nonnull(speech);
	return speech;
}

/* Three words that sound, and three marks. */
static void
assert_whole(const OqSpeech *speech, guint i)
{
	g_assert_cmpuint(speech->start, ==, i * 100);
	g_assert_cmpuint(speech->rate_hz, ==, RATE_HZ);
	g_assert_cmpuint(speech->n_voiced, ==, 3 * WORD);
	g_assert_cmpuint(speech->n_frames, >, speech->n_voiced);
	g_assert_cmpuint(speech->n_marks, ==, 3);
	g_assert_cmpint(speech->samples[WORD], !=, 0);
}

static void
assert_silent(const OqSpeech *speech, guint i)
{
	g_assert_cmpuint(speech->start, ==, i * 100);
	g_assert_cmpuint(speech->end, ==, i * 100 + 50);
	g_assert_cmpuint(speech->n_frames, ==, 0);
	g_assert_cmpuint(speech->n_marks, ==, 0);
}

/* @silent: what may not sound; N_SENTENCES: all has to. */
static void
speak_all(OqPool *pool, guint bad, guint silent)
{
	guint n_pushed = 0;

	for (guint i = 0; i < N_SENTENCES; i++) {
		while (n_pushed < N_SENTENCES && !oq_pool_is_full(pool))
			push(pool, n_pushed++, bad);
		g_autoptr(OqSpeech) speech = take(pool);
		if (i == silent)
			assert_silent(speech, i);
		else
			assert_whole(speech, i);
	}
	g_assert_null(oq_pool_take(pool, NULL, NULL));
}

static const Case sound = {run_child, {0}};
static const Case failing = {run_child, {.fail_word = BAD_WORD}};
static const Case crashing = {run_child, {.crash_word = BAD_WORD}};
static const Case hanging = {run_child, {.hang_word = BAD_WORD}};
static const Case limited = {run_limited, {0}};
static const Case mute = {run_mute, {0}};

static void
test_answers(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	speak_all(f->pool, BAD, N_SENTENCES);
	g_assert_cmpstr(f->left_out->str, ==, "");
}

/* What cannot be said is told of and left out, and all else sounds. */
static void
test_is_left_out(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	speak_all(f->pool, BAD, BAD);
	g_assert_cmpstr(f->left_out->str, ==, "19: " BAD_WORDS "\n");
}

static const OqChildLimits patient = {0}, impatient = {.max_silence_ms = 200};

static void
become_patient(guint paragraph, const char *begins, gpointer data)
{
	Fixture *f = data;

	note_left_out(paragraph, begins, f->left_out);
	oq_pool_set_limits(f->pool, &patient);
}

/* Nothing but what hangs is said under a short limit: a busy machine may keep the rest waiting. */
static void
test_hang_is_left_out(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_pool_on_left_out(f->pool, become_patient, f);
	oq_pool_set_limits(f->pool, &impatient);
	for (guint i = 0; i < OQ_PASSAGE_MAX; i++)
		push(f->pool, i, 0);
	for (guint i = 0; i < OQ_PASSAGE_MAX; i++) {
		g_autoptr(OqSpeech) speech = take(f->pool);
		if (i == 0)
			assert_silent(speech, i);
		else
			assert_whole(speech, i);
	}
	g_assert_cmpstr(f->left_out->str, ==, "1: " BAD_WORDS "\n");
}

/* The first sentence of all, and the only one. */
static void
test_alone(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	push(f->pool, 0, 0);
	g_autoptr(OqSpeech) speech = take(f->pool);
	assert_silent(speech, 0);
	g_assert_cmpstr(f->left_out->str, ==, "1: " BAD_WORDS "\n");
	push(f->pool, 1, 0);
	g_autoptr(OqSpeech) next = take(f->pool);
	assert_whole(next, 1);
}

static char *
transcribe(OqPool *pool, guint bad, GError **error)
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	g_auto(OqUtterance) utterance;

	make_utterance(&utterance, 0, bad);
	return oq_pool_phonemes(pool, &utterance, &style, NULL, error);
}

static void
test_phonemes(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *good = transcribe(f->pool, 1, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(good, ==, GOOD_WORDS);
	g_assert_null(transcribe(f->pool, 0, &error));
	g_assert_error(error, OQ_CHILD_ERROR, OQ_CHILD_ERROR_CRASHED);
	g_autofree char *again = transcribe(f->pool, 1, NULL);
	g_assert_cmpstr(again, ==, GOOD_WORDS);
}

static void
test_no_voice(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	guint rate_hz;

	g_assert_false(oq_pool_check(f->pool, &rate_hz, NULL, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_assert_cmpstr(error->message, ==, "no such voice");
}

static void
test_limits(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const OqChildLimits limits = {.max_seconds = 1234};
	guint rate_hz = 0;

	oq_pool_set_limits(f->pool, &limits);
	g_assert_true(oq_pool_check(f->pool, &rate_hz, NULL, NULL));
	g_assert_cmpuint(rate_hz, ==, limits.max_seconds);
}

#define ADD(name, how, test) g_test_add("/server/" name, Fixture, how, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("answers", &sound, test_answers);
	ADD("failure-is-left-out", &failing, test_is_left_out);
	ADD("crash-is-left-out", &crashing, test_is_left_out);
	ADD("hang-is-left-out", &hanging, test_hang_is_left_out);
	ADD("failure-alone", &failing, test_alone);
	ADD("crash-alone", &crashing, test_alone);
	ADD("phonemes", &crashing, test_phonemes);
	ADD("no-voice", &mute, test_no_voice);
	ADD("limits", &limited, test_limits);
	return g_test_run();
}
