/* engine_silent.c - see the header. */
#include "speech/engine_silent.h"

#include "speech/score/pauses.h"

typedef struct {
	OqEngine head;
	guint frames_per_word;
} SilentEngine;

gint16
oq_engine_silent_sample(const OqWord *word)
{
	return (gint16)(word->start % 1000 + 1);
}

static gboolean
silent_set_style(
	OqEngine *engine, const OqVoice *voice, const OqStyle *style, GError **error G_GNUC_UNUSED)
{
	guint speed_wpm = style->speed_wpm > 0 ? style->speed_wpm : voice->speed_wpm;

	engine->pause_permille = oq_pauses_permille(speed_wpm, voice->pauses_percent);
	return TRUE;
}

static gboolean
silent_say(OqEngine *engine, const OqUtterance *utterance, const OqClause *clause, OqSaid *said,
	GError **error G_GNUC_UNUSED)
{
	guint frames_per_word = ((SilentEngine *)engine)->frames_per_word;

	for (guint i = clause->first_word; i < clause->end_word; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		OqPlace place = {said->samples->len, word->spoken_start};
		gint16 sample = oq_engine_silent_sample(word);
		g_array_append_val(said->places, place);
		for (guint k = 0; k < frames_per_word; k++)
			g_array_append_val(said->samples, sample);
	}
	return TRUE;
}

static char *
silent_phonemes(OqEngine *engine G_GNUC_UNUSED, const OqUtterance *utterance,
	const OqClause *clause, GError **error G_GNUC_UNUSED)
{
	guint start = oq_utterance_word(utterance, clause->first_word)->spoken_start;
	guint end = oq_utterance_word(utterance, clause->end_word - 1)->spoken_end;

	return g_strndup(utterance->spoken->str + start, end - start);
}

static void
silent_free(OqEngine *engine)
{
	g_free(engine);
}

static const OqEngineClass silent_class = {
	.set_style = silent_set_style,
	.say = silent_say,
	.phonemes = silent_phonemes,
	.free = silent_free,
};

OqEngine *
oq_engine_silent_new(guint rate_hz, guint frames_per_word)
{
	SilentEngine *engine = g_new0(SilentEngine, 1);

	engine->head.klass = &silent_class;
	engine->head.rate_hz = rate_hz;
	engine->head.pause_permille = 1000;
	engine->frames_per_word = frames_per_word;
	return &engine->head;
}
