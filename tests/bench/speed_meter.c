#include "speed_meter.h"

#include "reading/cursor.h"

#include <sys/wait.h>
#include <unistd.h>

void
speed_meter_init(SpeedMeter *meter)
{
	g_autoptr(GError) error = NULL;

	meter->lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	meter->text = g_string_new(NULL);
	meter->n_words = 0;
}

void
speed_meter_clear(SpeedMeter *meter)
{
	oq_lexicon_free(meter->lexicon);
	g_string_free(meter->text, TRUE);
}

static void
add_text(SpeedMeter *meter, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *contents = NULL;

	if (!g_file_get_contents(path, &contents, NULL, &error))
		g_error("%s", error->message);
	g_auto(GStrv) lines = g_strsplit(contents, "\n", -1);
	for (guint i = 0; lines[i]; i++) {
		if (lines[i][0] != '#')
			g_string_append_printf(meter->text, "%s\n", lines[i]);
	}
	g_string_append_c(meter->text, '\n');
}

static OqCursor *
new_cursor(const char *text, const OqLexicon *lexicon)
{
	return oq_cursor_new(oq_document_new_text(text, strlen(text)),
		oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT));
}

void
speed_meter_read(SpeedMeter *meter, const char *const *paths)
{
	g_auto(OqUtterance) utterance;

	for (; *paths; paths++)
		add_text(meter, *paths);
	g_autoptr(OqCursor) cursor = new_cursor(meter->text->str, meter->lexicon);
	oq_utterance_init(&utterance);
	while (oq_cursor_next(cursor, &utterance, NULL))
		meter->n_words += utterance.words->len;
}

static OqSynthesizer *
make_synthesizer(const SpeedHow *how, OqVoices *voices)
{
	g_autoptr(GError) error = NULL;
	OqEspeakTables tables = *test_tables();

	tables.speeds = how->speeds;
	OqEngine *engine = oq_engine_espeak_new(&tables, &error);
	g_assert_no_error(error);
	return oq_synthesizer_new(engine, test_prosody(), voices);
}

/* The voices, with one more that makes other pauses. */
static OqVoices *
make_voices(const SpeedHow *how)
{
	g_autoptr(GError) error = NULL;
	OqVoices *voices = test_voices();
	OqVoice *voice = oq_voice_find(OQ_TEST_VOICES, how->voice, &error);

	g_assert_no_error(error);
	g_assert_nonnull(voice);
	voice->pauses_percent = how->pauses_percent;
	oq_voices_add(voices, voice);
	return voices;
}

/** What was said so far. */
typedef struct {
	guint64 n_frames; /* with the pauses between sounds */
	gsize pause;      /* behind the last one */
} Said;

static gboolean
count(const OqSpeech *speech, gpointer data)
{
	Said *said = data;

	if (speech->n_voiced > 0) {
		said->n_frames += said->pause + speech->n_voiced;
		said->pause = 0;
	}
	said->pause = MAX(said->pause, speech->n_frames - speech->n_voiced);
	return TRUE;
}

static double
say(const SpeedMeter *meter, const SpeedHow *how)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqVoices) voices = make_voices(how);
	g_autoptr(OqSynthesizer) synthesizer = make_synthesizer(how, voices);
	g_autoptr(OqCursor) cursor = new_cursor(meter->text->str, meter->lexicon);
	g_auto(OqPassage) passage;
	OqStyle style = OQ_STYLE_DEFAULT;
	Said said = {0};

	style.speed_wpm = (guint16)how->speed_wpm;
	oq_style_set_voice(&style, how->voice);
	oq_passage_init(&passage, &style);
	while (oq_cursor_next(cursor, oq_passage_spare(&passage), &error)) {
		oq_passage_add(&passage);
		oq_synthesizer_speak(synthesizer, &passage, count, &said, &error);
		g_assert_no_error(error);
		oq_passage_reset(&passage);
	}
	g_assert_no_error(error);
	return (double)said.n_frames / oq_synthesizer_rate_hz(synthesizer) / 60;
}

/* The process that says it, and the end of the pipe where it will tell how long it took. */
typedef struct {
	pid_t id;
	int result;
} Child;

static Child
start(const SpeedMeter *meter, const SpeedHow *how)
{
	int ends[2];

	g_assert_cmpint(pipe(ends), ==, 0);
	Child child = {fork(), ends[0]};
	g_assert_cmpint(child.id, >=, 0);
	if (child.id == 0) {
		double minutes = say(meter, how);
		_exit(write(ends[1], &minutes, sizeof minutes) == sizeof minutes ? 0 : 1);
	}
	close(ends[1]);
	return child;
}

static double
finish(const Child *child)
{
	double minutes = 0;

	if (read(child->result, &minutes, sizeof minutes) != sizeof minutes)
		g_error("a process that speaks has failed");
	close(child->result);
	waitpid(child->id, NULL, 0);
	return minutes;
}

void
speed_meter_say(const SpeedMeter *meter, const SpeedHow *hows, guint n, double *minutes)
{
	g_autofree Child *children = g_new(Child, n);
	guint at_once = g_get_num_processors();

	for (guint i = 0; i < n + at_once; i++) {
		if (i >= at_once)
			minutes[i - at_once] = finish(&children[i - at_once]);
		if (i < n)
			children[i] = start(meter, &hows[i]);
	}
}
