/* espeak.c - see the header: the only file that includes eSpeak NG. */
#include "speech/espeak/espeak.h"

#include "speech/speech.h"

#include <espeak-ng/espeak_ng.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_FLAGS (espeakCHARS_UTF8 | espeakPHONEMES)

/** What take_block() is told. */
typedef struct {
	GArray *samples;
	GArray *words;
	gsize start; /* the first frame of what is being said */
} Call;

/* Where libsonic is at work it shortens the block after eSpeak has noted the places in it. */
static gsize
event_frame(const espeak_EVENT *event, gsize start, gsize block, gsize n_frames)
{
	gsize sample = event->sample > 0 ? (gsize)event->sample : 0;

	return CLAMP(start + sample, block, block + n_frames);
}

static int
take_block(short *samples, int n_samples, espeak_EVENT *events)
{
	const Call *call = events->user_data;
	gsize block = call->samples->len;
	gsize n_frames = samples != NULL && n_samples > 0 ? (gsize)n_samples : 0;

	for (; events->type != espeakEVENT_LIST_TERMINATED; events++) {
		if (events->type != espeakEVENT_WORD || events->text_position < 1)
			continue;
		OqEspeakWord word = {
			.char_index = (gsize)events->text_position - 1,
			.frame = event_frame(events, call->start, block, n_frames),
		};
		g_array_append_val(call->words, word);
	}
	g_array_append_vals(call->samples, samples, (guint)n_frames);
	return FALSE; /* go on */
}

/* The voices of our languages, by the place of their files in a data folder. To find a voice by
 * another name eSpeak reads the files of all its languages first, which takes longer than all else
 * at the start. */
static const char *const identifiers[OQ_N_LANGS] = {
	[OQ_LANG_KK] = "trk/kk",
	[OQ_LANG_RU] = "zle/ru",
	[OQ_LANG_EN] = "gmw/en",
};

static gboolean
is_language(const char *place, const char *identifier)
{
	g_autofree char *file = g_build_filename(place, "lang", identifier, NULL);

	return g_file_test(file, G_FILE_TEST_IS_REGULAR);
}

/* NULL where the file is not there, and for OQ_N_LANGS. */
static const char *
known_identifier(const char *place, OqLang lang)
{
	return lang != OQ_N_LANGS && is_language(place, identifiers[lang]) ? identifiers[lang]
									   : NULL;
}

/* eSpeak cuts long paths, so it is given a short one that leads to the open folder. */
void
oq_espeak_set_folder(int folder)
{
	g_autofree char *link = folder >= 0 ? g_strdup_printf("/proc/self/fd/%d", folder) : NULL;

	espeak_ng_InitializePath(link);
}

const char *
oq_espeak_place(void)
{
	const char *place = NULL;

	espeak_Info(&place);
	return place;
}

/* The installed voices, owned by eSpeak, or NULL. */
static const espeak_VOICE **
list_voices(const char *place, GError **error)
{
	const espeak_VOICE **voices = espeak_ListVoices(NULL);
	if (voices != NULL && *voices != NULL)
		return voices;
	g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE,
		_("There are no eSpeak NG voices in %s: install the package espeak-ng-data"),
		place);
	return NULL;
}

static void
set_no_voice(GError **error, const char *name)
{
	g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE,
		_("There is no voice “%s”: see “oqyrman voices”, or install the package "
		  "espeak-ng-data"),
		name);
}

/* The file's name, which is a voice's short name. */
static const char *
short_name(const espeak_VOICE *voice)
{
	const char *slash = strrchr(voice->identifier, '/');

	return slash != NULL ? slash + 1 : voice->identifier;
}

static gboolean
is_variant(const char *folder, const char *variant)
{
	g_autofree char *file = g_build_filename(folder, "voices", "!v", variant, NULL);

	return *variant && strchr(variant, '/') == NULL &&
	       g_file_test(file, G_FILE_TEST_IS_REGULAR);
}

/* eSpeak cuts and ignores what it does not know, so the name is looked up before it is handed on.
 */
static const char *
find_identifier(const char *place, const char *name, GError **error)
{
	const char *identifier = known_identifier(place, oq_lang_find(name));

	if (identifier == NULL && is_language(place, name))
		identifier = name;
	const espeak_VOICE **found = identifier != NULL ? NULL : list_voices(place, error);
	if (found == NULL)
		return identifier;
	while (*found != NULL && g_ascii_strcasecmp((*found)->name, name) != 0 &&
		g_ascii_strcasecmp((*found)->identifier, name) != 0 &&
		g_ascii_strcasecmp(short_name(*found), name) != 0)
		found++;
	if (*found != NULL)
		return (*found)->identifier;
	set_no_voice(error, name);
	return NULL;
}

/* Without its dictionary eSpeak goes on and says nothing. */
static gboolean
check_dictionary(const char *place, GError **error)
{
	g_autofree char *file = g_build_filename(place, "kk_dict", NULL);

	if (g_file_test(file, G_FILE_TEST_IS_REGULAR))
		return TRUE;
	g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE,
		_("eSpeak NG's Kazakh dictionary %s is missing: install the package "
		  "espeak-ng-data"),
		file);
	return FALSE;
}

void
oq_espeak_voice_clear(OqEspeakVoice *voice)
{
	g_clear_pointer(&voice->full_name, g_free);
	g_clear_pointer(&voice->language, g_free);
	g_clear_pointer(&voice->variant, g_free);
}

