/* source.c - see the header. */
#include "document/source.h"

#include "document/document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _OqSource {
	int fd; /* -1: memory */
	char *name;
	gboolean regular;
	guint64 origin;  /* where a regular file stood when it was opened */
	guint64 size;    /* of a regular file or memory, from there on */
	guint64 offset;  /* of what comes next */
	GString *kept;   /* of a pipe; all of memory */
	guint64 dropped; /* bytes before those */
	GCancellable *stop;
	OqSourceWait wait;
	gpointer wait_data;
};

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
	g_string_free(source->kept, TRUE);
	g_free(source->name);
	g_free(source);
}

static gboolean
set_unreadable(const OqSource *source, int why, GError **error)
{
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE,
		_("%s cannot be read: %s"), source->name, g_strerror(why));
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
		return set_unreadable(source, errno, error);
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_MISSING,
		_("%s: there is no such file"), source->name);
	return FALSE;
}

static gboolean
look_at_file(OqSource *source, gboolean is_stdin, GError **error)
{
	struct stat status;
	if (fstat(source->fd, &status) != 0)
		return set_unreadable(source, errno, error);
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

/* Until there is something to read, or the end. */
static void
wait_for_bytes(OqSource *source)
{
	struct pollfd fds[] = {{source->fd, POLLIN, 0}, {-1, POLLIN, 0}};
	if (poll(fds, 1, 0) != 0)
		return;
	if (source->wait != NULL)
		source->wait(source->wait_data);
	GPollFD stop;
	gboolean can_stop = source->stop != NULL && g_cancellable_make_pollfd(source->stop, &stop);
	if (can_stop)
		fds[1].fd = stop.fd;
	int n_ready;
	do
		n_ready = poll(fds, G_N_ELEMENTS(fds), -1);
	while (n_ready < 0 && errno == EINTR);
	if (can_stop)
		g_cancellable_release_fd(source->stop);
}

/* Standard input is shared and blocks; another reader may have been faster elsewhere. */
static gssize
read_fd(OqSource *source, char *buffer, gsize size, GError **error)
{
	ssize_t n_read;
	do {
		if (!source->regular)
			wait_for_bytes(source);
		/* only what waits is stopped: a file is read to where it was asked for */
		if (!source->regular && g_cancellable_set_error_if_cancelled(source->stop, error))
			return -1;
		n_read = read(source->fd, buffer, size);
	} while (n_read < 0 && (errno == EINTR || (errno == EAGAIN && !source->regular)));
	if (n_read < 0)
		set_unreadable(source, errno, error);
	return n_read;
}

static void
keep(OqSource *source, const char *bytes, gsize n_bytes)
{
	if (source->kept->len + n_bytes >= 2 * OQ_SOURCE_KEPT_BYTES) {
		gsize n_dropped = source->kept->len - OQ_SOURCE_KEPT_BYTES;
		g_string_erase(source->kept, 0, (gssize)n_dropped);
		source->dropped += n_dropped;
	}
	g_string_append_len(source->kept, bytes, (gssize)n_bytes);
}

gssize
oq_source_read(OqSource *source, char *buffer, gsize size, GError **error)
{
	guint64 kept_end = source->dropped + source->kept->len;
	gssize n_read;
	if (source->offset < kept_end) {
		n_read = (gssize)MIN(size, kept_end - source->offset);
		memcpy(buffer, source->kept->str + (source->offset - source->dropped),
			(gsize)n_read);
	} else {
		n_read = source->fd >= 0 ? read_fd(source, buffer, size, error) : 0;
		if (n_read > 0 && !source->regular)
			keep(source, buffer, (gsize)n_read);
	}
	source->offset += (guint64)MAX(n_read, 0);
	return n_read;
}

gboolean
oq_source_seek(OqSource *source, guint64 offset, GError **error)
{
	if (source->regular && lseek(source->fd, (off_t)(source->origin + offset), SEEK_SET) < 0)
		return set_unreadable(source, errno, error);
	if (!source->regular && offset < source->dropped) {
		g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_GONE,
			_("%s: a pipe gives its text only once, and what is wanted came too long "
			  "ago: save the text as a file first"),
			source->name);
		return FALSE;
	}
	source->offset = offset;
	return TRUE;
}
