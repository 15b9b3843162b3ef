#include "audio/playing/queue.h"

#include "made_speech.h"

enum { RATE_HZ = 1000, ENOUGH = 100 };

static void
push(OqQueue *queue, guint64 start, gsize n_voiced, gsize n_pause)
{
	g_autoptr(OqSpeech) speech =
		made_speech(start, RATE_HZ, n_voiced, n_pause, 2, (guint)start);
	g_assert_true(oq_queue_push(queue, speech));
}

static void
assert_read(OqQueue *queue, gsize n_frames, const gint16 *expected, gsize n_expected)
{
	gint16 frames[ENOUGH];
	gsize n = oq_queue_read(queue, frames, n_frames);
	g_assert_cmpmem(frames, n * sizeof *frames, expected, n_expected * sizeof *expected);
}

#define ASSERT_READ(queue, n_frames, ...)                                                          \
	G_STMT_START                                                                               \
	{                                                                                          \
		static const gint16 expected[] = {__VA_ARGS__};                                    \
		assert_read(queue, n_frames, expected, G_N_ELEMENTS(expected));                    \
	}                                                                                          \
	G_STMT_END

static void
test_order(void)
{
	g_autoptr(OqQueue) queue = oq_queue_new();
	assert_read(queue, 5, NULL, 0);
	push(queue, 10, 3, 2);
	push(queue, 20, 2, 0);
	g_assert_cmpuint(oq_queue_end(queue), ==, 7);
	ASSERT_READ(queue, 2, 11, 12);
	ASSERT_READ(queue, 2, 13, 0);
	ASSERT_READ(queue, ENOUGH, 0, 21, 22);
	assert_read(queue, 5, NULL, 0);
	push(queue, 30, 1, 1);
	ASSERT_READ(queue, ENOUGH, 31, 0);
}

/* The first sound has no pause before it; what does not sound lengthens the pause to its own. */
static void
test_pauses(void)
{
	g_autoptr(OqQueue) queue = oq_queue_new();
	push(queue, 10, 0, 9);
	g_assert_cmpuint(oq_queue_end(queue), ==, 0);
	push(queue, 20, 1, 2);
	push(queue, 30, 0, 1);
	push(queue, 40, 0, 4);
	push(queue, 50, 0, 3);
	push(queue, 60, 1, 0);
	ASSERT_READ(queue, ENOUGH, 21, 0, 0, 0, 0, 61);
	g_assert_cmpuint(oq_queue_sound_end(queue, 99), ==, 6);
	oq_queue_pad(queue, 3);
	oq_queue_pad(queue, 2);
	ASSERT_READ(queue, ENOUGH, 0, 0, 0);
	g_assert_cmpuint(oq_queue_sound_end(queue, 99), ==, 6);
	g_assert_cmpuint(oq_queue_end(queue), ==, 9);
}

static void
test_wind(void)
{
	g_autoptr(OqQueue) queue = oq_queue_new();
	push(queue, 10, 2, 1);
	push(queue, 20, 2, 1);
	ASSERT_READ(queue, ENOUGH, 11, 12, 0, 21, 22, 0);
	g_assert_cmpuint(oq_queue_wind(queue, 1), ==, 1);
	ASSERT_READ(queue, ENOUGH, 12, 0, 21, 22, 0);
	g_assert_cmpuint(oq_queue_wind(queue, 3), ==, 3);
	ASSERT_READ(queue, 1, 21);
	oq_queue_forget(queue, 2);
	g_assert_cmpuint(oq_queue_wind(queue, 0), ==, 0);
	oq_queue_forget(queue, 3);
	g_assert_cmpuint(oq_queue_wind(queue, 0), ==, 3);
	ASSERT_READ(queue, 2, 21, 22);
	g_assert_cmpuint(oq_queue_wind(queue, 70), ==, 6);
	assert_read(queue, 5, NULL, 0);
	oq_queue_clear(queue);
	g_assert_cmpuint(oq_queue_end(queue), ==, 0);
	push(queue, 30, 1, 0);
	ASSERT_READ(queue, ENOUGH, 31);
}

