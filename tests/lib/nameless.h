/* nameless.h - files without a name, of given bytes; for tests of what changes them in place. */
#pragma once

#include <glib/gstdio.h>
#include <unistd.h>

/** nameless_new: Returns: its descriptor, to be closed. */
static inline int
nameless_new(const void *bytes, gsize n_bytes)
{
	g_autofree char *path = NULL;
	int fd = g_file_open_tmp("oqyrman-XXXXXX", &path, NULL);
	g_assert_cmpint(fd, >=, 0);
	g_unlink(path);
	g_assert_cmpint(write(fd, bytes, n_bytes), ==, (gssize)n_bytes);
	return fd;
}

/** nameless_assert: holds exactly these bytes. */
static inline void
nameless_assert(int fd, const void *bytes, gsize n_bytes)
{
	g_autofree guint8 *got = g_malloc(n_bytes + 1);
	g_assert_cmpmem(got, (gsize)pread(fd, got, n_bytes + 1, 0), bytes, n_bytes);
}
