/* limiter.c - see the header.
 *
 * Each frame has a bound: what it, and all so far ahead, may at most be multiplied by. The gain
 * follows the bounds down at once and up slowly, and is then averaged over as many frames as it
 * looks ahead: so it comes down in a line and has arrived when the peak is there. */
#include "audio/chain/limiter.h"

#include "audio/chain/gain.h"
#include "audio/chain/true_peak.h"

#include <math.h>
#include <string.h>

#define AHEAD_MS 5
#define RETURN_S 0.06   /* so long after a peak a third of the change is left */
#define NEARLY_1 0.9999 /* what is nearer than that has come back */

enum {
	MAX_CHANNELS = 2,
	WINDOW = 32,
	REACH = OQ_TRUE_PEAK_REACH,
};

typedef struct {
	OqStage stage;
	OqTruePeak *peaks;
	guint n_channels;
	guint ahead; /* frames */
	gfloat ceiling;
	gfloat returning; /* a frame */

	GArray *frames;  /* of gfloat: REACH that were given, then those that were not */
	GArray *bounds;  /* of gfloat, of these frames */
	guint n_looked;  /* frames of these whose peaks are known */
	guint first_low; /* no bound before this frame is less than 1 */

	gfloat gain;    /* not averaged */
	gfloat *gains;  /* the last ones that the average is made of, a ring */
	guint at;       /* of the ring */
	guint n_lower;  /* gains in it that are not 1 */
	double sum;     /* of them */
	guint64 n_left; /* frames taken and not given */
	guint n_lead;   /* of them, before the first one: it may come down there already */
} Limiter;

static guint
n_held(const Limiter *self)
{
	return self->bounds->len;
}

static void
append(Limiter *self, const gfloat *frames, gsize n_frames)
{
	guint before = n_held(self);
	g_array_set_size(self->bounds, before + (guint)n_frames);
	g_array_set_size(self->frames, (before + (guint)n_frames) * self->n_channels);
	gfloat *bounds = &g_array_index(self->bounds, gfloat, before);
	gfloat *held = &g_array_index(self->frames, gfloat, before * self->n_channels);
	for (gsize i = 0; i < n_frames; i++)
		bounds[i] = 1;
	for (gsize i = 0; i < n_frames * self->n_channels; i++)
		held[i] = frames != NULL ? frames[i] : 0;
}

/* The frame may be multiplied by no more than @bound, nor those before it that see it coming. */
static void
lower(Limiter *self, guint frame, gfloat bound)
{
	guint first = frame - MIN(frame, self->ahead - 1);
	gfloat *restrict bounds = (gfloat *)(gpointer)self->bounds->data;
	for (guint i = first; i <= frame; i++)
		bounds[i] = bound < bounds[i] ? bound : bounds[i];
	self->first_low = MIN(self->first_low, first);
}

/* One channel of some frames, with what stands around them. */
static void
take_channel(const Limiter *self, guint first, guint n, guint channel, gfloat *samples)
{
	const gfloat *frames = (const gfloat *)(gpointer)self->frames->data;
	for (guint i = 0; i < n + 2 * REACH; i++)
		samples[i] = frames[(first - REACH + i) * self->n_channels + channel];
}

static void
look_closely(Limiter *self, guint first, guint n)
{
	gfloat samples[WINDOW + 2 * REACH], greatest[WINDOW] = {0};
	for (guint k = 0; k < self->n_channels; k++) {
		take_channel(self, first, n, k, samples);
		oq_true_peak_add(self->peaks, samples + REACH, n, greatest);
	}
	for (guint i = 0; i < n; i++) {
		if (greatest[i] <= self->ceiling)
			continue;
		/* What is between this frame and the next is made of both. */
		lower(self, first + i, self->ceiling / greatest[i]);
		lower(self, first + i + 1, self->ceiling / greatest[i]);
	}
}

static void
look(Limiter *self)
{
	const gfloat *frames = (const gfloat *)(gpointer)self->frames->data;
	gfloat harmless = self->ceiling / oq_true_peak_most(self->peaks);
	while (self->n_looked + REACH < n_held(self)) {
		guint n = MIN(WINDOW, n_held(self) - REACH - self->n_looked);
		gfloat peak = oq_true_peak_of_samples(
			frames + (self->n_looked - REACH) * self->n_channels,
			(n + 2 * REACH) * self->n_channels);
		if (peak > harmless)
			look_closely(self, self->n_looked, n);
		self->n_looked += n;
	}
}

static double
next_gain(Limiter *self, gfloat bound)
{
	gfloat gain = self->gain + (1 - self->gain) * self->returning;
	gain = gain > (gfloat)NEARLY_1 ? 1 : gain;
	self->gain = MIN(gain, bound);
	self->n_lower += (self->gain < 1) - (self->gains[self->at] < 1);
	self->sum += (double)self->gain - (double)self->gains[self->at];
	self->gains[self->at] = self->gain;
	self->at = (self->at + 1) % self->ahead;
	if (self->n_lower == 0)
		self->sum = self->ahead;
	return self->sum / self->ahead;
}

