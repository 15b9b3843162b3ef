/* tape.h - sentences of a text that were spoken one behind the other: some that were heard, so that
 * they can be heard again, those that are queued, and some ahead. Immutable speeches are shared, so
 * the sound is the same each time.
 *
 * A position is a frame since the tape was new. Of the silence between two sounds the longest one
 * counts; the first sound has none before it. A gap that a listener asks for is no part of it. One
 * thread's. */
#pragma once

#include "speech/speech.h"
#include "text/utterance.h"

/** A sentence on the tape. */
typedef struct {
	guint64 start;    /* of the utterance … */
	char *text;       /* … as it was written, … */
	OqBreak follows;  /* … and what comes behind it */
	OqSpeech *speech; /* of which … */
	gsize n_cut;      /* … so many frames are not heard this time */
	guint64 begin;    /* where it is on the tape, … */
	guint64 end;      /* … which it may not lengthen at all */
} OqTake;

typedef struct {
	GQueue takes;    /* of OqTake, of which those long before the next one are given up */
	GList *next;     /* (nullable): that which comes next; NULL: it is not there yet */
	guint64 end;     /* where the next one will begin */
	guint64 n_pause; /* silence before that */
} OqTape;

void oq_tape_init(OqTape *tape);
void oq_tape_clear(OqTape *tape);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqTape, oq_tape_clear)

/** oq_tape_is_empty: nothing was added since it was new or cleared. */
gboolean oq_tape_is_empty(const OqTape *tape);

/** oq_tape_add: takes a reference. */
void oq_tape_add(OqTape *tape, const OqUtterance *utterance, OqSpeech *speech);

/** oq_tape_next: (nullable) (transfer none). */
const OqTake *oq_tape_next(const OqTape *tape);

/** oq_tape_pass: that which comes next is queued. */
void oq_tape_pass(OqTape *tape);

/** oq_tape_has_enough: so many seconds come next, or very many sentences. */
gboolean oq_tape_has_enough(const OqTape *tape, guint n_seconds);

/** oq_tape_find: the position of a frame of a sentence, as it is heard this time. */
gboolean oq_tape_find(const OqTape *tape, guint64 start, gsize frame, guint64 *position);

/** oq_tape_begin: the first position that is kept. */
guint64 oq_tape_begin(const OqTape *tape);

/** oq_tape_move: what is at a position comes next, without what is before it, or, where it is
 * silent, the next sound. FALSE: it is not on the tape. */
gboolean oq_tape_move(OqTape *tape, guint64 position);

/** oq_tape_move_to_end: nothing comes next. */
void oq_tape_move_to_end(OqTape *tape);

/** oq_tape_place: the source of the word that comes next, or of the last one. */
guint64 oq_tape_place(const OqTape *tape);
