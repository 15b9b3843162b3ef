/* exact.h - so many bytes at a place of a file: all of them, or a failure whose reason is known. A
 * file system may give fewer than are there, and take fewer than are given, at any call. */
#pragma once

#include <glib.h>

/** oq_exact_take: Returns: how many there are, fewer only where the file ends; or -1 and errno. */
gssize oq_exact_take(int fd, void *bytes, gsize n_bytes, guint64 at);

/** oq_exact_read: Returns: FALSE and errno; EIO when the file ends before. */
gboolean oq_exact_read(int fd, void *bytes, gsize n_bytes, guint64 at);

/** oq_exact_write: Returns: FALSE and errno: that of what could not be written. */
gboolean oq_exact_write(int fd, const void *bytes, gsize n_bytes, guint64 at);
