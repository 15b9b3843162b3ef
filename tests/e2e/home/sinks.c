/* sinks.c - the sound device goes away and comes back while somebody listens: the reading goes on,
 * or says why it does not, and ends when it is told to. OQ_PROGRAM is the program; each case wants
 * the sound server of tests/audio/with-null-sink.sh for itself: run one at a time, by -p. */
#include "hearing.h"
#include "listener.h"
#include "numbered_book.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>

#define LOST "the sound device no longer answers"
#define BACK "the sound is back"

enum { N_SENTENCES = 500, SOON_MS = 2000, LATER_MS = 10000 };

typedef struct {
	Hearing hearing;
	Listener listener;
	char *book;
	pid_t server;
} Sinks;

static void
run(const char *command)
{
	int status = -1;
	g_spawn_command_line_sync(command, NULL, NULL, &status, NULL);
	g_assert_cmpint(status, ==, 0);
}

static gboolean
sounds(const Sinks *s, gsize from)
{
	g_autoptr(GArray) capture = hearing_capture(&s->hearing);

	for (gsize i = from; i < capture->len; i++)
		if (g_array_index(capture, gint16, i) != 0)
			return TRUE;
	return FALSE;
}

static void
hear_something(Sinks *s, guint wait_ms)
{
	gsize from = hearing_n_captured(&s->hearing) + RATE_HZ / 10;
	gint64 start_us = g_get_monotonic_time();

	while (!sounds(s, from)) {
		listener_look(&s->listener, 20);
		if (hearing_ms_since(start_us) > wait_ms)
			g_error("nothing is heard for %u ms; it shows:\n%s", wait_ms,
				s->listener.shown->str);
	}
}

static void
see(Sinks *s, const char *text, guint wait_ms)
{
	gint64 start_us = g_get_monotonic_time();

	if (!listener_shows(&s->listener, 0, text, wait_ms))
		g_error("not shown in %u ms: %s; but:\n%s", wait_ms, text, s->listener.shown->str);
	g_test_message("%s: %d ms", text, (int)hearing_ms_since(start_us));
}

static void
set_up(Sinks *s, gconstpointer data)
{
	const char *server = g_getenv("OQ_TEST_PULSE_PID");

	g_assert_nonnull(server);
	s->server = (pid_t)strtol(server, NULL, 10);
	hearing_set_up(&s->hearing, data);
	listener_init(&s->listener);
	s->book = g_build_filename(s->hearing.folder, "book.txt", NULL);
	numbered_book_write(s->book, N_SENTENCES);
	const char *argv[] = {g_getenv("OQ_PROGRAM"), "read", "--beginning", s->book, NULL};
	listener_begin(&s->listener, argv);
	hear_something(s, LATER_MS);
}

static void
tear_down(Sinks *s, gconstpointer data)
{
	listener_clear(&s->listener);
	g_unlink(s->book);
	g_free(s->book);
	hearing_tear_down(&s->hearing, data);
}

static void
leave(Sinks *s)
{
	gint64 start_us = g_get_monotonic_time();

	listener_press(&s->listener, "q");
	if (!listener_ended(&s->listener, SOON_MS))
		g_error("it does not end; it shows:\n%s", s->listener.shown->str);
	g_test_message("it ends in %d ms", (int)hearing_ms_since(start_us));
	g_assert_cmpint(s->listener.status, ==, 0);
}

/* The server moves what sounds to a sink of its own, and back. */
static void
test_taken(Sinks *s, gconstpointer data G_GNUC_UNUSED)
{
	guint before = numbered_book_last(s->listener.shown->str, 0);

	run("pactl unload-module module-null-sink");
	gint64 start_us = g_get_monotonic_time();
	while (numbered_book_last(s->listener.shown->str, 0) < before + 2) {
		listener_look(&s->listener, 100);
		if (hearing_ms_since(start_us) > LATER_MS)
			g_error("it does not go on; it shows:\n%s", s->listener.shown->str);
	}
	run("pactl load-module module-null-sink sink_name=ci rate=22050 channels=1 format=s16le "
	    "norewinds=1");
	run("pactl set-default-sink ci");
	hearing_record(&s->hearing);
	hear_something(s, SOON_MS);
	leave(s);
}

static void
test_suspended(Sinks *s, gconstpointer data G_GNUC_UNUSED)
{
	run("pactl suspend-sink ci 1");
	see(s, LOST, SOON_MS);
	run("pactl suspend-sink ci 0");
	see(s, BACK, SOON_MS);
	hear_something(s, SOON_MS);
	leave(s);
}

static void
test_frozen(Sinks *s, gconstpointer data G_GNUC_UNUSED)
{
	kill(s->server, SIGSTOP);
	see(s, LOST, SOON_MS);
	kill(s->server, SIGCONT);
	see(s, BACK, LATER_MS);
	hear_something(s, SOON_MS);
	kill(s->server, SIGSTOP);
	leave(s);
	kill(s->server, SIGCONT);
}

static void
test_killed(Sinks *s, gconstpointer data G_GNUC_UNUSED)
{
	kill(s->server, SIGKILL);
	see(s, LOST, SOON_MS);
	leave(s);
}

#define ADD(name, function) g_test_add("/sinks/" name, Sinks, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("taken", test_taken);
	ADD("suspended", test_suspended);
	ADD("frozen", test_frozen);
	ADD("killed", test_killed);
	return g_test_run();
}
