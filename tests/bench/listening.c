/* listening FILE SECONDS - reads aloud, on the null sink of tests/audio, and tells what that costs:
 * of a core, by all processes, in so many seconds of reading, and in as many of a pause. */
#include "audio/playing/device_portaudio.h"
#include "reading/playback/playback.h"
#include "reading/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { WARM_UP_S = 5 }; /* until there is enough ahead, and until a device is given back */

/** What a process and all that it started have used so far. */
typedef struct {
	guint64 n_ticks; /* of processor time */
	guint64 n_wakes; /* of threads that waited */
} Cost;

static void
add_ticks(Cost *cost, const char *stat)
{
	const char *behind_name = strrchr(stat, ')');
	guint64 ticks[4];
	if (behind_name != NULL &&
		sscanf(behind_name, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %lu %lu",
			&ticks[0], &ticks[1], &ticks[2], &ticks[3]) == G_N_ELEMENTS(ticks))
		cost->n_ticks += ticks[0] + ticks[1] + ticks[2] + ticks[3];
}

static char *
read_proc(const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	char *text;
	return g_file_get_contents(path, &text, NULL, NULL) ? text : NULL;
}

static void add_process(Cost *cost, const char *pid);

/* Processes come and go; those that are gone are in the account of whoever waited for them. */
static void
add_thread(Cost *cost, const char *folder)
{
	g_autofree char *status = read_proc(folder, "status");
	g_autofree char *children = read_proc(folder, "children");
	const char *wakes = status != NULL ? strstr(status, "\nvoluntary_ctxt_switches:") : NULL;
	if (wakes != NULL)
		cost->n_wakes += g_ascii_strtoull(strchr(wakes, ':') + 1, NULL, 10);
	if (children == NULL)
		return;
	g_auto(GStrv) pids = g_strsplit(g_strstrip(children), " ", 0);
	for (guint i = 0; pids[i] != NULL && *pids[i] != '\0'; i++)
		add_process(cost, pids[i]);
}

static void
add_process(Cost *cost, const char *pid)
{
	g_autofree char *folder = g_build_filename("/proc", pid, NULL);
	g_autofree char *tasks = g_build_filename(folder, "task", NULL);
	g_autofree char *stat = read_proc(folder, "stat");
	g_autoptr(GDir) dir = g_dir_open(tasks, 0, NULL);
	if (stat != NULL)
		add_ticks(cost, stat);
	for (const char *tid; dir != NULL && (tid = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *task = g_build_filename(tasks, tid, NULL);
		add_thread(cost, task);
	}
}

static void
measure(const char *what, guint n_seconds)
{
	Cost before = {0}, after = {0};
	g_autofree char *pid = g_strdup_printf("%d", getpid());
	add_process(&before, pid);
	sleep(n_seconds);
	add_process(&after, pid);
	g_print("%s for %u s: %.2f %% of a core, %.1f wake-ups a second\n", what, n_seconds,
		100.0 * (gdouble)(after.n_ticks - before.n_ticks) / (gdouble)sysconf(_SC_CLK_TCK) /
			n_seconds,
		(gdouble)(after.n_wakes - before.n_wakes) / n_seconds);
}

static void
listen(const OqReader *reader, const char *path, guint n_seconds)
{
	g_autoptr(GError) error = NULL;
	guint rate_hz;
	OqStyle style = OQ_STYLE_DEFAULT;
	style.speed_wpm = OQ_SPEED_NORMAL_WPM;
	OqPool *pool = oq_reader_pool(reader, 1);
	oq_pool_check(pool, &rate_hz, NULL, &error);
	g_assert_no_error(error);
	OqDevice *device = oq_device_portaudio_new(NULL, rate_hz, -1, &error);
	g_assert_no_error(error);
	g_autoptr(OqCursor) cursor = oq_reader_open(reader, path, NULL, &error);
	g_assert_no_error(error);
	g_autoptr(OqPlayback) playback = oq_playback_new(pool, oq_player_new(device), &style, NULL);
	oq_playback_open(playback, cursor);
	sleep(WARM_UP_S);
	measure("reading", n_seconds);
	g_assert_cmpint(oq_playback_status(playback).state, ==, OQ_PLAYBACK_PLAYING);
	oq_playback_pause(playback);
	sleep(WARM_UP_S);
	measure("a pause", n_seconds);
	oq_playback_close(playback);
}

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	g_auto(OqSettings) settings;
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	if (argc != 3)
		g_error("usage: listening FILE SECONDS");
	oq_settings_init(&settings);
	g_autoptr(OqNursery) nursery = oq_reader_nursery(&settings, &error);
	g_assert_no_error(error);
	g_autoptr(OqReader) reader = oq_reader_new(&settings, nursery, notices, &error);
	g_assert_no_error(error);
	listen(reader, argv[1], (guint)strtoul(argv[2], NULL, 10));
	return 0;
}
