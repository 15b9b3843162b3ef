#include "audio/playing/patience.h"

enum { LIMIT_MS = 1000, SLICE_US = OQ_PATIENCE_SLICE_US };

static const gint64 hour_us = 3600 * (gint64)G_USEC_PER_SEC;

static void
test_lasts(void)
{
	OqPatience patience;
	gint64 now_us = 7;
	oq_patience_init(&patience, LIMIT_MS, now_us);
	for (guint i = 0; i < 9; i++) {
		g_assert_cmpint(oq_patience_slice_us(&patience), >=, 100000);
		g_assert_cmpint(oq_patience_slice_us(&patience), <=, SLICE_US);
		g_assert_true(oq_patience_lasts(&patience, now_us += 100000));
	}
	g_assert_cmpint(oq_patience_slice_us(&patience), ==, 100000);
	g_assert_true(oq_patience_lasts(&patience, now_us += 99999));
	g_assert_false(oq_patience_lasts(&patience, now_us += 1));
	g_assert_cmpint(oq_patience_slice_us(&patience), ==, 0);
}

/* An hour in which this process stood still counts for a slice. */
static void
test_stood_still(void)
{
	OqPatience patience;
	gint64 now_us = 0;
	oq_patience_init(&patience, LIMIT_MS, now_us);
	for (guint i = 1; i < LIMIT_MS * 1000 / SLICE_US; i++)
		g_assert_true(oq_patience_lasts(&patience, now_us += hour_us));
	g_assert_false(oq_patience_lasts(&patience, now_us += hour_us));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/patience/lasts", test_lasts);
	g_test_add_func("/patience/stood-still", test_stood_still);
	return g_test_run();
}
