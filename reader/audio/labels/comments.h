/* comments.h - Vorbis comments, the tags of FLAC, Ogg Vorbis and Opus.
 *
 * libsndfile writes some of them and no chapters; so it is given one comment that is as long as all
 * of ours, which take its place in the file that is done. */
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

/** oq_comments_filler: (transfer full): what to call "COMMENT" in the meantime. */
char *oq_comments_filler(const OqComments *comments);

/**
 * oq_comments_put:
 * @list: a list of comments, from the length of the vendor's name on; changed in place
 *
 * Returns: FALSE when it is no such list or lacks the filler
 */
gboolean oq_comments_put(const OqComments *comments, guint8 *list, gsize n_bytes);

/**
 * oq_comments_put_flac:
 * @fd: a FLAC file with the filler, open for reading and writing
 *
 * Returns: FALSE and errno when the file cannot be read or written, or is not such a file (EIO)
 */
gboolean oq_comments_put_flac(const OqComments *comments, int fd);

/** oq_comments_put_ogg: the same for Ogg; the checksums of its pages are then no longer right. */
gboolean oq_comments_put_ogg(const OqComments *comments, int fd);
