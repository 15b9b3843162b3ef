/* voice.c - see the header. */
#include "speech/voice.h"

#include "base/nearest.h"
#include "base/reason.h"
#include "base/typing.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define GROUP  "Voice"
#define SUFFIX ".voice"

/* dB, which makes most voices of eSpeak NG about as loud as ours. */
#define STANDARD_GAIN 4.0

typedef struct {
	const char *key;
	guint low;
	guint high;
	guint standard;
	gsize member;
} Number;

static const Number numbers[] = {
	{"Speed", OQ_SPEED_MIN_WPM, OQ_SPEED_MAX_WPM, OQ_SPEED_NORMAL_WPM,
		G_STRUCT_OFFSET(OqVoice, speed_wpm)},
	{"Pauses", 10, 300, 100, G_STRUCT_OFFSET(OqVoice, pauses_percent)},
};

static gboolean
fail(GError **error, const char *path, const char *key, const char *problem)
{
	g_set_error(
		error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE, "%s: %s: %s", path, key, problem);
	return FALSE;
}

static gboolean
check_keys(GKeyFile *file, const char *path, GError **error)
{
	static const char *const known[] = {"Name", "About", "Espeak", "Stock", "Speed", "Pauses",
		"Gain", "GainRu", "GainEn", NULL};
	g_auto(GStrv) keys = g_key_file_get_keys(file, GROUP, NULL, NULL);

	for (gsize i = 0; keys != NULL && keys[i] != NULL; i++) {
		if (!g_strv_contains(known, keys[i]) && !g_str_has_prefix(keys[i], "About["))
			return fail(error, path, keys[i], _("there is no such key"));
	}
	return TRUE;
}

static gboolean
read_texts(OqVoice *voice, GKeyFile *file, const char *path, GError **error)
{
	const struct {
		const char *key;
		char **text;
	} texts[] = {{"Name", &voice->name}, {"About", &voice->about}, {"Espeak", &voice->espeak}};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(GError) failure = NULL;
		*texts[i].text = g_key_file_get_string(file, GROUP, texts[i].key, &failure);
		if (g_error_matches(failure, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_UNKNOWN_ENCODING))
			return fail(error, path, texts[i].key, _("this is not UTF-8"));
		if (*texts[i].text == NULL || **texts[i].text == '\0')
			return fail(error, path, texts[i].key, _("this key is missing"));
	}
	return TRUE;
}

/* The catalogue tells in which language all is said. */
static void
translate_about(OqVoice *voice, GKeyFile *file)
{
	g_free(voice->about);
	voice->about = g_key_file_get_locale_string(
		file, GROUP, "About", C_("the code of this language", "en"), NULL);
}

static gboolean
read_stock(OqVoice *voice, GKeyFile *file, const char *path, GError **error)
{
	g_autoptr(GError) failure = NULL;

	voice->is_stock = g_key_file_get_boolean(file, GROUP, "Stock", &failure);
	if (g_error_matches(failure, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE))
		return fail(error, path, "Stock", _("give true or false"));
	return TRUE;
}

/* As it is written; NULL when it is not there. */
static char *
number_text(GKeyFile *file, const char *key)
{
	char *text = g_key_file_get_value(file, GROUP, key, NULL);

	return text != NULL ? g_strchomp(text) : NULL;
}

static gboolean
read_numbers(OqVoice *voice, GKeyFile *file, const char *path, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
		const Number *number = &numbers[i];
		g_autofree char *text = number_text(file, number->key);
		guint64 value = number->standard;
		if (text != NULL && !g_ascii_string_to_unsigned(
					    text, 10, number->low, number->high, &value, NULL)) {
			g_autofree char *problem = g_strdup_printf(
				_("give a number from %u to %u"), number->low, number->high);
			return fail(error, path, number->key, problem);
		}
		*(guint *)G_STRUCT_MEMBER_P(voice, number->member) = (guint)value;
	}
	return TRUE;
}

static gboolean
read_gain(double *gain_db, GKeyFile *file, const char *key, const char *path, GError **error)
{
	g_autofree char *text = number_text(file, key);
	char *rest = NULL;

	if (text == NULL)
		return TRUE;
	*gain_db = g_ascii_strtod(text, &rest);
	if (rest != text && *rest == '\0' && *gain_db >= -30 && *gain_db <= 12)
		return TRUE;
	return fail(error, path, key, _("give a number from -30 to 12"));
}

