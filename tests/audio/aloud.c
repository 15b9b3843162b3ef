/* aloud.c - see the header. */
#include "aloud.h"

#include "audio/playing/device_portaudio.h"
#include "figures.h"

#define TEXT OQ_TEST_SAMPLES "/almaty-report.txt"

const OqSettings *
aloud_settings(void)
{
	/* slow enough for the report to last ten minutes */
	static const OqSettings settings = {.style = {.speed_wpm = 115,
						    .pitch_percent = 50,
						    .volume_percent = 100,
						    .range_percent = 50,
						    .pauses_percent = 100},
		.languages = OQ_LANGUAGES_ALL};
	return &settings;
}

void
aloud_set_up(Aloud *a, gconstpointer nursery)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	hearing_set_up(&a->hearing, NULL);
	a->reader = oq_reader_new(aloud_settings(), *(OqNursery *const *)nursery, notices, &error);
	g_assert_no_error(error);
	a->lead = G_MININT64;
	a->told = g_array_new(FALSE, FALSE, sizeof(Told));
}

void
aloud_tear_down(Aloud *a, gconstpointer nursery)
{
	oq_playback_free(a->playback);
	oq_cursor_free(a->cursor);
	oq_reader_free(a->reader);
	g_array_unref(a->told);
	hearing_tear_down(&a->hearing, nursery);
}

OqDevice *
aloud_device(void)
{
	g_autoptr(GError) error = NULL;
	OqDevice *device = oq_device_portaudio_new(NULL, RATE_HZ, -1, &error);
	g_assert_no_error(error);
	return device;
}

static void
note_word(Aloud *a, const OqPlaybackStatus *status)
{
	const Told told = {g_get_monotonic_time(), status->word_start};
	gboolean is_first = a->told->len == 0;
	if (status->word_end > status->word_start &&
		(is_first || g_array_index(a->told, Told, a->told->len - 1).word != told.word))
		g_array_append_val(a->told, told);
}

static void
take_change(const OqPlaybackStatus *status, gpointer data)
{
	Aloud *a = data;
	if (!a->asks)
		note_word(a, status);
}

void
aloud_open(Aloud *a, OqDevice *device)
{
	g_autoptr(GError) error = NULL;
	if (device != NULL) {
		a->playback = oq_playback_new(oq_reader_pool(a->reader, 1), oq_player_new(device),
			&aloud_settings()->style, NULL);
		oq_playback_on_change(a->playback, take_change, a);
	}
	oq_cursor_free(a->cursor);
	a->cursor = oq_reader_open(a->reader, TEXT, NULL, &error);
	g_assert_no_error(error);
	oq_playback_open(a->playback, a->cursor);
}

static void
look(Aloud *a)
{
	gint64 n = (gint64)hearing_n_captured(&a->hearing);
	a->lead = MAX(a->lead, n - g_get_monotonic_time() * RATE_HZ / G_USEC_PER_SEC);
	while (g_main_context_iteration(NULL, FALSE))
		continue;
	OqPlaybackStatus status = {0};
	if (a->asks)
		status = oq_playback_status(a->playback);
	note_word(a, &status);
	g_usleep(1000);
}

void
aloud_pass(Aloud *a, guint time_ms)
{
	gint64 start_us = g_get_monotonic_time();
	do {
		look(a);
	} while (hearing_ms_since(start_us) < time_ms);
}

void
aloud_wait_for_word(Aloud *a)
{
	OqPlaybackStatus status;
	do {
		look(a);
		status = oq_playback_status(a->playback);
		g_assert_cmpint(status.state, ==, OQ_PLAYBACK_PLAYING);
	} while (status.word_end == status.word_start);
}

gint64
aloud_frame(const Aloud *a, gint64 time_us)
{
	return time_us * RATE_HZ / G_USEC_PER_SEC + a->lead + a->sink;
}

Expected *
aloud_expect(const Aloud *a)
{
	return expected_new(a->reader, TEXT, &aloud_settings()->style);
}

gsize
aloud_first_sound(const GArray *samples, gsize from)
{
	while (from < samples->len && g_array_index(samples, gint16, from) == 0)
		from++;
	return from;
}

/** A device without a player: how long what it is given takes to be heard, and to be gone. */
typedef struct {
	gint64 starts_us;
	gint64 fills_us; /* the first time, by the realtime thread */
	gint64 stops_us;
} Bare;

static gsize
fill_bare(gint16 *frames, gsize n_frames, gpointer data)
{
	Bare *bare = data;
	if (bare->fills_us == 0)
		bare->fills_us = g_get_monotonic_time();
	for (gsize i = 0; i < n_frames; i++)
		frames[i] = 1;
	return n_frames;
}

static void
ignore_notice(gpointer data)
{
	(void)data;
}

void
aloud_measure_sink(Aloud *a, OqDevice *device)
{
	enum { N_ROUNDS = 4 };
	static const OqDeviceUser user = {fill_bare, ignore_notice};
	Bare bare[N_ROUNDS] = {0};
	g_auto(Figures) starts, sounds, gone;
	figures_init(&starts, "sink: sound after start");
	figures_init(&sounds, "sink: sound after it was given");
	figures_init(&gone, "sink: sound after stop");
	for (guint i = 0; i < N_ROUNDS; i++) {
		bare[i].starts_us = g_get_monotonic_time();
		oq_device_start(device, &user, &bare[i]);
		aloud_pass(a, 100);
		bare[i].stops_us = g_get_monotonic_time();
		oq_device_stop(device);
		aloud_pass(a, 60);
	}
	g_autoptr(GArray) capture = hearing_capture(&a->hearing);
	gsize at = 0;
	for (guint i = 0; i < N_ROUNDS; i++) {
		at = aloud_first_sound(capture, at);
		figures_add(&starts, (gint64)at - aloud_frame(a, bare[i].starts_us));
		figures_add(&sounds, (gint64)at - aloud_frame(a, bare[i].fills_us));
		while (at < capture->len && g_array_index(capture, gint16, at) != 0)
			at++;
		figures_add(&gone, (gint64)at - aloud_frame(a, bare[i].stops_us));
	}
	figures_assert(&starts, N_TOLERATED);
	figures_assert(&sounds, N_TOLERATED);
	figures_assert(&gone, N_TOLERATED);
	a->sink = figures_median(&sounds);
	a->n_before = capture->len;
}
