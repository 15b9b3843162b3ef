/* source.c - see the header. */
#include "document/source-private.h"

#include "base/reason.h"
#include "document/document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static OqSource *
new_source(int fd, char *name)
{
	OqSource *source = g_new0(OqSource, 1);
	source->fd = fd;
	source->name = name;
	source->kept = g_string_new(NULL);
	return source;
}

OqSource *
oq_source_new_text(const char *bytes, gsize n_bytes)
{
	OqSource *source = new_source(-1, g_strdup(""));
	g_string_append_len(source->kept, bytes, (gssize)n_bytes);
	source->size = n_bytes;
	return source;
}

void
oq_source_free(OqSource *source)
{
	if (source == NULL)
		return;
	if (source->fd > STDIN_FILENO)
		close(source->fd);
	g_clear_object(&source->stop);
	oq_follow_free(source->follow);
	g_string_free(source->kept, TRUE);
	g_free(source->path);
	g_free(source->name);
	g_free(source);
}

gboolean
oq_source_set_unreadable(const OqSource *source, int why, GError **error)
{
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE,
		_("%s cannot be read: %s"), source->name, oq_reason(why));
	return FALSE;
}

/* Neither the missing writer of a pipe nor a terminal's line are waited for here. */
static gboolean
open_file(OqSource *source, const char *path, GError **error)
{
	source->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (source->fd >= 0)
		return TRUE;
	if (errno != ENOENT && errno != ENOTDIR)
		return oq_source_set_unreadable(source, errno, error);
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_MISSING,
		_("%s: there is no such file"), source->name);
	return FALSE;
}

static gboolean
look_at_file(OqSource *source, gboolean is_stdin, GError **error)
{
	struct stat status;
	if (fstat(source->fd, &status) != 0)
		return oq_source_set_unreadable(source, errno, error);
	if (S_ISDIR(status.st_mode) && !is_stdin) {
		g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE,
			_("%s is a folder: name a file in it"), source->name);
		return FALSE;
	}
	off_t origin = S_ISREG(status.st_mode) ? lseek(source->fd, 0, SEEK_CUR) : -1;
	if (origin < 0)
		return TRUE;
	source->regular = TRUE;
	source->origin = (guint64)origin;
	source->size = status.st_size > origin ? (guint64)(status.st_size - origin) : 0;
	return TRUE;
}

OqSource *
oq_source_open(const char *path, GCancellable *stop, GError **error)
{
	gboolean is_stdin = strcmp(path, "-") == 0;
	g_autoptr(OqSource) source = new_source(is_stdin ? STDIN_FILENO : -1,
		is_stdin ? g_strdup(_("Standard input")) : g_filename_display_name(path));
	source->path = is_stdin ? NULL : g_strdup(path);
	if (stop != NULL)
		source->stop = g_object_ref(stop);
	if ((!is_stdin && !open_file(source, path, error)) ||
		!look_at_file(source, is_stdin, error))
		return NULL;
	return g_steal_pointer(&source);
}

void
oq_source_set_stop(OqSource *source, GCancellable *stop)
{
	g_set_object(&source->stop, stop);
}

const char *
oq_source_name(const OqSource *source)
{
	return source->name;
}

guint64
oq_source_size(const OqSource *source)
{
	return source->size;
}

OqSourceStamp
oq_source_stamp(const OqSource *source)
{
	struct stat status;
	if (!source->regular || fstat(source->fd, &status) != 0)
		return (OqSourceStamp){0};
	gint64 changed_ns =
		(gint64)status.st_mtim.tv_sec * 1000000000 + (gint64)status.st_mtim.tv_nsec;
	return (OqSourceStamp){status.st_dev, status.st_ino, (guint64)status.st_size, changed_ns};
}

gboolean
oq_source_is_seekable(const OqSource *source)
{
	return source->regular || source->fd < 0;
}

void
oq_source_on_wait(OqSource *source, OqSourceWait wait, gpointer data)
{
	source->wait = wait;
	source->wait_data = data;
}

void
oq_source_follow(OqSource *source, gboolean has_lines)
{
	if (source->fd < 0 || source->follow != NULL)
		return;
	source->follow = oq_follow_new(source->path);
	source->joins = has_lines;
}

void
oq_source_set_hasty(OqSource *source, gboolean is_hasty)
{
	source->is_hasty = is_hasty;
}

gboolean
oq_source_is_hasty(const OqSource *source)
{
	return source->is_hasty;
}

gboolean
oq_source_is_over(const OqSource *source)
{
	return source->is_over;
}

/* A file may have changed since it was opened. */
static void
look_at_size(OqSource *source)
{
	struct stat status;
	if (source->regular && fstat(source->fd, &status) == 0)
		source->size = (guint64)MAX(status.st_size - (off_t)source->origin, 0);
}

gboolean
oq_source_seek(OqSource *source, guint64 offset, GError **error)
{
	look_at_size(source);
	if (source->regular && lseek(source->fd, (off_t)(source->origin + offset), SEEK_SET) < 0)
		return oq_source_set_unreadable(source, errno, error);
	if (!source->regular && offset < source->dropped) {
		g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_GONE,
			_("%s: a pipe gives its text only once, and what is wanted came too long "
			  "ago: save the text as a file first"),
			source->name);
		return FALSE;
	}
	source->offset = offset;
	source->n_quiet = 0;
	return TRUE;
}
