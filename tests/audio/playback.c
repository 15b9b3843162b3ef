/* Plays into the null sink of with-null-sink.sh, records what is heard there, and compares. Each
 * test wants a sound server of its own, since some of them ruin it: run one at a time, by -p. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audio/chain/samples.h"
#include "audio/playing/sink_portaudio.h"

enum {
	RATE_HZ = 22050,
	N_FRAMES = 2 * RATE_HZ + 1234,
	LIMIT_MS = 20000, /* for what must happen some time */
	POLL_US = 5000,
	N_QUIET = RATE_HZ / 2, /* so much silence is the end of the sound */
};

typedef struct {
	char *folder;
	char *capture;
	GPid recorder;
	gint16 *samples; /* N_FRAMES of noise without a zero */
	gfloat *frames;  /* the same */
} Fixture;

static void
make_noise(gint16 *samples)
{
	guint32 state = 1;
	for (guint i = 0; i < N_FRAMES; i++) {
		state = state * 1664525 + 1013904223;
		samples[i] = (gint16)((gint16)(state >> 16) / 2) | 1;
	}
}

static gsize
size_of(const char *path)
{
	struct stat info;
	return stat(path, &info) == 0 ? (gsize)info.st_size : 0;
}

/* A sink that is listened to gives samples all the time, silent ones as well. */
static void
start_recorder(Fixture *f)
{
	const char *argv[] = {"parecord", "--raw", "--device=ci.monitor", "--rate=22050",
		"--channels=1", "--format=s16le", "--latency-msec=10", f->capture, NULL};
	g_autoptr(GError) error = NULL;
	g_autofree char **args = (char **)g_memdup2(argv, sizeof argv);
	g_spawn_async(NULL, args, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
		&f->recorder, &error);
	g_assert_no_error(error);
	while (size_of(f->capture) == 0)
		g_usleep(POLL_US);
}

static void
set_up(Fixture *f, gconstpointer data)
{
	(void)data;
	f->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->capture = g_build_filename(f->folder, "capture.raw", NULL);
	f->samples = g_new(gint16, N_FRAMES);
	make_noise(f->samples);
	f->frames = g_new(gfloat, N_FRAMES);
	oq_samples_to_float(f->samples, N_FRAMES, f->frames);
	start_recorder(f);
}

static void
tear_down(Fixture *f, gconstpointer data)
{
	(void)data;
	kill(f->recorder, SIGKILL);
	g_spawn_close_pid(f->recorder);
	g_unlink(f->capture);
	g_rmdir(f->folder);
	g_free(f->folder);
	g_free(f->capture);
	g_free(f->samples);
	g_free(f->frames);
}

/* What was heard from the first to the last sample that is not silent, once it is quiet again. */
static GArray *
hear(Fixture *f, gsize n_quiet)
{
	for (;; g_usleep(POLL_US)) {
		g_autofree char *bytes = NULL;
		gsize n_bytes = 0;
		g_assert_true(g_file_get_contents(f->capture, &bytes, &n_bytes, NULL));
		const gint16 *samples = (const gint16 *)(const void *)bytes;
		gsize start = 0, n = n_bytes / 2, end = n;
		while (start < n && samples[start] == 0)
			start++;
		while (end > start && samples[end - 1] == 0)
			end--;
		if (start == n || n - end < n_quiet)
			continue;
		GArray *heard = g_array_new(FALSE, FALSE, sizeof(gint16));
		return g_array_append_vals(heard, samples + start, (guint)(end - start));
	}
}

static OqSink *
open_sink(void)
{
	g_autoptr(GError) error = NULL;
	OqSink *sink = oq_sink_portaudio_new(NULL, RATE_HZ, &error);
	g_assert_no_error(error);
	return sink;
}

static gint64
ms_since(gint64 start_us)
{
	return (g_get_monotonic_time() - start_us) / 1000;
}

/* Everything is heard, the tail too, bit by bit. */
static void
test_whole(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSink) sink = open_sink();
	gint64 start_us = g_get_monotonic_time();
	for (gsize i = 0; i < N_FRAMES; i += 1000)
		g_assert_true(
			oq_sink_write(sink, f->frames + i, MIN(1000, N_FRAMES - i), NULL, &error));
	g_assert_true(oq_sink_finish(sink, NULL, &error));
	g_test_message(
		"%d ms of sound took %d ms", N_FRAMES * 1000 / RATE_HZ, (int)ms_since(start_us));
	g_assert_cmpint(ms_since(start_us), >=, N_FRAMES * 1000 / RATE_HZ);
	g_clear_pointer(&sink, oq_sink_free);
	g_autoptr(GArray) heard = hear(f, N_QUIET);
	g_assert_cmpmem(heard->data, heard->len * 2, f->samples, N_FRAMES * 2);
}

/* So is a sound shorter than any buffer. */
static void
test_short(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSink) sink = open_sink();
	g_assert_true(oq_sink_write(sink, f->frames, 500, NULL, &error));
	g_assert_true(oq_sink_finish(sink, NULL, &error));
	g_clear_pointer(&sink, oq_sink_free);
	g_autoptr(GArray) heard = hear(f, N_QUIET);
	g_assert_cmpmem(heard->data, heard->len * 2, f->samples, 500 * 2);
}

