#include "audio/playing/player.h"

#include <poll.h>

#include "audio/playing/device_memory.h"
#include "made_speech.h"

enum { RATE_HZ = 1000, N_LATENCY = 40, N_TAIL = 150 };

typedef struct {
	OqDevice *device; /* the player's */
	OqPlayer *player;
} Fixture;

static void
set_up(Fixture *f, gconstpointer n_latency)
{
	f->device = oq_device_memory_new(RATE_HZ, GPOINTER_TO_SIZE(n_latency));
	f->player = oq_player_new(f->device);
}

static void
tear_down(Fixture *f, gconstpointer data)
{
	(void)data;
	oq_player_free(f->player);
}

/* Speech number k has samples from 1000 k + 1 on and begins at byte 1000 k of the text. */
static gboolean
push(Fixture *f, guint number, gsize n_voiced, gsize n_pause)
{
	g_autoptr(OqSpeech) speech =
		made_speech(1000 * number, RATE_HZ, n_voiced, n_pause, 10, 1000 * number);
	return oq_player_push(f->player, speech);
}

static gboolean
is_told(const Fixture *f)
{
	struct pollfd fd = {.fd = oq_player_fd(f->player), .events = POLLIN};
	return poll(&fd, 1, 0) == 1;
}

static void
assert_state(Fixture *f, OqPlayerState state)
{
	g_assert_cmpint(oq_player_heard(f->player).state, ==, state);
}

static void
assert_range(Fixture *f, guint64 start, guint64 end, guint64 speech, gsize frame)
{
	OqHeard heard = oq_player_heard(f->player);
	g_assert_cmpuint(heard.word_start, ==, start);
	g_assert_cmpuint(heard.word_end, ==, end);
	g_assert_cmpuint(heard.speech_start, ==, speech);
	g_assert_cmpuint(heard.speech_end, ==, speech + 100);
	g_assert_cmpuint(heard.frame, ==, frame);
}

static void
assert_heard(Fixture *f, guint64 word, guint64 speech, gsize frame)
{
	assert_range(f, word, word + 1, speech, frame);
}

static gint16
heard_at(const Fixture *f, guint place)
{
	const GArray *frames = oq_device_memory_frames(f->device);
	g_assert_cmpuint(place, <, frames->len);
	return g_array_index(frames, gint16, place);
}

static guint
n_heard(const Fixture *f)
{
	return oq_device_memory_frames(f->device)->len;
}

/* The word is the one that is heard, not the one that the device took. */
static void
test_position(Fixture *f, gconstpointer data)
{
	(void)data;
	push(f, 1, 30, 20);
	push(f, 2, 30, 0);
	assert_range(f, 1000, 1000, 1000, 0);
	oq_device_memory_hear(f->device, 1);
	assert_heard(f, 1000, 1000, 1);
	oq_device_memory_hear(f->device, 8);
	assert_heard(f, 1000, 1000, 9);
	oq_device_memory_hear(f->device, 1);
	assert_heard(f, 1001, 1000, 10);
	oq_device_memory_hear(f->device, 39);
	assert_heard(f, 1002, 1000, 49);
	oq_device_memory_hear(f->device, 1);
	assert_heard(f, 2000, 2000, 0);
	assert_state(f, OQ_PLAYER_PLAYING);
}

/* One notice a word, at its first frame; the first word's when that was heard. */
static void
test_notices(Fixture *f, gconstpointer data)
{
	(void)data;
	guint n_told = 0;
	push(f, 1, 50, 20);
	oq_player_heard(f->player);
	for (guint i = 1; i <= 69; i++) {
		oq_device_memory_hear(f->device, 1);
		if (!is_told(f))
			continue;
		n_told++;
		g_assert_true(i == 1 || i % 10 == 0);
		assert_heard(f, 1000 + i / 10, 1000, i);
		g_assert_false(is_told(f));
	}
	g_assert_cmpuint(n_told, ==, 5);
}

static void
test_pause(Fixture *f, gconstpointer data)
{
	(void)data;
	push(f, 1, 100, 50);
	oq_device_memory_hear(f->device, 25);
	oq_player_pause(f->player);
	g_assert_false(oq_device_memory_is_running(f->device));
	assert_state(f, OQ_PLAYER_PAUSED);
	assert_heard(f, 1002, 1000, 25);
	g_assert_true(push(f, 2, 10, 0));
	g_assert_false(oq_device_memory_is_running(f->device));
	oq_player_resume(f->player);
	assert_state(f, OQ_PLAYER_PLAYING);
	oq_device_memory_hear(f->device, 135);
	g_assert_cmpuint(n_heard(f), ==, 160);
	for (guint i = 0; i < 160; i++)
		g_assert_cmpint(heard_at(f, i), ==,
			i < 100   ? (gint)(1001 + i)
			: i < 150 ? 0
				  : (gint)(2001 + i - 150));
}

