/* slot.h - a text that has to take so long, to the sample: how fast it is said, and how long its
 * pauses are.
 *
 * Both give way alike, within what is natural: neither comes to its limit before the other. What
 * whole words a minute and whole percents leave over is spread over the pauses between sentences.
 * A slot says nothing itself: as long as it is open, whoever asks measures the text in its style
 * (measure.h) and tells it. One thread at a time. */
#pragma once

#include "radio/measure.h"

/* Of the speed and of the pauses that are asked for. */
#define OQ_SLOT_SPEED_PERCENT      10
#define OQ_SLOT_PAUSES_MIN_PERCENT 60
#define OQ_SLOT_PAUSES_MAX_PERCENT 150

/* With saying it at last that is six times. */
#define OQ_SLOT_MAX_PASSES 5

typedef enum {
	OQ_SLOT_OPEN,
	OQ_SLOT_FITS,
	OQ_SLOT_LONG,  /* even as fast as is natural */
	OQ_SLOT_SHORT, /* even as slow */
} OqSlotVerdict;

typedef struct {
	OqSlotVerdict verdict;
	OqStyle style;     /* open: to be measured; fits: to be said in */
	gint64 n_spread;   /* fits: frames for oq_render_set_spread() … */
	guint n_between;   /* … and its pauses */
	guint n_words;     /* long: so many written words have to go; short: … to be added */
	guint64 n_closest; /* long, short: the frames that it takes at best */
	guint n_passes;    /* that were told of */

	OqStyle natural;
	guint natural_wpm;
	guint64 n_frames; /* that are wanted */
	guint min_wpm;
	guint max_wpm;
	guint min_pauses; /* percent, as in OqStyle */
	guint max_pauses;
	guint speed_wpm; /* that of the style */
	guint told_wpm;  /* what was told before the last time */
	guint told_pauses;
	guint64 told_frames;
} OqSlot;

/**
 * oq_slot_init:
 * @natural: how the text would be said; measured first
 * @natural_wpm: its speed, where the style leaves that to the voice
 * @n_frames: of the speech, that the text shall take from its first sound to its last
 */
void oq_slot_init(OqSlot *slot, const OqStyle *natural, guint natural_wpm, guint64 n_frames);

/** oq_slot_tell: @measure: of the whole text in the slot's style; something sounds. */
void oq_slot_tell(OqSlot *slot, const OqMeasure *measure);

/** oq_slot_speed_percent: by how much it is faster than asked for; below 0: slower. */
gint oq_slot_speed_percent(const OqSlot *slot);

/** oq_slot_pauses_percent: of those that were asked for. */
guint oq_slot_pauses_percent(const OqSlot *slot);
