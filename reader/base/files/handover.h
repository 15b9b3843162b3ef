/* handover.h - what a file leaves to the one that takes its place. */
#pragma once

#include <glib.h>

/**
 * oq_handover_marks:
 * @fd: what replaces it
 * @path: what is replaced
 *
 * Mode, access list and the user's own attributes; the owner where it may be given, and what is not
 * ours to give away stays ours: then nobody of another group is let in by it.
 */
void oq_handover_marks(int fd, const char *path);

/** oq_handover_is_shared: there are other names of the file (hard links). */
gboolean oq_handover_is_shared(const char *path);

/**
 * oq_handover_contents: all of @fd into the file itself, so that all its names have it.
 *
 * There is room for it before the first byte is changed. Who is killed within leaves a file of
 * which a part is new: no file system replaces all names of a file at once.
 *
 * Returns: FALSE and errno; without room, or when it may not be written, the file is as it was
 */
gboolean oq_handover_contents(int fd, const char *path);
