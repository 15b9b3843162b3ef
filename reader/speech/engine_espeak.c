/* engine_espeak.c - the only file that includes eSpeak NG. */
#include "speech/engine_espeak.h"

#include "speech/espeak_text.h"
#include "speech/sounds.h"

#include <espeak-ng/espeak_ng.h>
#include <glib/gi18n.h>
#include <string.h>

#define TEXT_FLAGS (espeakCHARS_UTF8 | espeakPHONEMES)

/** A word that eSpeak began to say. */
typedef struct {
	gsize char_index; /* in the spoken text */
	gsize frame;      /* before trimming */
} WordEvent;

typedef struct {
	OqEngine head;
	gint cancelled;    /* atomic */
	GString *prepared; /* what is said, with its phonemes made ready; no byte has moved */
	GString *text;     /* what is given to eSpeak */
	GArray *places;    /* of guint32, for each of its characters: the byte in the spoken text */
	GArray *samples;   /* of the caller's OqSpeech while speak is under way */
	GArray *words;     /* of WordEvent */
	OqPhonemes *phonemes; /* NULL: eSpeak's own IPA */
} EspeakEngine;

/* eSpeak can be initialized and terminated once: a second espeak_ng_Terminate() never returns. */
static gint engine_taken; /* atomic */

/* Above 450 words a minute libsonic shortens the block after eSpeak has noted the places in it. */
static gsize
event_frame(const espeak_EVENT *event, gsize block, gsize n_frames)
{
	gsize sample = event->sample > 0 ? (gsize)event->sample : 0;

	return CLAMP(sample, block, block + n_frames);
}

static int
take_block(short *samples, int n_samples, espeak_EVENT *events)
{
	EspeakEngine *engine = events->user_data;
	gsize block = engine->samples->len;
	gsize n_frames = samples && n_samples > 0 ? (gsize)n_samples : 0;

	for (; events->type != espeakEVENT_LIST_TERMINATED; events++) {
		if (events->type != espeakEVENT_WORD || events->text_position < 1)
			continue;
		WordEvent word = {
			.char_index = (gsize)events->text_position - 1,
			.frame = event_frame(events, block, n_frames),
		};
		g_array_append_val(engine->words, word);
	}
	g_array_append_vals(engine->samples, samples, (guint)n_frames);
	return g_atomic_int_get(&engine->cancelled);
}

/* Letters as phonemes without stress; NULL where eSpeak goes over to another language. */
static char *
spell_ending(const char *letters)
{
	const void *rest = letters;
	const char *phonemes = espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, 0);
	g_auto(GStrv) parts = g_strsplit_set(phonemes ? phonemes : "(", "',", -1);
	g_autofree char *sounds = g_strjoinv("", parts);

	return strpbrk(sounds, "(_ ") ? NULL : g_steal_pointer(&sounds);
}

static void
set_text(EspeakEngine *engine, const OqUtterance *utterance)
{
	const GString *spoken = utterance->spoken;

	g_string_truncate(engine->prepared, 0);
	g_string_append_len(engine->prepared, spoken->str, (gssize)spoken->len);
	oq_sounds_prepare(engine->prepared, utterance, spell_ending);
	oq_espeak_text_make(engine->prepared, engine->text, engine->places);
}

/* eSpeak tells of most words once, of some twice or not at all, and now and then of a place between
 * words or before the last one: only what leads to a further word counts. */
static void
place_marks(
	const EspeakEngine *engine, const OqUtterance *utterance, gsize trimmed, OqSpeech *speech)
{
	gsize n_frames = oq_pcm_n_frames(&speech->pcm);
	guint n_words = utterance->words->len;
	guint word = 0;

	for (guint i = 0; i < engine->words->len; i++) {
		const WordEvent *event = &g_array_index(engine->words, WordEvent, i);
		gsize frame = event->frame > trimmed ? event->frame - trimmed : 0;
		if (event->char_index >= engine->places->len || frame >= n_frames)
			continue;
		guint32 byte = g_array_index(engine->places, guint32, event->char_index);
		while (word < n_words && oq_utterance_word(utterance, word)->spoken_end <= byte)
			word++;
		if (word == n_words)
			return;
		if (oq_utterance_word(utterance, word)->spoken_start > byte)
			continue;
		OqWordMark mark = {frame, word++};
		g_array_append_val(speech->marks, mark);
	}
}

static char *
describe(espeak_ng_STATUS status)
{
	char why[256];

	espeak_ng_GetStatusCodeMessage(status, why, sizeof why);
	return g_strdup(why);
}

