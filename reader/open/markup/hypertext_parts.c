/* hypertext_parts.c - hypertext.c: the files of a document. */
#include "open/limits.h"
#include "open/markup/hrefs.h"
#include "open/markup/hypertext-private.h"

static OqHypertextPlace *
place_of(OqHypertext *hypertext, const char *key)
{
	OqHypertextPlace *place = g_hash_table_lookup(hypertext->places, key);
	if (place == NULL) {
		place = g_new0(OqHypertextPlace, 1);
		g_hash_table_insert(hypertext->places, g_strdup(key), place);
	}
	return place;
}

void
oq_hypertext_page(OqHypertext *hypertext, const char *key, const char *label)
{
	OqHypertextPlace *place = place_of(hypertext, key);
	g_free(place->page);
	place->page = g_strdup(label);
}

void
oq_hypertext_headline(OqHypertext *hypertext, const char *key, const char *text, guint level)
{
	OqHypertextPlace *place = place_of(hypertext, key);
	if (place->headline != NULL) /* two of one place: the outer one is there */
		return;
	place->headline = g_strdup(text);
	place->level = level;
}

/* What is said of the file as a whole. */
static void
notice_file(OqHypertext *hypertext)
{
	const OqHypertextPlace *place = g_hash_table_lookup(hypertext->places, hypertext->path);
	if (place == NULL)
		return;
	if (place->page != NULL)
		oq_hypertext_tell_page(hypertext, place->page);
	g_free(hypertext->headline);
	hypertext->headline = g_strdup(place->headline);
	hypertext->headline_level = place->level;
}

void
oq_hypertext_begin(OqHypertext *hypertext, const char *path, OqHypertextPass pass)
{
	g_free(hypertext->path);
	hypertext->path = g_strdup(path);
	hypertext->pass = pass;
	if (pass == OQ_HYPERTEXT_GATHER)
		g_hash_table_add(hypertext->gathered, g_strdup(path));
	else
		notice_file(hypertext);
}

gboolean
oq_hypertext_end(OqHypertext *hypertext, GError **error)
{
	while (hypertext->frames->len > 1)
		oq_hypertext_finish(hypertext);
	oq_hypertext_close_block(hypertext);
	oq_hypertext_flush_images(hypertext);
	oq_hypertext_flush_references(hypertext);
	g_clear_pointer(&hypertext->headline, g_free);
	if (hypertext->pass == OQ_HYPERTEXT_WRITE)
		oq_footnotes_tell_rest(hypertext->footnotes, hypertext->path, hypertext->out);
	if (!oq_footnotes_is_full(hypertext->footnotes))
		return TRUE;
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT, "MB of notes: %d", OQ_LIMIT_TREE_MB);
	return FALSE;
}

char *
oq_hypertext_take_wanted(OqHypertext *hypertext)
{
	return hypertext->wanted->len > 0 ? g_ptr_array_steal_index(hypertext->wanted, 0) : NULL;
}
