/* playback-private.h - what the files of playback and its two threads share. */
#pragma once

#include "reading/playback/playback.h"
#include "reading/playback/tape.h"

#include <pthread.h>

/** A jump that is not done yet. */
typedef struct {
	enum {
		OQ_PLAYBACK_JUMP_RESUME, /* nowhere, or to the word behind; never refused */
		OQ_PLAYBACK_JUMP_STEP,
		OQ_PLAYBACK_JUMP_PLACE,
		OQ_PLAYBACK_JUMP_FIND,
		OQ_PLAYBACK_JUMP_SKIP,
	} kind;
	OqStep step;
	gint n;              /* steps, words, seconds, or the direction */
	guint64 place;       /* of PLACE */
	char *text;          /* of FIND */
	gboolean has_waited; /* for a pipe, when it was begun and broken off */
} OqPlaybackJump;

/** What the thread is asked to do, in order. */
typedef struct {
	enum {
		OQ_PLAYBACK_REQUEST_OPEN,
		OQ_PLAYBACK_REQUEST_JUMP,
		OQ_PLAYBACK_REQUEST_INTERJECT,
		OQ_PLAYBACK_REQUEST_CLOSE,
		OQ_PLAYBACK_REQUEST_QUIT,
	} kind;
	OqCursor *cursor;     /* of OPEN, and of INTERJECT, which owns it */
	OqPlaybackJump *jump; /* of JUMP, which owns it */
} OqPlaybackRequest;

/** A sentence of the text that is queued or heard. */
typedef struct {
	guint64 start;
	char *text; /* as it was written */
} OqPlaybackSentence;

struct _OqPlayback {
	pthread_t thread;
	pthread_t follower;
	GMainContext *context;
	OqPlaybackChanged changed;
	gpointer changed_data;
	int wake_fd; /* the follower's */

	/* The thread's alone. */
	OqPool *pool;
	OqCursor *cursor; /* (nullable): whoever opened it owns it */
	OqCursor *aside;  /* nullable: what is interjected */
	OqUtterance utterance;
	OqTape tape; /* ends before the cursor; empty: whatever comes next is not there yet */
	OqStyle tape_style;
	gboolean is_pushed;   /* the utterance, which goes on the tape, to the pool */
	gboolean is_made;     /* the tape ends with the text … */
	GError *made_failure; /* … or because of this */
	gboolean is_ahead;    /* what is made now is not wanted yet, … */
	gboolean is_held_up;  /* … and was not there; it is waited for when all else is queued */
	GQueue trail;         /* of OqPlaybackJump: to be done, when nothing is interjected */
	guint64 found;        /* by the last search */
	gboolean has_waited;  /* for a pipe, in the jump that is being done */
	GQueue spoken;        /* of OqSpeech: whole sentences of the text, in … */
	OqStyle spoken_style;
	guint64 n_spoken; /* frames of these */

	/* Guarded by the lock, as is every call of the player. Not a GMutex, whose workings the
	 * thread sanitizer cannot see. */
	pthread_mutex_t lock;
	pthread_cond_t work; /* there may be something to do for the thread */
	pthread_cond_t done; /* the thread has done a request */
	OqPlayer *player;
	guint n_asked;
	guint n_done;
	GQueue requests;    /* of OqPlaybackRequest */
	GCancellable *stop; /* of what the thread is doing; cancelled when there are requests … */
	gint64 give_up_us;  /* … and at that time, by the follower; 0: not then */
	gboolean is_limited; /* that time is to come when a pipe is waited for */
	OqStyle style;
	guint gap_ms;
	guint64 place;     /* where the text is, as long as nothing of it is heard … */
	guint64 place_end; /* … and where the word ends that was heard there, or the same */
	gdouble part;      /* of the word at the place: was heard, and is not said again */
	gdouble cut_part;  /* of the word that was queued first: is not in its sound */
	gboolean is_first; /* nothing was made since the last jump */
	guint64 at_start;  /* the sentence that was heard there, G_MAXUINT64: none … */
	gsize at_frame;    /* … and how much of it */
	guint64 n_said;
	gboolean is_open;
	gboolean is_paused;
	gboolean is_fading;
	gboolean is_stale; /* nothing of the text is queued: play has to go to the place first */
	gboolean has_stop; /* stop_step is the last one … */
	OqStep stop_step;
	guint64 stop_heading; /* … it is before this one, when it is a chapter … */
	gboolean is_stopping; /* … and all of it is queued … */
	gboolean is_passed;   /* … and was heard: the word of the place was the last one */
	gboolean has_ended;
	gboolean has_room; /* in the player */
	gboolean is_leaving;
	gboolean is_answering;
	gboolean is_answer_queued; /* all of it */
	guint n_jumps;
	guint n_refused;
	OqPlaybackRefusal refusal;
	GQueue sentences;         /* of OqPlaybackSentence, in the order of the queue */
	OqPlaybackSentence *left; /* nullable: where the text was left */
	GArray *outline;          /* of OqHeading, nullable */

	/* The device, guarded as well. */
	OqPlaybackLoss loss;
	gboolean is_heard;  /* something was, so that the device is worth waiting for */
	gboolean is_lost;   /* until something is heard again, … */
	guint n_runs;       /* … in another run of the device than these */
	gboolean must_look; /* for it */
	GError *loss_error; /* why, nullable */
	guint n_looks;      /* since it was lost */
	gint64 look_at_us;  /* 0: no look is due */
	guint n_returns;