/* Where the reader found nothing: what is pushed then comes late. */
static void
test_gap(void)
{
	g_autoptr(OqQueue) queue = oq_queue_new();
	push(queue, 10, 2, 3);
	g_assert_cmpuint(oq_queue_gap(queue), ==, G_MAXUINT64);
	ASSERT_READ(queue, 5, 11, 12, 0, 0, 0);
	g_assert_cmpuint(oq_queue_gap(queue), ==, G_MAXUINT64);
	assert_read(queue, 1, NULL, 0);
	g_assert_cmpuint(oq_queue_gap(queue), ==, 5);
	push(queue, 20, 2, 3);
	assert_read(queue, 0, NULL, 0);
	g_assert_cmpuint(oq_queue_gap(queue), ==, 5);
	g_assert_cmpuint(oq_queue_sound_end(queue, 5), ==, 2);
	g_assert_cmpuint(oq_queue_sound_end(queue, 6), ==, 6);
	g_assert_cmpuint(oq_queue_sound_end(queue, 10), ==, 7);
	oq_queue_wind(queue, 2);
	g_assert_cmpuint(oq_queue_gap(queue), ==, G_MAXUINT64);
}

static void
assert_found(const OqQueue *queue, guint64 position, guint64 start, gsize frame)
{
	gsize found = 0;
	const OqSpeech *speech = oq_queue_find(queue, position, &found);
	g_assert_nonnull(speech);
	g_assert_cmpuint(speech->start, ==, start);
	g_assert_cmpuint(found, ==, frame);
}

static void
test_find(void)
{
	gsize frame;
	g_autoptr(OqQueue) queue = oq_queue_new();
	g_assert_null(oq_queue_find(queue, 0, &frame));
	g_assert_cmpuint(oq_queue_next_word(queue, 0), ==, G_MAXUINT64);
	push(queue, 10, 3, 2);
	push(queue, 20, 2, 0);
	oq_queue_pad(queue, 4);
	assert_found(queue, 0, 10, 0);
	assert_found(queue, 4, 10, 4);
	assert_found(queue, 5, 20, 0);
	assert_found(queue, 10, 20, 5); /* in the silence that belongs to nobody */
	g_assert_cmpuint(oq_queue_next_word(queue, 0), ==, 2);
	g_assert_cmpuint(oq_queue_next_word(queue, 2), ==, 5);
	g_assert_cmpuint(oq_queue_next_word(queue, 5), ==, G_MAXUINT64);
	oq_queue_forget(queue, 5);
	assert_found(queue, 0, 20, 0);
}

/* Speeches belong to the queue as long as they are in it; there is an end to them. */
static void
test_holds(void)
{
	OqQueue *queue = oq_queue_new();
	OqSpeech *speech = made_speech(0, RATE_HZ, 1, 0, 0, 0);
	guint n = 0;
	while (oq_queue_push(queue, speech))
		n++;
	g_assert_cmpuint(n, >=, 500);
	g_assert_cmpint(speech->n_refs, ==, 1 + n);
	oq_queue_pad(queue, 10);
	oq_queue_forget(queue, n - 1);
	g_assert_cmpint(speech->n_refs, ==, 2);
	g_assert_true(oq_queue_push(queue, speech));
	oq_queue_free(queue);
	oq_queue_free(NULL);
	g_assert_cmpint(speech->n_refs, ==, 1);
	oq_speech_unref(speech);
}

enum { N_SPEECHES = 20000 };

typedef struct {
	OqQueue *queue;
	gint n_read; /* atomic */
} Both;

static gpointer
read_all(gpointer data)
{
	Both *both = data;
	gint16 frames[7];
	for (gint n = 0; n < N_SPEECHES;) {
		gsize n_read = oq_queue_read(both->queue, frames, G_N_ELEMENTS(frames));
		for (gsize i = 0; i < n_read; i++)
			g_assert_cmpint(frames[i], ==, 1 + n++ % 30000);
		g_atomic_int_set(&both->n_read, n);
		if (n_read == 0)
			g_thread_yield();
	}
	return NULL;
}

/* Under -fsanitize=thread this is also the proof that the two sides need no lock. */
static void
test_two_threads(void)
{
	g_autoptr(OqQueue) queue = oq_queue_new();
	Both both = {.queue = queue};
	GThread *reader = g_thread_new("reader", read_all, &both);
	for (guint i = 0; i < N_SPEECHES; i++) {
		g_autoptr(OqSpeech) speech = made_speech(i, RATE_HZ, 1, 0, 0, i);
		while (!oq_queue_push(queue, speech)) {
			oq_queue_forget(queue, (guint64)g_atomic_int_get(&both.n_read));
			g_thread_yield();
		}
	}
	g_thread_join(reader);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/queue/order", test_order);
	g_test_add_func("/queue/pauses", test_pauses);
	g_test_add_func("/queue/wind", test_wind);
	g_test_add_func("/queue/gap", test_gap);
	g_test_add_func("/queue/find", test_find);
	g_test_add_func("/queue/holds", test_holds);
	g_test_add_func("/queue/two-threads", test_two_threads);
	return g_test_run();
}
