/* aiff.h - the sound of an AIFF file. */
#pragma once

#include <glib.h>

/**
 * oq_aiff_fix_sound: where the sound has an odd number of bytes, libsndfile counts the one that
 * makes it even, which some readers then take for a part of a sample.
 *
 * @fd: a file that is whole, open for reading and writing
 * @n_bytes: of the sound
 *
 * Returns: FALSE and errno when the file cannot be read or written, or has no sound
 */
gboolean oq_aiff_fix_sound(int fd, guint64 n_bytes);
