/* arrangement.c - see the header. */
#include "radio/bulletin/arrangement.h"

#include "radio/bulletin/loop.h"

#include <string.h>

enum { BLOCK_FRAMES = 8192 };

/** A piece in its place. */
typedef struct {
	guint64 frame;
	OqPiece *piece;
} Placed;

typedef struct {
	OqBed bed;
	OqLoop loop;
	OqDucking *ducking; /* (nullable): made when all is known */
} Lying;

typedef struct {
	guint64 start;
	guint64 end;
} Speech;

struct _OqArrangement {
	guint rate_hz;
	guint n_channels;
	guint64 n_frames;
	GArray *pieces;   /* of Placed */
	GArray *beds;     /* of Lying */
	GArray *speeches; /* of Speech, ascending */
	gfloat *mixed;    /* a block */
	gfloat *looped;   /* a block of a bed */
	gfloat *gains;    /* … and its gains */
};

static void
clear_placed(gpointer placed)
{
	oq_piece_free(((Placed *)placed)->piece);
}

static void
clear_lying(gpointer lying)
{
	oq_loop_clear(&((Lying *)lying)->loop);
	oq_ducking_free(((Lying *)lying)->ducking);
}

OqArrangement *
oq_arrangement_new(guint rate_hz, guint n_channels)
{
	OqArrangement *arrangement = g_new0(OqArrangement, 1);

	arrangement->rate_hz = rate_hz;
	arrangement->n_channels = n_channels;
	arrangement->pieces = g_array_new(FALSE, FALSE, sizeof(Placed));
	g_array_set_clear_func(arrangement->pieces, clear_placed);
	arrangement->beds = g_array_new(FALSE, FALSE, sizeof(Lying));
	g_array_set_clear_func(arrangement->beds, clear_lying);
	arrangement->speeches = g_array_new(FALSE, FALSE, sizeof(Speech));
	arrangement->mixed = g_new(gfloat, (gsize)BLOCK_FRAMES * n_channels);
	arrangement->looped = g_new(gfloat, (gsize)BLOCK_FRAMES * n_channels);
	arrangement->gains = g_new(gfloat, BLOCK_FRAMES);
	return arrangement;
}

void
oq_arrangement_free(OqArrangement *arrangement)
{
	if (arrangement == NULL)
		return;
	g_array_unref(arrangement->pieces);
	g_array_unref(arrangement->beds);
	g_array_unref(arrangement->speeches);
	g_free(arrangement->mixed);
	g_free(arrangement->looped);
	g_free(arrangement->gains);
	g_free(arrangement);
}

guint64
oq_arrangement_add(OqArrangement *arrangement, guint64 frame, const OqPieceCut *cut)
{
	const Placed placed = {
		frame, oq_piece_new(cut, arrangement->rate_hz, arrangement->n_channels)};
	guint64 end = frame + oq_piece_n_frames(placed.piece);

	g_array_append_val(arrangement->pieces, placed);
	arrangement->n_frames = MAX(arrangement->n_frames, end);
	return end;
}

void
oq_arrangement_add_bed(OqArrangement *arrangement, const OqBed *bed)
{
	Lying lying = {.bed = *bed};

	g_return_if_fail(bed->end >= bed->start);
	oq_loop_init(&lying.loop, bed->spool, (guint64)bed->cross_ms * arrangement->rate_hz / 1000);
	g_array_append_val(arrangement->beds, lying);
	arrangement->n_frames = MAX(arrangement->n_frames, bed->end);
}

void
oq_arrangement_add_speech(OqArrangement *arrangement, guint64 start, guint64 end)
{
	const Speech speech = {start, end};

	g_array_append_val(arrangement->speeches, speech);
}

guint64
oq_arrangement_n_frames(const OqArrangement *arrangement)
{
	return arrangement->n_frames;
}

