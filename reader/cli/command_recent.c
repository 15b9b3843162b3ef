/* command_recent.c - oqyrman recent: what was read, and where it stopped. */
#include "base/line.h"
#include "base/paths.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "reading/places/places.h"
#include "reading/places/recent.h"
#include <glib/gi18n.h>

/* More are not looked through, by ear or by eye: they are asked for by their names. */
#define MAX_LISTED 20

#define ALL "all"

typedef struct {
	const OqCall *call;
	OqPlaces *places;
	GPtrArray *recent; /* of OqPlace */
	char *wanted;      /* nullable: a part of the names that are listed */
} Listing;

static gboolean
is_missing(const OqPlace *place)
{
	for (guint i = 0; place->paths[i] != NULL; i++) {
		if (!g_file_test(place->paths[i], G_FILE_TEST_EXISTS))
			return TRUE;
	}
	return place->paths[0] == NULL;
}

static void
add_files(GString *out, const OqPlace *place)
{
	if (place->paths[0] == NULL)
		return;
	guint n_more = g_strv_length(place->paths) - 1;
	g_autofree char *shown = g_filename_display_name(place->paths[0]);
	g_autofree char *path = oq_line_new(shown, -1, G_MAXUINT);
	g_string_append_printf(out, "  %s", path != NULL ? path : "?");
	if (n_more > 0)
		g_string_append_printf(
			out, ngettext(", and %u more file", ", and %u more files", n_more), n_more);
	g_string_append_c(out, '\n');
}

static void
add_place(GString *out, const OqPlace *place, guint number)
{
	gint64 now_s = g_get_real_time() / G_USEC_PER_SEC;
	g_autofree char *line = oq_recent_line(place, number, now_s, is_missing(place));
	g_string_append_printf(out, "%s\n", line);
	add_files(out, place);
}

static void
add_rest(GString *out, guint n_rest)
{
	if (n_rest > 0)
		g_string_append_printf(out,
			ngettext("%u older text is not listed; oqyrman recent NAME finds it\n",
				"%u older texts are not listed; oqyrman recent NAME finds them\n",
				n_rest),
			n_rest);
}

static gboolean
print_list(const Listing *listing, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	guint n_found = 0;
	for (guint i = 0; i < listing->recent->len; i++) {
		const OqPlace *place = g_ptr_array_index(listing->recent, i);
		if (listing->wanted != NULL && !oq_recent_matches(place, listing->wanted))
			continue;
		if (++n_found <= MAX_LISTED)
			add_place(out, place, i + 1);
	}
	add_rest(out, n_found - MIN(n_found, MAX_LISTED));
	if (listing->recent->len == 0)
		g_string_append_printf(out, "%s\n", _("nothing was read yet"));
	else if (n_found == 0)
		return oq_recent_choose(listing->recent, listing->wanted, error) != NULL;
	return oq_output_print(out->str, error);
}

static gboolean
forget_all(const Listing *listing, GError **error)
{
	guint n_texts;
	if (!oq_places_forget_all(listing->places, &n_texts, error))
		return FALSE;
	g_autofree char *line = g_strdup_printf(
		ngettext("%u text is forgotten\n", "%u texts are forgotten\n", n_texts), n_texts);
	return oq_output_print(line, error);
}

static gboolean
forget(const Listing *listing, const char *which, GError **error)
{
	if (g_str_equal(which, ALL))
		return forget_all(listing, error);
	OqPlace *place = oq_recent_choose(listing->recent, which, error);
	if (place == NULL || !oq_places_forget(listing->places, place, error))
		return FALSE;
	g_autofree char *name = oq_place_name(place);
	g_autofree char *line = g_strdup_printf(_("forgotten: %s\n"), name);
	return oq_output_print(line, error);
}

static gboolean
refuse_words(const Listing *listing, GError **error)
{
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("--forget names one text, or all; leave out %s"), listing->wanted);
	return FALSE;
}

static gboolean
work(const Listing *listing, GError **error)
{
	const char *which = listing->call->options->forget;
	if (which == NULL)
		return print_list(listing, error);
	return listing->wanted == NULL ? forget(listing, which, error)
				       : refuse_words(listing, error);
}

gboolean
oq_command_recent(const OqCall *call, GError **error)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *folder = oq_paths_state();
	g_autoptr(OqPlaces) places = oq_places_new(folder, notices);
	g_autoptr(GPtrArray) recent = oq_places_recent(places, error);
	g_autofree char *wanted = call->words[0] != NULL ? g_strjoinv(" ", call->words) : NULL;
	for (guint i = 0; i < notices->len && !call->options->quiet; i++)
		oq_messages_say(g_ptr_array_index(notices, i));
	return recent != NULL && work(&(Listing){call, places, recent, wanted}, error);
}
