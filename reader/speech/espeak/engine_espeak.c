/* engine_espeak.c - see the header. */
#include "speech/espeak/engine_espeak.h"

#include "speech/espeak/espeak.h"
#include "speech/espeak/espeak_text.h"
#include "speech/score/sounds.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* Percent. At its full volume eSpeak presses what is too loud for 16 bits by a limiter of its own,
 * which is heard as a crackle; the gain of the voice makes up for this. */
#define ESPEAK_VOLUME 50

typedef struct {
	OqEngine head;
	OqEspeakTables tables;
	int folder; /* of our data, open; -1: there is none */
	gboolean is_started;
	OqEspeakVoice voice;
	OqLang lang;  /* that the voice is set for */
	OqLang heard; /* … and whose voice it is: the Kazakh one where a language is missing */
	OqEspeakParameters parameters;
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
	oq_espeak_set_parameters(&engine->parameters);
}

/* A language that is not installed is left to the Kazakh voice. */
static void
set_language(EspeakEngine *engine, OqLang lang)
{
	if (!engine->voice.is_kazakh || engine->lang == lang)
		return;
	gboolean found = oq_espeak_set_language(lang, &engine->voice);
	if (!found)
		oq_espeak_set_language(OQ_LANG_KK, &engine->voice);
	set_parameters(engine);
	engine->lang = lang;
	engine->heard = found ? lang : OQ_LANG_KK;
}

static gboolean
start(EspeakEngine *engine, GError **error)
{
	if (!engine->is_started)
		engine->head.rate_hz = oq_espeak_start(&engine->voice, error);
	engine->is_started |= engine->head.rate_hz > 0;
	return engine->is_started;
}

/* Whatever was set before: all that eSpeak has of a voice is read again. */
static gboolean
espeak_set_style(OqEngine *head, const OqVoice *voice, const OqStyle *style, GError **error)
{
	EspeakEngine *engine = (EspeakEngine *)head;
	guint speed_wpm = style->speed_wpm > 0 ? style->speed_wpm : voice->speed_wpm;
	OqPace pace = oq_speeds_pace(
		engine->tables.speeds, speed_wpm, voice->pauses_percent, voice->is_stock);
	int folder = voice->is_stock ? -1 : engine->folder;

	oq_espeak_voice_clear(&engine->voice);
	if (!oq_espeak_find_voice(folder, voice->espeak, &engine->voice, error) ||
		!start(engine, error) || !oq_espeak_set_voice(&engine->voice, error))
		return FALSE;
	engine->head.pause_permille = pace.pause_permille;
	engine->parameters = (OqEspeakParameters){
		pace.rate, style->pitch_percent, style->range_percent, ESPEAK_VOLUME};
	engine->lang = engine->heard = OQ_LANG_KK;
	set_parameters(engine);
	return TRUE;
}

/* Makes the text of a clause, for the voice of its language. */
static void
prepare(EspeakEngine *engine, const OqUtterance *utterance, const OqClause *clause)
{
	/* the endings of phonemes are spelled by the voice that is set */
	if (oq_sounds_are_in(utterance, clause))
		set_language(engine, OQ_LANG_KK);
	oq_sounds_prepare(engine->prepared, utterance, clause, spell_ending);
	set_language(engine, clause->lang);
	const OqEspeakEar ear = {
		engine->voice.is_kazakh, oq_alphabets_find(engine->voice.full_name)};
	oq_espeak_text_make(
		engine->prepared, utterance, clause, &ear, engine->text, engine->places);
	oq_espeak_set_spelling(oq_espeak_text_is_spelled(utterance, clause));
}

static gboolean
espeak_say(OqEngine *head, const OqUtterance *utterance, const OqClause *clause, OqSaid *said,
	GError **error)
{
	EspeakEngine *engine = (EspeakEngine *)head;

	prepare(engine, utterance, clause);
	g_array_set_size(engine->words, 0);
	if (!oq_espeak_say(engine->text->str, said->samples, engine->words, error))
		return FALSE;
	said->lang = engine->heard;
	for (guint i = 0; i < engine->words->len; i++) {
		const OqEspeakWord *word = &g_array_index(engine->words, OqEspeakWord, i);
		if (word->char_index >= engine->places->len)
			continue;
		OqPlace place = {
			word->frame, g_array_index(engine->places, guint32, word->char_index)};
		g_array_append_val(said->places, place);
	}
	return TRUE;
}

/* The table is that of the Kazakh phonemes; other voices have eSpeak's own IPA. */
static char *
espeak_phonemes(
	OqEngine *head, const OqUtterance *utterance, const OqClause *clause, GError **error)
{
	EspeakEngine *engine = (EspeakEngine *)head;

	prepare(engine, utterance, clause);
	const char *text = engine->text->str;
	const OqPhonemes *phonemes = engine->tables.phonemes;
	gboolean kazakh = engine->voice.is_kazakh && clause->lang == OQ_LANG_KK;
	g_autofree char *ipa = oq_espeak_ipa(text, error);
	if (ipa == NULL || phonemes == NULL || !kazakh)
		return g_steal_pointer(&ipa);
	g_autofree char *mnemonics = oq_espeak_mnemonics(text, OQ_PHONEMES_SEPARATOR, error);
	return mnemonics != NULL ? oq_phonemes_to_ipa(phonemes, mnemonics, ipa) : NULL;
}

static void
espeak_free(OqEngine *head)
{
	EspeakEngine *engine = (EspeakEngine *)head;

	if (engine->is_started)
		oq_espeak_stop();
	else
		g_atomic_int_set(&engine_taken, FALSE);
	if (engine->folder >= 0)
		close(engine->folder);
	oq_espeak_voice_clear(&engine->voice);
	g_string_free(engine->prepared, TRUE);
	g_string_free(engine->text, TRUE);
	g_array_unref(engine->places);
	g_array_unref(engine->words);
	g_free(engine);
}

static const OqEngineClass espeak_class = {
	.set_style = espeak_set_style,
	.say = espeak_say,
	.phonemes = espeak_phonemes,
	.free = espeak_free,
};

OqEngine *
oq_engine_espeak_new(const OqEspeakTables *tables, GError **error)
{
	if (!g_atomic_int_compare_and_exchange(&engine_taken, FALSE, TRUE)) {
		g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_BUSY,
			_("eSpeak NG is in use already: a process can have it once"));
		return NULL;
	}
	EspeakEngine *engine = g_new0(EspeakEngine, 1);

	engine->head.klass = &espeak_class;
	engine->tables = *tables;
	engine->tables.data_folder = NULL; /* it is open */
	engine->folder =
		tables->data_folder != NULL ? open(tables->data_folder, O_PATH | O_CLOEXEC) : -1;
	engine->prepared = g_string_new(NULL);
	engine->text = g_string_new(NULL);
	engine->places = g_array_new(FALSE, FALSE, sizeof(guint32));
	engine->words = g_array_new(FALSE, FALSE, sizeof(OqEspeakWord));
	return &engine->head;
}