static void
give_changed(Limiter *self, guint frame, gfloat *out)
{
	const gfloat *frames = (const gfloat *)(gpointer)self->frames->data;
	gfloat gain = (gfloat)next_gain(self, g_array_index(self->bounds, gfloat, frame));
	for (guint k = 0; k < self->n_channels; k++)
		out[k] = frames[frame * self->n_channels + k] * gain;
}

/* The frames from REACH to @end; those that may stay as they are, at once. */
static void
give(Limiter *self, guint end, gfloat *out)
{
	const gfloat *frames = (const gfloat *)(gpointer)self->frames->data;
	for (guint i = REACH, n; i < end; i += n) {
		gboolean is_calm = self->n_lower == 0 && self->first_low > i;
		n = is_calm ? MIN(end, self->first_low) - i : 1;
		if (is_calm)
			memcpy(out, frames + i * self->n_channels,
				n * self->n_channels * sizeof *out);
		else
			give_changed(self, i, out);
		out += n * self->n_channels;
	}
}

/* Where the next bound below 1 is, when frames were forgotten. */
static void
find_first_low(Limiter *self, guint n_gone)
{
	const gfloat *bounds = (const gfloat *)(gpointer)self->bounds->data;
	if (self->first_low == G_MAXUINT)
		return;
	guint i = self->first_low > n_gone + REACH ? self->first_low - n_gone : REACH;
	while (i < n_held(self) && bounds[i] >= 1)
		i++;
	self->first_low = i < n_held(self) ? i : G_MAXUINT;
}

/* Gives all whose gain can be told, but no more than were taken. */
static void
give_known(Limiter *self, GArray *out)
{
	look(self);
	guint n_known =
		self->n_looked > self->ahead + REACH ? self->n_looked - self->ahead - REACH : 0;
	guint n = (guint)MIN(n_known, self->n_left);
	guint before = out->len;
	if (n == 0)
		return;
	g_array_set_size(out, before + n * self->n_channels);
	give(self, REACH + n, &g_array_index(out, gfloat, before));
	guint n_led = MIN(n, self->n_lead);
	if (n_led > 0)
		g_array_remove_range(out, before, n_led * self->n_channels);
	self->n_lead -= n_led;
	g_array_remove_range(self->frames, 0, n * self->n_channels);
	g_array_remove_range(self->bounds, 0, n);
	self->n_looked -= n;
	self->n_left -= n;
	find_first_low(self, n);
}

static void
add(OqStage *stage, const gfloat *frames, gsize n_frames, GArray *out)
{
	Limiter *self = (Limiter *)stage;
	append(self, frames, n_frames);
	self->n_left += n_frames;
	give_known(self, out);
}

static void
finish(OqStage *stage, GArray *out)
{
	Limiter *self = (Limiter *)stage;
	append(self, NULL, self->ahead + 2 * REACH);
	give_known(self, out);
}

static void
free_stage(OqStage *stage)
{
	Limiter *self = (Limiter *)stage;
	oq_true_peak_free(self->peaks);
	g_array_unref(self->frames);
	g_array_unref(self->bounds);
	g_free(self->gains);
	g_free(self);
}

static const OqStageClass limiter_class = {.add = add, .finish = finish, .free = free_stage};

OqStage *
oq_limiter_new(guint rate_hz, guint n_channels, double ceiling_dbtp)
{
	g_return_val_if_fail(n_channels >= 1 && n_channels <= MAX_CHANNELS, NULL);
	Limiter *self = g_new0(Limiter, 1);
	self->stage.klass = &limiter_class;
	self->peaks = oq_true_peak_new(rate_hz);
	self->n_channels = n_channels;
	self->ahead = MAX(rate_hz * AHEAD_MS / 1000, 2 * REACH);
	self->ceiling = (gfloat)oq_gain_factor(ceiling_dbtp - OQ_LIMITER_MARGIN_DB);
	self->returning = (gfloat)(1 - exp(-1 / (RETURN_S * rate_hz)));
	self->frames = g_array_new(FALSE, FALSE, sizeof(gfloat));
	self->bounds = g_array_new(FALSE, FALSE, sizeof(gfloat));
	self->first_low = G_MAXUINT;
	self->gain = 1;
	self->gains = g_new(gfloat, self->ahead);
	for (guint i = 0; i < self->ahead; i++)
		self->gains[i] = 1;
	self->sum = self->ahead;
	self->n_left = self->n_lead = self->ahead;
	append(self, NULL, REACH + self->ahead);
	self->n_looked = REACH;
	return &self->stage;
}
