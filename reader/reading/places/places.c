/* places.c - see the header. */
#include "reading/places/places-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of a SHA-256 in hexadecimal figures: more than enough to tell all texts apart. */
#define STEM_LENGTH 32

/* More of them are a disaster, which is told as one. */
#define MAX_TOLD 3

G_DEFINE_QUARK(oq_places_error, oq_places_error)

OqPlaces *
oq_places_new(const char *folder, GPtrArray *notices)
{
	OqPlaces *places = g_new0(OqPlaces, 1);

	places->cabinet = oq_cabinet_new(folder);
	places->notices = g_ptr_array_ref(notices);
	return places;
}

void
oq_places_free(OqPlaces *places)
{
	if (places == NULL)
		return;
	if (places->has_saved)
		oq_cabinet_sweep(places->cabinet);
	oq_cabinet_free(places->cabinet);
	g_ptr_array_unref(places->notices);
	g_free(places);
}

gboolean
oq_places_refuse(GError **error, const GError *failure)
{
	g_set_error(error, OQ_PLACES_ERROR, OQ_PLACES_ERROR_NOT_KEPT,
		_("places and bookmarks cannot be kept: %s"), failure->message);
	return FALSE;
}

char *
oq_places_stem(const char *name)
{
	gsize n_digits = strspn(name, "0123456789abcdef");

	return n_digits == STEM_LENGTH && name[n_digits] == '.' ? g_strndup(name, n_digits) : NULL;
}

static char *
key_of(const char *identity)
{
	g_autofree char *digits = g_compute_checksum_for_string(G_CHECKSUM_SHA256, identity, -1);

	return g_strndup(digits, STEM_LENGTH);
}

static char *
name_of(const char *key, const char *suffix)
{
	return g_strconcat(key, suffix, NULL);
}

/* The name of the link that these files have, NULL when there are none. */
static char *
link_of(char **paths)
{
	if (paths[0] == NULL)
		return NULL;
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	for (; *paths != NULL; paths++)
		g_checksum_update(checksum, (const guchar *)*paths, (gssize)strlen(*paths) + 1);
	return g_strdup_printf("%.*s" OQ_PLACES_PATH, STEM_LENGTH, g_checksum_get_string(checksum));
}

void
oq_places_set_aside(OqPlaces *places, const char *name)
{
	g_autoptr(GError) failure = NULL;
	g_autofree char *aside = oq_cabinet_set_aside(places->cabinet, name, &failure);

	if (++places->n_damaged > MAX_TOLD)
		return;
	g_autofree char *shown = aside != NULL ? g_filename_display_name(aside) : NULL;
	char *notice =
		shown != NULL
			? g_strdup_printf(
				  _("what was kept of a text is damaged; it was set aside as %s"),
				  shown)
			: g_strdup_printf(_("what was kept of a text is damaged and cannot be set "
					    "aside: %s"),
				  failure->message);
	g_ptr_array_add(places->notices, notice);
}

static void
tell_more_damaged(OqPlaces *places)
{
	if (places->n_damaged <= MAX_TOLD)
		return;
	guint n_more = places->n_damaged - MAX_TOLD;
	g_ptr_array_add(places->notices,
		g_strdup_printf(ngettext("%u more damaged file was set aside",
					"%u more damaged files were set aside", n_more),
			n_more));
}

GBytes *
oq_places_read(OqPlaces *places, const char *name, gsize max_bytes)
{
	g_autoptr(GError) failure = NULL;
	GBytes *contents = NULL;

	if (!oq_cabinet_read(places->cabinet, name, max_bytes, &contents, &failure) &&
		g_error_matches(failure, OQ_CABINET_ERROR, OQ_CABINET_ERROR_DAMAGED))
		oq_places_set_aside(places, name);
	return contents;
}

static OqPlace *
load(OqPlaces *places, const char *key)
{
	g_autofree char *name = name_of(key, OQ_PLACES_PLACE);
	g_autoptr(GBytes) contents = oq_places_read(places, name, OQ_PLACE_MAX_BYTES);

	if (contents == NULL)
		return NULL;
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(contents, &n_bytes);
	OqPlace *place = oq_place_parse(bytes, n_bytes, NULL);
	if (place == NULL)
		oq_places_set_aside(places, name);
	else
		place->key = g_strdup(key);
	return place;
}

static gboolean
is_same(char **paths, char **other)
{
	return g_strv_equal((const char *const *)paths, (const char *const *)other);
}

/* A text that has moved away from there since says nothing about what is there now. */
static OqPlace *
load_by_path(OqPlaces *places, char **paths)
{
	g_autofree char *link = link_of(paths);
	g_autofree char *target = link != NULL ? oq_cabinet_pointed(places->cabinet, link) : NULL;
	g_autofree char *key = target != NULL ? oq_places_stem(target) : NULL;
	g_autoptr(OqPlace) place = key != NULL ? load(places, key) : NULL;

	if (place == NULL || !is_same(place->paths, paths))
		return NULL;
	place->found = OQ_PLACE_BY_PATH;
	return g_steal_pointer(&place);
}