static gboolean
read_gains(OqVoiceGains *gains, GKeyFile *file, const char *path, GError **error)
{
	double *db = gains->db;

	db[OQ_LANG_KK] = STANDARD_GAIN;
	if (!read_gain(&db[OQ_LANG_KK], file, "Gain", path, error))
		return FALSE;
	db[OQ_LANG_RU] = db[OQ_LANG_EN] = db[OQ_LANG_KK];
	return read_gain(&db[OQ_LANG_RU], file, "GainRu", path, error) &&
	       read_gain(&db[OQ_LANG_EN], file, "GainEn", path, error);
}

static void
set_unreadable(GError **error, const char *path, const GError *failure)
{
	const char *why =
		failure->domain == G_KEY_FILE_ERROR
			? _("this is no voice: below a line [Voice] each line is KEY=VALUE")
			: oq_reason_of(failure);

	g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE, "%s: %s", path, why);
}

OqVoice *
oq_voice_load(const char *path, GError **error)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_autoptr(OqVoice) voice = g_new0(OqVoice, 1);
	g_autoptr(GError) failure = NULL;

	if (!g_key_file_load_from_file(file, path, G_KEY_FILE_KEEP_TRANSLATIONS, &failure)) {
		set_unreadable(error, path, failure);
		return NULL;
	}
	g_autofree char *base = g_path_get_basename(path);
	voice->id = g_strndup(base, strlen(base) - strlen(SUFFIX));
	if (!check_keys(file, path, error) || !read_texts(voice, file, path, error) ||
		!read_stock(voice, file, path, error) || !read_numbers(voice, file, path, error) ||
		!read_gains(&voice->gains, file, path, error))
		return NULL;
	translate_about(voice, file);
	return g_steal_pointer(&voice);
}

OqVoice *
oq_voice_new_stock(const char *espeak)
{
	OqVoice *voice = g_new0(OqVoice, 1);

	voice->id = g_strdup(espeak);
	voice->name = g_strdup(espeak);
	voice->about = g_strdup("");
	voice->espeak = g_strdup(espeak);
	voice->is_stock = TRUE;
	voice->speed_wpm = OQ_SPEED_NORMAL_WPM;
	voice->pauses_percent = 100;
	voice->gains = (OqVoiceGains){{STANDARD_GAIN, STANDARD_GAIN, STANDARD_GAIN}};
	return voice;
}

/* Of languages that no gain was measured for, the voice is as loud as in Kazakh. */
void
oq_voice_go_abroad(OqVoice *voice, const char *language)
{
	static const char *const measured[OQ_N_LANGS] = {
		[OQ_LANG_RU] = "zle/ru",
		[OQ_LANG_EN] = "gmw/en",
	};
	const char *variant = strchr(voice->espeak, '+');
	char *espeak = g_strconcat(language, variant, NULL);
	double gain_db = voice->gains.db[OQ_LANG_KK];

	for (OqLang lang = 0; lang < OQ_N_LANGS; lang++)
		if (g_strcmp0(measured[lang], language) == 0)
			gain_db = voice->gains.db[lang];
	for (OqLang lang = 0; lang < OQ_N_LANGS; lang++)
		voice->gains.db[lang] = gain_db;
	g_free(voice->espeak);
	voice->espeak = espeak;
}

void
oq_voice_free(OqVoice *voice)
{
	if (voice == NULL)
		return;
	g_free(voice->id);
	g_free(voice->name);
	g_free(voice->about);
	g_free(voice->espeak);
	g_free(voice);
}

double
oq_voice_gain(const OqVoiceGains *gains, OqLang lang)
{
	return pow(10, gains->db[lang] / 20);
}

static guint
rank(const OqVoice *voice)
{
	if (g_str_equal(voice->id, OQ_VOICE_DEFAULT))
		return 0;
	return voice->is_stock ? 2 : 1;
}

static gint
compare(gconstpointer one, gconstpointer other)
{
	const OqVoice *voice = *(const OqVoice *const *)one;
	const OqVoice *next = *(const OqVoice *const *)other;

	if (rank(voice) != rank(next))
		return rank(voice) < rank(next) ? -1 : 1;
	return strcmp(voice->id, next->id);
}

GPtrArray *
oq_voice_list(const char *folder, GPtrArray *complaints, GError **error)
{
	g_autoptr(GPtrArray) voices = g_ptr_array_new_with_free_func((GDestroyNotify)oq_voice_free);
	g_autoptr(GError) failure = NULL;
	g_autoptr(GDir) files = g_dir_open(folder, 0, &failure);

	if (files == NULL) {
		set_unreadable(error, folder, failure);
		return NULL;
	}
	for (const char *name; (name = g_dir_read_name(files));) {
		if (!g_str_has_suffix(name, SUFFIX))
			continue;
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_clear_error(&failure);
		OqVoice *voice = oq_voice_load(path, &failure);
		if (voice != NULL)
			g_ptr_array_add(voices, voice);
		else if (complaints != NULL)
			g_ptr_array_add(complaints, g_strdup(failure->message));
	}
	if (voices->len == 0 && failure != NULL) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return NULL;
	}
	g_ptr_array_sort(voices, compare);
	return g_steal_pointer(&voices);
}

