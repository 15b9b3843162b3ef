#include "radio/sidecars/clock.h"

static void
assert_clock(guint64 frame, OqClockDigits digits, const char *wanted)
{
	g_autoptr(GString) out = g_string_new(NULL);
	oq_clock_append(out, frame, 48000, digits);
	g_assert_cmpstr(out->str, ==, wanted);
}

static void
test_append(void)
{
	const guint64 frame = G_GUINT64_CONSTANT(48000) * 3725 + 47976; /* 0.9995 s more */
	assert_clock(0, OQ_CLOCK_SECONDS, "00:00:00");
	assert_clock(frame, OQ_CLOCK_SECONDS, "01:02:05");
	assert_clock(frame, OQ_CLOCK_TENTHS, "01:02:06.0");
	assert_clock(frame - 48 * 100, OQ_CLOCK_TENTHS, "01:02:05.9");
	assert_clock(frame - 24, OQ_CLOCK_MILLISECONDS, "01:02:05.999");
	assert_clock(frame, OQ_CLOCK_MILLISECONDS, "01:02:06.000");
	assert_clock(G_GUINT64_CONSTANT(48000) * 3600 * 100, OQ_CLOCK_SECONDS, "100:00:00");
}

static void
test_ms(void)
{
	g_assert_cmpuint(oq_clock_ms(0, 22050), ==, 0);
	g_assert_cmpuint(oq_clock_ms(11, 22050), ==, 0);
	g_assert_cmpuint(oq_clock_ms(12, 22050), ==, 1);
	g_assert_cmpuint(oq_clock_ms(22050, 22050), ==, 1000);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/clock/append", test_append);
	g_test_add_func("/clock/ms", test_ms);
	return g_test_run();
}
