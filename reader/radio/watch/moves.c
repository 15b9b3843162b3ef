/* moves.c - see the header.
 *
 * In the list a NUL stands behind each from and each to, for any other character may be in a name.
 */
#include "radio/watch/moves.h"

#include "base/files/beside.h"
#include "base/files/writing.h"
#include "base/small_file.h"
#include "radio/watch/watched_names.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_LIST_BYTES = 1024 * 1024 };

static void
free_move(gpointer data)
{
	OqMove *move = data;

	g_free(move->from);
	g_free(move->to);
	g_free(move);
}

GPtrArray *
oq_moves_new(void)
{
	return g_ptr_array_new_with_free_func(free_move);
}

void
oq_moves_add(GPtrArray *moves, const char *from, const char *to)
{
	OqMove *move = g_new0(OqMove, 1);

	move->from = g_strdup(from);
	move->to = g_strdup(to);
	g_ptr_array_add(moves, move);
}

static GString *
print(const GPtrArray *moves)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < moves->len; i++) {
		const OqMove *move = g_ptr_array_index(moves, i);
		g_string_append_len(text, move->from, (gssize)strlen(move->from) + 1);
		g_string_append_len(text, move->to, (gssize)strlen(move->to) + 1);
	}
	return text;
}

gboolean
oq_moves_record(const GPtrArray *moves, const char *list, GError **error)
{
	g_autoptr(OqBeside) beside = oq_beside_new(list, error);
	g_autoptr(GString) text = print(moves);

	if (beside == NULL)
		return FALSE;
	if (oq_writing_all(oq_beside_fd(beside), text->str, text->len))
		return oq_beside_commit(beside, error);
	oq_beside_set_error(error, list, errno);
	return FALSE;
}

gboolean
oq_moves_is_recorded(const char *list)
{
	return access(list, F_OK) == 0;
}

/* (nullable): what stands behind the next NUL is put into @at. */
static const char *
take_string(const char **at, const char *end)
{
	const char *string = *at;
	const char *nul = string < end ? memchr(string, '\0', (gsize)(end - string)) : NULL;

	if (nul == NULL)
		return NULL;
	*at = nul + 1;
	return string;
}

static GPtrArray *
parse(const char *text, gsize n_bytes)
{
	GPtrArray *moves = oq_moves_new();
	const char *at = text, *end = text + n_bytes, *from, *to;

	while ((from = take_string(&at, end)) != NULL && (to = take_string(&at, end)) != NULL)
		oq_moves_add(moves, from, to);
	return moves;
}

static gboolean
is_same_file(const char *path, const char *other)
{
	struct stat one, two;

	return lstat(path, &one) == 0 && lstat(other, &two) == 0 && one.st_dev == two.st_dev &&
	       one.st_ino == two.st_ino;
}

/* Where a file cannot be renamed to a name that must be free, it gets a second name, and loses the
 * first; killed in between, it has both. Where it can have only one, nobody else is expected. */
static int
move_otherwise(const char *from, const char *to)
{
	if (is_same_file(from, to) || link(from, to) == 0)
		return unlink(from);
	if (errno == EEXIST)
		return -1;
	if (access(to, F_OK) == 0) {
		errno = EEXIST;
		return -1;
	}
	return rename(from, to);
}

/* 0, or -1 and errno. */
static int
move_to_free(const char *from, const char *to)
{
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS && !(errno == EEXIST && is_same_file(from, to)))
		return -1;
	return move_otherwise(from, to);
}

char *
oq_moves_one(const char *from, const char *to, GError **error)
{
	g_autofree char *folder = g_path_get_dirname(to);
	g_autofree char *name = g_path_get_basename(to);
	gsize n_stem = oq_watched_names_stem(name);

	for (guint n = 1;; n++) {
		g_autofree char *numbered = oq_watched_names_number(name, n_stem, n);
		g_autofree char *path = g_build_filename(folder, numbered, NULL);
		if (move_to_free(from, path) == 0)
			return g_steal_pointer(&path);
		if (errno == EEXIST)
			continue;
		oq_beside_set_error(error, path, errno);
		return NULL;
	}
}

GPtrArray *
oq_moves_perform(const char *list, GError **error)
{
	gsize n_bytes;
	g_autofree char *text = oq_small_file_read(list, MAX_LIST_BYTES, &n_bytes, error);
	if (text == NULL)
		return NULL;
	g_autoptr(GPtrArray) moves = parse(text, n_bytes);
	g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < moves->len; i++) {
		const OqMove *move = g_ptr_array_index(moves, i);
		struct stat status;
		gboolean has_gone = lstat(move->from, &status) != 0 && errno == ENOENT;
		char *place =
			has_gone ? g_strdup(move->to) : oq_moves_one(move->from, move->to, error);
		if (place == NULL)
			return NULL;
		g_ptr_array_add(places, place);
	}
	return g_steal_pointer(&places);
}
