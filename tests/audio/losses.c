/* A sound server that dies, freezes or suspends its sink, and one that comes back. */
#include "hearing.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audio/playing/device_portaudio.h"

enum { N_FRAMES = 2 * RATE_HZ };

static void
signal_server(int signal)
{
	const char *pid = g_getenv("OQ_TEST_PULSE_PID");
	g_assert_nonnull(pid);
	g_assert_cmpint(kill(atoi(pid), signal), ==, 0);
}

static void
freeze(void)
{
	signal_server(SIGSTOP);
}

static void
die(void)
{
	signal_server(SIGKILL);
}

static void
suspend(void)
{
	g_assert_true(g_spawn_command_line_sync("pactl suspend-sink ci 1", NULL, NULL, NULL, NULL));
}

static void
wait_for_loss(Hearing *h, gint64 limit_ms)
{
	struct pollfd fd = {oq_player_fd(h->player), POLLIN, 0};
	g_autoptr(GError) error = NULL;
	gint64 start_us = g_get_monotonic_time();
	while (oq_player_heard(h->player).state != OQ_PLAYER_LOST) {
		g_assert_cmpint(hearing_ms_since(start_us), <, limit_ms);
		poll(&fd, 1, 1000);
	}
	g_assert_false(oq_player_check(h->player, &error));
	g_test_message("%d ms: %s", (int)hearing_ms_since(start_us), error->message);
	g_assert_true(error->domain == OQ_DEVICE_ERROR);
	g_assert_null(strchr(error->message, '\n'));
}

/* Plays for half a second, and does what is told. */
static void
lose(Hearing *h, void (*ruin)(void), gint64 limit_ms)
{
	hearing_open(h);
	hearing_push(h, 0, N_FRAMES, 0, 0);
	hearing_wait_for_sound(h, RATE_HZ / 2);
	ruin();
	wait_for_loss(h, limit_ms);
	gint64 start_us = g_get_monotonic_time();
	g_clear_pointer(&h->player, oq_player_free);
	g_test_message("free: %d ms", (int)hearing_ms_since(start_us));
	g_assert_cmpint(hearing_ms_since(start_us), <, 2000);
}

static void
test_frozen(Hearing *h, gconstpointer data)
{
	(void)data;
	lose(h, freeze, 4000);
}

static void
test_suspended(Hearing *h, gconstpointer data)
{
	(void)data;
	lose(h, suspend, 4000);
}

static void
test_dead(Hearing *h, gconstpointer data)
{
	(void)data;
	/* No need to wait for the watchdog then. */
	lose(h, die, 1500);
}

/* The tail is waited for no longer than anything else. */
static void
test_frozen_at_the_end(Hearing *h, gconstpointer data)
{
	(void)data;
	hearing_open(h);
	hearing_push(h, 0, RATE_HZ / 2, 0, 0);
	oq_player_end(h->player);
	freeze();
	wait_for_loss(h, 4000);
}

static void
test_frozen_before(Hearing *h, gconstpointer data)
{
	(void)h, (void)data;
	g_autoptr(GError) error = NULL;
	freeze();
	gint64 start_us = g_get_monotonic_time();
	g_assert_null(oq_device_portaudio_new(NULL, RATE_HZ, -1, &error));
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_LOST);
	g_test_message("%d ms: %s", (int)hearing_ms_since(start_us), error->message);
	g_assert_cmpint(hearing_ms_since(start_us), <, 3000);
}

/* Whoever does not want to wait for it does not. */
static void
test_frozen_interrupted(Hearing *h, gconstpointer data)
{
	(void)h, (void)data;
	int ends[2];
	g_autoptr(GError) error = NULL;
	freeze();
	g_assert_cmpint(pipe(ends), ==, 0);
	g_assert_cmpint(write(ends[1], "", 1), ==, 1);
	gint64 start_us = g_get_monotonic_time();
	g_assert_null(oq_device_portaudio_new(NULL, RATE_HZ, ends[0], &error));
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_STOPPED);
	g_assert_cmpint(hearing_ms_since(start_us), <, 100);
}

