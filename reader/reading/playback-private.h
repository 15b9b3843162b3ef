/* playback-private.h - what playback.c and its thread share. */
#pragma once

#include "reading/playback.h"

#include <pthread.h>

/** What the thread is asked to do, in order. */
typedef struct {
	enum {
		OQ_PLAYBACK_REQUEST_OPEN,
		OQ_PLAYBACK_REQUEST_GO,
		OQ_PLAYBACK_REQUEST_INTERJECT,
		OQ_PLAYBACK_REQUEST_CLOSE,
		OQ_PLAYBACK_REQUEST_QUIT,
	} kind;
	OqCursor *cursor;   /* of OPEN, and of INTERJECT, which owns it */
	gboolean is_placed; /* GO is from this place on, not from that of the playback */
	guint64 place;
	OqStep step; /* of GO */
	gint n;
} OqPlaybackRequest;

struct _OqPlayback {
	pthread_t thread;
	GMainContext *context;
	OqPlaybackChanged changed;
	gpointer changed_data;
	int wake_fd;

	/* The thread's alone. */
	OqPool *pool;
	OqCursor *cursor; /* (nullable): whoever opened it owns it */
	OqCursor *aside;  /* nullable: what is interjected */
	OqUtterance utterance;
	gboolean has_room; /* and is_lost: when it was followed last */
	gboolean is_lost;

	/* Guarded by the lock, as is every call of the player. Not a GMutex, whose workings the
	 * thread sanitizer cannot see. */
	pthread_mutex_t lock;
	pthread_cond_t done; /* the thread has done a request */
	OqPlayer *player;
	guint n_asked;
	guint n_done;
	GQueue requests;    /* of OqPlaybackRequest */
	GCancellable *stop; /* of what the thread is doing; cancelled when there are requests */
	OqStyle style;
	guint64 place; /* where the text is, as long as nothing of it is heard */
	guint64 n_said;
	gboolean is_open;
	gboolean is_paused;
	gboolean is_stale; /* nothing of the text is queued: play has to go to the place first */
	gboolean has_ended;
	gboolean is_heard; /* something was, so that the device is worth waiting for */
	gsize lost_frame;  /* where it was lost */
	guint n_retries;
	gint64 retry_at_us; /* 0: no retry is due */
	GError *failure;
	OqPlaybackStatus told;
	GSource *telling; /* nullable */
};

void oq_playback_lock(OqPlayback *playback);
void oq_playback_unlock(OqPlayback *playback);

/** oq_playback_find_status: with the lock held. */
OqPlaybackStatus oq_playback_find_status(const OqPlayback *playback, const OqHeard *heard);

/** oq_playback_run: the thread; @data: the playback. */
void *oq_playback_run(void *data);
