/* whole.c - see the header. */
#include "document/opening/whole.h"

#include "base/files/writing.h"
#include "base/reason.h"
#include "document/document.h"
#include "document/source-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <unistd.h>

enum { CHUNK_BYTES = 65536 };

static int
set_no_room(const OqSource *source, GError **error)
{
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE,
		_("%s cannot be kept in %s: %s"), source->name, g_get_tmp_dir(), oq_reason(errno));
	return -1;
}

static int
copy(OqSource *source, GError **error)
{
	char bytes[CHUNK_BYTES];
	gssize n = 1;
	int fd = open(g_get_tmp_dir(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (fd < 0)
		return set_no_room(source, error);
	if (!oq_source_seek(source, 0, error))
		n = -1;
	while (n > 0) {
		n = oq_source_read(source, bytes, sizeof bytes, error);
		if (n > 0 && !oq_writing_all(fd, bytes, (gsize)n))
			n = set_no_room(source, error);
	}
	if (n == 0 && lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	close(fd);
	return -1;
}

/* Opened anew, so that nobody else moves its place. */
static int
open_again(const OqSource *source)
{
	char name[64];
	g_snprintf(name, sizeof name, "/proc/self/fd/%d", source->fd);
	return open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
}

int
oq_whole_file(OqSource *source, GError **error)
{
	int fd = source->regular && source->origin == 0 ? open_again(source) : -1;
	return fd >= 0 ? fd : copy(source, error);
}
