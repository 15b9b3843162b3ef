/* playback.h - a text that is listened to: what keys, MPRIS, D-Bus and Speech Dispatcher all call.
 *
 * Owns the player and two threads: one takes sentences from the cursor, has them spoken by the pool
 * and queues them; the other follows what is heard. Every call returns at once; what it asks for is
 * heard within some milliseconds. A place is a byte of the text. Threads: one calls; changes are
 * told in the context that was given.
 */
#pragma once

#include "audio/playing/player.h"
#include "reading/cursor.h"
#include "reading/places/trace.h"
#include "speech/pool.h"

typedef enum {
	OQ_PLAYBACK_EMPTY,   /* nothing was opened */
	OQ_PLAYBACK_PLAYING, /* or waiting for a text that comes through a pipe */
	OQ_PLAYBACK_PAUSED,
	OQ_PLAYBACK_ENDED,  /* all was heard to the end of the text */
	OQ_PLAYBACK_LOST,   /* the device is gone, and looked for until something is heard again */
	OQ_PLAYBACK_FAILED, /* oq_playback_check() says why; what was read before was heard */
} OqPlaybackState;

/** Why a jump did not lead where it should; the reading goes on all the same. */
typedef enum {
	OQ_PLAYBACK_REFUSAL_NONE,
	OQ_PLAYBACK_REFUSAL_GONE,      /* a pipe does not keep it any more: nothing moved */
	OQ_PLAYBACK_REFUSAL_NOT_FOUND, /* no such text, or no heading at all: nothing moved */
	OQ_PLAYBACK_REFUSAL_AT_START,  /* there is less before: it went to the first step */
	OQ_PLAYBACK_REFUSAL_AT_END,    /* there is less behind: it went to the last step, or nowhere
					  if that had begun already */
} OqPlaybackRefusal;

/** What becomes of a reading whose device is lost. It is looked for every second, by its name and
 * then as the system's default one. */
typedef enum {
	OQ_PLAYBACK_LOSS_GIVE_UP, /* FAILED if it does not come back for some seconds, or was never
				     there */
	OQ_PLAYBACK_LOSS_GO_ON, /* looked for as long as it takes; from the word that was heard last
				 */
} OqPlaybackLoss;

typedef struct {
	OqPlaybackState state;
	guint64 word_start; /* the word that is heard, or will be heard next: then they are equal */
	guint64 word_end;
	guint64 sentence_start;
	guint64 sentence_end;
	guint64 n_said; /* sentences that had a sound, since the text was opened */
	OqStyle style;
	gboolean in_answer;        /* what was interjected is heard, or comes next */
	guint n_jumps;             /* that were done, since the playback was new … */
	guint n_refused;           /* … and those of them that did not lead where they should */
	OqPlaybackRefusal refusal; /* of the last one of these */
	guint n_returns;           /* how often a device that was lost came back */
} OqPlaybackStatus;

typedef struct _OqPlayback OqPlayback;

/** OqPlaybackChanged: the state or the word that is heard has changed, an answer begins or is over,
 * a jump was refused, a device came back. */
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

/** oq_playback_set_loss: before the first text is opened; GIVE_UP if it is not said. */
void oq_playback_set_loss(OqPlayback *playback, OqPlaybackLoss loss);

/** oq_playback_play, _pause: playing goes on at the same sample. */
void oq_playback_play(OqPlayback *playback);
void oq_playback_pause(OqPlayback *playback);

/** oq_playback_fade: softer and softer, silent in fade_ms, then a pause where that was. At least
 * what the device has taken already, some tenths of a second, is heard as it is. Play is loud
 * again; so is whatever moves the reading before, and then there is no pause. */
void oq_playback_fade(OqPlayback *playback, guint fade_ms);

/** oq_playback_stop_after: the sentence, the paragraph (OQ_STEP_BLOCK) or the chapter
 * (OQ_STEP_HEADING) that is heard is the last one: behind it comes a pause. Jumps do not change
 * that, but the chapter is then the one they reached; play does, and a pause. */
void oq_playback_stop_after(OqPlayback *playback, OqStep step);

/*
 * Jumps. Silent at once; a pause stays a pause, an answer is cut short. Each is counted from the
 * word that is heard, or from where those before it lead that are not done yet, as when they wait
 * for a pipe. What cannot be done is told by n_refused.
 */

/** oq_playback_go: @n steps on, or, below 0, back. */
void oq_playback_go(OqPlayback *playback, OqStep step, gint n);

/** oq_playback_go_to: the word at a byte of the text. */
void oq_playback_go_to(OqPlayback *playback, guint64 place);

/** oq_playback_find: the @n-th place behind the word, or, below 0, before it, where @text is
 * written; see oq_cursor_find(). A second one goes on behind the first; there being fewer, it goes
 * to the last one. It is over when n_jumps or n_refused has grown; oq_playback_go_to() breaks it
 * off. */
void oq_playback_find(OqPlayback *playback, const char *text, gint n);

/** oq_playback_skip: what sounds so many seconds later, or, below 0, earlier, in the present style;
 * set_gap does not count. An hour at most. The very sample, if it was heard or would be heard next
 * without the skip; otherwise its word. On beyond the end of the text is to the end. */
void oq_playback_skip(OqPlayback *playback, gint n_seconds);

/** oq_playback_set_style: heard at once, from within the word that is heard on: none is lost, and
 * none said again. */
void oq_playback_set_style(OqPlayback *playback, const OqStyle *style);

/** oq_playback_set_gap: so much longer is the silence behind each sentence, from that which is
 * heard on. */
void oq_playback_set_gap(OqPlayback *playback, guint gap_ms);

/** oq_playback_interject: @cursor (transfer full): an answer, said at once; then the reading goes
 * on with the word that was heard, or the pause does. */
void oq_playback_interject(OqPlayback *playback, OqCursor *cursor);

OqPlaybackStatus oq_playback_status(OqPlayback *playback);

/** oq_playback_sentence: (transfer full) (nullable): as it was written, that which is heard, or
 * will be next, or was before a jump or an answer. @start: (out): where it begins */
char *oq_playback_sentence(OqPlayback *playback, guint64 *start);

/** oq_playback_trace: what stands around that sentence, as far as it is queued. @trace: (out): that
 * was cleared. */
void oq_playback_trace(OqPlayback *playback, OqTrace *trace, guint64 *start);

/** oq_playback_check: FALSE and why, in the states FAILED and LOST. */
gboolean oq_playback_check(OqPlayback *playback, GError **error);
