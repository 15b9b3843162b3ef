/* engine_espeak.c - see the header. */
#include "speech/espeak/engine_espeak.h"

#include "speech/espeak/espeak.h"
#include "speech/espeak/espeak_text.h"
#include "speech/score/clauses.h"
#include "speech/score/pauses.h"
#include "speech/score/sounds.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* Percent. At its full volume eSpeak presses what is too loud for 16 bits by a limiter of its own,
 * which is heard as a crackle; the gain of the voice makes up for this. */
#define ESPEAK_VOLUME 50

/* A millisecond: eSpeak begins and ends a clause wherever its sound happens to be. */
#define FADES_PER_SECOND 1000

typedef struct {
	OqEngine head;
	gint cancelled; /* atomic */
	const OqProsody *prosody;
	const OqPhonemes *phonemes; /* nullable */
	int folder;                 /* of our data, open; -1: eSpeak's own are used */
	OqEspeakVoice voice;
	OqVoiceGains gains;
	double gain; /* of the voice that is set */
	OqLang lang; /* … that it was set for */
	guint rate;
	guint pitch_percent;
	guint volume_percent;
	GArray *clauses;   /* of OqClause */
	GString *prepared; /* what is said, with its phonemes made ready; no byte has moved */
	GString *text;     /* what is given to eSpeak */
	GArray *places;    /* of guint32, for each of its characters: the byte in the spoken text */
	GArray *words;     /* of OqEspeakWord, of the clause that is being said */
} EspeakEngine;

/* eSpeak NG is the process's. */
static gint engine_taken; /* atomic */

/* Letters as phonemes without stress; NULL where eSpeak goes over to another language. */
static char *
spell_ending(const char *letters)
{
	g_autofree char *phonemes = oq_espeak_mnemonics(letters, 0, NULL);
	g_auto(GStrv) parts = g_strsplit_set(phonemes != NULL ? phonemes : "(", "',", -1);
	g_autofree char *sounds = g_strjoinv("", parts);

	return strpbrk(sounds, "(_ ") != NULL ? NULL : g_steal_pointer(&sounds);
}

static void
set_parameters(const EspeakEngine *engine)
{
	oq_espeak_set_parameters(engine->rate, engine->pitch_percent, ESPEAK_VOLUME);
}

static void
set_gain(EspeakEngine *engine, OqLang lang)
{
	engine->gain = oq_voice_gain(&engine->gains, lang) * engine->volume_percent / 100;
}

/* A language that is not installed is left to the Kazakh voice. */
static void
set_language(EspeakEngine *engine, OqLang lang)
{
	if (!engine->voice.is_kazakh || engine->lang == lang)
		return;
	gboolean found = oq_espeak_set_voice(lang, engine->voice.variant);
	if (!found)
		oq_espeak_set_voice(OQ_LANG_KK, engine->voice.variant);
	set_parameters(engine);
	set_gain(engine, found ? lang : OQ_LANG_KK);
	engine->lang = lang;
}

static void
prepare(EspeakEngine *engine, const OqUtterance *utterance)
{
	const GString *spoken = utterance->spoken;

	g_string_truncate(engine->prepared, 0);
	g_string_append_len(engine->prepared, spoken->str, (gssize)spoken->len);
	/* the endings of phonemes are spelled by the voice that is set */
	if (strstr(spoken->str, "[[") != NULL)
		set_language(engine, OQ_LANG_KK);
	oq_sounds_prepare(engine->prepared, utterance, spell_ending);
	oq_clauses_split(utterance, engine->prosody, engine->clauses);
}

static void
set_clause(EspeakEngine *engine, const OqUtterance *utterance, const OqClause *clause)
{
	set_language(engine, clause->lang);
	oq_espeak_text_make(engine->prepared, utterance, clause, engine->text, engine->places);
}

/* eSpeak tells of most words once, of some twice or not at all, and now and then of a place between
 * words or before the last one: only what leads to a further word counts. @start: the clause's
 * first frame, of which @trimmed were removed. */