static gboolean
is_called(const OqVoice *voice, const char *name)
{
	g_autofree char *wanted = g_utf8_casefold(name, -1);
	g_autofree char *own = g_utf8_casefold(voice->name, -1);

	return g_str_equal(wanted, own) || g_ascii_strcasecmp(name, voice->id) == 0;
}

/* (nullable): the file that an id leads to; the others need not be read then. */
static char *
file_of(const char *folder, const char *id)
{
	g_autofree char *name = g_strconcat(id, SUFFIX, NULL);
	g_autofree char *path = g_build_filename(folder, name, NULL);

	return strchr(id, '/') == NULL && g_file_test(path, G_FILE_TEST_EXISTS)
		       ? g_steal_pointer(&path)
		       : NULL;
}

static OqTyping *
load_typing(const char *folder, GError **error)
{
	g_autofree char *path =
		g_build_filename(folder, oq_lang_name(OQ_LANG_KK), "typing.tsv", NULL);
	g_autoptr(GError) failure = NULL;
	OqTyping *typing = oq_typing_load(path, &failure);

	if (typing == NULL)
		g_set_error_literal(
			error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE, failure->message);
	return typing;
}

static gboolean
is_typed(const OqTyping *typing, const OqVoice *voice, const char *reduced)
{
	g_autofree char *own = oq_typing_reduce(typing, voice->name);

	return g_str_equal(own, reduced);
}

/* Where several names are typed alike, none of them is meant more than the others. */
static OqVoice *
find_typed(GPtrArray *voices, const OqTyping *typing, const char *name, GError **error)
{
	g_autofree char *reduced = oq_typing_reduce(typing, name);
	const OqVoice *first = NULL;
	guint place = 0;

	for (guint i = 0; i < voices->len; i++) {
		const OqVoice *voice = g_ptr_array_index(voices, i);
		if (!is_typed(typing, voice, reduced))
			continue;
		if (first != NULL) {
			g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE,
				_("“%s” may be %s (%s) or %s (%s); give one of these names"), name,
				first->name, first->id, voice->name, voice->id);
			return NULL;
		}
		first = voice;
		place = i;
	}
	return first != NULL ? g_ptr_array_steal_index(voices, place) : NULL;
}

OqVoice *
oq_voice_find(const char *folder, const char *name, GError **error)
{
	g_autofree char *file = file_of(folder, name);
	g_autoptr(GPtrArray) voices = NULL;
	g_autoptr(OqTyping) typing = NULL;

	if (file != NULL)
		return oq_voice_load(file, error);
	if (!g_utf8_validate(name, -1, NULL))
		return NULL;
	voices = oq_voice_list(folder, NULL, error);
	for (guint i = 0; voices != NULL && i < voices->len; i++) {
		if (is_called(g_ptr_array_index(voices, i), name))
			return g_ptr_array_steal_index(voices, i);
	}
	typing = voices != NULL ? load_typing(folder, error) : NULL;
	return typing != NULL ? find_typed(voices, typing, name, error) : NULL;
}

/* Each voice has two: its name and its id. */
static GStrv
reduce_names(const OqTyping *typing, const GPtrArray *voices)
{
	GStrv names = g_new0(char *, 2 * voices->len + 1);

	for (guint i = 0; i < voices->len; i++) {
		const OqVoice *voice = g_ptr_array_index(voices, i);
		names[2 * i] = oq_typing_reduce(typing, voice->name);
		names[2 * i + 1] = oq_typing_reduce(typing, voice->id);
	}
	return names;
}

char *
oq_voice_suggest(const char *folder, const char *name)
{
	g_autoptr(GPtrArray) voices = oq_voice_list(folder, NULL, NULL);
	g_autoptr(OqTyping) typing = load_typing(folder, NULL);

	if (voices == NULL || typing == NULL || !g_utf8_validate(name, -1, NULL))
		return NULL;
	g_autofree char *reduced = oq_typing_reduce(typing, name);
	g_auto(GStrv) names = reduce_names(typing, voices);
	gint nearest = oq_nearest_find(reduced, (const char *const *)names);
	if (nearest < 0)
		return NULL;
	const OqVoice *voice = g_ptr_array_index(voices, nearest / 2);
	return g_strdup(nearest % 2 == 0 ? voice->name : voice->id);
}
