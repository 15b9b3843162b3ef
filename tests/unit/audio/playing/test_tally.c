#include "audio/playing/tally.h"

enum { RATE_HZ = 1000, MS = 1000 };

static void
test_delay(void)
{
	g_autoptr(OqTally) tally = oq_tally_new(RATE_HZ);
	g_assert_cmpuint(oq_tally_heard(tally, 5000 * MS), ==, 0);
	g_assert_cmpint(oq_tally_when(tally, 1), ==, G_MAXINT64);
	g_assert_cmpint(oq_tally_last_us(tally), ==, 0);
	oq_tally_note(tally, 100, 100, 1000 * MS, 400 * MS);
	g_assert_cmpuint(oq_tally_n_notes(tally), ==, 1);
	g_assert_cmpint(oq_tally_last_us(tally), ==, 1000 * MS);
	g_assert_cmpuint(oq_tally_heard(tally, 1399 * MS), ==, 0);
	g_assert_cmpuint(oq_tally_heard(tally, 1430 * MS), ==, 30);
	g_assert_cmpuint(oq_tally_heard(tally, 9000 * MS), ==, 100);
	g_assert_cmpint(oq_tally_when(tally, 30), ==, 1430 * MS);
	g_assert_cmpint(oq_tally_when(tally, 200), ==, 1600 * MS);
}

/* The last note says when all of them are heard: the first ones may not have known it. */
static void
test_last_one_knows(void)
{
	g_autoptr(OqTally) tally = oq_tally_new(RATE_HZ);
	oq_tally_note(tally, 100, 100, 1000 * MS, 0);
	oq_tally_note(tally, 100, 100, 1000 * MS, 100 * MS);
	g_assert_cmpuint(oq_tally_heard(tally, 1050 * MS), ==, 50);
	oq_tally_note(tally, 100, 100, 1100 * MS, 120 * MS); /* 20 ms later than they said */
	g_assert_cmpuint(oq_tally_heard(tally, 1100 * MS), ==, 80);
	g_assert_cmpuint(oq_tally_heard(tally, 1200 * MS), ==, 180);
	g_assert_cmpint(oq_tally_when(tally, 80), ==, 1100 * MS);
	g_assert_cmpint(oq_tally_when(tally, 180), ==, 1200 * MS);
	g_assert_cmpint(oq_tally_when(tally, 280), ==, 1300 * MS);
}

/* Silence that was put in takes time and counts for nothing. */
static void
test_silence(void)
{
	g_autoptr(OqTally) tally = oq_tally_new(RATE_HZ);
	oq_tally_note(tally, 30, 100, 1000 * MS, 0);
	oq_tally_note(tally, 0, 100, 1000 * MS, 100 * MS);
	oq_tally_note(tally, 50, 100, 1000 * MS, 200 * MS);
	g_assert_cmpuint(oq_tally_heard(tally, 1020 * MS), ==, 20);
	g_assert_cmpuint(oq_tally_heard(tally, 1040 * MS), ==, 30);
	g_assert_cmpuint(oq_tally_heard(tally, 1199 * MS), ==, 30);
	g_assert_cmpuint(oq_tally_heard(tally, 1210 * MS), ==, 40);
	g_assert_cmpuint(oq_tally_heard(tally, 1290 * MS), ==, 80);
	g_assert_cmpint(oq_tally_when(tally, 20), ==, 1020 * MS);
	g_assert_cmpint(oq_tally_when(tally, 31), ==, 1201 * MS);
	g_assert_cmpint(oq_tally_when(tally, 90), ==, 1310 * MS);
}

static void
test_reset(void)
{
	g_autoptr(OqTally) tally = oq_tally_new(RATE_HZ);
	oq_tally_note(tally, 100, 100, 1000 * MS, 0);
	oq_tally_reset(tally);
	g_assert_cmpuint(oq_tally_heard(tally, 9000 * MS), ==, 0);
	g_assert_cmpint(oq_tally_when(tally, 1), ==, G_MAXINT64);
	oq_tally_note(tally, 100, 100, 2000 * MS, 0);
	g_assert_cmpuint(oq_tally_heard(tally, 2010 * MS), ==, 10);
	g_assert_cmpuint(oq_tally_heard(tally, 9000 * MS), ==, 100);
	g_assert_cmpuint(oq_tally_n_notes(tally), ==, 2);
}

/* Of a great many only the last ones are known. */
static void
test_many(void)
{
	g_autoptr(OqTally) tally = oq_tally_new(RATE_HZ);
	for (gint64 i = 0; i < 5000; i++)
		oq_tally_note(tally, 10, 10, i * 10 * MS, 100 * MS);
	g_assert_cmpuint(oq_tally_heard(tally, 50000 * MS), ==, 49900);
	g_assert_cmpuint(oq_tally_heard(tally, 49000 * MS), ==, 48900);
	g_assert_cmpint(oq_tally_when(tally, 48900), ==, 49000 * MS);
}

enum { N_NOTES = 50000 };

static gpointer
note_all(gpointer data)
{
	for (gint64 i = 0; i < N_NOTES; i++) {
		oq_tally_note(data, 10, 10, i * 10 * MS, 0);
		if (i % 100 == 0)
			g_thread_yield();
	}
	return NULL;
}

/* Whatever is overwritten meanwhile: what was heard is what was noted, and never less. */
static void
test_two_threads(void)
{
	g_autoptr(OqTally) tally = oq_tally_new(RATE_HZ);
	GThread *thread = g_thread_new("note", note_all, tally);
	guint64 n_heard = 0;
	while (n_heard < 10 * N_NOTES) {
		guint64 n = oq_tally_heard(tally, (gint64)N_NOTES * 20 * MS);
		g_assert_cmpuint(n, >=, n_heard);
		g_assert_cmpuint(n % 10, ==, 0);
		n_heard = n;
		oq_tally_heard(tally, (gint64)n * MS - 1000 * MS);
	}
	g_thread_join(thread);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tally/delay", test_delay);
	g_test_add_func("/tally/last-one-knows", test_last_one_knows);
	g_test_add_func("/tally/silence", test_silence);
	g_test_add_func("/tally/reset", test_reset);
	g_test_add_func("/tally/many", test_many);
	g_test_add_func("/tally/two-threads", test_two_threads);
	return g_test_run();
}
