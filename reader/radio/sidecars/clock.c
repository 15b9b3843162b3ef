/* clock.c - see the header. */
#include "radio/sidecars/clock.h"

guint64
oq_clock_ms(guint64 frame, guint rate_hz)
{
	return (frame * 1000 + rate_hz / 2) / rate_hz;
}

void
oq_clock_append(GString *out, guint64 frame, guint rate_hz, OqClockDigits digits)
{
	static const guint units[] = {1, 10, 1000};
	static const guint n_digits[] = {0, 1, 3};
	guint per_second = units[digits];
	guint64 units_of = digits == OQ_CLOCK_SECONDS
				   ? frame / rate_hz
				   : (frame * per_second + rate_hz / 2) / rate_hz;
	guint64 seconds = units_of / per_second;

	g_string_append_printf(out, "%02" G_GUINT64_FORMAT ":%02u:%02u", seconds / 3600,
		(guint)(seconds / 60 % 60), (guint)(seconds % 60));
	if (digits != OQ_CLOCK_SECONDS)
		g_string_append_printf(
			out, ".%0*u", (int)n_digits[digits], (guint)(units_of % per_second));
}
