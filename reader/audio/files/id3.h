/* id3.h - the tags of an MP3 file, which libsndfile fills with UTF-8 and calls Latin-1. */
#pragma once

#include <glib.h>

/**
 * oq_id3_make_utf8:
 * @fd: an MP3 file as libsndfile leaves it, open for reading and writing
 *
 * Makes an ID3v2.3 tag that has other than ASCII text an ID3v2.4 tag of UTF-8, in place, and takes
 * such text out of the ID3v1 tag at the end, which knows Latin-1 alone. Anything else stays as it
 * is.
 *
 * Returns: FALSE and errno when the file cannot be read or written
 */
gboolean oq_id3_make_utf8(int fd);