static gboolean
espeak_speak(OqEngine *head, const OqUtterance *utterance, OqSpeech *speech, GError **error)
{
	EspeakEngine *engine = (EspeakEngine *)head;
	espeak_ng_STATUS status = ENS_OK;

	set_text(engine, utterance);
	engine->samples = speech->pcm.samples;
	g_array_set_size(engine->words, 0);
	if (utterance->words->len > 0)
		status = espeak_ng_Synthesize(engine->text->str, engine->text->len + 1, 0,
			POS_CHARACTER, 0, TEXT_FLAGS, NULL, engine);
	engine->samples = NULL;

	if (g_atomic_int_exchange(&engine->cancelled, FALSE)) {
		g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_CANCELLED,
			_("Speaking was cancelled"));
		return FALSE;
	}
	if (status != ENS_OK) {
		g_autofree char *why = describe(status);
		g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_FAILED,
			_("eSpeak NG could not say this sentence: %s"), why);
		return FALSE;
	}
	/* eSpeak's silence is digital silence, so not even the softest onset is cut. */
	gsize trimmed = oq_pcm_trim(&speech->pcm, 0);
	place_marks(engine, utterance, trimmed, speech);
	return TRUE;
}

/* All clauses of the text in the notation of mode, with spaces between them; NULL: eSpeak failed.
 */
static char *
transcribe(const EspeakEngine *engine, int mode)
{
	g_autoptr(GString) all = g_string_new(NULL);
	const void *rest = engine->text->str;

	while (rest) {
		const char *clause = espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, mode);
		if (!clause)
			return NULL;
		if (all->len > 0 && *clause)
			g_string_append_c(all, ' ');
		g_string_append(all, clause);
	}
	return g_string_free(g_steal_pointer(&all), FALSE);
}

/* Twice the whole text, as eSpeak keeps a letter of the next clause in mind. */
static char *
espeak_phonemes(OqEngine *head, const OqUtterance *utterance, GError **error)
{
	EspeakEngine *engine = (EspeakEngine *)head;

	if (utterance->words->len == 0)
		return g_strdup("");
	set_text(engine, utterance);
	g_autofree char *ipa = transcribe(engine, espeakPHONEMES_IPA);
	if (ipa && !engine->phonemes)
		return g_steal_pointer(&ipa);
	g_autofree char *mnemonics = ipa ? transcribe(engine, OQ_PHONEMES_SEPARATOR << 8) : NULL;
	if (mnemonics)
		return oq_phonemes_to_ipa(engine->phonemes, mnemonics, ipa);
	g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_FAILED,
		_("eSpeak NG could not make phonemes of this sentence"));
	return NULL;
}

static void
espeak_cancel(OqEngine *head)
{
	g_atomic_int_set(&((EspeakEngine *)head)->cancelled, TRUE);
}

static void
espeak_free(OqEngine *head)
{
	EspeakEngine *engine = (EspeakEngine *)head;

	espeak_SetSynthCallback(NULL);
	espeak_ng_Terminate();
	g_string_free(engine->prepared, TRUE);
	g_string_free(engine->text, TRUE);
	g_array_unref(engine->places);
	g_array_unref(engine->words);
	oq_phonemes_free(engine->phonemes);
	g_free(engine);
}

static const OqEngineClass espeak_class = {
	.speak = espeak_speak,
	.phonemes = espeak_phonemes,
	.cancel = espeak_cancel,
	.free = espeak_free,
};

/* The installed voices, owned by eSpeak, or NULL; *folder is where its data should be. */
static const espeak_VOICE **
list_voices(const char **folder, GError **error)
{
	espeak_ng_InitializePath(NULL);
	espeak_Info(folder);
	const espeak_VOICE **voices = espeak_ListVoices(NULL);
	if (voices && *voices)
		return voices;
	g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE,
		_("There are no eSpeak NG voices in %s: install the package espeak-ng-data"),
		*folder);
	return NULL;
}

/* The file's name, which is a voice's short name. */
static const char *
short_name(const espeak_VOICE *voice)
{
	const char *slash = strrchr(voice->identifier, '/');

	return slash ? slash + 1 : voice->identifier;
}

static gboolean
is_variant(const char *folder, const char *variant)
{
	g_autofree char *file = g_build_filename(folder, "voices", "!v", variant, NULL);

	return *variant && !strchr(variant, '/') && g_file_test(file, G_FILE_TEST_IS_REGULAR);
}

/* eSpeak cuts and ignores what it does not know, so the name is looked up before it is handed on.
 */
static const espeak_VOICE *
find_voice(const char *folder, const espeak_VOICE **voices, const char *name, GError **error)
{
	const char *variant = strchr(name, '+');
	g_autofree char *base = variant ? g_strndup(name, (gsize)(variant - name)) : g_strdup(name);
	const espeak_VOICE **found = voices;

	while (*found && g_ascii_strcasecmp((*found)->name, base) != 0 &&
		g_ascii_strcasecmp((*found)->identifier, base) != 0 &&
		g_ascii_strcasecmp(short_name(*found), base) != 0)
		found++;
	if (*found && (!variant || is_variant(folder, variant + 1)))
		return *found;
	g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE,
		_("There is no voice “%s”: see “oqyrman voices”, or install the package "
		  "espeak-ng-data"),
		name);
	return NULL;
}

/* Without its dictionary eSpeak goes on and says nothing. A voice of another language may name a
 * dictionary of another name, which is eSpeak's affair. */