static void
test_drop(Fixture *f, gconstpointer data)
{
	(void)data;
	push(f, 1, 100, 50);
	oq_device_memory_hear(f->device, 25);
	oq_player_drop(f->player);
	g_assert_false(oq_device_memory_is_running(f->device));
	g_assert_cmpuint(oq_player_heard(f->player).speech_end, ==, 0);
	push(f, 2, 100, 50);
	oq_device_memory_hear(f->device, 1);
	g_assert_cmpint(heard_at(f, 25), ==, 2001);
	oq_player_pause(f->player);
	oq_player_drop(f->player);
	push(f, 3, 100, 50);
	assert_state(f, OQ_PLAYER_PAUSED);
	g_assert_false(oq_device_memory_is_running(f->device));
	oq_player_resume(f->player);
	oq_device_memory_hear(f->device, 1);
	g_assert_cmpint(heard_at(f, 26), ==, 3001);
}

/* Its last sound is heard to the end, and the place stays known; the long pause is not waited for.
 */
static void
test_drained(Fixture *f, gconstpointer data)
{
	(void)data;
	for (guint n_pause = 0; n_pause < 2000; n_pause += 1000) {
		push(f, 1, 100, n_pause);
		oq_player_end(f->player);
		oq_device_memory_hear(f->device, 100 + N_TAIL - 1);
		assert_state(f, OQ_PLAYER_PLAYING);
		g_assert_false(is_told(f));
		oq_device_memory_hear(f->device, 1);
		g_assert_true(is_told(f));
		assert_state(f, OQ_PLAYER_DRAINED);
		g_assert_cmpuint(oq_player_heard(f->player).word_start, ==, 1009);
		g_assert_false(is_told(f));
		g_assert_false(oq_device_memory_is_running(f->device));
	}
	/* More may come, at once. */
	guint n_before = n_heard(f);
	push(f, 2, 10, 0);
	assert_state(f, OQ_PLAYER_PLAYING);
	oq_device_memory_hear(f->device, 1);
	g_assert_cmpint(heard_at(f, n_before), ==, 2001);
}

static void
test_nothing(Fixture *f, gconstpointer data)
{
	(void)data;
	g_assert_true(push(f, 1, 0, 100));
	g_assert_false(oq_device_memory_is_running(f->device));
	g_assert_false(is_told(f));
	oq_player_pause(f->player);
	oq_player_end(f->player);
	g_assert_false(is_told(f));
	assert_state(f, OQ_PLAYER_PAUSED);
	oq_player_resume(f->player);
	g_assert_true(is_told(f));
	assert_state(f, OQ_PLAYER_DRAINED);
	oq_player_drop(f->player);
	assert_state(f, OQ_PLAYER_PLAYING);
	oq_player_end(f->player);
	g_assert_true(is_told(f));
	assert_state(f, OQ_PLAYER_DRAINED);
}

/* A speech that is late finds the device stopped, so it does not stand behind its silence. */
static void
test_late(Fixture *f, gconstpointer data)
{
	(void)data;
	push(f, 1, 100, 200);
	oq_device_memory_hear(f->device, 300);
	g_assert_true(is_told(f));
	assert_state(f, OQ_PLAYER_PLAYING);
	g_assert_false(oq_device_memory_is_running(f->device));
	push(f, 2, 100, 0);
	oq_device_memory_hear(f->device, 500);
	g_assert_cmpint(heard_at(f, 300), ==, 2001);
	/* Without silence behind it the sound's end might be cut off. */
	assert_state(f, OQ_PLAYER_PLAYING);
	g_assert_true(oq_device_memory_is_running(f->device));
	oq_player_end(f->player);
	oq_device_memory_hear(f->device, N_LATENCY + N_TAIL);
	assert_state(f, OQ_PLAYER_DRAINED);
}

/* Silence that the device took ahead does not hold up a speech that comes in time. */
static void
test_short_first(Fixture *f, gconstpointer data)
{
	(void)data;
	push(f, 1, 10, 80);
	push(f, 2, 10, 80);
	g_assert_true(oq_device_memory_is_running(f->device));
	for (guint i = 0; i < 100; i++) {
		oq_device_memory_hear(f->device, 1);
		if (is_told(f))
			oq_player_heard(f->player);
	}
	for (guint i = 0; i < 100; i++)
		g_assert_cmpint(heard_at(f, i), ==, i < 10 ? 1001 + i : i < 90 ? 0 : 2001 + i - 90);
}

