/* service-private.h - what the files of the service share. */
#pragma once

#include "desktop/held_turn.h"
#include "desktop/service.h"
#include "desktop/silence.h"

/** A text that was asked for. */
typedef struct {
	guint id; /* 0: a phrase of ours */
	OqServiceWish wish;
	gsize n_bytes;
	OqCursor *cursor;
} OqServiceText;

struct _OqService {
	OqServiceParts parts;
	OqSpeaker *speaker;
	OqHeldTurn *turn;
	OqSilence *silence;  /* … of those who do not know of turns */
	OqServiceText *text; /* (nullable): that is read, or was read last … */
	gboolean is_current; /* … which of the two it is … */
	gboolean is_open;    /* … whether the playback has it … */
	gboolean is_paused;
	gboolean has_ended;
	GQueue waiting; /* of OqServiceText */
	OqCursor *
		answer; /* (nullable): to be said in the middle of the text, as soon as it can be */
	guint last_id;
	guint forgetting; /* a source; 0: none */
	gboolean is_lost;
	guint n_refused;                  /* jumps, as they were told */
	guint64 told_sentence, told_word; /* where they begin; G_MAXUINT64: none */
};

/** oq_service_advance: does what can be done towards being heard, and is called again when more
 * can. */
void oq_service_advance(OqService *service);

/** oq_service_finish: the text is over, and told; the next one comes, unless there is none. */
void oq_service_finish(OqService *service, OqServiceOutcome outcome, const char *why);

/** oq_service_drop: nothing is left of the text, which is not told. */
void oq_service_drop(OqService *service);

/** oq_service_rest: gives back what is needed only while something is heard. */
void oq_service_rest(OqService *service);

/** oq_service_follow: an OqPlaybackChanged. */
void oq_service_follow(const OqPlaybackStatus *status, gpointer data);

void oq_service_free_text(OqServiceText *text);
