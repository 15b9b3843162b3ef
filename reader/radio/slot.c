/* slot.c - see the header. */
#include "radio/slot.h"

#include <math.h>

enum {
	ROOM_PART = 20,        /* of the pauses between sentences */
	ROOM_PER_SECOND = 100, /* … and in any text so much */
	OFF_PER_SECOND = 25,   /* what is no further off than this is what was wanted */
	WORD_PER_SECOND = 10,  /* a text that is cut dies away a little later */
	N_HALVES = 50,
};

/* Where the text is on its way from as slow as is natural, -1, to as fast, 1. */
static double
speed_at(const OqSlot *slot, double way)
{
	return slot->natural_wpm * (1 + way * OQ_SLOT_SPEED_PERCENT / 100);
}

static double
pauses_at(const OqSlot *slot, double way)
{
	double less = 100 - OQ_SLOT_PAUSES_MIN_PERCENT, more = OQ_SLOT_PAUSES_MAX_PERCENT - 100;

	return slot->natural.pauses_percent * (1 - way * (way > 0 ? less : more) / 100);
}

void
oq_slot_init(OqSlot *slot, const OqStyle *natural, guint natural_wpm, guint64 n_frames)
{
	*slot = (OqSlot){.style = *natural,
		.natural = *natural,
		.natural_wpm = natural->speed_wpm > 0 ? natural->speed_wpm : natural_wpm,
		.n_frames = n_frames};
	slot->speed_wpm = slot->natural_wpm;
	slot->min_wpm = MAX((guint)ceil(speed_at(slot, -1)), OQ_SPEED_MIN_WPM);
	slot->max_wpm = MIN((guint)speed_at(slot, 1), OQ_SPEED_MAX_WPM);
	slot->min_pauses = MAX((guint)ceil(pauses_at(slot, 1)), OQ_PAUSES_MIN_PERCENT);
	slot->max_pauses = MIN((guint)pauses_at(slot, -1), OQ_PAUSES_MAX_PERCENT);
}

static void
set_speed(OqSlot *slot, guint speed_wpm)
{
	slot->speed_wpm = CLAMP(speed_wpm, slot->min_wpm, slot->max_wpm);
	slot->style.speed_wpm = slot->speed_wpm == slot->natural_wpm ? slot->natural.speed_wpm
								     : (guint16)slot->speed_wpm;
}

static void
set_pauses(OqSlot *slot, double percent)
{
	slot->style.pauses_percent = (guint16)CLAMP(percent, slot->min_pauses, slot->max_pauses);
}

/* What the text would take there, judged by what it takes now. */
static double
judge(const OqSlot *slot, const OqMeasure *measure, double way)
{
	double slower = slot->natural_wpm / speed_at(slot, way);
	double longer = pauses_at(slot, way) / slot->natural.pauses_percent;
	double n_pauses = (double)measure->n_pauses;

	return slower * ((double)measure->n_frames - n_pauses + longer * n_pauses);
}

/* FALSE: there is nothing to change so far. */
static gboolean
choose_way(OqSlot *slot, const OqMeasure *measure)
{
	double slow = -1, fast = 1;

	for (guint i = 0; i < N_HALVES; i++) {
		double way = (slow + fast) / 2;
		if (judge(slot, measure, way) > (double)slot->n_frames)
			slow = way;
		else
			fast = way;
	}
	set_speed(slot, (guint)lround(speed_at(slot, slow)));
	set_pauses(slot, round(pauses_at(slot, slow)));
	return slot->speed_wpm != slot->natural_wpm ||
	       slot->style.pauses_percent != slot->natural.pauses_percent;
}

/* How many frames nobody misses in the pauses between sentences: a part of them, and, where these
 * are few, a step of all pauses. Without any, two steps of the speed may stand behind the text. */
static gint64
room(const OqSlot *slot, const OqMeasure *measure)
{
	guint64 step = measure->n_pauses / slot->style.pauses_percent;
	guint64 n_frames = measure->rate_hz / ROOM_PER_SECOND;

	if (measure->n_between == 0)
		return (gint64)(n_frames + step + measure->n_frames * 2 / slot->speed_wpm);
	n_frames += measure->n_gaps / ROOM_PART;
	return (gint64)MAX(n_frames, MIN(step, measure->n_gaps / 2));
}

static gboolean
is_little(const OqSlot *slot, const OqMeasure *measure, gint64 n_missing)
{
	gint64 n_frames = room(slot, measure);

	return n_missing <= n_frames && n_missing >= (measure->n_between > 0 ? -n_frames : 0);
}

static void
settle(OqSlot *slot, const OqMeasure *measure, gint64 n_missing)
{
	slot->verdict = OQ_SLOT_FITS;
	slot->n_between = measure->n_between;
	slot->n_spread = measure->n_between > 0 ? n_missing : MAX(n_missing, 0);
}

/* What another percent of pauses does: known, where only the pauses were changed since. */
static double
frames_per_percent(const OqSlot *slot, const OqMeasure *measure)
{
	guint pauses = slot->style.pauses_percent;

	if (slot->told_wpm == slot->speed_wpm && slot->told_pauses != pauses)
		return ((double)measure->n_frames - (double)slot->told_frames) /
		       ((double)pauses - slot->told_pauses);
	return (double)measure->n_pauses / pauses;
}