	GError *failure;
	OqPlaybackStatus told;
	GSource *telling; /* nullable */
};

void oq_playback_lock(OqPlayback *playback);
void oq_playback_unlock(OqPlayback *playback);

/* ---- with the lock held, but for the two threads ---- */

/** oq_playback_is_answer_over, _find_status: @heard: what the player tells. */
gboolean oq_playback_is_answer_over(const OqPlayback *playback, const OqHeard *heard);
OqPlaybackStatus oq_playback_find_status(const OqPlayback *playback, const OqHeard *heard);

/** oq_playback_wake: what the caller has done is news to both threads. */
void oq_playback_wake(OqPlayback *playback);

/** oq_playback_ask: what the thread is doing is broken off. */
void oq_playback_ask(OqPlayback *playback, OqPlaybackRequest request);
void oq_playback_free_request(gpointer request);

/** oq_playback_fall_silent: at once; the place is kept. */
void oq_playback_fall_silent(OqPlayback *playback);

/** oq_playback_resume: from the word of the place on, or from that behind it. */
void oq_playback_resume(OqPlayback *playback, gboolean is_behind);

/** oq_playback_cut_word: @speech: (transfer full): without the first @part of its first word. */
OqSpeech *oq_playback_cut_word(OqSpeech *speech, gdouble part);

/** oq_playback_shape: @speech: (transfer full): without its first @n_cut frames, and with a longer
 * pause. */
OqSpeech *oq_playback_shape(OqSpeech *speech, gsize n_cut, guint gap_ms);

/** oq_playback_fail: @failure: (transfer full). */
void oq_playback_fail(OqPlayback *playback, GError *failure);

/** oq_playback_refuse: a jump. */
void oq_playback_refuse(OqPlayback *playback, OqPlaybackRefusal refusal);

/** oq_playback_add_sentence: it is queued. */
void oq_playback_add_sentence(OqPlayback *playback, const OqTake *take);

/** oq_playback_pass_sentences: forgets those that were heard long ago. */
void oq_playback_pass_sentences(OqPlayback *playback, const OqHeard *heard);

/** oq_playback_leave_sentences: forgets all but that which was heard. */
void oq_playback_leave_sentences(OqPlayback *playback, const OqHeard *heard);

/** oq_playback_next_sentence: where nothing is heard: what will be, as far as it is known. */
gboolean oq_playback_next_sentence(const OqPlayback *playback, guint64 *start, guint64 *end);
void oq_playback_clear_sentences(OqPlayback *playback);

/** oq_playback_next_heading: the first one behind a place, or the end of all texts. */
guint64 oq_playback_next_heading(const OqPlayback *playback, guint64 place);

/** oq_playback_run, _follow: the threads; @data: the playback. */
void *oq_playback_run(void *data);
void *oq_playback_follow(void *data);

/* ---- the thread's, without the lock ---- */

/** oq_playback_take_failure: @failure: (transfer full): of being broken off is none. */
void oq_playback_take_failure(OqPlayback *playback, GError *failure);

/** oq_playback_renew_stop: what comes next may wait, if there is no request. */
void oq_playback_renew_stop(OqPlayback *playback);

/** oq_playback_note_document: what is known of it now. */
void oq_playback_note_document(OqPlayback *playback);

/** oq_playback_add_jump: @jump: (transfer full): behind those of the trail, or in their place. */
void oq_playback_add_jump(OqPlayback *playback, OqPlaybackJump *jump);

/** oq_playback_do_jumps: the next sentence is where the trail leads; what is broken off is left in
 * it. */
void oq_playback_do_jumps(OqPlayback *playback);
void oq_playback_clear_jumps(OqPlayback *playback);
void oq_playback_free_jump(gpointer jump);

/** oq_playback_make: the next sentence of the text goes on the tape, or it is found to be made.
 *
 * Returns: FALSE and an error of the cursor or the pool; then it may be called again */
gboolean oq_playback_make(OqPlayback *playback, GError **error);

/** oq_playback_push: to the player; with the lock held. */
void oq_playback_push(OqPlayback *playback, OqSpeech *speech);

/** oq_playback_queue_take: what comes next on the tape, unless there is a request. */
void oq_playback_queue_take(OqPlayback *playback);

/** oq_playback_forget_tape: the cursor goes elsewhere. */
void oq_playback_forget_tape(OqPlayback *playback);

/** oq_playback_skip_sound: what sounds so many seconds from what was heard is the next one on the
 * tape, or, the tape being empty then, the cursor goes to the word that sounds so many seconds
 * before @place.
 *
 * Returns: FALSE and an error of the cursor or the pool */
gboolean oq_playback_skip_sound(OqPlayback *playback, guint64 place, gint n_seconds,
	OqPlaybackRefusal *refusal, GError **error);

/** oq_playback_keep_spoken: a whole sentence, so that it need not be spoken again to know how long
 * it sounds. */
void oq_playback_keep_spoken(OqPlayback *playback, OqSpeech *speech, const OqStyle *style);
void oq_playback_forget_spoken(OqPlayback *playback);

/** oq_playback_go_to_last: the cursor goes to the last step of the text, or to @place if that is
 * behind it. */
gboolean oq_playback_go_to_last(OqPlayback *playback, guint64 place, OqStep step, GError **error);
