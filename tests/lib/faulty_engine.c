#include "faulty_engine.h"

#include "speech/score/pauses.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
	OqEngine head;
	FaultyEngineHow how;
} FaultyEngine;

static gboolean
is_word(const OqUtterance *utterance, const OqWord *word, const char *wanted)
{
	gsize n_bytes = word->spoken_end - word->spoken_start;

	return wanted != NULL && strlen(wanted) == n_bytes &&
	       memcmp(utterance->spoken->str + word->spoken_start, wanted, n_bytes) == 0;
}

/* Whether it is to happen now. */
static gboolean
is_due(const FaultyEngine *engine)
{
	const char *path = engine->how.once_path;

	return path == NULL ||
	       (!g_file_test(path, G_FILE_TEST_EXISTS) && g_file_set_contents(path, "", 0, NULL));
}

static void
misbehave(const FaultyEngine *engine, const OqUtterance *utterance, const OqWord *word)
{
	if (is_word(utterance, word, engine->how.crash_word) && is_due(engine))
		abort();
	if (is_word(utterance, word, engine->how.hang_word) && is_due(engine)) {
		for (;;)
			pause();
	}
}

static gboolean
faulty_set_style(
	OqEngine *engine, const OqVoice *voice, const OqStyle *style, GError **error G_GNUC_UNUSED)
{
	guint speed_wpm = style->speed_wpm > 0 ? style->speed_wpm : voice->speed_wpm;

	engine->pause_permille = oq_pauses_permille(speed_wpm, voice->pauses_percent);
	return TRUE;
}

static void
add_frames(OqSaid *said, gint16 sample, guint n)
{
	for (guint i = 0; i < n; i++)
		g_array_append_val(said->samples, sample);
}

static void
add_place(OqSaid *said, gsize frame, guint32 byte)
{
	OqPlace place = {frame, byte};

	g_array_append_val(said->places, place);
}

static void
say_word(const FaultyEngine *engine, const OqUtterance *utterance, const OqWord *word, OqSaid *said)
{
	guint n_frames = engine->how.frames_per_word;
	gboolean is_first = said->samples->len == engine->how.lead_frames;

	add_place(said, is_first && engine->how.odd_places ? 0 : said->samples->len,
		word->spoken_start);
	if (engine->how.odd_places) {
		add_place(said, said->samples->len + 1, word->spoken_start);
		add_place(said, said->samples->len + 2, word->spoken_end);
	}
	gboolean mute = is_word(utterance, word, engine->how.mute_word);
	add_frames(said, mute ? 0 : FAULTY_SAMPLE, n_frames);
}

static gboolean
faulty_say(OqEngine *head, const OqUtterance *utterance, const OqClause *clause, OqSaid *said,
	GError **error)
{
	const FaultyEngine *engine = (const FaultyEngine *)head;

	g_assert_cmpuint(clause->first_word, <, clause->end_word);
	if (engine->how.missing == clause->lang)
		said->lang = OQ_LANG_KK;
	add_frames(said, 0, engine->how.lead_frames);
	for (guint i = clause->first_word; i < clause->end_word; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		misbehave(engine, utterance, word);
		if (is_word(utterance, word, engine->how.fail_word)) {
			g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_FAILED,
				engine->how.fail_word);
			return FALSE;
		}
		say_word(engine, utterance, word, said);
	}
	add_frames(said, 0, engine->how.lead_frames);
	return TRUE;
}

static char *
faulty_phonemes(OqEngine *head, const OqUtterance *utterance, const OqClause *clause,
	GError **error G_GNUC_UNUSED)
{
	guint start = oq_utterance_word(utterance, clause->first_word)->spoken_start;
	guint end = oq_utterance_word(utterance, clause->end_word - 1)->spoken_end;

	for (guint i = clause->first_word; i < clause->end_word; i++)
		misbehave((const FaultyEngine *)head, utterance, oq_utterance_word(utterance, i));
	return g_strndup(utterance->spoken->str + start, end - start);
}

static void
faulty_free(OqEngine *head)
{
	g_free(head);
}

static const OqEngineClass faulty_class = {
	.set_style = faulty_set_style,
	.say = faulty_say,
	.phonemes = faulty_phonemes,
	.free = faulty_free,
};

OqEngine *
faulty_engine_new(const FaultyEngineHow *how)
{
	FaultyEngine *engine = g_new0(FaultyEngine, 1);

	engine->head.klass = &faulty_class;
	engine->head.rate_hz = how->rate_hz;
	engine->how = *how;
	return &engine->head;
}
