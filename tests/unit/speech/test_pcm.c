#include "speech/pcm.h"

/* Trims the samples and compares; returns what was removed at the beginning. */
static gsize
assert_trimmed(const gint16 *samples, guint n_samples, gint16 threshold, const gint16 *expected,
	guint n_expected)
{
	g_auto(OqPcm) pcm;
	oq_pcm_init(&pcm, 22050);
	g_array_append_vals(pcm.samples, samples, n_samples);

	gsize removed = oq_pcm_trim(&pcm, 0, threshold);

	g_assert_cmpmem(pcm.samples->data, oq_pcm_n_frames(&pcm) * sizeof(gint16), expected,
		n_expected * sizeof(gint16));
	return removed;
}

static void
test_trim(void)
{
	static const gint16 samples[] = {0, 0, 3, 0, -4, 0, 2, 0};

	g_assert_cmpuint(assert_trimmed(samples, 8, 0, samples + 2, 5), ==, 2);
	g_assert_cmpuint(assert_trimmed(samples, 8, 2, samples + 2, 3), ==, 2);
	g_assert_cmpuint(assert_trimmed(samples, 8, 3, samples + 4, 1), ==, 4);
	g_assert_cmpuint(assert_trimmed(samples + 4, 1, 0, samples + 4, 1), ==, 0);
}

static void
test_trim_silence(void)
{
	static const gint16 quiet[] = {0, 1, -1, 0};

	assert_trimmed(quiet, 4, 1, NULL, 0);
	assert_trimmed(NULL, 0, 0, NULL, 0);
}

static void
test_trim_extremes(void)
{
	static const gint16 loud[] = {G_MININT16, 0, G_MAXINT16};

	assert_trimmed(loud, 3, 0, loud, 3);
	assert_trimmed(loud, 3, G_MAXINT16, loud, 1);
}

static void
test_append_silence(void)
{
	static const gint16 sound[] = {5, 6, 7};
	static const gint16 expected[] = {5, 0, 0, 0};
	g_auto(OqPcm) pcm;
	oq_pcm_init(&pcm, 22050);
	g_array_append_vals(pcm.samples, sound, 3);
	g_array_set_size(pcm.samples, 1); /* what lies behind the end is not silence */

	oq_pcm_append_silence(&pcm, 3);
	oq_pcm_append_silence(&pcm, 0);

	g_assert_cmpmem(pcm.samples->data, oq_pcm_n_frames(&pcm) * sizeof(gint16), expected,
		sizeof expected);
	g_assert_cmpuint(pcm.rate_hz, ==, 22050);
}

/* What is before the start stays, silent or not. */
static void
test_trim_from(void)
{
	static const gint16 samples[] = {0, 5, 0, 0, 7, 0, 8, 0};
	static const gint16 expected[] = {0, 5, 7, 0, 8};
	g_auto(OqPcm) pcm;
	oq_pcm_init(&pcm, 1000);
	g_array_append_vals(pcm.samples, samples, G_N_ELEMENTS(samples));

	g_assert_cmpuint(oq_pcm_trim(&pcm, 2, 0), ==, 2);
	g_assert_cmpmem(
		pcm.samples->data, pcm.samples->len * sizeof(gint16), expected, sizeof expected);
	g_array_set_size(pcm.samples, 3);
	pcm.samples->data[4] = pcm.samples->data[5] = 0;
	g_assert_cmpuint(oq_pcm_trim(&pcm, 2, 0), ==, 0);
	g_assert_cmpuint(oq_pcm_n_frames(&pcm), ==, 2);
}

static void
test_amplify(void)
{
	static const gint16 samples[] = {100, -100, 30000, -30000};
	static const gint16 expected[] = {100, -200, 32767, -32768};
	g_auto(OqPcm) pcm;
	oq_pcm_init(&pcm, 1000);
	g_array_append_vals(pcm.samples, samples, G_N_ELEMENTS(samples));

	oq_pcm_amplify(&pcm, 1, 2);

	g_assert_cmpmem(pcm.samples->data, sizeof expected, expected, sizeof expected);
}

static void
test_fade(void)
{
	static const gint16 samples[] = {9000, 9000, -32768, 1, 9000, 9000, -32768};
	static const gint16 expected[] = {9000, 3000, -21846, 1, 9000, 6000, -10923};
	g_auto(OqPcm) pcm;
	oq_pcm_init(&pcm, 1000);
	g_array_append_vals(pcm.samples, samples, G_N_ELEMENTS(samples));

	oq_pcm_fade(&pcm, 1, 2);

	g_assert_cmpmem(pcm.samples->data, sizeof expected, expected, sizeof expected);
}

/* Shorter than its fades; nothing at all. */
static void
test_fade_short(void)
{
	static const gint16 samples[] = {5, 900};
	static const gint16 expected[] = {5, 9};
	g_auto(OqPcm) pcm;
	oq_pcm_init(&pcm, 1000);
	g_array_append_vals(pcm.samples, samples, G_N_ELEMENTS(samples));

	oq_pcm_fade(&pcm, 1, 9);
	oq_pcm_fade(&pcm, 2, 9);

	g_assert_cmpmem(pcm.samples->data, sizeof expected, expected, sizeof expected);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pcm/trim", test_trim);
	g_test_add_func("/pcm/trim-silence", test_trim_silence);
	g_test_add_func("/pcm/trim-extremes", test_trim_extremes);
	g_test_add_func("/pcm/trim-from", test_trim_from);
	g_test_add_func("/pcm/amplify", test_amplify);
	g_test_add_func("/pcm/fade", test_fade);
	g_test_add_func("/pcm/fade-short", test_fade_short);
	g_test_add_func("/pcm/append-silence", test_append_silence);
	return g_test_run();
}
