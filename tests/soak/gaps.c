/* gaps SECONDS - reads the report aloud so long, or to its end, into the null sink of tests/audio,
 * and counts where the sound that is heard breaks off. 0: never. */
#include "aloud.h"

#include <stdlib.h>

static void
read_aloud(Aloud *a, gsize n_seconds)
{
	gint64 start_us = g_get_monotonic_time();
	aloud_open(a, aloud_device());
	do {
		aloud_pass(a, 500);
	} while (hearing_ms_since(start_us) < (gint64)n_seconds * 1000 &&
		 oq_playback_status(a->playback).state == OQ_PLAYBACK_PLAYING);
	oq_playback_close(a->playback);
}

static guint
count_gaps(Expected *expected, const GArray *capture, gsize at)
{
	guint n_gaps = 0;
	expected_speak(expected, 1);
	gsize place = aloud_first_sound(expected->samples, 0);
	for (;;) {
		gsize n = expected_unbroken(expected, place, capture, at);
		gsize next = aloud_first_sound(capture, at + n);
		if (next == capture->len)
			return n_gaps;
		g_print("a gap of %zu ms at %zu s\n", (next - at - n) * 1000 / RATE_HZ,
			(at + n) / RATE_HZ);
		n_gaps++;
		place = expected_find(expected, place + n, capture, next);
		at = next;
	}
}

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	gsize n_seconds = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
	if (n_seconds == 0)
		g_error("usage: gaps SECONDS");
	g_autoptr(OqNursery) nursery = oq_reader_nursery(aloud_settings(), &error);
	g_assert_no_error(error);
	Aloud aloud = {0};
	aloud_set_up(&aloud, &nursery);
	read_aloud(&aloud, n_seconds);
	g_autoptr(GArray) capture = hearing_capture(&aloud.hearing);
	g_autoptr(Expected) expected = aloud_expect(&aloud);
	gsize first = aloud_first_sound(capture, 0);
	guint n_gaps = count_gaps(expected, capture, first);
	g_print("%u gaps in %zu s\n", n_gaps, (capture->len - first) / RATE_HZ);
	aloud_tear_down(&aloud, NULL);
	return n_gaps > 0;
}
