/* places_bookmarks.c - the bookmarks of a text that are kept: see places.h.
 *
 * A change is made to what is on disk, under a lock, so that two readers do not undo each other's.
 * A change without a name takes a bookmark away. */
#include "reading/places/places-private.h"

#include "reading/places/kept.h"

#include <glib/gi18n.h>

static gboolean
is_full(GError **error)
{
	g_set_error(error, OQ_PLACES_ERROR, OQ_PLACES_ERROR_FULL,
		ngettext("there can be no more than %u bookmark; delete one",
			"there can be no more than %u bookmarks; delete one", OQ_BOOKMARKS_MAX),
		OQ_BOOKMARKS_MAX);
	return FALSE;
}

static char *
name_of(const OqPlace *place)
{
	return g_strconcat(place->key, OQ_PLACES_BOOKMARKS, NULL);
}

/* Those on disk, without the changes. */
static GPtrArray *
load(OqPlaces *places, const OqPlace *place)
{
	g_autofree char *name = name_of(place);
	g_autoptr(GBytes) contents = oq_places_read(places, name, OQ_BOOKMARKS_MAX_BYTES);

	if (contents == NULL)
		return oq_bookmarks_new();
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(contents, &n_bytes);
	GPtrArray *bookmarks = oq_bookmarks_parse(bytes, n_bytes, NULL);
	if (bookmarks == NULL)
		oq_places_set_aside(places, name);
	return bookmarks != NULL ? bookmarks : oq_bookmarks_new();
}

/* FALSE: there are too many. */
static gboolean
apply(GPtrArray *bookmarks, const OqBookmark *change)
{
	if (change->name == NULL) {
		oq_bookmarks_remove(bookmarks, change->place);
		return TRUE;
	}
	if (!oq_bookmarks_put(bookmarks, change->place, change->name))
		return FALSE;
	if (!oq_trace_is_empty(&change->trace))
		oq_trace_set(oq_bookmarks_trace(bookmarks, change->place), change->trace.before,
			change->trace.words);
	return TRUE;
}

static gboolean
apply_all(GPtrArray *bookmarks, const GPtrArray *changes)
{
	gboolean fits = TRUE;

	for (guint i = 0; changes != NULL && i < changes->len; i++) {
		fits &= apply(bookmarks, g_ptr_array_index(changes, i));
	}
	return fits;
}

static void
replace(OqPlace *place, GPtrArray *bookmarks)
{
	g_ptr_array_unref(place->bookmarks);
	place->bookmarks = bookmarks;
}

void
oq_places_read_bookmarks(OqPlaces *places, OqPlace *place)
{
	if (place->key == NULL)
		return;
	GPtrArray *bookmarks = load(places, place);
	apply_all(bookmarks, place->unkept);
	replace(place, bookmarks);
}

static gboolean
write_down(OqPlaces *places, const OqPlace *place, const GPtrArray *bookmarks, GError **error)
{
	gsize n_bytes;
	g_autofree char *name = name_of(place);
	g_autofree char *text = oq_bookmarks_print(bookmarks, &n_bytes);

	if (bookmarks->len == 0)
		return oq_cabinet_remove(places->cabinet, name, error);
	return oq_cabinet_write(places->cabinet, name, text, n_bytes, error);
}

gboolean
oq_places_keep_bookmarks(OqPlaces *places, OqPlace *place, gboolean *fits, GError **error)
{
	*fits = TRUE;
	if (place->unkept == NULL || place->unkept->len == 0)
		return TRUE;
	int lock = oq_cabinet_lock(places->cabinet);
	GPtrArray *bookmarks = load(places, place);
	*fits = apply_all(bookmarks, place->unkept);
	gboolean is_kept = write_down(places, place, bookmarks, error);
	oq_cabinet_unlock(lock);
	replace(place, bookmarks);
	if (is_kept)
		g_ptr_array_set_size(place->unkept, 0);
	places->has_saved |= is_kept;
	return is_kept;
}

static void
note_change(OqPlace *place, const OqBookmark *change)
{
	OqBookmark *unkept = g_new0(OqBookmark, 1);

	if (place->unkept == NULL)
		place->unkept = oq_bookmarks_new();
	*unkept = (OqBookmark){.place = change->place, .name = g_strdup(change->name)};
	oq_trace_set(&unkept->trace, change->trace.before, change->trace.words);
	g_ptr_array_add(place->unkept, unkept);
}

static gboolean
change(OqPlaces *places, OqPlace *place, const OqBookmark *change, GError **error)
{
	g_autoptr(GError) failure = NULL;
	gboolean fits;

	if (!apply(place->bookmarks, change))
		return is_full(error);
	if (place->key == NULL)
		return TRUE;
	note_change(place, change);
	if (!oq_places_keep_bookmarks(places, place, &fits, &failure))
		return oq_places_refuse(error, failure);
	return fits || is_full(error);
}

gboolean
oq_places_add_bookmark(OqPlaces *places, OqPlace *place, guint64 at, const char *name,
	const OqTrace *trace, GError **error)
{
	g_autofree char *copy = g_strdup(name != NULL ? name : "");
	OqBookmark added = {.place = at, .name = copy};

	if (trace != NULL)
		added.trace = *trace;
	return change(places, place, &added, error);
}

gboolean
oq_places_remove_bookmark(OqPlaces *places, OqPlace *place, guint64 at, GError **error)
{
	const OqBookmark removed = {.place = at};

	return change(places, place, &removed, error);
}

/* First all go, so that none takes the place of another one that is still to move. */
void
oq_places_move_bookmarks(OqPlace *place, const guint64 *to)
{
	g_autoptr(GPtrArray) before = g_ptr_array_ref(place->bookmarks);

	replace(place, oq_bookmarks_new());
	for (guint i = 0; i < before->len; i++) {
		const OqBookmark *bookmark = g_ptr_array_index(before, i);
		const OqBookmark removed = {.place = bookmark->place};
		if (to[i] != bookmark->place)
			note_change(place, &removed);
	}
	for (guint i = 0; i < before->len; i++) {
		OqBookmark moved = *(OqBookmark *)g_ptr_array_index(before, i);
		gboolean is_moved = to[i] != moved.place;
		moved.place = to[i];
		apply(place->bookmarks, &moved);
		if (is_moved)
			note_change(place, &moved);
	}
}
