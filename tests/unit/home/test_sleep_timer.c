#include "home/sleep_timer.h"

#define SECOND ((gint64)G_USEC_PER_SEC)

static void
test_warns_and_fades(void)
{
	OqSleepTimer timer = {0};
	const gint64 now = 1000 * SECOND;
	oq_sleep_timer_set(&timer, 15, now);
	g_assert_cmpuint(oq_sleep_timer_left_minutes(&timer, now), ==, 15);
	g_assert_cmpint(oq_sleep_timer_wait_ms(&timer, now), ==, 14 * 60 * 1000 + 1);
	g_assert_cmpint(
		oq_sleep_timer_step(&timer, now + 839 * SECOND), ==, OQ_SLEEP_TIMER_NOTHING);
	g_assert_cmpint(oq_sleep_timer_step(&timer, now + 840 * SECOND), ==, OQ_SLEEP_TIMER_WARN);
	g_assert_cmpint(
		oq_sleep_timer_step(&timer, now + 841 * SECOND), ==, OQ_SLEEP_TIMER_NOTHING);
	g_assert_cmpuint(oq_sleep_timer_left_minutes(&timer, now + 841 * SECOND), ==, 1);
	g_assert_cmpint(oq_sleep_timer_wait_ms(&timer, now + 841 * SECOND), ==, 51 * 1000 + 1);
	g_assert_cmpint(oq_sleep_timer_step(&timer, now + 892 * SECOND), ==, OQ_SLEEP_TIMER_FADE);
	g_assert_cmpint(oq_sleep_timer_wait_ms(&timer, now + 893 * SECOND), ==, -1);
	g_assert_cmpint(
		oq_sleep_timer_step(&timer, now + 900 * SECOND), ==, OQ_SLEEP_TIMER_NOTHING);
}

/* A machine that slept past both has nothing to warn of. */
static void
test_late(void)
{
	OqSleepTimer timer = {0};
	oq_sleep_timer_set(&timer, 15, 0);
	g_assert_cmpint(oq_sleep_timer_step(&timer, 9000 * SECOND), ==, OQ_SLEEP_TIMER_FADE);
}

static void
test_one_minute_and_none(void)
{
	OqSleepTimer timer = {0};
	oq_sleep_timer_set(&timer, 1, 5);
	g_assert_cmpint(oq_sleep_timer_step(&timer, 5 + SECOND), ==, OQ_SLEEP_TIMER_NOTHING);
	oq_sleep_timer_set(&timer, 0, 5);
	g_assert_cmpuint(oq_sleep_timer_left_minutes(&timer, 6), ==, 0);
	g_assert_cmpint(oq_sleep_timer_step(&timer, 3600 * SECOND), ==, OQ_SLEEP_TIMER_NOTHING);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/sleep-timer/warns-and-fades", test_warns_and_fades);
	g_test_add_func("/sleep-timer/late", test_late);
	g_test_add_func("/sleep-timer/one-minute-and-none", test_one_minute_and_none);
	return g_test_run();
}
