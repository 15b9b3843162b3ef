/* bookmarks.c - see the header.
 *
 * Written down, a bookmark is a key, its place, with its name; what stands around it is in groups
 * of their own. */
#include "reading/places/bookmarks.h"

#include "base/line.h"
#include "reading/places/kept.h"

#define GROUP               "bookmarks"
#define GROUP_BEFORE        "before"
#define GROUP_WORDS         "words"
#define NAME_MAX_CHARACTERS 200

static void
free_bookmark(gpointer data)
{
	OqBookmark *bookmark = data;

	g_free(bookmark->name);
	oq_trace_clear(&bookmark->trace);
	g_free(bookmark);
}

GPtrArray *
oq_bookmarks_new(void)
{
	return g_ptr_array_new_with_free_func(free_bookmark);
}

static OqBookmark *
get(const GPtrArray *bookmarks, guint at)
{
	return g_ptr_array_index(bookmarks, at);
}

/* The first one that is not before the place. */
static guint
find(const GPtrArray *bookmarks, guint64 place)
{
	guint at = 0;

	while (at < bookmarks->len && get(bookmarks, at)->place < place)
		at++;
	return at;
}

static gboolean
is_at(const GPtrArray *bookmarks, guint at, guint64 place)
{
	return at < bookmarks->len && get(bookmarks, at)->place == place;
}

gboolean
oq_bookmarks_put(GPtrArray *bookmarks, guint64 place, const char *name)
{
	guint at = find(bookmarks, place);
	char *line = oq_line_new(name, -1, NAME_MAX_CHARACTERS);

	if (line == NULL)
		line = g_strdup("");
	if (is_at(bookmarks, at, place)) {
		g_free(get(bookmarks, at)->name);
		get(bookmarks, at)->name = line;
		return TRUE;
	}
	if (bookmarks->len >= OQ_BOOKMARKS_MAX) {
		g_free(line);
		return FALSE;
	}
	OqBookmark *bookmark = g_new(OqBookmark, 1);
	*bookmark = (OqBookmark){.place = place, .name = line};
	g_ptr_array_insert(bookmarks, (gint)at, bookmark);
	return TRUE;
}

OqTrace *
oq_bookmarks_trace(const GPtrArray *bookmarks, guint64 place)
{
	guint at = find(bookmarks, place);

	return is_at(bookmarks, at, place) ? &get(bookmarks, at)->trace : NULL;
}

gboolean
oq_bookmarks_remove(GPtrArray *bookmarks, guint64 place)
{
	guint at = find(bookmarks, place);

	if (!is_at(bookmarks, at, place))
		return FALSE;
	g_ptr_array_remove_index(bookmarks, at);
	return TRUE;
}

static gboolean
add_row(GPtrArray *bookmarks, GKeyFile *file, const char *key, GError **error)
{
	guint64 place;
	g_autofree char *name = NULL;

	if (!g_ascii_string_to_unsigned(key, 10, 0, G_MAXUINT64, &place, NULL))
		return oq_kept_damaged(error, key);
	if (!oq_kept_line(file, GROUP, key, NAME_MAX_CHARACTERS, &name, error))
		return FALSE;
	if (!oq_bookmarks_put(bookmarks, place, name))
		return oq_kept_damaged(error, GROUP);
	OqTrace *trace = oq_bookmarks_trace(bookmarks, place);
	oq_trace_clear(trace);
	return oq_kept_line(
		       file, GROUP_BEFORE, key, OQ_TRACE_MAX_CHARACTERS, &trace->before, error) &&
	       oq_kept_line(file, GROUP_WORDS, key, OQ_TRACE_MAX_CHARACTERS, &trace->words, error);
}

GPtrArray *
oq_bookmarks_parse(const char *bytes, gsize n_bytes, GError **error)
{
	g_autoptr(GPtrArray) bookmarks = oq_bookmarks_new();
	g_autoptr(GKeyFile) file = oq_kept_parse(bytes, n_bytes, error);

	if (file == NULL)
		return NULL;
	g_auto(GStrv) keys = g_key_file_get_keys(file, GROUP, NULL, NULL);
	for (guint i = 0; keys != NULL && keys[i] != NULL; i++) {
		if (!add_row(bookmarks, file, keys[i], error))
			return NULL;
	}
	return g_steal_pointer(&bookmarks);
}

char *
oq_bookmarks_print(const GPtrArray *bookmarks, gsize *n_bytes)
{
	g_autoptr(GKeyFile) file = oq_kept_new();

	for (guint i = 0; i < bookmarks->len; i++) {
		char key[24];
		g_snprintf(key, sizeof key, "%" G_GUINT64_FORMAT, get(bookmarks, i)->place);
		g_key_file_set_string(file, GROUP, key, get(bookmarks, i)->name);
		if (get(bookmarks, i)->trace.before != NULL)
			g_key_file_set_string(
				file, GROUP_BEFORE, key, get(bookmarks, i)->trace.before);
		if (get(bookmarks, i)->trace.words != NULL)
			g_key_file_set_string(
				file, GROUP_WORDS, key, get(bookmarks, i)->trace.words);
	}
	return oq_kept_print(file, n_bytes);
}
