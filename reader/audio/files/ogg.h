/* ogg.h - makes an Ogg file the same from run to run.
 * libsndfile draws the serial number of the stream from the clock; nothing else in the file varies.
 */
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
