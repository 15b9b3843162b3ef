/* engine_silent.c - see the header. */
#include "speech/engine_silent.h"

#include <glib/gi18n.h>

typedef struct {
	OqEngine head;
	guint frames_per_word;
	gint cancelled; /* atomic */
} SilentEngine;

gint16
oq_engine_silent_sample(const OqWord *word)
{
	return (gint16)(word->start % 1000 + 1);
}

static gboolean
silent_speak(OqEngine *head, const OqUtterance *utterance, OqSpeech *speech, GError **error)
{
	SilentEngine *engine = (SilentEngine *)head;

	for (guint i = 0; i < utterance->words->len; i++) {
		OqWordMark mark = {oq_pcm_n_frames(&speech->pcm), i};
		gint16 sample = oq_engine_silent_sample(oq_utterance_word(utterance, i));
		g_array_append_val(speech->marks, mark);
		for (guint k = 0; k < engine->frames_per_word; k++)
			g_array_append_val(speech->pcm.samples, sample);
	}
	if (!g_atomic_int_exchange(&engine->cancelled, FALSE))
		return TRUE;
	g_set_error_literal(
		error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_CANCELLED, _("Speaking was cancelled"));
	return FALSE;
}

static char *
silent_phonemes(OqEngine *head, const OqUtterance *utterance, GError **error)
{
	(void)head;
	(void)error;
	return g_strdup(utterance->spoken->str);
}

static void
silent_cancel(OqEngine *head)
{
	g_atomic_int_set(&((SilentEngine *)head)->cancelled, TRUE);
}

static void
silent_free(OqEngine *head)
{
	g_free(head);
}

static const OqEngineClass silent_class = {
	.speak = silent_speak,
	.phonemes = silent_phonemes,
	.cancel = silent_cancel,
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
