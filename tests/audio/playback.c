/* What is played into the null sink is what is recorded there, and silence comes at once. */
#include "hearing.h"

#include <string.h>

enum { N_FRAMES = 2 * RATE_HZ + 1234 };

static void
assert_sound(const Hearing *h, const GArray *sound, gsize at, gsize from, gsize n_frames)
{
	g_assert_cmpuint(at + n_frames, <=, sound->len);
	g_assert_cmpmem(
		&g_array_index(sound, gint16, at), n_frames * 2, h->samples + from, n_frames * 2);
}

/* Everything is heard, the tail too, bit by bit. */
static void
test_whole(Hearing *h, gconstpointer data)
{
	(void)data;
	hearing_open(h);
	gint64 start_us = g_get_monotonic_time();
	g_assert_true(hearing_push(h, 0, RATE_HZ, 0, 0));
	g_assert_true(hearing_push(h, RATE_HZ, N_FRAMES - RATE_HZ, 0, 0));
	oq_player_end(h->player);
	hearing_wait(h, OQ_PLAYER_DRAINED);
	g_test_message("%d ms of sound took %d ms", N_FRAMES * 1000 / RATE_HZ,
		(int)hearing_ms_since(start_us));
	g_assert_cmpint(hearing_ms_since(start_us), >=, N_FRAMES * 1000 / RATE_HZ);
	g_autoptr(GArray) sound = hearing_sound(h, N_QUIET);
	g_assert_cmpuint(sound->len, ==, N_FRAMES);
	assert_sound(h, sound, 0, 0, N_FRAMES);
}

/* So is a sound shorter than any buffer. */
static void
test_short(Hearing *h, gconstpointer data)
{
	(void)data;
	hearing_open(h);
	g_assert_true(hearing_push(h, 0, 500, RATE_HZ, 0));
	oq_player_end(h->player);
	hearing_wait(h, OQ_PLAYER_DRAINED);
	g_autoptr(GArray) sound = hearing_sound(h, N_QUIET);
	g_assert_cmpuint(sound->len, ==, 500);
	assert_sound(h, sound, 0, 0, 500);
}

/* Letters: many short speeches, the first of which the device takes before the others are there. */
static void
test_letters(Hearing *h, gconstpointer data)
{
	(void)data;
	enum { N_LETTERS = 12, N_VOICED = RATE_HZ / 10, N_PAUSE = RATE_HZ / 10 };
	hearing_open(h);
	for (gsize i = 0; i < N_LETTERS; i++)
		g_assert_true(hearing_push(h, i * N_VOICED, N_VOICED, N_PAUSE, N_VOICED));
	oq_player_end(h->player);
	hearing_wait(h, OQ_PLAYER_DRAINED);
	g_autoptr(GArray) sound = hearing_sound(h, N_QUIET);
	for (gsize at = 0, i = 0; i < N_LETTERS; i++) {
		gsize gap = 0;
		for (; g_array_index(sound, gint16, at) == 0; at++)
			gap++;
		g_assert_cmpuint(gap, >=, i > 0 ? N_PAUSE : 0);
		g_assert_cmpuint(gap, <=, N_PAUSE + 2 * N_TOLERATED);
		assert_sound(h, sound, at, i * N_VOICED, N_VOICED);
		at += N_VOICED;
	}
}

/* A speech that is late makes a pause, nothing else, and is heard at once. */
static void
test_late_speech(Hearing *h, gconstpointer data)
{
	(void)data;
	enum { N_HALF = RATE_HZ / 4, N_PAUSE = RATE_HZ / 5, N_LATE = RATE_HZ };
	hearing_open(h);
	g_assert_true(hearing_push(h, 0, N_HALF, N_PAUSE, 0));
	hearing_wait_for_sound(h, N_LATE);
	gsize n_captured = hearing_n_captured(h);
	g_assert_true(hearing_push(h, N_HALF, N_HALF, 0, 0));
	oq_player_end(h->player);
	hearing_wait(h, OQ_PLAYER_DRAINED);
	g_autoptr(GArray) sound = hearing_sound(h, 2 * RATE_HZ);
	g_autoptr(GArray) capture = hearing_capture(h);
	assert_sound(h, sound, 0, 0, N_HALF);
	assert_sound(h, sound, sound->len - N_HALF, N_HALF, N_HALF);
	for (gsize i = N_HALF; i < sound->len - N_HALF; i++)
		g_assert_cmpint(g_array_index(sound, gint16, i), ==, 0);
	gsize n_silent = 0;
	while (g_array_index(capture, gint16, n_captured + n_silent) == 0)
		n_silent++;
	g_test_message("heard after %d ms", (int)(n_silent * 1000 / RATE_HZ));
	g_assert_cmpuint(n_silent, <, RATE_HZ / 10);
}

/* The old sound is gone 50 ms after the drop, the new one is there 50 ms after the push. */
static void
test_drop(Hearing *h, gconstpointer data)
{
	(void)data;
	enum { N_NEW = RATE_HZ / 2 };
	hearing_open(h);
	hearing_push(h, 0, N_FRAMES, 0, 0);
	hearing_wait_for_sound(h, RATE_HZ);
	gsize n_captured = hearing_n_captured(h);
	gint64 start_us = g_get_monotonic_time();
	oq_player_drop(h->player);
	g_assert_cmpint(hearing_ms_since(start_us), <, 20);
	hearing_push(h, N_FRAMES, N_NEW, 0, 0);
	g_assert_cmpint(hearing_ms_since(start_us), <, 20);
	oq_player_end(h->player);
	hearing_wait(h, OQ_PLAYER_DRAINED);
	g_autoptr(GArray) capture = hearing_capture(h);
	g_autoptr(GArray) sound = hearing_sound(h, N_QUIET);
	gsize n_old = 0, n_gap = 0;
	while (g_array_index(sound, gint16, n_old) == h->samples[n_old])
		n_old++;
	while (g_array_index(sound, gint16, n_old + n_gap) == 0)
		n_gap++;
	assert_sound(h, sound, n_old + n_gap, N_FRAMES, N_NEW);
	gsize start = 0;
	while (g_array_index(capture, gint16, start) == 0)
		start++;
	g_test_message("old sound for %d ms, then silence for %d ms",
		(int)((gint64)(start + n_old) - (gint64)n_captured) * 1000 / RATE_HZ,
		(int)(n_gap * 1000 / RATE_HZ));
	g_assert_cmpuint(start + n_old, <=, n_captured + RATE_HZ / 20);
	g_assert_cmpuint(n_gap, <=, RATE_HZ / 20);
}

#define ADD(name, function)                                                                        \
	g_test_add("/playback/" name, Hearing, NULL, hearing_set_up, function, hearing_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("whole", test_whole);
	ADD("short", test_short);
	ADD("letters", test_letters);
	ADD("late-speech", test_late_speech);
	ADD("drop", test_drop);
	return g_test_run();
}
