/* command_selection.c - oqyrman selection: what a key of the desktop's own settings does. */
#include "base/nearest.h"
#include "cli/by_service.h"
#include "cli/commands.h"

#include <glib/gi18n.h>

static void
set_unknown(const char *word, GError **error)
{
	const char *names[OQ_N_DEEDS + 1] = {NULL};
	g_autoptr(GString) all = g_string_new(NULL);
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		names[deed] = oq_deed_name(deed);
		g_string_append_printf(all, "%s%s", deed > 0 ? ", " : "", names[deed]);
	}
	gint nearest = oq_nearest_find(word, names);
	if (nearest >= 0)
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("oqyrman selection does not know %s; did you mean %s?"), word,
			names[nearest]);
	else
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("oqyrman selection does not know %s, but: %s"), word, all->str);
}

gboolean
oq_command_selection(const OqCall *call, GError **error)
{
	OqDeed deed = OQ_DEED_READ_SELECTION;
	if (call->words[0] != NULL && call->words[1] != NULL) {
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("oqyrman selection does one thing at a time; leave out %s"),
			call->words[1]);
		return FALSE;
	}
	if (call->words[0] != NULL && !oq_deed_parse(call->words[0], &deed)) {
		set_unknown(call->words[0], error);
		return FALSE;
	}
	return oq_by_service_do(call, deed, error);
}
