/* folder.c - see the header. */
#include "document/folder.h"

#include "base/reason.h"
#include "document/document.h"
#include "document/sniff.h"
#include "document/source.h"
#include "document/title.h"
#include "text/characters/natural.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>

enum {
	MAX_NOTICES = 5,     /* files that are named, before they are counted */
	MAX_NAMES = 1000000, /* of one folder: more would fill the memory */
};

typedef struct {
	char *path;
	char *key;
	gboolean is_folder;
} Entry;

typedef struct {
	const char *encoding;
	GCancellable *stop;
	GPtrArray *files;
	GPtrArray *notices;
	GHashTable *seen; /* folders, by device and number */
	guint n_files;
	guint n_left_out;
	gboolean is_full;
} Walk;

static void
free_entry(gpointer data)
{
	Entry *entry = data;
	g_free(entry->path);
	g_free(entry->key);
	g_free(entry);
}

static int
compare_entries(gconstpointer a, gconstpointer b)
{
	const Entry *left = *(Entry *const *)a, *right = *(Entry *const *)b;
	int order = strcmp(left->key, right->key);
	return order != 0 ? order : strcmp(left->path, right->path);
}

/* Neither hidden nor what an editor has kept. */
static gboolean
is_shown(const char *name)
{
	gsize length = strlen(name);
	return length > 0 && name[0] != '.' && name[length - 1] != '~';
}

/* NULL: neither a folder nor a file with something in it. */
static Entry *
make_entry(const char *folder, const char *name)
{
	struct stat status;
	g_autofree char *path = g_build_filename(folder, name, NULL);
	if (stat(path, &status) != 0 || !(S_ISDIR(status.st_mode) || S_ISREG(status.st_mode)) ||
		(S_ISREG(status.st_mode) && status.st_size == 0))
		return NULL;
	Entry *entry = g_new0(Entry, 1);
	entry->is_folder = S_ISDIR(status.st_mode);
	g_autofree char *title =
		entry->is_folder ? oq_title_of_folder(path) : oq_title_of_file(path);
	entry->key = oq_natural_key(title);
	entry->path = g_steal_pointer(&path);
	return entry;
}

static gboolean
set_unreadable(const char *path, int why, GError **error)
{
	g_autofree char *name = g_filename_display_name(path);
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE,
		_("%s cannot be read: %s"), name, oq_reason(why));
	return FALSE;
}

/* NULL: it cannot be read. */
static GPtrArray *
read_entries(const char *folder, GError **error)
{
	DIR *stream = opendir(folder);
	if (stream == NULL) {
		set_unreadable(folder, errno, error);
		return NULL;
	}
	GPtrArray *entries = g_ptr_array_new_with_free_func(free_entry);
	const struct dirent *found;
	for (guint n = 0; n < MAX_NAMES && (found = readdir(stream)) != NULL; n++) {
		Entry *entry = is_shown(found->d_name) ? make_entry(folder, found->d_name) : NULL;
		if (entry != NULL)
			g_ptr_array_add(entries, entry);
	}
	closedir(stream);
	g_ptr_array_sort(entries, compare_entries);
	return entries;
}

/* A link may lead back to a folder that it is in. */
static gboolean
is_new(Walk *walk, const char *folder)
{
	struct stat status;
	if (stat(folder, &status) != 0)
		return TRUE; /* why not is told when it is read */
	char *id = g_strdup_printf("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
		(guint64)status.st_dev, (guint64)status.st_ino);
	return g_hash_table_add(walk->seen, id);
}

/* As much of it as chapter.h looks at. */
static gssize
read_beginning(OqSource *source, char *bytes, GError **error)
{
	gsize n_bytes = 0;
	gssize n = 1;
	while (n > 0 && n_bytes < OQ_SNIFF_BYTES) {
		n = oq_source_read(source, bytes + n_bytes, OQ_SNIFF_BYTES - n_bytes, error);
		n_bytes += (gsize)MAX(n, 0);
	}
	return n < 0 ? -1 : (gssize)n_bytes;
}

