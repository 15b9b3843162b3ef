/* service.h - what the desktop has read aloud: one text at a time; the next one takes its place, or
 * waits for its end.
 *
 * Runs in one thread and its default context; no call waits. The turn among readers is held, and
 * the sound device open, only around what is heard; whoever speaks through Speech Dispatcher before
 * that is let finish. What was read to its end, or stopped, is kept for a minute, to be gone back
 * to; then nothing is left of it.
 */
#pragma once

#include "desktop/speaker.h"

typedef enum {
	OQ_SERVICE_IDLE,
	OQ_SERVICE_READING, /* or about to */
	OQ_SERVICE_PAUSED,
} OqServiceState;

/** What became of a text. */
typedef enum {
	OQ_SERVICE_HEARD,    /* to its end */
	OQ_SERVICE_NOTHING,  /* there is not a word in it */
	OQ_SERVICE_STOPPED,  /* by whoever listens */
	OQ_SERVICE_REPLACED, /* by another text, here or of another reader */
	OQ_SERVICE_FAILED,
} OqServiceOutcome;

typedef struct {
	gboolean queues; /* it waits for the end of what is read */
	gboolean spells;
	gint source; /* whatever the caller knows it by */
	OqLang lang; /* that it is told to be in; OQ_N_LANGS: that is guessed */
} OqServiceWish;

/** What is told of texts, by the number that oq_service_say() gave them. All are there. */
typedef struct {
	void (*changed)(gpointer data); /* the state, the speed, the place */
	void (*sentence)(guint id, guint64 start, guint64 end, const char *sentence, gpointer data);
	void (*word)(guint id, guint64 start, guint64 end, gpointer data);
	/* @why: (nullable): for the user, of a failure; then @id may be 0: that of no text */
	void (*finished)(guint id, OqServiceOutcome outcome, const char *why, gpointer data);
	void (*lost)(gpointer data); /* the sound device, which is looked for */
} OqServiceCalls;

typedef struct {
	const OqReader *reader;
	OqStyle style;
	OqSpeakerOpen open; /* the sound device … */
	gpointer open_data;
	const OqServiceCalls *calls;
	gpointer data; /* of the calls */
} OqServiceParts;

typedef struct {
	OqServiceState state;
	guint id;    /* of the text that is read; 0: none */
	gint source; /* … of its wish */
	guint text;  /* that can be gone back to, which may be the same; 0: none */
	guint speed_wpm;
	guint volume_percent;
	gint percent;       /* of that text before what is heard; -1: not known */
	guint64 n_bytes;    /* of all of it … */
	guint64 left_bytes; /* … and behind what is heard */
} OqServiceStatus;

typedef struct _OqService OqService;

/** oq_service_new: the voice and the device are made ready at once. */
OqService *oq_service_new(const OqServiceParts *parts);

/** oq_service_free: silent at once; tells nothing any more. May take a moment. */
void oq_service_free(OqService *service);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqService, oq_service_free)

/** What may wait, all in all. */
enum { OQ_SERVICE_MAX_WAITING = 1000, OQ_SERVICE_MAX_WAITING_BYTES = 64 * 1024 * 1024 };

/** oq_service_say: @text: UTF-8, which is copied. Returns its number; 0: it was to wait, and so
 * much waits already that it is not taken. */
guint oq_service_say(OqService *service, const char *text, const OqServiceWish *wish);

/** oq_service_stop: silent at once, and what waits is forgotten. */
void oq_service_stop(OqService *service);

/** oq_service_cancel: the same for one text; nothing, when it is over. */
void oq_service_cancel(OqService *service, guint id);

/** oq_service_pause, _resume: at the same sample. Resume also goes on with what was stopped, and
 * reads once more what was read to its end; FALSE: there is nothing. */
void oq_service_pause(OqService *service);
gboolean oq_service_resume(OqService *service);

/** oq_service_go: as oq_playback_go(), also after a stop or the end, which it goes on from; where
 * there is nothing more, that is said. FALSE: there is nothing to go in. */
gboolean oq_service_go(OqService *service, OqStep step, gint n);

/** oq_service_skip: as oq_playback_skip(), in what is read. */
void oq_service_skip(OqService *service, gint n_seconds);

/** oq_service_set_speed, _volume: within what is possible; heard at once. */
void oq_service_set_speed(OqService *service, guint speed_wpm);
void oq_service_set_volume(OqService *service, guint volume_percent);

/** oq_service_answer: a phrase that is said at once; then what was read goes on. */
void oq_service_answer(OqService *service, const char *phrase);

OqServiceStatus oq_service_status(OqService *service);
