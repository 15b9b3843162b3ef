/* voices.c - see the header. */
#include "speech/voices.h"

#include "speech/espeak/espeak_data.h"

#define STOCK_VOICE "stock"

struct _OqVoices {
	char *folder;
	char *data_folder;
	GHashTable *named; /* of OqVoice, by the name that was asked for */
	gboolean is_checked;
	GError *misfit; /* NULL: our data fit */
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

static const OqVoice *
find(OqVoices *voices, const char *name, GError **error)
{
	g_autoptr(GError) failure = NULL;
	OqVoice *voice = g_hash_table_lookup(voices->named, name);

	if (voice != NULL)
		return voice;
	voice = oq_voice_find(voices->folder, name, &failure);
	if (failure != NULL) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return NULL;
	}
	if (voice == NULL)
		voice = oq_voice_new_stock(name);
	g_hash_table_insert(voices->named, g_strdup(name), voice);
	return voice;
}

static gboolean
check_data(OqVoices *voices)
{
	if (!voices->is_checked)
		oq_espeak_data_fits(voices->data_folder, &voices->misfit);
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
	if (notice != NULL)
		*notice = g_strdup(voices->misfit->message);
	return find(voices, STOCK_VOICE, error);
}

void
oq_voices_add(OqVoices *voices, OqVoice *voice)
{
	g_hash_table_replace(voices->named, g_strdup(voice->id), voice);
}