/* What of it is heard with the bed. */
static void
prepare_ducking(const OqArrangement *arrangement, Lying *lying)
{
	const OqBed *bed = &lying->bed;

	lying->ducking = oq_ducking_new(&bed->levels, bed->start);
	for (guint i = 0; i < arrangement->speeches->len; i++) {
		const Speech *speech = &g_array_index(arrangement->speeches, Speech, i);
		if (speech->end > bed->start && speech->start < bed->end)
			oq_ducking_add(lying->ducking, MAX(speech->start, bed->start),
				MIN(speech->end, bed->end));
	}
	oq_ducking_finish(lying->ducking, bed->end);
}

/* Each is straight, from silence and to it. */
static gfloat
fade(const OqBed *bed, guint rate_hz, guint64 frame)
{
	gfloat n_in = (gfloat)bed->fade_in_ms * (gfloat)rate_hz / 1000;
	gfloat n_out = (gfloat)bed->fade_out_ms * (gfloat)rate_hz / 1000;
	gfloat n_since = (gfloat)(frame - bed->start) + 0.5f;
	gfloat n_until = (gfloat)(bed->end - frame) - 0.5f;
	gfloat gain = 1;

	if (n_since < n_in)
		gain *= n_since / n_in;
	if (n_until < n_out)
		gain *= n_until / n_out;
	return gain;
}

/* @frames: where its @n_frames from @frame on are added */
static gboolean
mix_bed(OqArrangement *arrangement, Lying *lying, guint64 frame, gfloat *frames, gsize n_frames,
	GError **error)
{
	const OqBed *bed = &lying->bed;
	guint n_channels = arrangement->n_channels;

	if (lying->ducking == NULL)
		prepare_ducking(arrangement, lying);
	if (!oq_loop_read(&lying->loop, frame - bed->start, arrangement->looped, n_frames, error))
		return FALSE;
	oq_ducking_gains(lying->ducking, frame, arrangement->gains, n_frames);
	for (gsize i = 0; i < n_frames; i++) {
		gfloat gain = arrangement->gains[i] * fade(bed, arrangement->rate_hz, frame + i);
		for (guint k = 0; k < n_channels; k++)
			frames[i * n_channels + k] +=
				gain * arrangement->looped[i * n_channels + k];
	}
	return TRUE;
}

/* What of the pieces and beds is in the block of @n_frames from @frame on. */
static gboolean
mix_block(OqArrangement *arrangement, guint64 frame, gsize n_frames, GError **error)
{
	guint64 end = frame + n_frames;

	for (guint i = 0; i < arrangement->pieces->len; i++) {
		const Placed *placed = &g_array_index(arrangement->pieces, Placed, i);
		guint64 from = MAX(placed->frame, frame);
		if (from < end && placed->frame + oq_piece_n_frames(placed->piece) > frame &&
			!oq_piece_mix(placed->piece,
				arrangement->mixed + (from - frame) * arrangement->n_channels,
				end - from, error))
			return FALSE;
	}
	for (guint i = 0; i < arrangement->beds->len; i++) {
		Lying *lying = &g_array_index(arrangement->beds, Lying, i);
		guint64 from = MAX(lying->bed.start, frame), to = MIN(lying->bed.end, end);
		if (from < to &&
			!mix_bed(arrangement, lying, from,
				arrangement->mixed + (from - frame) * arrangement->n_channels,
				to - from, error))
			return FALSE;
	}
	return TRUE;
}

gboolean
oq_arrangement_render(OqArrangement *arrangement, OqSink *sink, GCancellable *stop, GError **error)
{
	for (guint64 at = 0, n; at < arrangement->n_frames; at += n) {
		n = MIN(arrangement->n_frames - at, BLOCK_FRAMES);
		memset(arrangement->mixed, 0,
			n * arrangement->n_channels * sizeof *arrangement->mixed);
		if (!mix_block(arrangement, at, n, error) ||
			!oq_sink_write(sink, arrangement->mixed, n, stop, error))
			return FALSE;
	}
	return TRUE;
}
