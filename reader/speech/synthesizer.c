/* synthesizer.c - see the header. */
#include "speech/synthesizer.h"

#include "speech/marks.h"
#include "speech/pcm.h"
#include "speech/score/pauses.h"

/* A millisecond: an engine begins and ends a clause wherever its sound happens to be. */
#define FADES_PER_SECOND 1000

/* Room for a long utterance, which costs nothing until it is used: an array that grows is copied,
 * and in a fresh fork every page that it is copied to is a new one. */
#define ROOM_FRAMES (1u << 19)

struct _OqSynthesizer {
	OqEngine *engine;
	const OqProsody *prosody;
	OqVoices *voices;
	OqStyle style; /* that is set */
	gboolean is_set;
	gboolean is_quoting; /* it is set as for quotations */
	OqVoiceGains gains;
	guint pause_permille; /* as pauses.h has it */
	GArray *clauses;      /* of OqClause, of the utterance that is being said */
	OqSaid said;          /* of the clause that is being said */
	GArray *samples;      /* of gint16, of the utterance */
	GArray *marks;        /* of OqMark */
	gsize n_inner;        /* of the samples, those of pauses */
	GArray *frames;       /* of guint32: where the words of a clause begin */
};

OqSynthesizer *
oq_synthesizer_new(OqEngine *engine, const OqProsody *prosody, OqVoices *voices)
{
	g_return_val_if_fail(engine != NULL && prosody != NULL && voices != NULL, NULL);
	OqSynthesizer *synthesizer = g_new0(OqSynthesizer, 1);

	synthesizer->engine = engine;
	synthesizer->prosody = prosody;
	synthesizer->voices = voices;
	synthesizer->clauses = g_array_new(FALSE, FALSE, sizeof(OqClause));
	synthesizer->said.samples = g_array_sized_new(FALSE, FALSE, sizeof(gint16), ROOM_FRAMES);
	synthesizer->said.places = g_array_new(FALSE, FALSE, sizeof(OqPlace));
	synthesizer->samples = g_array_sized_new(FALSE, FALSE, sizeof(gint16), ROOM_FRAMES);
	synthesizer->marks = g_array_new(FALSE, FALSE, sizeof(OqMark));
	synthesizer->frames = g_array_new(FALSE, FALSE, sizeof(guint32));
	return synthesizer;
}

void
oq_synthesizer_free(OqSynthesizer *synthesizer)
{
	if (synthesizer == NULL)
		return;
	oq_engine_free(synthesizer->engine);
	g_array_unref(synthesizer->clauses);
	g_array_unref(synthesizer->said.samples);
	g_array_unref(synthesizer->said.places);
	g_array_unref(synthesizer->samples);
	g_array_unref(synthesizer->marks);
	g_array_unref(synthesizer->frames);
	g_free(synthesizer);
}

guint
oq_synthesizer_rate_hz(const OqSynthesizer *synthesizer)
{
	return synthesizer->engine->rate_hz;
}

static gboolean
set_voice(OqSynthesizer *synthesizer, const OqStyle *style, GError **error)
{
	const OqVoice *voice = oq_voices_choose(synthesizer->voices, style->voice, NULL, error);

	synthesizer->is_set =
		voice != NULL && oq_engine_set_style(synthesizer->engine, voice, style, error);
	if (synthesizer->is_set)
		synthesizer->gains = voice->gains;
	return synthesizer->is_set;
}

gboolean
oq_synthesizer_warm(OqSynthesizer *synthesizer, const OqStyle *style, GError **error)
{
	if (!set_voice(synthesizer, style, error))
		return FALSE;
	synthesizer->style = *style;
	synthesizer->is_quoting = FALSE;
	synthesizer->pause_permille =
		oq_pauses_scale(synthesizer->engine->pause_permille, style->pauses_percent);
	return TRUE;
}

/* Goes over to the voice of quotations, or back. */
static gboolean
choose_voice(OqSynthesizer *synthesizer, gboolean quoted, GError **error)
{
	OqStyle style = quoted ? oq_style_of_quotes(&synthesizer->style) : synthesizer->style;

	if (quoted == synthesizer->is_quoting || !oq_style_has_quotes(&synthesizer->style))
		return TRUE;
	synthesizer->is_quoting = quoted;
	return set_voice(synthesizer, &style, error);
}

/* The samples of what was said, as they are heard. Silence is found before they become soft, so
 * that the volume makes nothing shorter. Returns how many frames were trimmed at the beginning. */
static gsize
finish_sound(OqSynthesizer *synthesizer)
{
	OqSaid *said = &synthesizer->said;
	double volume = synthesizer->style.volume_percent / 100.0;
	gsize trimmed = oq_pcm_trim(said->samples, 0); /* not even the softest onset is cut */

	oq_pcm_amplify(said->samples, oq_voice_gain(&synthesizer->gains, said->lang) * volume);
	oq_pcm_fade(said->samples, synthesizer->engine->rate_hz / FADES_PER_SECOND);
	return trimmed;
}

