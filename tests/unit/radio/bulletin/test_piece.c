#include "radio/bulletin/piece.h"

#include "made_spool.h"

#include <math.h>

enum { N_FRAMES = 10000 };

static gfloat
ramp(guint64 frame, guint channel)
{
	return (gfloat)(frame + 1) / 16384 * (channel == 0 ? 1 : -1);
}

static gfloat
tone(guint64 frame, guint channel)
{
	(void)channel;
	return (gfloat)(0.5 * sin(2 * G_PI * 500 * (double)frame / 22050));
}

/* All of it and more, in portions, on top of 1. */
static gfloat *
mix(const OqPieceCut *cut, guint rate_hz, guint n_channels, guint portion, guint64 *n_frames)
{
	g_autoptr(OqPiece) piece = oq_piece_new(cut, rate_hz, n_channels);
	*n_frames = oq_piece_n_frames(piece);
	gsize n_all = *n_frames + 2 * portion;
	gfloat *mixed = g_new(gfloat, n_all * n_channels);
	for (gsize i = 0; i < n_all * n_channels; i++)
		mixed[i] = 1;
	for (gsize at = 0; at + portion <= n_all; at += portion)
		g_assert_true(oq_piece_mix(piece, mixed + at * n_channels, portion, NULL));
	return mixed;
}

static void
test_range(void)
{
	OqSpool *spool = made_spool_new(48000, 2, N_FRAMES, ramp);
	const OqPieceCut cut = {spool, 100, 6000, -20 * log10(2), 0};
	const guint portions[] = {1, 333, 8192};
	for (guint p = 0; p < G_N_ELEMENTS(portions); p++) {
		guint64 n_frames = 0;
		g_autofree gfloat *mixed = mix(&cut, 48000, 2, portions[p], &n_frames);
		g_assert_cmpuint(n_frames, ==, 6000);
		for (guint i = 0; i < n_frames; i++) {
			gfloat half = ramp(100 + i, 0) / 2;
			g_assert_cmpfloat_with_epsilon(mixed[2 * i], 1 + half, 1e-6);
			g_assert_cmpfloat_with_epsilon(mixed[2 * i + 1], 1 - half, 1e-6);
		}
		g_assert_cmpfloat(mixed[2 * n_frames], ==, 1);
	}
	oq_spool_free(spool);
}

/* Speech in a programme of another rate, in both channels; where it is does not change. */
static void
test_other_rate(void)
{
	OqSpool *spool = made_spool_new(22050, 1, 22050, tone);
	const OqPieceCut cut = {spool, 0, 22050, 0, 0};
	guint64 n_frames = 0;
	g_autofree gfloat *mixed = mix(&cut, 48000, 2, 1000, &n_frames);
	g_assert_cmpuint(n_frames, ==, 48000);
	for (guint i = 4800; i < 43200; i++) {
		double expected = 1 + 0.5 * sin(2 * G_PI * 500 * i / 48000);
		g_assert_cmpfloat_with_epsilon(mixed[2 * i], expected, 1e-4);
		g_assert_cmpfloat(mixed[2 * i], ==, mixed[2 * i + 1]);
	}
	g_assert_cmpfloat(mixed[2 * n_frames], ==, 1);
	oq_spool_free(spool);
}

static gfloat
one(guint64 frame, guint channel)
{
	(void)frame, (void)channel;
	return 1;
}

static void
test_fades(void)
{
	OqSpool *spool = made_spool_new(48000, 1, 1000, one);
	const OqPieceCut cut = {spool, 0, 1000, 0, 5}; /* 240 frames */
	guint64 n_frames = 0;
	g_autofree gfloat *mixed = mix(&cut, 48000, 1, 100, &n_frames);
	g_assert_cmpuint(n_frames, ==, 1000);
	for (guint i = 0; i < 500; i++) {
		double expected = i < 240 ? 1 + (i + 0.5) / 240 : 2;
		g_assert_cmpfloat_with_epsilon(mixed[i], expected, 1e-5);
		g_assert_cmpfloat_with_epsilon(mixed[999 - i], expected, 1e-5);
	}
	oq_spool_free(spool);
}

/* Shorter than its fades, and a single frame. */
static void
test_short(void)
{
	OqSpool *spool = made_spool_new(48000, 1, 1000, one);
	guint64 n_frames = 0;
	const OqPieceCut ten = {spool, 0, 10, 0, 5}, single = {spool, 999, 1, 0, 5};
	g_autofree gfloat *of_ten = mix(&ten, 48000, 1, 3, &n_frames);
	g_assert_cmpfloat_with_epsilon(of_ten[0], 1.1, 1e-5);
	g_assert_cmpfloat_with_epsilon(of_ten[4], 1.9, 1e-5);
	g_assert_cmpfloat_with_epsilon(of_ten[9], 1.1, 1e-5);
	g_autofree gfloat *of_one = mix(&single, 48000, 1, 3, &n_frames);
	g_assert_cmpfloat(of_one[0], ==, 2);
	g_assert_cmpfloat(of_one[1], ==, 1);
	oq_spool_free(spool);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/piece/range", test_range);
	g_test_add_func("/piece/other-rate", test_other_rate);
	g_test_add_func("/piece/fades", test_fades);
	g_test_add_func("/piece/short", test_short);
	return g_test_run();
}