/* Where pauses are at their limit, the speed goes on, if it may. */
static void
change_speed(OqSlot *slot, const OqMeasure *measure, double step, gint64 n_missing)
{
	guint limit = n_missing < 0 ? slot->min_pauses : slot->max_pauses;
	double n_frames = (double)measure->n_frames;
	double left = (double)n_missing - step * (limit - (double)slot->style.pauses_percent);
	double more = ceil(fabs(left) * slot->speed_wpm / n_frames);
	guint was = slot->speed_wpm;

	set_speed(slot, n_missing < 0 ? was + (guint)more : was - MIN((guint)more, was));
	double gained = n_frames - n_frames * was / slot->speed_wpm;
	if (step > 0)
		set_pauses(slot,
			round(slot->style.pauses_percent + ((double)n_missing + gained) / step));
}

/* FALSE: there is no more to be done. */
static gboolean
change(OqSlot *slot, const OqMeasure *measure, gint64 n_missing)
{
	guint pauses = slot->style.pauses_percent, speed_wpm = slot->speed_wpm;
	double step = frames_per_percent(slot, measure);
	double wanted =
		step > 0 ? pauses + (double)n_missing / step : (n_missing > 0 ? G_MAXUINT16 : 0);

	if (wanted < slot->min_pauses || wanted > slot->max_pauses)
		change_speed(slot, measure, MAX(step, 0), n_missing);
	else
		set_pauses(slot, measure->n_between > 0 ? round(wanted) : floor(wanted));
	return slot->style.pauses_percent != pauses || slot->speed_wpm != speed_wpm;
}

static guint
words_in(guint64 n_off, guint n_words, guint64 n_frames)
{
	return (guint)((n_off * n_words + n_frames - 1) / n_frames);
}

/* How many of the last words have to go so that nothing sounds behind the frame. */
static guint
words_behind(const OqMeasure *measure, guint64 frame)
{
	guint64 end = frame - MIN(measure->rate_hz / WORD_PER_SECOND, frame);
	guint n = 0;

	while (n < measure->word_ends->len &&
		g_array_index(measure->word_ends, guint64, measure->word_ends->len - 1 - n) > end)
		n++;
	return n;
}

/* Words are not alike: by their mean length too few might be cut. So as many go as it takes when
 * the last ones go. */
static guint
words_to_cut(const OqSlot *slot, const OqMeasure *measure)
{
	guint64 n_off = measure->n_frames - slot->n_frames;
	guint n_words = MAX(words_in(n_off, measure->n_words, measure->n_frames),
		words_behind(measure, slot->n_frames));

	return MIN(n_words, measure->n_words);
}

/* Some more than by their mean length do no harm: the text may be said faster. There may be no
 * pauses between them. */
static guint
words_to_add(const OqSlot *slot, const OqMeasure *measure)
{
	guint64 n_off = slot->n_frames - measure->n_frames;
	guint64 n_voiced = measure->n_frames - MIN(measure->n_pauses, measure->n_frames - 1);
	guint n_words = words_in(n_off, measure->n_words, n_voiced);

	return n_words + (guint)ceil(sqrt(n_words));
}

static void
refuse(OqSlot *slot, const OqMeasure *measure)
{
	gboolean is_long = measure->n_frames > slot->n_frames;

	slot->verdict = is_long ? OQ_SLOT_LONG : OQ_SLOT_SHORT;
	slot->n_closest = measure->n_frames;
	slot->n_words = is_long ? words_to_cut(slot, measure) : words_to_add(slot, measure);
}

static void
keep_told(OqSlot *slot, const OqMeasure *measure, const OqSlot *was)
{
	slot->told_wpm = was->speed_wpm;
	slot->told_pauses = was->style.pauses_percent;
	slot->told_frames = measure->n_frames;
}

void
oq_slot_tell(OqSlot *slot, const OqMeasure *measure)
{
	const OqSlot was = *slot;
	gint64 n_missing = (gint64)slot->n_frames - (gint64)measure->n_frames;
	gboolean may_change = ++slot->n_passes < OQ_SLOT_MAX_PASSES;

	if (is_little(slot, measure, n_missing))
		settle(slot, measure, n_missing);
	else if (may_change && ((slot->n_passes == 1 && choose_way(slot, measure)) ||
				       change(slot, measure, n_missing)))
		keep_told(slot, measure, &was);
	else if (ABS(n_missing) <= measure->rate_hz / OFF_PER_SECOND)
		settle(slot, measure, n_missing);
	else
		refuse(slot, measure);
}

gint
oq_slot_speed_percent(const OqSlot *slot)
{
	return (gint)lround(((double)slot->speed_wpm / slot->natural_wpm - 1) * 100);
}

guint
oq_slot_pauses_percent(const OqSlot *slot)
{
	guint natural = slot->natural.pauses_percent;

	return (slot->style.pauses_percent * 100 + natural / 2) / natural;
}