/* @start: the clause's first frame in the utterance. */
static void
add_marks(OqSynthesizer *synthesizer, const OqUtterance *utterance, const OqClause *clause,
	gsize start, gsize trimmed)
{
	const OqSaid *said = &synthesizer->said;

	oq_marks_find(
		utterance, clause, said->places, trimmed, said->samples->len, synthesizer->frames);
	for (guint i = 0; i < synthesizer->frames->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, clause->first_word + i);
		gsize frame = start + g_array_index(synthesizer->frames, guint32, i);
		OqMark mark = {(guint32)frame, word->start, word->end};
		g_array_append_val(synthesizer->marks, mark);
	}
}

/* A clause and the pause before it; of one that turns out to be silent nothing is left. */
static gboolean
add_clause(OqSynthesizer *synthesizer, const OqUtterance *utterance, const OqClause *clause,
	guint *pause_ms, GError **error)
{
	const OqEngine *engine = synthesizer->engine;
	OqSaid *said = &synthesizer->said;

	if (!choose_voice(synthesizer, clause->quoted, error) ||
		!oq_engine_say(synthesizer->engine, utterance, clause, said, error))
		return FALSE;
	gsize trimmed = finish_sound(synthesizer);
	if (said->samples->len == 0)
		return TRUE;
	gsize pause = oq_pauses_frames(*pause_ms, synthesizer->pause_permille, engine->rate_hz);
	oq_pcm_append_silence(synthesizer->samples, pause);
	synthesizer->n_inner += pause;
	add_marks(synthesizer, utterance, clause, synthesizer->samples->len, trimmed);
	g_array_append_vals(synthesizer->samples, said->samples->data, said->samples->len);
	*pause_ms = clause->pause_ms;
	return TRUE;
}

/* Tunes and clauses are those of the whole, wherever it is begun. */
static gboolean
say_clauses(
	OqSynthesizer *synthesizer, const OqUtterance *utterance, guint first_word, GError **error)
{
	guint pause_ms = 0;

	g_array_set_size(synthesizer->samples, 0);
	g_array_set_size(synthesizer->marks, 0);
	synthesizer->n_inner = 0;
	oq_clauses_split(utterance, synthesizer->prosody, synthesizer->clauses);
	for (guint i = 0; i < synthesizer->clauses->len; i++) {
		OqClause *clause = &g_array_index(synthesizer->clauses, OqClause, i);
		if (clause->end_word <= first_word)
			continue;
		clause->first_word = MAX(clause->first_word, first_word);
		if (!add_clause(synthesizer, utterance, clause, &pause_ms, error))
			return FALSE;
	}
	return TRUE;
}

static OqSpeech
describe_speech(const OqSynthesizer *synthesizer, const OqUtterance *utterance)
{
	const OqEngine *engine = synthesizer->engine;
	guint pause_ms = oq_prosody_end(synthesizer->prosody, utterance).pause_ms;
	gsize rest = oq_pauses_frames(utterance->rest_ms, 1000, engine->rate_hz);
	gsize pause = oq_pauses_frames(pause_ms, synthesizer->pause_permille, engine->rate_hz);
	return (OqSpeech){
		.rate_hz = engine->rate_hz,
		.start = utterance->start,
		.end = utterance->end,
		.n_voiced = synthesizer->samples->len,
		.n_frames = synthesizer->samples->len + MAX(pause, rest),
		.n_inner = synthesizer->n_inner,
		.n_marks = synthesizer->marks->len,
		.marks = (const OqMark *)(gpointer)synthesizer->marks->data,
		.samples = (const gint16 *)(gpointer)synthesizer->samples->data,
	};
}

gboolean
oq_synthesizer_speak(OqSynthesizer *synthesizer, const OqPassage *passage,
	OqSynthesizerReceive receive, gpointer data, GError **error)
{
	guint first_word = passage->first_word;

	if (!oq_synthesizer_warm(synthesizer, &passage->style, error))
		return FALSE;
	for (guint i = 0; i < passage->n_utterances; i++) {
		const OqUtterance *utterance = &passage->utterances[i];
		if (!say_clauses(synthesizer, utterance, first_word, error))
			return FALSE;
		const OqSpeech speech = describe_speech(synthesizer, utterance);
		if (!receive(&speech, data))
			break;
		first_word = 0;
	}
	return TRUE;
}

/* How something sounds is no matter of what was said before, so a style is set once. */
char *
oq_synthesizer_phonemes(OqSynthesizer *synthesizer, const OqUtterance *utterance,
	const OqStyle *style, GError **error)
{
	g_autoptr(GString) all = g_string_new(NULL);
	gboolean is_set = synthesizer->is_set && oq_style_equal(&synthesizer->style, style);

	if (!is_set && !oq_synthesizer_warm(synthesizer, style, error))
		return NULL;
	oq_clauses_split(utterance, synthesizer->prosody, synthesizer->clauses);
	for (guint i = 0; i < synthesizer->clauses->len; i++) {
		const OqClause *clause = &g_array_index(synthesizer->clauses, OqClause, i);
		if (!choose_voice(synthesizer, clause->quoted, error))
			return NULL;
		g_autofree char *ipa =
			oq_engine_phonemes(synthesizer->engine, utterance, clause, error);
		if (ipa == NULL)
			return NULL;
		if (all->len > 0 && *ipa != '\0')
			g_string_append_c(all, ' ');
		g_string_append(all, ipa);
	}
	return g_string_free(g_steal_pointer(&all), FALSE);
}
