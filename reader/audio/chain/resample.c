/* resample.c - see the header.
 *
 * Silence far enough from any sound is silence at any rate. So it is cut out before the resampler,
 * in pieces that are a whole number of frames at both rates, and put in behind it as a gap. */
#include "audio/chain/resample.h"

#include "audio/chain/runs.h"

#include <soxr.h>
#include <string.h>

enum {
	MAX_CHANNELS = 2,
	BLOCK_FRAMES = 8192,
	SILENCE_FRAMES = 512,
	NEAR_FRAMES = 512,        /* at the lower rate: the filter is shorter */
	MAX_CUT_FRAMES = 1 << 19, /* of one silence, so that little memory is given at once */
};

/** Silence that comes before the frame @at of those that soxr makes. */
typedef struct {
	guint64 at;
	gsize n_frames;
} Gap;

typedef struct {
	OqStage stage;
	soxr_t soxr;
	guint n_channels;
	guint from; /* so many frames become … */
	guint to;   /* … so many */
	guint near; /* frames taken that a sound may still be heard in */
	guint64 n_taken;
	guint64 n_made;
	guint64 n_silent;  /* frames since the last sound, in all; of them */
	guint64 n_cut;     /* were cut out, and */
	guint64 n_waiting; /* are neither fed nor cut out */
	GArray *gaps;      /* of Gap */
} Resample;

static void
insert_silence(GArray *out, guint at, guint n_samples)
{
	guint n_behind = out->len - at;
	g_array_set_size(out, out->len + n_samples);
	gfloat *samples = &g_array_index(out, gfloat, at);
	memmove(samples + n_samples, samples, n_behind * sizeof *samples);
	memset(samples, 0, n_samples * sizeof *samples);
}

/* The last @n frames of @out are new. */
static void
put_gaps(Resample *self, gsize n, GArray *out)
{
	guint first = out->len - (guint)n * self->n_channels;
	for (; self->gaps->len > 0; g_array_remove_index(self->gaps, 0)) {
		const Gap *gap = &g_array_index(self->gaps, Gap, 0);
		if (gap->at > self->n_made + n)
			break;
		guint at = first + (guint)(gap->at - self->n_made) * self->n_channels;
		guint n_samples = (guint)gap->n_frames * self->n_channels;
		insert_silence(out, at, n_samples);
		first += n_samples;
	}
	self->n_made += n;
}

/* @frames NULL is the end of the stream. Returns the frames taken; *@n_made are the frames made. */
static gsize
process(Resample *self, const gfloat *frames, gsize n_frames, GArray *out, gsize *n_made)
{
	gsize n_taken = 0;
	guint before = out->len;
	g_array_set_size(out, before + BLOCK_FRAMES * self->n_channels);
	soxr_process(self->soxr, frames, n_frames, &n_taken, &g_array_index(out, gfloat, before),
		BLOCK_FRAMES, n_made);
	g_array_set_size(out, before + (guint)*n_made * self->n_channels);
	put_gaps(self, *n_made, out);
	return n_taken;
}

static void
feed(Resample *self, const gfloat *frames, gsize n_frames, GArray *out)
{
	gsize n_made = 0;
	while (n_frames > 0 || n_made == BLOCK_FRAMES) {
		gsize n_taken = process(self, frames, n_frames, out, &n_made);
		frames += n_taken * self->n_channels;
		n_frames -= n_taken;
		self->n_taken += n_taken;
	}
}

/* Behind all that was fed: nothing is made yet of what is there. */
static void
cut(Resample *self, guint64 n_frames)
{
	const Gap gap = {self->n_taken * self->to / self->from, n_frames / self->from * self->to};
	guint n_gaps = self->gaps->len;
	Gap *last = n_gaps > 0 ? &g_array_index(self->gaps, Gap, n_gaps - 1) : NULL;
	self->n_cut += n_frames;
	if (last != NULL && last->at == gap.at)
		last->n_frames += gap.n_frames;
	else
		g_array_append_val(self->gaps, gap);
}

static void
feed_waiting(Resample *self, GArray *out)
{
	static const gfloat silence[MAX_CHANNELS * SILENCE_FRAMES];
	for (gsize n; self->n_waiting > 0; self->n_waiting -= n) {
		n = MIN(self->n_waiting, SILENCE_FRAMES);
		feed(self, silence, n, out);
	}
}

/* What is near the last sound is fed at once, what may be near the next one waits. */
static void
add_silence(Resample *self, const gfloat *frames, gsize n_frames, GArray *out)
{
	gsize n = self->n_silent < self->near ? MIN(n_frames, self->near - self->n_silent) : 0;
	guint64 max_cut = MAX_CUT_FRAMES / self->from * self->from;
	feed(self, frames, n, out);
	self->n_silent += n_frames;
	self->n_waiting += n_frames - n;
	guint64 far = self->n_waiting - MIN(self->n_waiting, self->near);
	guint64 whole = MIN(far / self->from * self->from, max_cut - self->n_cut);
	if (whole > 0)
		cut(self, whole);
	self->n_waiting -= whole;
	if (self->n_cut == max_cut)
		feed_waiting(self, out);
}

static void
add_sound(Resample *self, const gfloat *frames, gsize n_frames, GArray *out)
{
	feed_waiting(self, out);
	feed(self, frames, n_frames, out);
	self->n_silent = 0;
	self->n_cut = 0;
}

static void
add(OqStage *stage, const gfloat *frames, gsize n_frames, GArray *out)
{
	Resample *self = (Resample *)stage;
	for (gsize n; n_frames > 0; n_frames -= n) {
		n = oq_runs_silence(frames, n_frames, self->n_channels);
		if (n > 0) {
			add_silence(self, frames, n, out);
		} else {
			n = oq_runs_sound(frames, n_frames, self->n_channels);
			add_sound(self, frames, n, out);
		}
		frames += n * self->n_channels;
	}
}

static void
finish(OqStage *stage, GArray *out)
{
	Resample *self = (Resample *)stage;
	gsize n_made;
	feed_waiting(self, out);
	do
		process(self, NULL, 0, out, &n_made);
	while (n_made > 0);
}

static void
free_stage(OqStage *stage)
{
	Resample *self = (Resample *)stage;
	soxr_delete(self->soxr);
	g_array_unref(self->gaps);
	g_free(self);
}

static const OqStageClass resample_class = {.add = add, .finish = finish, .free = free_stage};

static guint
common_divisor(guint a, guint b)
{
	return b == 0 ? a : common_divisor(b, a % b);
}

OqStage *
oq_resample_new(guint from_hz, guint to_hz, guint n_channels)
{
	g_return_val_if_fail(n_channels >= 1 && n_channels <= MAX_CHANNELS, NULL);
	soxr_error_t failed;
	soxr_io_spec_t io = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
	soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
	soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
	guint divisor = common_divisor(from_hz, to_hz);
	Resample *self = g_new0(Resample, 1);
	self->stage.klass = &resample_class;
	self->n_channels = n_channels;
	self->from = from_hz / divisor;
	self->to = to_hz / divisor;
	self->near = NEAR_FRAMES * MAX(1, (from_hz + to_hz - 1) / to_hz);
	self->gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
	self->soxr = soxr_create(from_hz, to_hz, n_channels, &failed, &io, &quality, &runtime);
	if (failed != NULL)
		g_error("soxr_create: %s", failed); /* like g_malloc(): it is memory alone */
	return &self->stage;
}
