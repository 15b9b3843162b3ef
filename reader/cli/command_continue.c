/* command_continue.c - oqyrman continue: on with what was read before. */
#include "base/paths.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "document/document.h"
#include "reading/places/places.h"
#include "reading/places/recent.h"
#include <glib/gi18n.h>

/* (nullable) (transfer full): what the words after the verb name. */
static char *
find_wanted(const OqCall *call)
{
	return call->words[0] != NULL ? g_strjoinv(" ", call->words) : NULL;
}

static GPtrArray *
list_recent(const OqCall *call, GError **error)
{
	g_autofree char *folder = oq_paths_state();
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqPlaces) places = oq_places_new(folder, notices);
	GPtrArray *recent = oq_places_recent(places, error);
	for (guint i = 0; i < notices->len && !call->options->quiet; i++)
		oq_messages_say(g_ptr_array_index(notices, i));
	return recent;
}

/* Names of very many files have no room among what is kept. */
static gboolean
refuse_nameless(const OqPlace *place, GError **error)
{
	g_autofree char *name = oq_place_name(place);
	g_set_error(error, OQ_RECENT_ERROR, OQ_RECENT_ERROR_NOT_FOUND,
		_("where %s lies was not kept; name its files, and it goes on there"), name);
	return FALSE;
}

/* (nullable) (transfer none): the first of its files or folders that is not where it was. */
static const char *
find_missing(const OqPlace *place)
{
	for (guint i = 0; place->paths[i] != NULL; i++) {
		if (!g_file_test(place->paths[i], G_FILE_TEST_EXISTS))
			return place->paths[i];
	}
	return NULL;
}

/* It is known by its content. */
static gboolean
refuse_missing(const OqPlace *place, const char *path, GError **error)
{
	g_autofree char *name = oq_place_name(place);
	g_autofree char *shown = g_filename_display_name(path);
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_MISSING,
		_("%s is no longer where it was, in %s; open it once by its new name with oqyrman "
		  "read, and it goes on where it stopped"),
		name, shown);
	return FALSE;
}

gboolean
oq_command_continue(const OqCall *call, GError **error)
{
	g_autofree char *wanted = find_wanted(call);
	g_autoptr(GPtrArray) recent = list_recent(call, error);
	const OqPlace *place = recent != NULL ? oq_recent_choose(recent, wanted, error) : NULL;
	OqCall again = *call;
	if (place == NULL)
		return FALSE;
	const char *missing = find_missing(place);
	if (missing != NULL)
		return refuse_missing(place, missing, error);
	if (place->paths[0] == NULL)
		return refuse_nameless(place, error);
	again.words = place->paths;
	return oq_command_read(&again, error);
}
