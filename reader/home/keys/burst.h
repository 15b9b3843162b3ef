/* burst.h - a text that is pasted into a terminal that does not mark it (paste.h): so many
 * characters come at once as no hand types. Pure. Key repeat is none, nor are sequences, which
 * cursor keys send. */
#pragma once

#include "home/keys/paste.h"

/** More characters than this, each another one than that before it, … */
#define OQ_BURST_CHARACTERS 32
/** … within this time are a paste, which ends when nothing has come for as long. */
#define OQ_BURST_MS         50

typedef struct {
	gint64 begun_us; /* when the first of these came */
	guint n_characters;
	char last;
	gboolean is_paste;
	OqPaste paste;
} OqBurst;

void oq_burst_init(OqBurst *burst);
void oq_burst_clear(OqBurst *burst);

/**
 * oq_burst_take:
 * @bytes: all that has come now, at @now_us, where a key may begin
 *
 * Ctrl+C, or Escape alone, ends a paste and is not of it; a paste that is marked is not begun here.
 *
 * Returns: how many of the bytes, from the first on, are of a paste
 */
gsize oq_burst_take(OqBurst *burst, const char *bytes, gsize n_bytes, gint64 now_us);

/** oq_burst_finish: (nullable): NULL: nothing was pasted; else the beginning of it, valid UTF-8,
 * until the next call. */
const char *oq_burst_finish(OqBurst *burst);
