/* ogg.h - changes to an Ogg file that is done.
 * libsndfile draws the serial number of the stream from the clock; nothing else in the file varies
 * from run to run. */
#pragma once

#include <glib.h>

/**
 * oq_ogg_fix_serial:
 * @fd: an Ogg file of one logical stream, open for reading and writing
 *
 * Gives every page the same fixed serial number, in place.
 *
 * Returns: FALSE and errno when the file cannot be read or written, or is not Ogg (EIO)
 */
gboolean oq_ogg_fix_serial(int fd);

/** OqOggChange: changes a packet in place; FALSE when it is not what it should be. */
typedef gboolean (*OqOggChange)(guint8 *packet, gsize n_bytes, gconstpointer data);

/**
 * oq_ogg_change_second:
 * @fd: as above
 * @change: is given the second packet, which has the comments
 *
 * The checksums of its pages are wrong then, until oq_ogg_fix_serial() makes them anew.
 *
 * Returns: as above, and EIO when @change returns FALSE
 */
gboolean oq_ogg_change_second(int fd, OqOggChange change, gconstpointer data);
