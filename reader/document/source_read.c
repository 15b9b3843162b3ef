/* source_read.c - the next bytes of a source, and how it is waited for them: see source.h. */
#include "document/source-private.h"

#include "document/document.h"
#include "document/waiting.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How long a source that is followed stays silent before that is told, the first time, when a line
 * may have been written in pieces, and the second time, when somebody may be typing it. */
static const int quiet_ms[] = {200, 2000};

static int
limit_ms(const OqSource *source)
{
	if (source->follow == NULL)
		return -1;
	if (source->is_hasty)
		return 0;
	return source->n_quiet < G_N_ELEMENTS(quiet_ms) ? quiet_ms[source->n_quiet] : -1;
}

static gboolean
set_quiet(OqSource *source, GError **error)
{
	source->n_quiet += !source->is_hasty;
	g_set_error(error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK, "%s: no more for now", source->name);
	return FALSE;
}

static gboolean
set_stopped(const OqSource *source, GError **error)
{
	g_cancellable_set_error_if_cancelled(source->stop, error);
	return FALSE;
}

static void
tell_wait(OqSource *source)
{
	if (source->wait != NULL)
		source->wait(source->wait_data);
}

/* Of a pipe: until there is something to read, or the end. */
static gboolean
wait_for_bytes(OqSource *source, GError **error)
{
	int limit = limit_ms(source);
	OqWaitingOutcome outcome = oq_waiting_for(source->fd, 0, source->stop);
	if (outcome == OQ_WAITING_LATE && limit != 0) {
		tell_wait(source);
		outcome = oq_waiting_for(source->fd, limit, source->stop);
	}
	if (outcome == OQ_WAITING_LATE)
		return set_quiet(source, error);
	return outcome == OQ_WAITING_READY || set_stopped(source, error);
}

/* Of a regular file that is followed: TRUE: there is more, or another file, as is_over says. */
static gboolean
wait_for_growth(OqSource *source, GError **error)
{
	int limit = limit_ms(source);
	if (limit != 0)
		tell_wait(source);
	switch (oq_follow_file(
		source->follow, source->fd, source->origin + source->offset, limit, source->stop)) {
	case OQ_FOLLOW_QUIET:
		return set_quiet(source, error);
	case OQ_FOLLOW_STOPPED:
		return set_stopped(source, error);
	case OQ_FOLLOW_OVER:
		source->is_over = TRUE;
		return TRUE;
	default:
		return TRUE;
	}
}

/* What the next writer of a pipe writes begins a line. */
static gssize
join_writers(OqSource *source, char *buffer)
{
	if (!source->joins || source->kept->len == 0 ||
		source->kept->str[source->kept->len - 1] == '\n')
		return 0;
	*buffer = '\n';
	return 1;
}

/* At the end of what is followed; 0: it goes on. */
static gssize
go_on(OqSource *source, char *buffer, GError **error)
{
	if (source->regular)
		return wait_for_growth(source, error) ? 0 : -1;
	int next = oq_follow_reopen(source->follow, source->fd);
	source->is_over = next < 0;
	if (next < 0)
		return 0;
	source->fd = next;
	return join_writers(source, buffer);
}

/* Only what waits is stopped: a file is read to where it was asked for, but not in a jump, which
 * may lead through all of it. */
static gboolean
may_read(OqSource *source, GError **error)
{
	if (!source->regular)
		return wait_for_bytes(source, error);
	return !source->is_hasty || !g_cancellable_set_error_if_cancelled(source->stop, error);
}

/* At the end of a file that does not grow: not sooner than it was when it was opened; what some
 * file systems call a size is none, and stays. */
static gssize
end(const OqSource *source, GError **error)
{
	struct stat status;
	if (!source->regular || source->offset >= source->size || fstat(source->fd, &status) != 0 ||
		(guint64)status.st_size >= source->origin + source->size)
		return 0;
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE,
		_("%s became shorter while it was read: it was read up to there"), source->name);
	return -1;
}

/* Standard input is shared and blocks; another reader may have been faster elsewhere. */
static gssize
read_fd(OqSource *source, char *buffer, gsize size, GError **error)
{
	for (;;) {
		if (!may_read(source, error))
			return -1;
		gssize n_read = read(source->fd, buffer, size);
		if (n_read > 0)
			return n_read;
		if (n_read < 0 && errno != EINTR && (errno != EAGAIN || source->regular)) {
			oq_source_set_unreadable(source, errno, error);
			return -1;
		}
		if (n_read == 0) {
			if (source->follow == NULL)
				return end(source, error);
			if (source->is_over)
				return 0;
			n_read = go_on(source, buffer, error);
			if (n_read != 0)
				return n_read;
		}
	}
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

gboolean
oq_source_is_ready(const OqSource *source, int limit_ms)
{
	if (source->offset < source->dropped + source->kept->len || source->fd < 0 ||
		source->regular)
		return TRUE;
	int limit = source->follow != NULL || source->is_hasty ? 0 : limit_ms;
	return oq_waiting_for(source->fd, limit, source->stop) == OQ_WAITING_READY;
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
		if (n_read > 0)
			source->n_quiet = 0;
	}
	source->offset += (guint64)MAX(n_read, 0);
	if (source->regular)
		source->size = MAX(source->size, source->offset);
	return n_read;
}