/* A writer that is late makes a pause, nothing else. */
static void
test_late_writer(Fixture *f, gconstpointer data)
{
	(void)data;
	enum { N_HALF = RATE_HZ / 4, PAUSE_MS = 700 };
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSink) sink = open_sink();
	g_assert_true(oq_sink_write(sink, f->frames, N_HALF, NULL, &error));
	g_usleep(PAUSE_MS * 1000);
	g_assert_true(oq_sink_write(sink, f->frames + N_HALF, N_HALF, NULL, &error));
	g_assert_true(oq_sink_finish(sink, NULL, &error));
	g_clear_pointer(&sink, oq_sink_free);
	g_autoptr(GArray) heard = hear(f, 2 * RATE_HZ);
	const gint16 *samples = (const gint16 *)(const void *)heard->data;
	g_assert_cmpuint(heard->len, >, 2 * N_HALF + RATE_HZ / 10);
	g_assert_cmpmem(samples, N_HALF * 2, f->samples, N_HALF * 2);
	for (gsize i = N_HALF; i < heard->len - N_HALF; i++)
		g_assert_cmpint(samples[i], ==, 0);
	g_assert_cmpmem(samples + heard->len - N_HALF, N_HALF * 2, f->samples + N_HALF, N_HALF * 2);
}

static gpointer
cancel_when_heard(gpointer data)
{
	gpointer *both = data;
	Fixture *f = both[0];
	gint64 *cancelled_us = both[1];
	while (size_of(f->capture) < RATE_HZ * 2)
		g_usleep(POLL_US);
	*cancelled_us = g_get_monotonic_time();
	g_cancellable_cancel(both[2]);
	g_assert_cmpint(ms_since(*cancelled_us), <, 20);
	return NULL;
}

/* From the cancel to silence: what was heard is at most 50 ms longer than the time there was for
 * it.
 */
static void
test_cancelled(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSink) sink = open_sink();
	g_autoptr(GCancellable) stop = g_cancellable_new();
	gint64 cancelled_us = 0;
	gpointer both[] = {f, &cancelled_us, stop};
	GThread *thread = g_thread_new("cancel", cancel_when_heard, both);
	gint64 start_us = g_get_monotonic_time();
	g_assert_false(oq_sink_write(sink, f->frames, N_FRAMES, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	gint64 returned_us = g_get_monotonic_time();
	g_thread_join(thread);
	g_autoptr(GArray) heard = hear(f, N_QUIET);
	gint64 over_ms = (gint64)heard->len * 1000 / RATE_HZ - (cancelled_us - start_us) / 1000;
	g_test_message("returned %d ms, sounded %d ms after the cancel, of %d ms",
		(int)(returned_us - cancelled_us) / 1000, (int)over_ms,
		(int)(cancelled_us - start_us) / 1000);
	g_assert_cmpuint(heard->len, >, RATE_HZ / 4);
	g_assert_cmpmem(heard->data, heard->len * 2, f->samples, heard->len * 2);
	g_assert_cmpint(over_ms, <=, 50);
	g_assert_cmpint(returned_us - cancelled_us, <, 100000);
}

/* Plays half a second, does what is told, and goes on until the sink gives up. */
static void
lose_device(Fixture *f, void (*ruin)(void), gint64 limit_ms)
{
	g_autoptr(GError) error = NULL;
	OqSink *sink = open_sink();
	g_assert_true(oq_sink_write(sink, f->frames, RATE_HZ / 2, NULL, &error));
	ruin();
	gint64 start_us = g_get_monotonic_time();
	while (oq_sink_write(sink, f->frames, N_FRAMES, NULL, &error))
		g_assert_cmpint(ms_since(start_us), <, LIMIT_MS);
	g_test_message("%d ms: %s", (int)ms_since(start_us), error->message);
	g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_DEVICE_LOST);
	g_assert_null(strchr(error->message, '\n'));
	g_assert_cmpint(ms_since(start_us), <, limit_ms);
	start_us = g_get_monotonic_time();
	oq_sink_free(sink);
	g_test_message("free: %d ms", (int)ms_since(start_us));
	g_assert_cmpint(ms_since(start_us), <, 4000);
}

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
test_frozen(Fixture *f, gconstpointer data)
{
	(void)data;
	lose_device(f, freeze, 4000);
}

static void
test_dead(Fixture *f, gconstpointer data)
{
	(void)data;
	/* No need to wait for the watchdog then. */
	lose_device(f, die, 1500);
}

static void
test_suspended(Fixture *f, gconstpointer data)
{
	(void)data;
	lose_device(f, suspend, 4000);
}

/* The tail is waited for no longer than a write. */
static void
test_frozen_at_the_end(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSink) sink = open_sink();
	g_assert_true(oq_sink_write(sink, f->frames, RATE_HZ / 2, NULL, &error));
	freeze();
	gint64 start_us = g_get_monotonic_time();
	g_assert_false(oq_sink_finish(sink, NULL, &error));
	g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_DEVICE_LOST);
	g_assert_cmpint(ms_since(start_us), <, 4000);
}

static void
test_frozen_before(Fixture *f, gconstpointer data)
{
	(void)f, (void)data;
	g_autoptr(GError) error = NULL;
	freeze();
	gint64 start_us = g_get_monotonic_time();
	g_assert_null(oq_sink_portaudio_new(NULL, RATE_HZ, &error));
	g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_DEVICE_LOST);
	g_test_message("%d ms: %s", (int)ms_since(start_us), error->message);
	g_assert_cmpint(ms_since(start_us), <, 10000);
}

#define ADD(name, function)                                                                        \
	g_test_add("/playback/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("whole", test_whole);
	ADD("short", test_short);
	ADD("late-writer", test_late_writer);
	ADD("cancelled", test_cancelled);
	ADD("frozen", test_frozen);
	ADD("frozen-at-the-end", test_frozen_at_the_end);
	ADD("frozen-before", test_frozen_before);
	ADD("dead", test_dead);
	ADD("suspended", test_suspended);
	return g_test_run();
}