static void
place_marks(const EspeakEngine *engine, const OqUtterance *utterance, gsize start, gsize trimmed,
	OqSpeech *speech)
{
	gsize n_frames = oq_pcm_n_frames(&speech->pcm);
	guint n_marks = speech->marks->len;
	guint word =
		n_marks > 0 ? g_array_index(speech->marks, OqWordMark, n_marks - 1).word + 1 : 0;

	for (guint i = 0; i < engine->words->len; i++) {
		const OqEspeakWord *event = &g_array_index(engine->words, OqEspeakWord, i);
		gsize frame = MAX(event->frame, start + trimmed) - trimmed;
		if (event->char_index >= engine->places->len || frame >= n_frames)
			continue;
		guint32 byte = g_array_index(engine->places, guint32, event->char_index);
		while (word < utterance->words->len &&
			oq_utterance_word(utterance, word)->spoken_end <= byte)
			word++;
		if (word == utterance->words->len)
			return;
		if (oq_utterance_word(utterance, word)->spoken_start > byte)
			continue;
		OqWordMark mark = {frame, word++};
		g_array_append_val(speech->marks, mark);
	}
}

static gboolean
speak_clause(EspeakEngine *engine, const OqUtterance *utterance, const OqClause *clause,
	OqSpeech *speech, GError **error)
{
	gsize start = oq_pcm_n_frames(&speech->pcm);
	OqEspeakSpeech said = {speech->pcm.samples, engine->words, &engine->cancelled};

	set_clause(engine, utterance, clause);
	g_array_set_size(engine->words, 0);
	if (!oq_espeak_say(engine->text->str, &said, error))
		return FALSE;
	oq_pcm_amplify(&speech->pcm, start, engine->gain);
	/* eSpeak's silence is digital silence, so not even the softest onset is cut. */
	gsize trimmed = oq_pcm_trim(&speech->pcm, start, 0);
	oq_pcm_fade(&speech->pcm, start, engine->head.rate_hz / FADES_PER_SECOND);
	place_marks(engine, utterance, start, trimmed, speech);
	return TRUE;
}

/* A clause and the pause before it; of one that turns out to be silent nothing is left. */
static gboolean
add_clause(EspeakEngine *engine, const OqUtterance *utterance, guint i, guint *pause_ms,
	OqSpeech *speech, GError **error)
{
	const OqClause *clause = &g_array_index(engine->clauses, OqClause, i);
	gsize before = oq_pcm_n_frames(&speech->pcm);
	gsize pause =
		oq_pauses_frames(*pause_ms, engine->head.pause_permille, engine->head.rate_hz);

	oq_pcm_append_silence(&speech->pcm, pause);
	if (!speak_clause(engine, utterance, clause, speech, error))
		return FALSE;
	if (oq_pcm_n_frames(&speech->pcm) > before + pause)
		*pause_ms = clause->pause_ms;
	else
		g_array_set_size(speech->pcm.samples, (guint)before);
	return TRUE;
}

static gboolean
espeak_speak(OqEngine *head, const OqUtterance *utterance, OqSpeech *speech, GError **error)
{
	EspeakEngine *engine = (EspeakEngine *)head;
	guint pause_ms = 0;

	prepare(engine, utterance);
	for (guint i = 0; i < engine->clauses->len; i++) {
		if (g_atomic_int_get(&engine->cancelled))
			break;
		if (!add_clause(engine, utterance, i, &pause_ms, speech, error))
			return FALSE;
	}
	if (!g_atomic_int_exchange(&engine->cancelled, FALSE))
		return TRUE;
	g_set_error_literal(
		error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_CANCELLED, _("Speaking was cancelled"));
	return FALSE;
}

/* The table is that of the Kazakh phonemes; other voices have eSpeak's own IPA. */
static char *
transcribe(const EspeakEngine *engine, const OqClause *clause, GError **error)
{
	const char *text = engine->text->str;
	g_autofree char *ipa = oq_espeak_ipa(text, error);
	gboolean kazakh = engine->voice.is_kazakh && clause->lang == OQ_LANG_KK;

	if (ipa == NULL || engine->phonemes == NULL || !kazakh)
		return g_steal_pointer(&ipa);
	g_autofree char *mnemonics = oq_espeak_mnemonics(text, OQ_PHONEMES_SEPARATOR, error);
	return mnemonics != NULL ? oq_phonemes_to_ipa(engine->phonemes, mnemonics, ipa) : NULL;
}