gboolean
oq_espeak_find_voice(const char *name, OqEspeakVoice *voice, GError **error)
{
	const char *place = oq_espeak_place();
	const char *plus = strchr(name, '+');
	g_autofree char *base =
		plus != NULL ? g_strndup(name, (gsize)(plus - name)) : g_strdup(name);
	const char *identifier = find_identifier(place, base, error);

	if (identifier == NULL)
		return FALSE;
	if (plus != NULL && !is_variant(place, plus + 1)) {
		set_no_voice(error, name);
		return FALSE;
	}
	voice->is_kazakh = g_str_equal(identifier, identifiers[OQ_LANG_KK]);
	if (voice->is_kazakh && !check_dictionary(place, error))
		return FALSE;
	voice->language = g_strdup(identifier);
	voice->variant = g_strdup(plus != NULL ? plus : "");
	voice->full_name = g_strconcat(identifier, voice->variant, NULL);
	return TRUE;
}

static char *
describe(espeak_ng_STATUS status)
{
	char why[256];

	espeak_ng_GetStatusCodeMessage(status, why, sizeof why);
	return g_strdup(why);
}

static void
set_no_start(GError **error, espeak_ng_STATUS status)
{
	g_autofree char *why = describe(status);

	g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE,
		_("eSpeak NG cannot start (%s): install the package espeak-ng-data again"), why);
}

/* Not espeak_Initialize(), which prints its errors or leaves the process. */
guint
oq_espeak_start(const OqEspeakVoice *voice, GError **error)
{
	espeak_ng_ERROR_CONTEXT context = NULL;
	espeak_ng_STATUS status = espeak_ng_Initialize(&context);

	espeak_ng_ClearErrorContext(&context);
	if (status == ENS_OK)
		status = espeak_ng_InitializeOutput(ENOUTPUT_MODE_SYNCHRONOUS, 0, NULL);
	if (status == ENS_OK)
		status = espeak_ng_SetVoiceByName(voice->full_name);
	/* espeak_TextToPhonemes() takes over what was asked for last */
	if (status == ENS_OK)
		status = espeak_ng_Synthesize("", 1, 0, POS_CHARACTER, 0, TEXT_FLAGS, NULL, NULL);
	if (status != ENS_OK) {
		set_no_start(error, status);
		return 0;
	}
	espeak_SetSynthCallback(take_block);
	return (guint)espeak_ng_GetSampleRate();
}

void
oq_espeak_stop(void)
{
	espeak_SetSynthCallback(NULL);
	espeak_ng_Terminate();
}

/* Some of eSpeak's own voices breathe by rand(), which other libraries call, too. */
gboolean
oq_espeak_set_voice(const OqEspeakVoice *voice, GError **error)
{
	espeak_ng_STATUS status = espeak_ng_SetVoiceByName(voice->full_name);

	srand(1);
	if (status == ENS_OK)
		return TRUE;
	set_no_start(error, status);
	return FALSE;
}

const char *
oq_espeak_language(OqLang lang)
{
	return identifiers[lang];
}

gboolean
oq_espeak_has_language(OqLang lang)
{
	return known_identifier(oq_espeak_place(), lang) != NULL;
}

gboolean
oq_espeak_set_language(OqLang lang, const OqEspeakVoice *voice, GError **error)
{
	g_autofree char *full_name = g_strconcat(identifiers[lang], voice->variant, NULL);
	espeak_ng_STATUS status = espeak_ng_SetVoiceByName(full_name);

	if (status == ENS_OK)
		return TRUE;
	set_no_start(error, status);
	return FALSE;
}

void
oq_espeak_set_parameters(const OqEspeakParameters *parameters)
{
	espeak_ng_SetParameter(espeakRATE, (int)parameters->rate, 0);
	espeak_ng_SetParameter(espeakPITCH, (int)parameters->pitch_percent, 0);
	espeak_ng_SetParameter(espeakRANGE, (int)parameters->range_percent, 0);
	espeak_ng_SetParameter(espeakVOLUME, (int)parameters->volume_percent, 0);
}

void
oq_espeak_set_spelling(gboolean is_spelling)
{
	espeak_ng_SetParameter(
		espeakPUNCTUATION, is_spelling ? espeakPUNCT_ALL : espeakPUNCT_NONE, 0);
}

gboolean
oq_espeak_say(const char *text, GArray *samples, GArray *words, GError **error)
{
	Call call = {samples, words, samples->len};
	espeak_ng_STATUS status = espeak_ng_Synthesize(
		text, strlen(text) + 1, 0, POS_CHARACTER, 0, TEXT_FLAGS, NULL, &call);

	if (status == ENS_OK)
		return TRUE;
	g_autofree char *why = describe(status);
	g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_FAILED,
		_("eSpeak NG could not say this sentence: %s"), why);
	return FALSE;
}

/* All clauses of the text, a space between them. */
static char *
transcribe(const char *text, int mode, GError **error)
{
	g_autoptr(GString) all = g_string_new(NULL);
	const void *rest = text;

	while (rest != NULL) {
		const char *clause = espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, mode);
		if (clause == NULL) {
			g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_FAILED,
				_("eSpeak NG could not make phonemes of this sentence"));
			return NULL;
		}
		if (all->len > 0 && *clause)
			g_string_append_c(all, ' ');
		g_string_append(all, clause);
	}
	return g_string_free(g_steal_pointer(&all), FALSE);
}

char *
oq_espeak_ipa(const char *text, GError **error)
{
	return transcribe(text, espeakPHONEMES_IPA, error);
}

char *
oq_espeak_mnemonics(const char *text, gunichar separator, GError **error)
{
	return transcribe(text, (int)(separator << 8), error);
}
