/* queue.h - speeches one behind the other, as the frames that a device plays.
 *
 * Positions are frames since the queue was new or cleared. A speech takes its voiced frames and the
 * pause behind them; one without sound lengthens the pause before it to its own; the first sound
 * has no pause before it. Speeches stay until they are forgotten, so the queue can be wound back.
 *
 * One thread controls it; another one, which may be an audio callback, reads. Neither waits.
 */
#pragma once

#include "speech/speech.h"

typedef struct _OqQueue OqQueue;

OqQueue *oq_queue_new(void);
void oq_queue_free(OqQueue *queue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqQueue, oq_queue_free)

/** oq_queue_push: takes a reference. A speech that adds no frame is not kept.
 *
 * Returns: FALSE when there are more speeches than the queue can hold, whatever their length */
gboolean oq_queue_push(OqQueue *queue, OqSpeech *speech);

/** oq_queue_pad: lengthens the silence behind the last sound to n_frames at least. */
void oq_queue_pad(OqQueue *queue, gsize n_frames);

/** oq_queue_end: the position behind the last frame. */
guint64 oq_queue_end(const OqQueue *queue);

/** oq_queue_sound_end: the position behind the last frame that sounds before @position; 0: none
 * that is still known does. */
guint64 oq_queue_sound_end(const OqQueue *queue, guint64 position);

/** oq_queue_gap: where the reader last wanted more than there was, since the queue was wound; what
 * was pushed later comes late. G_MAXUINT64: nowhere. */
guint64 oq_queue_gap(const OqQueue *queue);

/** oq_queue_find: (nullable): the speech that @position is in, or the last one before it; @frame
 * counts from its beginning. NULL when there is none. */
const OqSpeech *oq_queue_find(const OqQueue *queue, guint64 position, gsize *frame);

/** oq_queue_next_word: where the first word behind @position begins; G_MAXUINT64: nowhere. */
guint64 oq_queue_next_word(const OqQueue *queue, guint64 position);

/** oq_queue_forget: gives up the speeches that end at @position or before; they were read. */
void oq_queue_forget(OqQueue *queue, guint64 position);

/**
 * oq_queue_wind: read goes on at @position. Not while a read is under way.
 *
 * Returns: where it goes on: further on if @position is forgotten, at the end if it is behind it
 */
guint64 oq_queue_wind(OqQueue *queue, guint64 position);

/** oq_queue_clear: empty, as new. Not while a read is under way. */
void oq_queue_clear(OqQueue *queue);

/** oq_queue_read: the reader's. Realtime: no lock, no memory, no log.
 *
 * Returns: how many frames that were, fewer than n_frames where no more are there */
gsize oq_queue_read(OqQueue *queue, gint16 *frames, gsize n_frames);
