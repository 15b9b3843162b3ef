/* playback.h - a text that is listened to: what keys, MPRIS, D-Bus and Speech Dispatcher all call.
 *
 * Owns the player and one thread, which takes sentences from the cursor, has them spoken by the
 * pool and queues them. Every call returns at once; what it asks for is heard within some
 * milliseconds. A place is a byte of the text. Threads: one calls; changes are told in the context
 * that was given.
 */
#pragma once

#include "audio/playing/player.h"
#include "reading/cursor.h"
#include "speech/pool.h"

typedef enum {
	OQ_PLAYBACK_EMPTY,   /* nothing was opened */
	OQ_PLAYBACK_PLAYING, /* or waiting for a text that comes through a pipe */
	OQ_PLAYBACK_PAUSED,
	OQ_PLAYBACK_ENDED,  /* all was heard to the end of the text */
	OQ_PLAYBACK_LOST,   /* the device is gone; play looks for it again */
	OQ_PLAYBACK_FAILED, /* oq_playback_check() says why; what was read before was heard */
} OqPlaybackState;

typedef struct {
	OqPlaybackState state;
	guint64 word_start; /* the word that is heard, or will be heard next: then they are equal */
	guint64 word_end;
	guint64 sentence_start;
	guint64 sentence_end;
	guint64 n_said; /* sentences that had a sound, since the text was opened */
	OqStyle style;
} OqPlaybackStatus;

typedef struct _OqPlayback OqPlayback;

/** OqPlaybackChanged: the state or the word that is heard has changed. */
typedef void (*OqPlaybackChanged)(const OqPlaybackStatus *status, gpointer data);

/**
 * oq_playback_new:
 * @pool: (transfer full)
 * @player: (transfer full)
 * @context: (nullable): where changes are told; NULL: the default one
 */
OqPlayback *oq_playback_new(
	OqPool *pool, OqPlayer *player, const OqStyle *style, GMainContext *context);

/** oq_playback_free: silent at once; tells nothing any more. */
void oq_playback_free(OqPlayback *playback);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPlayback, oq_playback_free)

/** oq_playback_on_change: called in the context; before the first text is opened. */
void oq_playback_on_change(OqPlayback *playback, OqPlaybackChanged changed, gpointer data);

/** oq_playback_open: @cursor: read from where it stands, in place of the text before, which is
 * silent at once. It is the playback's until close or free. */
void oq_playback_open(OqPlayback *playback, OqCursor *cursor);

/** oq_playback_close: silent at once; waits for a moment until the cursor is let go. */
void oq_playback_close(OqPlayback *playback);

/** oq_playback_play, _pause: playing goes on at the same sample. */
void oq_playback_play(OqPlayback *playback);
void oq_playback_pause(OqPlayback *playback);

/** oq_playback_go: @n steps from the word that is heard, or from where an earlier go leads; a pause
 * stays a pause. Where a pipe does not keep what would be reached, the reading goes on where it
 * was. */
void oq_playback_go(OqPlayback *playback, OqStep step, gint n);

/** oq_playback_go_to: the word at a byte of the text. */
void oq_playback_go_to(OqPlayback *playback, guint64 place);

/** oq_playback_set_style: from the word that is heard on, which is said again. */
void oq_playback_set_style(OqPlayback *playback, const OqStyle *style);

/** oq_playback_interject: @cursor (transfer full): an answer, said at once; then the reading goes
 * on with the word that was heard, or the pause does. */
void oq_playback_interject(OqPlayback *playback, OqCursor *cursor);

OqPlaybackStatus oq_playback_status(OqPlayback *playback);

/** oq_playback_check: FALSE and why, in the states FAILED and LOST. */
gboolean oq_playback_check(OqPlayback *playback, GError **error);
