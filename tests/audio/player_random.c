/* Random calls of the player, on a device in memory, against a simple model: the frames of all
 * speeches in one array. What was heard must be its sounds, up to the place that the player tells,
 * each once and in order, with pauses that are never too short. */
#include "audio/playing/device_memory.h"
#include "audio/playing/player.h"
#include "made_speech.h"

enum {
	RATE_HZ = 1000,
	N_ROUNDS = 200,
	N_CALLS = 300,
	N_SAMPLES = 1000,
	MAX_FRAMES = 120,
	N_TAIL = 150
};

typedef struct {
	OqDevice *device; /* the player's */
	OqPlayer *player;
	GArray *frames;  /* of gint16: the model */
	GArray *begins;  /* of guint: where speech number i begins in it */
	guint sound_end; /* in it */
	GArray *capture; /* of gint16: what was heard of it */
	guint n_passed;  /* of the device's frames: those before these, and these */
	OqHeard heard;
	gboolean is_drained; /* paused or not */
} World;

static void
listen(World *w)
{
	const GArray *frames = oq_device_memory_frames(w->device);
	g_array_append_vals(
		w->capture, &g_array_index(frames, gint16, w->n_passed), frames->len - w->n_passed);
	w->n_passed = frames->len;
}

static void
forget(World *w)
{
	listen(w);
	g_array_set_size(w->capture, 0);
	g_array_set_size(w->frames, 0);
	g_array_set_size(w->begins, 0);
	w->sound_end = 0;
	w->heard = (OqHeard){0};
	w->is_drained = FALSE;
}

static void
add_to_model(World *w, const OqSpeech *speech)
{
	guint begin = w->frames->len;
	g_array_append_val(w->begins, begin);
	g_array_append_vals(w->frames, speech->samples, (guint)speech->n_voiced);
	if (speech->n_voiced > 0)
		w->sound_end = w->frames->len;
	if (w->frames->len == 0)
		return;
	guint end = w->sound_end + (guint)(speech->n_frames - speech->n_voiced);
	g_array_set_size(w->frames, MAX(w->frames->len, end));
}

static void
push(World *w)
{
	gint32 n_voiced = g_test_rand_int_range(-20, MAX_FRAMES);
	gint32 n_pause = g_test_rand_int_range(-20, MAX_FRAMES);
	if (w->is_drained && n_voiced <= 0)
		return; /* it would leave the old place, which the model has no more */
	if (w->is_drained)
		forget(w);
	guint number = w->begins->len;
	g_autoptr(OqSpeech) speech = made_speech(N_SAMPLES * number, RATE_HZ,
		(gsize)MAX(n_voiced, 0), (gsize)MAX(n_pause, 0), 7, N_SAMPLES * number);
	if (oq_player_push(w->player, speech))
		add_to_model(w, speech);
}

static void
end(World *w)
{
	oq_player_end(w->player);
	if (!w->is_drained && w->frames->len > 0)
		g_array_set_size(w->frames, MAX(w->frames->len, w->sound_end + N_TAIL));
}

static void
lose(World *w)
{
	if (!oq_device_memory_is_running(w->device))
		return;
	oq_device_memory_lose(w->device, (gsize)g_test_rand_int_range(0, 30));
	g_assert_cmpint(oq_player_heard(w->player).state, ==, OQ_PLAYER_LOST);
}

static void
call(World *w)
{
	gint32 what = g_test_rand_int_range(0, 100);
	if (what < 30)
		push(w);
	else if (what < 80)
		oq_device_memory_hear(w->device, (gsize)g_test_rand_int_range(0, MAX_FRAMES));
	else if (what < 84)
		oq_player_pause(w->player);
	else if (what < 94)
		oq_player_resume(w->player);
	else if (what < 96)
		end(w);
	else if (what < 98)
		lose(w);
	else {
		oq_player_drop(w->player);
		forget(w);
	}
}

/* Up to where the player says that it was heard. */
static guint
place(const World *w)
{
	if (w->heard.speech_end == 0)
		return 0;
	guint number = (guint)(w->heard.speech_start / N_SAMPLES);
	g_assert_cmpuint(number, <, w->begins->len);
	return g_array_index(w->begins, guint, number) + (guint)w->heard.frame;
}

/* The next sound in @frames from *i on, and the silence before it; 0: none. */
static gint16
next_sound(const GArray *frames, guint *i, guint end, guint *n_silent)
{
	for (*n_silent = 0; *i < end; ++*n_silent) {
		gint16 sample = g_array_index(frames, gint16, (*i)++);
		if (sample != 0)
			return sample;
	}
	return 0;
}

static void
compare(World *w)
{
	const GArray *heard = w->capture;
	guint i = 0, k = 0, n_silent, n_silent_heard, end = place(w);
	for (gint16 sample = 1; sample != 0;) {
		sample = next_sound(w->frames, &i, end, &n_silent);
		gint16 sample_heard = next_sound(heard, &k, heard->len, &n_silent_heard);
		g_assert_cmpint(sample, ==, sample_heard);
		if (sample != 0 && i > 1)
			g_assert_cmpuint(n_silent_heard, >=, n_silent);
	}
}

/* A loss may take back the place, and the return from it, to where the word begins: what is behind
 * it will be heard again. */
static void
take_back(World *w)
{
	guint i = 0, k = 0, last = 0, n_silent, n_skipped, end = place(w);
	while (next_sound(w->frames, &i, end, &n_silent) != 0) {
		g_assert_cmpint(next_sound(w->capture, &k, w->capture->len, &n_skipped), !=, 0);
		last = k;
	}
	g_array_set_size(w->capture, last);
	g_array_set_size(w->capture, last + n_silent);
}

static void
look(World *w)
{
	guint before = place(w);
	w->heard = oq_player_heard(w->player);
	listen(w);
	if (w->heard.state == OQ_PLAYER_LOST || place(w) < before)
		take_back(w);
	compare(w);
	if (w->heard.state != OQ_PLAYER_DRAINED)
		return;
	w->is_drained = TRUE;
	g_assert_cmpuint(place(w), >=, w->sound_end);
	g_assert_false(oq_device_memory_is_running(w->device));
}

static void
test_random(void)
{
	for (guint round = 0; round < N_ROUNDS; round++) {
		World w = {.device = oq_device_memory_new(
				   RATE_HZ, (gsize)g_test_rand_int_range(0, 2 * MAX_FRAMES))};
		w.player = oq_player_new(w.device);
		w.frames = g_array_new(FALSE, TRUE, sizeof(gint16));
		w.begins = g_array_new(FALSE, FALSE, sizeof(guint));
		w.capture = g_array_new(FALSE, TRUE, sizeof(gint16));
		for (guint i = 0; i < N_CALLS; i++) {
			call(&w);
			look(&w);
		}
		g_array_unref(w.frames);
		g_array_unref(w.begins);
		g_array_unref(w.capture);
		oq_player_free(w.player);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/player/random", test_random);
	return g_test_run();
}
