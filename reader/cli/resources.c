/* resources.c - see the header. */
#include "cli/resources.h"
#include "audio/playing/sink_portaudio.h"
#include "base/paths.h"
#include "base/table.h"
#include "cli/messages.h"
#include <glib/gi18n.h>

/* A file in a wrong encoding has nothing but wrong rows. */
#define MAX_COMPLAINTS 20

OqLexicon *
oq_resources_lexicon(GError **error)
{
	g_autofree char *folder = oq_paths_data(oq_lang_name(OQ_LANG_KK), error);
	return folder != NULL ? oq_lexicon_load(folder, error) : NULL;
}

static void
say_complaints(const OqOptions *options, const GPtrArray *complaints)
{
	if (options->quiet)
		return;
	for (guint i = 0; i < MIN(complaints->len, MAX_COMPLAINTS); i++)
		oq_messages_say(g_ptr_array_index(complaints, i));
	if (complaints->len <= MAX_COMPLAINTS)
		return;
	guint n_more = complaints->len - MAX_COMPLAINTS;
	g_autofree char *rest = g_strdup_printf(
		ngettext("%u more row of the dictionary is wrong and was left out",
			"%u more rows of the dictionary are wrong and were left out", n_more),
		n_more);
	oq_messages_say(rest);
}

static gboolean
add_named(OqDictionary *dictionary, const char *path, GPtrArray *complaints, GError **error)
{
	g_autoptr(GError) failure = NULL;
	if (path != NULL && !g_file_test(path, G_FILE_TEST_EXISTS)) {
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("%s: there is no such file"), path);
		return FALSE;
	}
	if (path == NULL || oq_dictionary_add_file(dictionary, path, complaints, &failure))
		return TRUE;
	oq_options_propagate(error, failure, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
	return FALSE;
}

static void
add_users(OqDictionary *dictionary, GPtrArray *complaints)
{
	g_autofree char *path = oq_paths_user_dictionary();
	g_autoptr(GError) failure = NULL;
	if (g_file_test(path, G_FILE_TEST_EXISTS) &&
		!oq_dictionary_add_file(dictionary, path, complaints, &failure))
		g_ptr_array_add(complaints, g_strdup(failure->message));
}

OqDictionary *
oq_resources_dictionary(const OqOptions *options, const OqLexicon *lexicon, GError **error)
{
	g_autoptr(OqDictionary) dictionary = oq_dictionary_new(lexicon);
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	if (!add_named(dictionary, options->dictionary, complaints, error))
		return NULL;
	add_users(dictionary, complaints);
	say_complaints(options, complaints);
	return g_steal_pointer(&dictionary);
}

OqSink *
oq_resources_player(const OqOptions *options, guint rate_hz, GError **error)
{
	return oq_sink_portaudio_new(options->device, rate_hz, error);
}
