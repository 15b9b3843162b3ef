/* Stands for a reading: plays a text of 1000 s, prints what is asked for, ends when it is to quit.
 */
#include "bus/mpris.h"

#include <gio/gio.h>
#include <stdio.h>

typedef struct {
	OqMpris *mpris;
	OqMprisState state;
	gint64 since_us;
	gboolean quits;
} Reading;

static void
settle(Reading *reading)
{
	gint64 now_us = g_get_monotonic_time();

	if (reading->state.status == OQ_MPRIS_PLAYING)
		reading->state.position_us +=
			(gint64)((double)(now_us - reading->since_us) * reading->state.rate);
	reading->since_us = now_us;
}

static void
tell(Reading *reading, const char *what)
{
	puts(what);
	fflush(stdout);
	oq_mpris_update(reading->mpris, &reading->state);
}

static void
set_status(Reading *reading, OqMprisStatus status, const char *what)
{
	settle(reading);
	reading->state.status = status;
	tell(reading, what);
}

static void
play(gpointer data)
{
	set_status(data, OQ_MPRIS_PLAYING, "play");
}

static void
pause_it(gpointer data)
{
	set_status(data, OQ_MPRIS_PAUSED, "pause");
}

static void
play_pause(gpointer data)
{
	gboolean plays = ((Reading *)data)->state.status == OQ_MPRIS_PLAYING;

	set_status(data, plays ? OQ_MPRIS_PAUSED : OQ_MPRIS_PLAYING, "play-pause");
}

static void
stop(gpointer data)
{
	set_status(data, OQ_MPRIS_STOPPED, "stop");
}

static void
next(gpointer data)
{
	((Reading *)data)->state.sentence = "Екінші сөйлем.";
	tell(data, "next");
}

static void
previous(gpointer data)
{
	((Reading *)data)->state.sentence = "Бірінші сөйлем.";
	tell(data, "previous");
}

static void
quit(gpointer data)
{
	((Reading *)data)->quits = TRUE;
	tell(data, "quit");
}

static void
go_to(gint64 position_us, gpointer data)
{
	Reading *reading = data;
	g_autofree char *what = g_strdup_printf("position %.0f", (double)position_us / 1e6);

	settle(reading);
	reading->state.position_us = position_us;
	tell(reading, what);
}

static void
seek(gint64 offset_us, gpointer data)
{
	Reading *reading = data;
	g_autofree char *what = g_strdup_printf("seek %.0f", (double)offset_us / 1e6);

	settle(reading);
	reading->state.position_us += offset_us;
	tell(reading, what);
}

static void
set_rate(double rate, gpointer data)
{
	Reading *reading = data;
	g_autofree char *what = g_strdup_printf("rate %.0f%%", rate * 100);

	settle(reading);
	reading->state.rate = rate;
	tell(reading, what);
}

static void
set_volume(double volume, gpointer data)
{
	Reading *reading = data;
	g_autofree char *what = g_strdup_printf("volume %.0f%%", volume * 100);

	reading->state.volume = volume;
	tell(reading, what);
}

int
main(void)
{
	static const OqMprisCalls calls = {play, pause_it, play_pause, stop, next, previous, quit,
		seek, go_to, set_rate, set_volume};
	Reading reading = {.state = {.status = OQ_MPRIS_PAUSED,
				   .text = 1,
				   .title = "Қара сөздер",
				   .path = "/tmp/a b.txt",
				   .sentence = "Бірінші сөйлем.",
				   .length_us = 1000 * (gint64)G_USEC_PER_SEC,
				   .rate = 1,
				   .min_rate = 0.5,
				   .max_rate = 4,
				   .volume = 1}};

	reading.mpris = oq_mpris_new(&calls, &reading);
	oq_mpris_update(reading.mpris, &reading.state);
	while (!reading.quits)
		g_main_context_iteration(NULL, TRUE);
	oq_mpris_free(reading.mpris);
	return 0;
}