static gboolean
check_dictionary(const char *folder, const espeak_VOICE *voice, GError **error)
{
	g_autofree char *file = g_build_filename(folder, "kk_dict", NULL);

	if (!g_str_equal(voice->languages + 1, "kk") || g_file_test(file, G_FILE_TEST_IS_REGULAR))
		return TRUE;
	g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE,
		_("eSpeak NG's Kazakh dictionary %s is missing: install the package "
		  "espeak-ng-data"),
		file);
	return FALSE;
}

/* The full name of the voice, once everything that it needs is found; NULL otherwise. */
static char *
resolve_voice(const char *name, GError **error)
{
	const char *folder = NULL;
	const espeak_VOICE **voices = list_voices(&folder, error);
	const espeak_VOICE *voice = voices ? find_voice(folder, voices, name, error) : NULL;

	if (!voice || !check_dictionary(folder, voice, error))
		return NULL;
	const char *variant = strchr(name, '+');
	return g_strconcat(voice->identifier, variant, NULL);
}

/* Not espeak_Initialize(), which prints its errors or leaves the process. */
static gboolean
start_espeak(const char *voice, const OqSpeechSettings *settings, GError **error)
{
	espeak_ng_ERROR_CONTEXT context = NULL;
	espeak_ng_STATUS status = espeak_ng_Initialize(&context);

	espeak_ng_ClearErrorContext(&context);
	if (status == ENS_OK)
		status = espeak_ng_InitializeOutput(ENOUTPUT_MODE_SYNCHRONOUS, 0, NULL);
	if (status == ENS_OK)
		status = espeak_ng_SetVoiceByName(voice);
	if (status == ENS_OK)
		status = espeak_ng_SetParameter(espeakRATE, (int)settings->speed_wpm, 0);
	if (status == ENS_OK)
		status = espeak_ng_SetParameter(espeakPITCH, (int)settings->pitch_percent, 0);
	if (status == ENS_OK)
		status = espeak_ng_SetParameter(espeakVOLUME, (int)settings->volume_percent, 0);
	/* espeak_TextToPhonemes() takes over what was asked for last */
	if (status == ENS_OK)
		status = espeak_ng_Synthesize("", 1, 0, POS_CHARACTER, 0, TEXT_FLAGS, NULL, NULL);
	if (status == ENS_OK)
		return TRUE;
	g_autofree char *why = describe(status);
	g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE,
		_("eSpeak NG cannot start (%s): install the package espeak-ng-data again"), why);
	return FALSE;
}

OqEngine *
oq_engine_espeak_new(const char *voice, const OqSpeechSettings *settings, GError **error)
{
	if (!g_atomic_int_compare_and_exchange(&engine_taken, FALSE, TRUE)) {
		g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_BUSY,
			_("eSpeak NG is in use already: a process can have it once"));
		return NULL;
	}
	g_autofree char *full_name = resolve_voice(voice, error);
	if (!full_name)
		g_atomic_int_set(&engine_taken, FALSE);
	if (!full_name || !start_espeak(full_name, settings, error))
		return NULL;
	espeak_SetSynthCallback(take_block);
	EspeakEngine *engine = g_new0(EspeakEngine, 1);
	engine->head.klass = &espeak_class;
	engine->head.rate_hz = (guint)espeak_ng_GetSampleRate();
	engine->prepared = g_string_new(NULL);
	engine->text = g_string_new(NULL);
	engine->places = g_array_new(FALSE, FALSE, sizeof(guint32));
	engine->words = g_array_new(FALSE, FALSE, sizeof(WordEvent));
	return &engine->head;
}

void
oq_engine_espeak_set_phonemes(OqEngine *head, OqPhonemes *phonemes)
{
	EspeakEngine *engine = (EspeakEngine *)head;
	const espeak_VOICE *voice = espeak_GetCurrentVoice();
	gboolean kazakh = voice && voice->languages && g_str_equal(voice->languages + 1, "kk");

	oq_phonemes_free(engine->phonemes);
	engine->phonemes = kazakh ? phonemes : NULL;
	if (!kazakh)
		oq_phonemes_free(phonemes);
}

static void
voice_free(gpointer data)
{
	OqEspeakVoice *voice = data;

	g_free(voice->name);
	g_free(voice->title);
	g_free(voice);
}

GPtrArray *
oq_engine_espeak_voices(const char *language, GError **error)
{
	const char *folder = NULL;
	const espeak_VOICE **voices = list_voices(&folder, error);

	if (!voices)
		return NULL;
	GPtrArray *list = g_ptr_array_new_with_free_func(voice_free);
	for (; *voices; voices++) {
		if (language && !g_str_equal((*voices)->languages + 1, language))
			continue;
		OqEspeakVoice *voice = g_new0(OqEspeakVoice, 1);
		voice->name = g_strdup(short_name(*voices));
		voice->title = g_strdup((*voices)->name);
		g_ptr_array_add(list, voice);
	}
	return list;
}
