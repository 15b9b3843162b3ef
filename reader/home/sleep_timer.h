/* sleep_timer.h - when a listener who falls asleep wants the reading to end. A plain value; times
 * are monotonic microseconds, as g_get_monotonic_time() gives them. */
#pragma once

#include <glib.h>

/* The end is told so long before it comes, and the voice fades over so long. */
#define OQ_SLEEP_TIMER_WARNING_S 60
#define OQ_SLEEP_TIMER_FADE_MS   8000

typedef enum {
	OQ_SLEEP_TIMER_NOTHING,
	OQ_SLEEP_TIMER_WARN, /* a minute is left */
	OQ_SLEEP_TIMER_FADE, /* now; the timer is off from here on */
} OqSleepTimerTurn;

typedef struct {
	gint64 due_us; /* 0: the timer is off */
	gboolean is_warned;
} OqSleepTimer;

/** oq_sleep_timer_set: @n_minutes: 0 switches it off. */
void oq_sleep_timer_set(OqSleepTimer *timer, guint n_minutes, gint64 now_us);

/** oq_sleep_timer_step: what is due. */
OqSleepTimerTurn oq_sleep_timer_step(OqSleepTimer *timer, gint64 now_us);

/** oq_sleep_timer_wait_ms: until when step is to be called again; -1: never. */
gint oq_sleep_timer_wait_ms(const OqSleepTimer *timer, gint64 now_us);

/** oq_sleep_timer_left_minutes: rounded up; 0: the timer is off. */
guint oq_sleep_timer_left_minutes(const OqSleepTimer *timer, gint64 now_us);
