/* comments.h - Vorbis comments, the tags of FLAC, Ogg Vorbis and Opus. */
#pragma once

#include "audio/labels/tags.h"

/** The comments in the form in which they stand in a file. */
typedef struct {
	GByteArray *bytes;
	guint n_comments;
	gsize max_bytes;
	gboolean is_full; /* something was left out */
} OqComments;

/** oq_comments_init: @max_bytes: what does not fit is left out; of the chapters all, then. */
void oq_comments_init(OqComments *comments, const OqTags *tags, guint rate_hz, gsize max_bytes);
void oq_comments_clear(OqComments *comments);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqComments, oq_comments_clear)

/**
 * oq_comments_insert:
 * @bytes: a list of comments from @at on, where the length of the vendor's name is; ours become the
 *   last ones
 *
 * Returns: FALSE when it is no such list
 */
gboolean oq_comments_insert(const OqComments *comments, GByteArray *bytes, guint at);

/**
 * oq_comments_insert_flac:
 * @fd: a FLAC file, open for reading and writing
 *
 * Returns: FALSE and errno when the file cannot be read or written, or is not FLAC (EIO)
 */
gboolean oq_comments_insert_flac(const OqComments *comments, int fd);

/** oq_comments_insert_ogg: the same for Ogg; see oq_ogg_change_second(). */
gboolean oq_comments_insert_ogg(const OqComments *comments, int fd);
