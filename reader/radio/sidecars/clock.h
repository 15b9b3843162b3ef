/* clock.h - times of a file as "HH:MM:SS". */
#pragma once

#include <glib.h>

/** How many digits stand behind the second. */
typedef enum {
	OQ_CLOCK_SECONDS, /* it has begun */
	OQ_CLOCK_TENTHS,  /* the nearest, as the next one */
	OQ_CLOCK_MILLISECONDS,
} OqClockDigits;

/** oq_clock_ms: the nearest. */
guint64 oq_clock_ms(guint64 frame, guint rate_hz);

void oq_clock_append(GString *out, guint64 frame, guint rate_hz, OqClockDigits digits);
