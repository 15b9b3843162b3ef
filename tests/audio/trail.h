/* trail.h - calls of a playback that send it elsewhere or change how it speaks, and whether what is
 * heard follows them. */
#pragma once

#include "aloud.h"
#include "base/processes/brood.h"

/* 50 ms; what is built with sanitizers takes longer to speak. */
enum { N_SOON = RATE_HZ / 20 * (OQ_BROOD_SANITIZED ? 4 : 1) };

/** A call that makes the old sound end and a new one begin. */
typedef struct {
	enum { GO, GO_TO, STYLE, FIND, SKIP, REOPEN } kind;
	OqStep step;
	gint n;         /* steps, seconds, direction */
	guint64 place;  /* of GO_TO */
	OqStyle style;  /* from now on */
	gint64 ends_us; /* when the old sound was no longer wanted */
	gint64 begins_us;
} TrailCall;

/** trail_call: what to do as the call of that number. */
TrailCall trail_call(guint number);

/** trail_make: notes the times. */
void trail_make(Aloud *a, TrailCall *call);

/** trail_follow: what was heard is what was asked for, and soon. */
void trail_follow(Aloud *a, const TrailCall *made, guint n_calls);
