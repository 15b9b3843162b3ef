/* voices.c - see the header. */
#include "speech/voices.h"

#include "speech/espeak/espeak_data.h"
#include "speech/speech.h"

#include <string.h>

#define STOCK_VOICE "stock"
#define ABROAD      '@'

struct _OqVoices {
	char *folder;
	char *data_folder;
	GHashTable *named; /* of OqVoice, by the name that was asked for */
	gboolean is_checked;
	GError *misfit; /* NULL: our data fit; NO_VOICE: the plain voice speaks; else none */
};

static void
free_voice(gpointer voice)
{
	oq_voice_free(voice);
}

OqVoices *
oq_voices_new(const char *folder, const char *data_folder)
{
	OqVoices *voices = g_new0(OqVoices, 1);

	voices->folder = g_strdup(folder);
	voices->data_folder = g_strdup(data_folder);
	voices->named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_voice);
	return voices;
}

void
oq_voices_free(OqVoices *voices)
{
	if (voices == NULL)
		return;
	g_free(voices->folder);
	g_free(voices->data_folder);
	g_hash_table_unref(voices->named);
	g_clear_error(&voices->misfit);
	g_free(voices);
}

/* (transfer full) */
static OqVoice *
load(const OqVoices *voices, const char *name, GError **error)
{
	g_autoptr(GError) failure = NULL;
	OqVoice *voice = oq_voice_find(voices->folder, name, &failure);

	if (voice == NULL && failure == NULL)
		return oq_voice_new_stock(name);
	if (failure != NULL)
		g_propagate_error(error, g_steal_pointer(&failure));
	return voice;
}

/* (transfer full): "dauren@gmw/de" */
static OqVoice *
load_abroad(const OqVoices *voices, const char *name, const char *at, GError **error)
{
	g_autofree char *home = g_strndup(name, at - name);
	OqVoice *voice = load(voices, home, error);

	if (voice != NULL)
		oq_voice_go_abroad(voice, at + 1);
	return voice;
}

static const OqVoice *
find(OqVoices *voices, const char *name, GError **error)
{
	OqVoice *voice = g_hash_table_lookup(voices->named, name);
	const char *at = strchr(name, ABROAD);

	if (voice != NULL)
		return voice;
	voice = at != NULL ? load_abroad(voices, name, at, error) : load(voices, name, error);
	if (voice != NULL)
		g_hash_table_insert(voices->named, g_strdup(name), voice);
	return voice;
}

/* The plain voice in the place of ours, in the same language. */
static const OqVoice *
find_stock(OqVoices *voices, const char *name, GError **error)
{
	const char *at = strchr(name, ABROAD);
	g_autofree char *stock = g_strconcat(STOCK_VOICE, at, NULL);

	return find(voices, stock, error);
}

static gboolean
check_data(OqVoices *voices)
{
	if (!voices->is_checked)
		oq_espeak_data_free(oq_espeak_data_load(voices->data_folder, &voices->misfit));
	voices->is_checked = TRUE;
	return voices->misfit == NULL;
}

const OqVoice *
oq_voices_choose(OqVoices *voices, const char *name, char **notice, GError **error)
{
	const OqVoice *voice = find(voices, *name != '\0' ? name : OQ_VOICE_DEFAULT, error);

	if (notice != NULL)
		*notice = NULL;
	if (voice == NULL || voice->is_stock || check_data(voices))
		return voice;
	if (!g_error_matches(voices->misfit, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE)) {
		g_propagate_error(error, g_error_copy(voices->misfit));
		return NULL;
	}
	if (notice != NULL)
		*notice = g_strdup(voices->misfit->message);
	return find_stock(voices, name, error);
}

void
oq_voices_add(OqVoices *voices, OqVoice *voice)
{
	g_hash_table_replace(voices->named, g_strdup(voice->id), voice);
}
