/* room.h - room in the middle of a file. */
#pragma once

#include <glib.h>

/**
 * oq_room_make:
 * @fd: open for reading and writing
 * @at: what stands from here on stands @n_bytes further on afterwards; not behind the end
 *
 * What is in the room is not defined.
 *
 * Returns: FALSE and errno when the file cannot be read or written, which may then be anything
 */
gboolean oq_room_make(int fd, guint64 at, gsize n_bytes);
