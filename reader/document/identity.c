/* identity.c - see the header. */
#include "document/identity.h"

#include "base/files/exact.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	SAMPLE_BYTES = 4096,
	HEAD_BYTES = 65536,
	MAX_FILES = 8,
	N_DIGITS = 32,
};

static guint64
power_within(guint64 n)
{
	guint64 power = 1;
	while (power <= n / 2)
		power *= 2;
	return power;
}

/* FALSE: no regular file, or an empty one. */
static gboolean
open_file(const char *path, int *fd, guint64 *size)
{
	struct stat status;
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (*fd < 0)
		return FALSE;
	if (fstat(*fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
		*size = (guint64)status.st_size;
		return TRUE;
	}
	close(*fd);
	return FALSE;
}

static gboolean
add(GChecksum *checksum, int fd, guint64 offset, gsize n_bytes)
{
	guchar bytes[SAMPLE_BYTES];
	for (gssize n; n_bytes > 0; n_bytes -= (gsize)n, offset += (guint64)n) {
		n = oq_exact_take(fd, bytes, MIN(n_bytes, sizeof bytes), offset);
		if (n <= 0)
			return FALSE;
		g_checksum_update(checksum, bytes, n);
	}
	return TRUE;
}

static gboolean
add_file(GChecksum *checksum, int fd, guint64 size)
{
	guint64 power = size < SAMPLE_BYTES ? size : power_within(size);
	gboolean whole = add(checksum, fd, 0, (gsize)MIN(power, HEAD_BYTES));
	for (guint64 at = HEAD_BYTES; whole && at < power; at *= 2)
		whole = add(checksum, fd, at, SAMPLE_BYTES);
	return whole;
}

static char *
show(GChecksum *checksum)
{
	return g_strndup(g_checksum_get_string(checksum), N_DIGITS);
}

char *
oq_identity_of_file(const char *path)
{
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	guint64 size;
	int fd;
	if (!open_file(path, &fd, &size))
		return NULL;
	gboolean whole = add_file(checksum, fd, size);
	close(fd);
	return whole ? show(checksum) : NULL;
}

/* Its length counts as far as it is short: so neighbours do not run into each other. */
static gboolean
add_head(GChecksum *checksum, const char *path)
{
	guint64 size;
	int fd;
	if (!open_file(path, &fd, &size))
		return FALSE;
	guint32 n_bytes = (guint32)MIN(size, SAMPLE_BYTES);
	guint32 order = GUINT32_TO_LE(n_bytes);
	g_checksum_update(checksum, (const guchar *)&order, sizeof order);
	gboolean whole = add(checksum, fd, 0, n_bytes);
	close(fd);
	return whole;
}

char *
oq_identity_of_book(const char *const *paths, guint n_paths)
{
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	guint n_files = n_paths > 0 ? (guint)MIN(power_within(n_paths), MAX_FILES) : 0;
	for (guint i = 0; i < n_files; i++)
		if (!add_head(checksum, paths[i]))
			return NULL;
	return n_files > 0 ? show(checksum) : NULL;
}