/* This process is stopped for longer than the watchdog waits: there is a gap, and all goes on. */
static void
test_stopped(Hearing *h, gconstpointer data)
{
	(void)data;
	hearing_open(h);
	hearing_push(h, 0, N_FRAMES, 0, 0);
	oq_player_end(h->player);
	hearing_wait_for_sound(h, RATE_HZ / 2);
	g_autofree char *command = g_strdup_printf(
		"sh -c 'kill -STOP %d; sleep 3; kill -CONT %d'", getpid(), getpid());
	gint64 start_us = g_get_monotonic_time();
	g_assert_true(g_spawn_command_line_async(command, NULL));
	hearing_wait(h, OQ_PLAYER_DRAINED);
	g_assert_cmpint(hearing_ms_since(start_us), >=, 3000);
	g_autoptr(GArray) sound = hearing_sound(h, 4 * RATE_HZ);
	for (gsize at = 0, i = 0; i < N_FRAMES; at++) {
		g_assert_cmpuint(at, <, sound->len);
		if (g_array_index(sound, gint16, at) != 0)
			g_assert_cmpint(g_array_index(sound, gint16, at), ==, h->samples[i++]);
	}
}

static GPid
start_server(void)
{
	GPid server;
	g_autoptr(GError) error = NULL;
	const char *argv[] = {"sh", g_getenv("OQ_TEST_PULSE"), NULL};
	g_autofree char **args = (char **)g_memdup2(argv, sizeof argv);
	g_spawn_async(NULL, args, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
		&server, &error);
	g_assert_no_error(error);
	int status = -1;
	while (status != 0) {
		g_usleep(POLL_MS * 1000);
		g_spawn_command_line_sync("pactl set-default-sink ci", NULL, NULL, &status, NULL);
	}
	return server;
}

/* The server is killed, and another one started: it goes on where it was heard last. */
static void
test_comes_back(Hearing *h, gconstpointer data)
{
	(void)data;
	hearing_open(h);
	hearing_push(h, 0, N_FRAMES, 0, 0);
	oq_player_end(h->player);
	hearing_wait_for_sound(h, RATE_HZ / 2);
	die();
	wait_for_loss(h, 1500);
	g_autoptr(GArray) before = hearing_sound(h, 0);
	oq_player_resume(h->player); /* in vain */
	wait_for_loss(h, 4000);
	GPid server = start_server();
	hearing_record(h);
	oq_player_resume(h->player);
	hearing_wait(h, OQ_PLAYER_DRAINED);
	g_autoptr(GArray) after = hearing_sound(h, N_QUIET);
	gint64 place = (gint64)hearing_place(h, after, 0);
	g_test_message("heard again: %d ms", (int)((gint64)before->len - place) * 1000 / RATE_HZ);
	g_assert_cmpmem(after->data, after->len * 2, h->samples + place, (N_FRAMES - place) * 2);
	/* The recorder may have lost what was heard last. */
	g_assert_cmpint(place, <=, (gint64)before->len + 3 * N_TOLERATED);
	g_assert_cmpint(place, >=, (gint64)before->len - RATE_HZ / 5);
	kill(server, SIGKILL);
	g_spawn_close_pid(server);
}

#define ADD(name, function)                                                                        \
	g_test_add("/losses/" name, Hearing, NULL, hearing_set_up, function, hearing_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("frozen", test_frozen);
	ADD("frozen-at-the-end", test_frozen_at_the_end);
	ADD("frozen-before", test_frozen_before);
	ADD("frozen-interrupted", test_frozen_interrupted);
	ADD("dead", test_dead);
	ADD("suspended", test_suspended);
	ADD("stopped", test_stopped);
	ADD("comes-back", test_comes_back);
	return g_test_run();
}
