#include "radio/bulletin/ducking.h"

#include <math.h>

enum { END = 5000 };

static const OqDuckingLevels levels = {-18, -8, 100, 300};

/* In decibels, of each frame from @start on, asked for in portions. */
static gfloat *
run(OqDucking *ducking, guint64 start, guint portion)
{
	gfloat *db = g_new0(gfloat, END);
	for (guint64 at = start; at < END; at += portion)
		oq_ducking_gains(ducking, at, db + at, MIN(portion, END - at));
	for (guint64 i = start; i < END; i++)
		db[i] = 20 * log10f(db[i]);
	return db;
}

static void
assert_db(const gfloat *db, guint64 start, guint64 end, double from, double to)
{
	for (guint64 i = start; i < end; i++) {
		double part = (double)(i - start) / (double)(end - start);
		g_assert_cmpfloat_with_epsilon(db[i], from + (to - from) * part, 0.001);
	}
}

static OqDucking *
new_ducking(void)
{
	OqDucking *ducking = oq_ducking_new(&levels, 1000);
	oq_ducking_add(ducking, 1400, 2000);
	oq_ducking_add(ducking, 2300, 2500); /* not longer: no pause */
	oq_ducking_add(ducking, 2801, 3000);
	oq_ducking_finish(ducking, 4000);
	return ducking;
}

static void
test_pauses(void)
{
	const guint portions[] = {1, 33, 100, END};
	for (guint i = 0; i < G_N_ELEMENTS(portions); i++) {
		g_autoptr(OqDucking) ducking = new_ducking();
		g_autofree gfloat *db = run(ducking, 1000, portions[i]);
		assert_db(db, 1000, 1300, -8, -8);
		assert_db(db, 1300, 1400, -8, -18);
		assert_db(db, 1400, 2500, -18, -18);
		assert_db(db, 2500, 2600, -18, -8);
		assert_db(db, 2600, 2701, -8, -8);
		assert_db(db, 2701, 2801, -8, -18);
		assert_db(db, 2801, 3000, -18, -18);
		assert_db(db, 3000, 3100, -18, -8);
		assert_db(db, 3100, END, -8, -8);
	}
}

static void
test_voice_throughout(void)
{
	g_autoptr(OqDucking) ducking = oq_ducking_new(&levels, 100);
	oq_ducking_add(ducking, 200, 4900);
	oq_ducking_finish(ducking, END);
	g_autofree gfloat *db = run(ducking, 100, 64);
	assert_db(db, 100, END, -18, -18);
}

static void
test_no_voice(void)
{
	g_autoptr(OqDucking) ducking = oq_ducking_new(&levels, 0);
	oq_ducking_finish(ducking, END);
	g_autofree gfloat *db = run(ducking, 0, 64);
	assert_db(db, 0, END, -8, -8);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ducking/pauses", test_pauses);
	g_test_add_func("/ducking/voice-throughout", test_voice_throughout);
	g_test_add_func("/ducking/no-voice", test_no_voice);
	return g_test_run();
}