/* At least one speech; then three seconds, and again when no more than two are left. */
static void
test_room(Fixture *f, gconstpointer data)
{
	(void)data;
	g_assert_true(push(f, 1, 8000, 0));
	g_assert_false(push(f, 2, 10, 0));
	g_assert_false(oq_player_heard(f->player).has_room);
	for (guint i = 0; i < 5999; i++) {
		oq_device_memory_hear(f->device, 1);
		g_assert_false(is_told(f) && oq_player_heard(f->player).has_room);
	}
	oq_device_memory_hear(f->device, 1);
	g_assert_true(is_told(f));
	g_assert_true(oq_player_heard(f->player).has_room);
	guint number = 2;
	while (push(f, number, 10, 90)) /* letters */
		number++;
	g_assert_cmpuint(number, ==, 12);
}

static void
test_many_tiny(Fixture *f, gconstpointer data)
{
	(void)data;
	guint n = 0, n_heard_before = 0;
	for (; n < 5000; n++)
		while (!push(f, n % 30, 1, 0)) {
			while (!is_told(f))
				oq_device_memory_hear(f->device, 1);
			oq_player_heard(f->player);
			g_assert_cmpuint(n_heard(f), >=, n_heard_before);
			n_heard_before = n_heard(f);
		}
	oq_player_end(f->player);
	while (oq_player_heard(f->player).state != OQ_PLAYER_DRAINED)
		oq_device_memory_hear(f->device, 10);
	for (guint i = 0, k = 0; k < 5000; i++)
		if (heard_at(f, i) != 0)
			g_assert_cmpint(heard_at(f, i), ==, 1000 * (k++ % 30) + 1);
}

/* A lost device takes nothing with it: the player goes on with the word that was surely heard last.
 */
static void
test_lost(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(GError) error = NULL;
	push(f, 1, 100, 100);
	oq_device_memory_hear(f->device, 30);
	g_assert_true(oq_player_check(f->player, &error));
	oq_device_memory_lose(f->device, 5);
	g_assert_true(is_told(f));
	assert_state(f, OQ_PLAYER_LOST);
	assert_heard(f, 1002, 1000, 25);
	g_assert_false(oq_player_check(f->player, &error));
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_LOST);
	g_assert_false(oq_device_memory_is_running(f->device));
	g_assert_true(push(f, 2, 100, 0));
	oq_device_memory_refuse(f->device, TRUE);
	oq_player_resume(f->player);
	g_assert_true(is_told(f));
	assert_state(f, OQ_PLAYER_LOST);
	oq_device_memory_refuse(f->device, FALSE);
	oq_player_pause(f->player);
	assert_state(f, OQ_PLAYER_PAUSED);
	oq_player_resume(f->player);
	assert_state(f, OQ_PLAYER_PLAYING);
	oq_device_memory_hear(f->device, 1);
	g_assert_cmpint(heard_at(f, 30), ==, 1021);
	oq_device_memory_lose(f->device, 0);
	oq_player_drop(f->player);
	assert_state(f, OQ_PLAYER_PLAYING);
	push(f, 3, 10, 0);
	oq_device_memory_hear(f->device, 1);
	g_assert_cmpint(heard_at(f, 31), ==, 3001);
}

typedef struct {
	OqDevice *device;
	gint is_over; /* atomic */
} Clock;

static gpointer
hear_all(gpointer data)
{
	Clock *clock = data;
	while (!g_atomic_int_get(&clock->is_over))
		oq_device_memory_hear(clock->device, 7);
	return NULL;
}

/* Under -fsanitize=thread this is also the proof that the device's thread needs no lock. */
static void
test_two_threads(Fixture *f, gconstpointer data)
{
	(void)data;
	Clock clock = {.device = f->device};
	GThread *thread = g_thread_new("clock", hear_all, &clock);
	for (guint i = 0; i < 3000; i++) {
		push(f, i % 30, i % 50, i % 70);
		if (i % 7 == 0)
			oq_player_pause(f->player);
		oq_player_heard(f->player);
		if (i % 3 == 0)
			oq_player_resume(f->player);
		if (i % 100 == 99)
			oq_player_drop(f->player);
	}
	oq_player_resume(f->player);
	oq_player_end(f->player);
	while (oq_player_heard(f->player).state != OQ_PLAYER_DRAINED)
		g_thread_yield();
	g_atomic_int_set(&clock.is_over, 1);
	g_thread_join(thread);
}

#define ADD_SLOW(name, function, n_latency)                                                        \
	g_test_add("/player/" name, Fixture, GSIZE_TO_POINTER(n_latency), set_up, function,        \
		tear_down)
#define ADD(name, function) ADD_SLOW(name, function, N_LATENCY)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("position", test_position);
	ADD("notices", test_notices);
	ADD("pause", test_pause);
	ADD("drop", test_drop);
	ADD("drained", test_drained);
	ADD("nothing", test_nothing);
	ADD("late", test_late);
	ADD_SLOW("short-first", test_short_first, 500);
	ADD("room", test_room);
	ADD("many-tiny", test_many_tiny);
	ADD("lost", test_lost);
	ADD("two-threads", test_two_threads);
	return g_test_run();
}
