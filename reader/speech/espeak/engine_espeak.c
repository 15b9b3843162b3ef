/* engine_espeak.c - see the header. */
#include "speech/espeak/engine_espeak.h"

#include "base/reason.h"
#include "speech/espeak/espeak.h"
#include "speech/espeak/espeak_data.h"
#include "speech/espeak/espeak_text.h"
#include "speech/score/sounds.h"
#include "speech/speech.h"

#include <errno.h>
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
	int folder;         /* of our data, open; -1: there is none */
	OqEspeakData *data; /* (nullable): what our voice was compiled for */
	gboolean is_ours;   /* the voice is read from there */
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

/* What eSpeak is about to read. */
static gboolean
check_files(const EspeakEngine *engine, const char *language, const char *variant, GError **error)
{
	const OqEspeakFiles files = {oq_espeak_place(), engine->is_ours, language,
		*variant == '+' ? variant + 1 : variant};

	return oq_espeak_data_check(engine->data, &files, error);
}

/* Without its files a voice is not even found. */
static gboolean
find_voice(EspeakEngine *engine, const char *name, GError **error)
{
	OqEspeakVoice *voice = &engine->voice;
	gsize n_bytes = strcspn(name, "+");
	g_autofree char *base = g_strndup(name, n_bytes);
	OqLang lang = oq_lang_find(base);
	const char *language = lang != OQ_N_LANGS ? oq_espeak_language(lang) : base;

	oq_espeak_voice_clear(voice);
	return check_files(engine, language, name + n_bytes, error) &&
	       oq_espeak_find_voice(name, voice, error) &&
	       (g_str_equal(voice->language, language) ||
		       check_files(engine, voice->language, voice->variant, error));
}

/* A language that is not installed is left to the Kazakh voice. */
static gboolean
set_language(EspeakEngine *engine, OqLang lang, GError **error)
{
	const char *variant = engine->voice.variant;
	OqLang heard = lang;
	if (!engine->voice.is_kazakh || engine->lang == lang)
		return TRUE;
	if (!check_files(engine, oq_espeak_language(lang), variant, error))
		return FALSE;
	if (!oq_espeak_has_language(lang))
		heard = OQ_LANG_KK;
	if (!oq_espeak_set_language(heard, &engine->voice, error))
		return FALSE;
	set_parameters(engine);
	engine->lang = lang;
	engine->heard = heard;
	return TRUE;
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

	engine->is_ours = folder >= 0;
	oq_espeak_set_folder(folder);
	if (!find_voice(engine, voice->espeak, error) || !start(engine, error) ||
		!oq_espeak_set_voice(&engine->voice, error))
		return FALSE;
	engine->head.pause_permille = pace.pause_permille;
	engine->parameters = (OqEspeakParameters){
		pace.rate, style->pitch_percent, style->range_percent, ESPEAK_VOLUME};
	engine->lang = engine->heard = OQ_LANG_KK;
	set_parameters(engine);
	return TRUE;
}

/* Makes the text of a clause, for the voice of its language. */
static gboolean
prepare(EspeakEngine *engine, const OqUtterance *utterance, const OqClause *clause, GError **error)
{
	/* the endings of phonemes are spelled by the voice that is set */
	if (oq_sounds_are_in(utterance, clause) && !set_language(engine, OQ_LANG_KK, error))
		return FALSE;
	oq_sounds_prepare(engine->prepared, utterance, clause, spell_ending);
	if (!set_language(engine, clause->lang, error))
		return FALSE;
	const OqEspeakEar ear = {
		engine->voice.is_kazakh, oq_alphabets_find(engine->voice.full_name)};
	oq_espeak_text_make(
		engine->prepared, utterance, clause, &ear, engine->text, engine->places);
	oq_espeak_set_spelling(oq_espeak_text_is_spelled(utterance, clause));
	return TRUE;
}

static gboolean
espeak_say(OqEngine *head, const OqUtterance *utterance, const OqClause *clause, OqSaid *said,
	GError **error)
{
	EspeakEngine *engine = (EspeakEngine *)head;

	g_array_set_size(engine->words, 0);
	if (!prepare(engine, utterance, clause, error) ||
		!oq_espeak_say(engine->text->str, said->samples, engine->words, error))
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

	if (!prepare(engine, utterance, clause, error))
		return NULL;
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
	oq_espeak_data_free(engine->data);
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

/* Data that do not fit are not asked for: a stock voice speaks then (voices.h). */
static gboolean
open_data(EspeakEngine *engine, const char *folder, GError **error)
{
	g_autoptr(GError) misfit = NULL;

	engine->data = oq_espeak_data_load(folder, &misfit);
	if (g_error_matches(misfit, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE)) {
		g_propagate_error(error, g_steal_pointer(&misfit));
		return FALSE;
	}
	engine->folder = folder != NULL ? open(folder, O_PATH | O_CLOEXEC) : -1;
	if (folder == NULL || engine->folder >= 0)
		return TRUE;
	g_autofree char *name = g_filename_display_name(folder);
	g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE, _("%s cannot be read: %s"),
		name, oq_reason(errno));
	return FALSE;
}

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
	engine->prepared = g_string_new(NULL);
	engine->text = g_string_new(NULL);
	engine->places = g_array_new(FALSE, FALSE, sizeof(guint32));
	engine->words = g_array_new(FALSE, FALSE, sizeof(OqEspeakWord));
	if (open_data(engine, tables->data_folder, error))
		return &engine->head;
	oq_engine_free(&engine->head);
	return NULL;
}
