/* ogg.h - changes to an Ogg file of one logical stream that libsndfile has written.
 * It draws the serial number of the stream from the clock; nothing else in the file varies from run
 * to run. */
#pragma once

#include <glib.h>

/**
 * oq_ogg_fix_serial:
 * @fd: an Ogg file of one logical stream, open for reading and writing
 *
 * Gives every page the same fixed serial number, the number of its place and the right checksum.
 *
 * Returns: FALSE and errno when the file cannot be read or written, or is not Ogg (EIO)
 */
gboolean oq_ogg_fix_serial(int fd);

/** OqOggChange: changes a packet; FALSE when it is not what it should be. */
typedef gboolean (*OqOggChange)(GByteArray *packet, gconstpointer data);

/**
 * oq_ogg_change_second:
 * @fd: as above, of Vorbis or Opus
 * @change: is given the second packet, which has the comments, and must not make it smaller
 *
 * The numbers and checksums of pages are wrong then, until oq_ogg_fix_serial() makes them anew.
 *
 * Returns: as above, and EIO when @change returns FALSE
 */
gboolean oq_ogg_change_second(int fd, OqOggChange change, gconstpointer data);
