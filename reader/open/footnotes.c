/* footnotes.c - see the header. */
#include "open/footnotes.h"

#include "open/limits.h"

#include <string.h>

struct _OqFootnote {
	const char *part; /* interned in the store */
	GString *text;    /* NULL: told */
	char *lang;
};

struct _OqFootnotes {
	GPtrArray *notes;  /* OqFootnote */
	GHashTable *keys;  /* key → OqFootnote */
	GHashTable *parts; /* their names, once each */
	gsize n_bytes;     /* of the texts that wait, with what each takes beside it */
	guint n_told;      /* all before were told */
	gboolean is_full;
};

static void
note_free(gpointer data)
{
	OqFootnote *note = data;
	if (note->text != NULL)
		g_string_free(note->text, TRUE);
	g_free(note->lang);
	g_free(note);
}

OqFootnotes *
oq_footnotes_new(void)
{
	OqFootnotes *footnotes = g_new0(OqFootnotes, 1);
	footnotes->notes = g_ptr_array_new_with_free_func(note_free);
	footnotes->keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	footnotes->parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return footnotes;
}

void
oq_footnotes_free(OqFootnotes *footnotes)
{
	if (footnotes == NULL)
		return;
	g_ptr_array_unref(footnotes->notes);
	g_hash_table_unref(footnotes->keys);
	g_hash_table_unref(footnotes->parts);
	g_free(footnotes);
}

static const char *
intern(OqFootnotes *footnotes, const char *part)
{
	gpointer kept = NULL;
	if (!g_hash_table_lookup_extended(footnotes->parts, part, &kept, NULL)) {
		kept = g_strdup(part);
		g_hash_table_add(footnotes->parts, kept);
	}
	return kept;
}

/* Whether there is room for so many bytes more. */
static gboolean
take(OqFootnotes *footnotes, gsize n_bytes)
{
	const gsize most = (gsize)OQ_LIMIT_TREE_MB << 20;
	footnotes->is_full |= footnotes->n_bytes + n_bytes > most;
	if (!footnotes->is_full)
		footnotes->n_bytes += n_bytes;
	return !footnotes->is_full;
}

OqFootnote *
oq_footnotes_begin(OqFootnotes *footnotes, const char *part)
{
	OqFootnote *note = g_new0(OqFootnote, 1);
	take(footnotes, sizeof *note);
	note->part = intern(footnotes, part);
	note->text = g_string_new(NULL);
	g_ptr_array_add(footnotes->notes, note);
	return note;
}

void
oq_footnotes_name(OqFootnotes *footnotes, OqFootnote *note, const char *key)
{
	gsize n_bytes = strlen(key);
	if (!g_hash_table_contains(footnotes->keys, key) && take(footnotes, n_bytes))
		g_hash_table_insert(footnotes->keys, g_strdup(key), note);
}

void
oq_footnotes_append(OqFootnotes *footnotes, OqFootnote *note, const char *text, const char *lang)
{
	if (note->text == NULL || !take(footnotes, strlen(text)))
		return;
	if (note->text->len > 0)
		g_string_append_c(note->text, ' ');
	else
		note->lang = g_strdup(lang);
	g_string_append(note->text, text);
}

OqFootnote *
oq_footnotes_find(const OqFootnotes *footnotes, const char *key)
{
	return g_hash_table_lookup(footnotes->keys, key);
}

void
oq_footnotes_tell(OqFootnotes *footnotes, OqFootnote *note, OqBlockWriter *out)
{
	if (note->text == NULL)
		return;
	if (note->text->len > 0) {
		oq_block_writer_begin(out, OQ_BLOCK_NOTE, 0, note->lang);
		oq_block_writer_text(out, note->text->str, (gssize)note->text->len);
		oq_block_writer_end(out);
	}
	footnotes->n_bytes -= MIN(footnotes->n_bytes, note->text->len);
	g_string_free(note->text, TRUE);
	note->text = NULL;
}

void
oq_footnotes_tell_rest(OqFootnotes *footnotes, const char *part, OqBlockWriter *out)
{
	const char *kept = intern(footnotes, part);
	gboolean is_first = TRUE;
	for (guint i = footnotes->n_told; i < footnotes->notes->len; i++) {
		OqFootnote *note = g_ptr_array_index(footnotes->notes, i);
		if (note->part == kept)
			oq_footnotes_tell(footnotes, note, out);
		is_first = is_first && note->text == NULL;
		footnotes->n_told += is_first;
	}
}

gboolean
oq_footnotes_is_full(const OqFootnotes *footnotes)
{
	return footnotes->is_full;
}
