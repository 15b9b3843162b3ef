/* replies.h - what goes to Speech Dispatcher: lines, and sound in blocks.
 *
 * Nothing waits for its reader: what does not go out now goes when there is room, in order. Main
 * loop's thread. */
#pragma once

#include <glib.h>

typedef struct _OqReplies OqReplies;

/** OqRepliesRoom: there is room again; @is_broken: nobody reads any more, and all is dropped. */
typedef void (*OqRepliesRoom)(gboolean is_broken, gpointer data);

/** oq_replies_new: @fd: stays the caller's; no write to it will wait from now on. */
OqReplies *oq_replies_new(int fd, OqRepliesRoom room, gpointer data);
void oq_replies_free(OqReplies *replies);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqReplies, oq_replies_free)

/** oq_replies_line: adds the line end. */
void oq_replies_line(OqReplies *replies, const char *format, ...) G_GNUC_PRINTF(2, 3);

/** oq_replies_sound: a block; @samples: mono; NULL: silence. */
void oq_replies_sound(OqReplies *replies, const gint16 *samples, gsize n_frames, guint rate_hz);

/** oq_replies_has_room: nothing is waiting. */
gboolean oq_replies_has_room(const OqReplies *replies);

/** oq_replies_is_flooded: so much is waiting that nothing more should be asked for before there is
 * room again. */
gboolean oq_replies_is_flooded(const OqReplies *replies);

/** oq_replies_flush: waits until all is out, or @limit_ms have passed. */
void oq_replies_flush(OqReplies *replies, guint limit_ms);