/* It belongs to a text, mostly. */
static gboolean
set_picture(const char *name, GError **error)
{
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT,
		_("%s is a picture, which is read when it is opened by itself"), name);
	return FALSE;
}

static gboolean
check_file(const Walk *walk, const char *path, GError **error)
{
	g_autofree char *bytes = g_malloc(OQ_SNIFF_BYTES);
	OqSniffed found;
	g_autoptr(OqSource) source = oq_source_open(path, walk->stop, error);
	gssize n_read = source != NULL ? read_beginning(source, bytes, error) : -1;
	if (n_read < 0)
		return FALSE;
	g_autofree char *extension = oq_title_extension(oq_source_name(source));
	if (oq_sniff_is_picture(bytes, (gsize)n_read))
		return set_picture(oq_source_name(source), error);
	if (oq_sniff_is_document(bytes, (gsize)n_read, extension))
		return TRUE;
	if (walk->encoding != NULL && !oq_sniff_is_binary(bytes, (gsize)n_read))
		return TRUE;
	return oq_sniff_text(bytes, (gsize)n_read, oq_source_name(source), &found, error);
}

static void
leave_out(Walk *walk, const GError *why)
{
	if (walk->n_left_out++ < MAX_NOTICES)
		g_ptr_array_add(walk->notices, g_strdup(why->message));
}

static void
add_file(Walk *walk, const char *path)
{
	g_autoptr(GError) why = NULL;
	walk->is_full = walk->n_files == OQ_FOLDER_MAX_FILES;
	if (walk->is_full)
		return;
	if (!check_file(walk, path, &why)) {
		leave_out(walk, why);
		return;
	}
	g_ptr_array_add(walk->files, g_strdup(path));
	walk->n_files++;
}

static gboolean
is_stopped(const Walk *walk)
{
	return walk->is_full || g_cancellable_is_cancelled(walk->stop);
}

static gboolean
add_folder(Walk *walk, const char *folder, GError **error)
{
	if (!is_new(walk, folder))
		return TRUE;
	g_autoptr(GPtrArray) entries = read_entries(folder, error);
	if (entries == NULL)
		return FALSE;
	for (guint i = 0; i < entries->len && !is_stopped(walk); i++) {
		const Entry *entry = g_ptr_array_index(entries, i);
		g_autoptr(GError) why = NULL;
		if (!entry->is_folder)
			add_file(walk, entry->path);
		else if (!add_folder(walk, entry->path, &why))
			leave_out(walk, why);
	}
	return TRUE;
}

static void
tell_rest(const Walk *walk, const char *name)
{
	if (walk->n_left_out > MAX_NOTICES) {
		gulong n_more = walk->n_left_out - MAX_NOTICES;
		g_ptr_array_add(walk->notices,
			g_strdup_printf(ngettext("%lu more file is not read",
						"%lu more files are not read", n_more),
				n_more));
	}
	if (walk->is_full)
		g_ptr_array_add(
			walk->notices, g_strdup_printf(_("%s: only the first %u files are read"),
					       name, (guint)OQ_FOLDER_MAX_FILES));
}

gboolean
oq_folder_list(const char *path, const char *encoding, GCancellable *stop, GPtrArray *files,
	GPtrArray *notices, GError **error)
{
	g_autofree char *name = g_filename_display_name(path);
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	Walk walk = {encoding, stop, files, notices, seen, 0, 0, FALSE};
	if (!add_folder(&walk, path, error))
		return FALSE;
	tell_rest(&walk, name);
	if (g_cancellable_set_error_if_cancelled(stop, error))
		return FALSE;
	if (walk.n_files > 0)
		return TRUE;
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT,
		_("%s: there is no text in this folder"), name);
	return FALSE;
}

gboolean
oq_folder_is_one(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}
