/* durations.h - lengths of time, as they are typed and as they are told. */
#pragma once

#include <glib.h>

/* A day: nothing is longer. */
#define OQ_DURATION_MAX_MS (24 * 60 * 60 * 1000)

/**
 * oq_durations_read:
 * @text: 3:00, 1:02:03, 2:59.5, 180, 180s, 3m, 1h, 2m30s; a comma is a point, too
 *
 * Returns: FALSE when it is nothing like that, or 0, or more than OQ_DURATION_MAX_MS
 */
gboolean oq_durations_read(const char *text, guint *length_ms);

/** oq_durations_say: (transfer full): "2 min 31 s", "4.2 s", in the user's language. */
char *oq_durations_say(guint64 length_ms);

/** oq_durations_clock: (transfer full): "2:31.0", "1:02:31.0". */
char *oq_durations_clock(guint64 length_ms);