static char **
make_absolute(const char *const *paths)
{
	GPtrArray *absolute = g_ptr_array_new();

	for (; *paths != NULL; paths++)
		g_ptr_array_add(absolute, g_canonicalize_filename(*paths, NULL));
	g_ptr_array_add(absolute, NULL);
	return (char **)g_ptr_array_free(absolute, FALSE);
}

static OqPlace *
load_either(OqPlaces *places, const char *key, char **paths)
{
	OqPlace *place = load(places, key);

	if (place != NULL)
		place->found = OQ_PLACE_BY_CONTENT;
	else
		place = load_by_path(places, paths);
	return place != NULL ? place : oq_place_new((const char *const *)paths);
}

/* What is left of @place from another text or another path becomes this text's. */
static void
adopt(OqPlaces *places, OqPlace *place, const char *key, char **paths)
{
	if (place->found == OQ_PLACE_BY_PATH)
		oq_places_read_bookmarks(places, place);
	if (!is_same(place->paths, paths)) {
		place->paths_before = place->paths;
		place->paths = g_strdupv(paths);
	}
	place->unkept = g_steal_pointer(&place->bookmarks);
	place->bookmarks = oq_bookmarks_new();
	g_free(place->key);
	place->key = g_strdup(key);
	oq_places_read_bookmarks(places, place);
}

OqPlace *
oq_places_find(OqPlaces *places, const char *identity, const char *const *paths)
{
	g_auto(GStrv) absolute = make_absolute(paths);

	if (identity == NULL)
		return oq_place_new((const char *const *)absolute);
	g_autofree char *key = key_of(identity);
	places->n_damaged = 0;
	OqPlace *place = load_either(places, key, absolute);
	adopt(places, place, key, absolute);
	return place;
}

/* The links follow the text to where it lies now. */
static void
point(OqPlaces *places, OqPlace *place)
{
	g_autofree char *target = name_of(place->key, OQ_PLACES_PLACE);
	g_autofree char *link = link_of(place->paths);
	g_autofree char *before = place->paths_before != NULL ? link_of(place->paths_before) : NULL;
	g_autofree char *pointed =
		before != NULL ? oq_cabinet_pointed(places->cabinet, before) : NULL;

	if (link != NULL)
		oq_cabinet_point(places->cabinet, link, target);
	if (g_strcmp0(pointed, target) == 0)
		oq_cabinet_remove(places->cabinet, before, NULL);
	place->is_pointed = TRUE;
}

static gboolean
keep(OqPlaces *places, OqPlace *place, GError **error)
{
	gsize n_bytes;
	gboolean fits;
	g_autofree char *text = oq_place_print(place, &n_bytes);
	g_autofree char *name = name_of(place->key, OQ_PLACES_PLACE);

	if (!oq_cabinet_write(places->cabinet, name, text, n_bytes, error))
		return FALSE;
	places->has_saved = TRUE;
	if (!place->is_pointed)
		point(places, place);
	return oq_places_keep_bookmarks(places, place, &fits, error);
}

gboolean
oq_places_save(OqPlaces *places, OqPlace *place, GError **error)
{
	g_autoptr(GError) failure = NULL;

	place->read_at_s = g_get_real_time() / G_USEC_PER_SEC;
	places->is_failing = place->key != NULL && !keep(places, place, &failure);
	if (!places->is_failing || places->has_told)
		return TRUE;
	places->has_told = TRUE;
	return oq_places_refuse(error, failure);
}

gboolean
oq_places_is_failing(const OqPlaces *places)
{
	return places->is_failing;
}

GPtrArray *
oq_places_all(OqPlaces *places, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autoptr(GPtrArray) names = oq_cabinet_names(places->cabinet, &failure);

	places->n_damaged = 0;
	if (names == NULL) {
		g_set_error(error, OQ_PLACES_ERROR, OQ_PLACES_ERROR_UNREADABLE,
			_("what was read cannot be listed: %s"), failure->message);
		return NULL;
	}
	GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)oq_place_free);
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		g_autofree char *key = oq_places_stem(name);
		if (key == NULL || strcmp(name + STEM_LENGTH, OQ_PLACES_PLACE) != 0)
			continue;
		OqPlace *place = load(places, key);
		if (place != NULL)
			g_ptr_array_add(all, place);
	}
	tell_more_damaged(places);
	return all;
}

static gint
compare_time(gconstpointer a, gconstpointer b)
{
	const OqPlace *first = *(OqPlace *const *)a, *second = *(OqPlace *const *)b;

	if (first->read_at_s != second->read_at_s)
		return first->read_at_s > second->read_at_s ? -1 : 1;
	return strcmp(first->key, second->key);
}

GPtrArray *
oq_places_recent(OqPlaces *places, GError **error)
{
	g_autoptr(GPtrArray) all = oq_places_all(places, error);
	if (all == NULL)
		return NULL;
	GPtrArray *recent = g_ptr_array_new_with_free_func((GDestroyNotify)oq_place_free);
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	g_ptr_array_sort(all, compare_time);
	for (guint i = 0; i < all->len; i++) {
		OqPlace *place = g_ptr_array_index(all, i);
		char *link = link_of(place->paths);
		if (link == NULL || g_hash_table_add(seen, link))
			g_ptr_array_add(recent, g_steal_pointer(&g_ptr_array_index(all, i)));
	}
	return recent;
}
