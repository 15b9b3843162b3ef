/* places_forget.c - what is kept of texts goes: see places.h. */
#include "reading/places/places-private.h"

#include <glib/gi18n.h>

/* The stems of the text's files, and of texts that lay in the same place before. */
static GHashTable *
find_stems(OqPlaces *places, const OqPlace *place)
{
	g_autoptr(GPtrArray) all = oq_places_all(places, NULL);
	GHashTable *stems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	g_hash_table_add(stems, g_strdup(place->key));
	for (guint i = 0; all != NULL && i < all->len; i++) {
		const OqPlace *other = g_ptr_array_index(all, i);
		if (place->paths[0] != NULL && g_strv_equal((const char *const *)place->paths,
						       (const char *const *)other->paths))
			g_hash_table_add(stems, g_strdup(other->key));
	}
	return stems;
}

/* By its own name, or, a link, by that of what it leads to. @stems: (nullable): all. */
static gboolean
is_to_go(OqPlaces *places, const char *name, GHashTable *stems)
{
	g_autofree char *stem = oq_places_stem(name);

	if (stem == NULL || stems == NULL)
		return stem != NULL;
	if (g_hash_table_contains(stems, stem))
		return TRUE;
	g_autofree char *target = g_str_has_suffix(name, OQ_PLACES_PATH)
					  ? oq_cabinet_pointed(places->cabinet, name)
					  : NULL;
	g_autofree char *other = target != NULL ? oq_places_stem(target) : NULL;
	return other != NULL && g_hash_table_contains(stems, other);
}

/* As much as there can be; the first failure is told. */
static gboolean
forget(OqPlaces *places, GHashTable *stems, guint *n_texts, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autoptr(GPtrArray) names = oq_cabinet_names(places->cabinet, &failure);
	gboolean is_done = names != NULL;

	for (guint i = 0; names != NULL && i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		if (!is_to_go(places, name, stems))
			continue;
		*n_texts += g_str_has_suffix(name, OQ_PLACES_PLACE) ? 1 : 0;
		is_done &=
			oq_cabinet_remove(places->cabinet, name, failure == NULL ? &failure : NULL);
	}
	if (is_done)
		return TRUE;
	g_set_error(error, OQ_PLACES_ERROR, OQ_PLACES_ERROR_NOT_FORGOTTEN,
		_("not all could be forgotten: %s"), failure->message);
	return FALSE;
}

gboolean
oq_places_forget(OqPlaces *places, const OqPlace *place, GError **error)
{
	guint n_texts = 0;

	if (place->key == NULL)
		return TRUE;
	g_autoptr(GHashTable) stems = find_stems(places, place);
	return forget(places, stems, &n_texts, error);
}

gboolean
oq_places_forget_all(OqPlaces *places, guint *n_texts, GError **error)
{
	*n_texts = 0;
	return forget(places, NULL, n_texts, error);
}
