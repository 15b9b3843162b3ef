#include "speech/pcm.h"

static GArray *
make(const gint16 *samples, guint n_samples)
{
	GArray *made = g_array_new(FALSE, FALSE, sizeof(gint16));
	return g_array_append_vals(made, samples, n_samples);
}

/* Trims the samples and compares; returns what was removed at the beginning. */
static gsize
assert_trimmed(const gint16 *samples, guint n_samples, gint16 threshold, const gint16 *expected,
	guint n_expected)
{
	g_autoptr(GArray) made = make(samples, n_samples);

	gsize removed = oq_pcm_trim(made, threshold);

	g_assert_cmpmem(
		made->data, made->len * sizeof(gint16), expected, n_expected * sizeof(gint16));
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
	g_autoptr(GArray) made = make(sound, 3);
	g_array_set_size(made, 1); /* what lies behind the end is not silence */

	oq_pcm_append_silence(made, 3);
	oq_pcm_append_silence(made, 0);

	g_assert_cmpmem(made->data, made->len * sizeof(gint16), expected, sizeof expected);
}

static void
test_amplify(void)
{
	static const gint16 samples[] = {100, -100, 30000, -30000};
	static const gint16 expected[] = {200, -200, 32767, -32768};
	g_autoptr(GArray) made = make(samples, G_N_ELEMENTS(samples));

	oq_pcm_amplify(made, 2);

	g_assert_cmpmem(made->data, sizeof expected, expected, sizeof expected);
	oq_pcm_amplify(made, 0);
	g_assert_cmpuint(made->len, ==, 4);
	g_assert_cmpint(g_array_index(made, gint16, 3), ==, 0);
}

static void
test_fade(void)
{
	static const gint16 samples[] = {9000, -32768, 1, 9000, 9000, -32768};
	static const gint16 expected[] = {3000, -21846, 1, 9000, 6000, -10923};
	g_autoptr(GArray) made = make(samples, G_N_ELEMENTS(samples));

	oq_pcm_fade(made, 2);

	g_assert_cmpmem(made->data, sizeof expected, expected, sizeof expected);
}

/* Shorter than its fades; nothing at all. */
static void
test_fade_short(void)
{
	static const gint16 samples[] = {900};
	static const gint16 expected[] = {9};
	g_autoptr(GArray) made = make(samples, G_N_ELEMENTS(samples));
	g_autoptr(GArray) none = make(NULL, 0);

	oq_pcm_fade(made, 9);
	oq_pcm_fade(none, 9);

	g_assert_cmpmem(made->data, sizeof expected, expected, sizeof expected);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pcm/trim", test_trim);
	g_test_add_func("/pcm/trim-silence", test_trim_silence);
	g_test_add_func("/pcm/trim-extremes", test_trim_extremes);
	g_test_add_func("/pcm/amplify", test_amplify);
	g_test_add_func("/pcm/fade", test_fade);
	g_test_add_func("/pcm/fade-short", test_fade_short);
	g_test_add_func("/pcm/append-silence", test_append_silence);
	return g_test_run();
}