static char *
espeak_phonemes(OqEngine *head, const OqUtterance *utterance, GError **error)
{
	EspeakEngine *engine = (EspeakEngine *)head;
	g_autoptr(GString) all = g_string_new(NULL);

	prepare(engine, utterance);
	for (guint i = 0; i < engine->clauses->len; i++) {
		const OqClause *clause = &g_array_index(engine->clauses, OqClause, i);
		set_clause(engine, utterance, clause);
		g_autofree char *ipa = transcribe(engine, clause, error);
		if (ipa == NULL)
			return NULL;
		if (all->len > 0 && *ipa)
			g_string_append_c(all, ' ');
		g_string_append(all, ipa);
	}
	return g_string_free(g_steal_pointer(&all), FALSE);
}

static void
espeak_cancel(OqEngine *head)
{
	g_atomic_int_set(&((EspeakEngine *)head)->cancelled, TRUE);
}

static void
engine_clear(EspeakEngine *engine)
{
	if (engine->folder >= 0)
		close(engine->folder);
	oq_espeak_voice_clear(&engine->voice);
	g_array_unref(engine->clauses);
	g_string_free(engine->prepared, TRUE);
	g_string_free(engine->text, TRUE);
	g_array_unref(engine->places);
	g_array_unref(engine->words);
	g_free(engine);
}

static void
espeak_free(OqEngine *head)
{
	oq_espeak_stop();
	engine_clear((EspeakEngine *)head);
}

static const OqEngineClass espeak_class = {
	.speak = espeak_speak,
	.phonemes = espeak_phonemes,
	.cancel = espeak_cancel,
	.free = espeak_free,
};

static EspeakEngine *
make_engine(const OqVoice *voice, const OqSpeechSettings *settings, const OqEspeakTables *tables)
{
	EspeakEngine *engine = g_new0(EspeakEngine, 1);
	guint speed_wpm = settings->speed_wpm > 0 ? settings->speed_wpm : voice->speed_wpm;
	OqPace pace =
		oq_speeds_pace(tables->speeds, speed_wpm, voice->pauses_percent, voice->is_stock);

	engine->head.klass = &espeak_class;
	engine->head.pause_permille = pace.pause_permille;
	engine->lang = OQ_LANG_KK;
	engine->prosody = tables->prosody;
	engine->phonemes = tables->phonemes;
	engine->folder = voice->is_stock ? -1 : open(tables->data_folder, O_PATH | O_CLOEXEC);
	engine->rate = pace.rate;
	engine->pitch_percent = settings->pitch_percent;
	engine->volume_percent = settings->volume_percent;
	engine->gains = voice->gains;
	set_gain(engine, OQ_LANG_KK);
	engine->clauses = g_array_new(FALSE, FALSE, sizeof(OqClause));
	engine->prepared = g_string_new(NULL);
	engine->text = g_string_new(NULL);
	engine->places = g_array_new(FALSE, FALSE, sizeof(guint32));
	engine->words = g_array_new(FALSE, FALSE, sizeof(OqEspeakWord));
	return engine;
}

OqEngine *
oq_engine_espeak_new(const OqVoice *voice, const OqSpeechSettings *settings,
	const OqEspeakTables *tables, GError **error)
{
	if (!g_atomic_int_compare_and_exchange(&engine_taken, FALSE, TRUE)) {
		g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_BUSY,
			_("eSpeak NG is in use already: a process can have it once"));
		return NULL;
	}
	EspeakEngine *engine = make_engine(voice, settings, tables);
	gboolean found = oq_espeak_find_voice(engine->folder, voice->espeak, &engine->voice, error);
	if (found)
		engine->head.rate_hz = oq_espeak_start(&engine->voice, error);
	else
		g_atomic_int_set(&engine_taken, FALSE);
	if (engine->head.rate_hz == 0) {
		engine_clear(engine);
		return NULL;
	}
	set_parameters(engine);
	return &engine->head;
}
