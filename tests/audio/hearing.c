/* hearing.c - see the header. */
#include "hearing.h"

#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>

#include "audio/playing/device_portaudio.h"
#include "made_speech.h"

static void
make_noise(gint16 *samples)
{
	guint32 state = 1;
	for (guint i = 0; i < N_SAMPLES; i++) {
		state = state * 1664525 + 1013904223;
		samples[i] = (gint16)((gint16)(state >> 16) / 2) | 1;
	}
}

gsize
hearing_n_captured(const Hearing *h)
{
	struct stat info;
	return stat(h->capture, &info) == 0 ? (gsize)info.st_size / 2 : 0;
}

static void
stop_recorder(Hearing *h)
{
	if (h->recorder == 0)
		return;
	kill(h->recorder, SIGKILL);
	g_spawn_close_pid(h->recorder);
	h->recorder = 0;
}

/* A sink that is listened to gives samples all the time, silent ones as well. */
void
hearing_record(Hearing *h)
{
	const char *argv[] = {"parecord", "--raw", "--device=ci.monitor", "--rate=22050",
		"--channels=1", "--format=s16le", "--latency-msec=10", h->capture, NULL};
	g_autoptr(GError) error = NULL;
	g_autofree char **args = (char **)g_memdup2(argv, sizeof argv);
	stop_recorder(h);
	g_unlink(h->capture);
	g_spawn_async(NULL, args, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
		&h->recorder, &error);
	g_assert_no_error(error);
	while (hearing_n_captured(h) == 0)
		g_usleep(POLL_MS * 1000);
}

void
hearing_set_up(Hearing *h, gconstpointer data)
{
	(void)data;
	h->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	h->capture = g_build_filename(h->folder, "capture.raw", NULL);
	h->samples = g_new(gint16, N_SAMPLES);
	make_noise(h->samples);
	hearing_record(h);
}

void
hearing_tear_down(Hearing *h, gconstpointer data)
{
	(void)data;
	oq_player_free(h->player);
	stop_recorder(h);
	g_unlink(h->capture);
	g_rmdir(h->folder);
	g_free(h->folder);
	g_free(h->capture);
	g_free(h->samples);
}

void
hearing_open(Hearing *h)
{
	g_autoptr(GError) error = NULL;
	OqDevice *device = oq_device_portaudio_new(NULL, RATE_HZ, -1, &error);
	g_assert_no_error(error);
	h->player = oq_player_new(device);
}

gboolean
hearing_push(Hearing *h, gsize from, gsize n_voiced, gsize n_pause, gsize word_frames)
{
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(OqMark));
	for (gsize i = 0; word_frames > 0 && i < n_voiced; i += word_frames) {
		OqMark mark = {(guint32)i, from + i, from + i + 1};
		g_array_append_val(marks, mark);
	}
	g_assert_cmpuint(from + n_voiced, <=, N_SAMPLES);
	OqSpeech head = {
		.rate_hz = RATE_HZ,
		.start = from,
		.end = from + n_voiced,
		.n_voiced = n_voiced,
		.n_frames = n_voiced + n_pause,
		.n_marks = marks->len,
		.marks = (const OqMark *)(gconstpointer)marks->data,
		.samples = h->samples + from,
	};
	g_autoptr(OqSpeech) speech = oq_speech_new(&head);
	return oq_player_push(h->player, speech);
}

void
hearing_wait(Hearing *h, OqPlayerState state)
{
	struct pollfd fd = {oq_player_fd(h->player), POLLIN, 0};
	for (;;) {
		OqPlayerState now = oq_player_heard(h->player).state;
		if (now == state)
			return;
		g_assert_cmpint(now, !=, OQ_PLAYER_LOST);
		poll(&fd, 1, -1);
	}
}

GArray *
hearing_capture(const Hearing *h)
{
	g_autofree char *bytes = NULL;
	gsize n_bytes = 0;
	g_assert_true(g_file_get_contents(h->capture, &bytes, &n_bytes, NULL));
	GArray *capture = g_array_new(FALSE, FALSE, sizeof(gint16));
	return g_array_append_vals(capture, bytes, (guint)(n_bytes / 2));
}

static gsize
first_sound(const GArray *capture)
{
	gsize start = 0;
	while (start < capture->len && g_array_index(capture, gint16, start) == 0)
		start++;
	return start;
}

void
hearing_wait_for_sound(Hearing *h, gsize n_frames)
{
	for (;; g_usleep(POLL_MS * 1000)) {
		g_autoptr(GArray) capture = hearing_capture(h);
		if (first_sound(capture) + n_frames <= capture->len)
			return;
		oq_player_heard(h->player);
	}
}

GArray *
hearing_sound(const Hearing *h, gsize n_quiet)
{
	for (;; g_usleep(POLL_MS * 1000)) {
		GArray *sound = hearing_capture(h);
		gsize start = first_sound(sound), end = sound->len;
		while (end > start && g_array_index(sound, gint16, end - 1) == 0)
			end--;
		if (start < end && sound->len - end >= n_quiet) {
			g_array_set_size(sound, (guint)end);
			return start > 0 ? g_array_remove_range(sound, 0, (guint)start) : sound;
		}
		g_array_unref(sound);
	}
}

gsize
hearing_place(const Hearing *h, const GArray *sound, gsize at)
{
	enum { N_KNOWN = 16 };
	g_assert_cmpuint(at + N_KNOWN, <=, sound->len);
	const void *known = &g_array_index(sound, gint16, at);
	for (gsize i = 0; i + N_KNOWN <= N_SAMPLES; i++)
		if (memcmp(h->samples + i, known, N_KNOWN * sizeof(gint16)) == 0)
			return i;
	g_error("what is heard at %zu is none of the samples", at);
}

gint64
hearing_ms_since(gint64 start_us)
{
	return (g_get_monotonic_time() - start_us) / 1000;
}
