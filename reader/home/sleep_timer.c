/* sleep_timer.c - see the header. */
#include "home/sleep_timer.h"

#define MINUTE_US ((gint64)60 * G_USEC_PER_SEC)

static gint64
warn_at(const OqSleepTimer *timer)
{
	return timer->due_us - (gint64)OQ_SLEEP_TIMER_WARNING_S * G_USEC_PER_SEC;
}

static gint64
fade_at(const OqSleepTimer *timer)
{
	return timer->due_us - (gint64)OQ_SLEEP_TIMER_FADE_MS * G_TIME_SPAN_MILLISECOND;
}

void
oq_sleep_timer_set(OqSleepTimer *timer, guint n_minutes, gint64 now_us)
{
	*timer = (OqSleepTimer){.due_us = n_minutes > 0 ? now_us + n_minutes * MINUTE_US : 0};
	/* who asks for a minute knows that it is one */
	timer->is_warned = warn_at(timer) <= now_us;
}

OqSleepTimerTurn
oq_sleep_timer_step(OqSleepTimer *timer, gint64 now_us)
{
	if (timer->due_us == 0)
		return OQ_SLEEP_TIMER_NOTHING;
	if (now_us >= fade_at(timer)) {
		*timer = (OqSleepTimer){0};
		return OQ_SLEEP_TIMER_FADE;
	}
	if (timer->is_warned || now_us < warn_at(timer))
		return OQ_SLEEP_TIMER_NOTHING;
	timer->is_warned = TRUE;
	return OQ_SLEEP_TIMER_WARN;
}

gint
oq_sleep_timer_wait_ms(const OqSleepTimer *timer, gint64 now_us)
{
	if (timer->due_us == 0)
		return -1;
	gint64 next_us = timer->is_warned ? fade_at(timer) : warn_at(timer);

	return (gint)CLAMP((next_us - now_us) / G_TIME_SPAN_MILLISECOND + 1, 0, G_MAXINT);
}

guint
oq_sleep_timer_left_minutes(const OqSleepTimer *timer, gint64 now_us)
{
	if (timer->due_us == 0)
		return 0;
	return (guint)MAX((timer->due_us - now_us + MINUTE_US - 1) / MINUTE_US, 1);
}
