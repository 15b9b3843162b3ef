/* small_file.h - a file that is expected to be small and may be anything: nothing in its place
 * blocks, or fills the memory. */
#pragma once

#include <glib.h>

/**
 * oq_small_file_read:
 * @max_bytes: more of them are refused
 * @n_bytes: (out)
 *
 * Returns: (transfer full): the bytes, with a NUL behind them; NULL and G_FILE_ERROR, with the file
 *   in the message: _NOENT: there is none of that name; _FAILED: it is too large; _INVAL: it is no
 *   file but a folder or a pipe; a device is read; others are the system's
 */
char *oq_small_file_read(const char *path, gsize max_bytes, gsize *n_bytes, GError **error);

/** oq_small_file_read_any: the same of what the user has named, which may be a pipe that is waited
 * for. */
char *oq_small_file_read_any(const char *path, gsize max_bytes, gsize *n_bytes, GError **error);
