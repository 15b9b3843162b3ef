/* steps.c - see the header. */
#include "steps.h"

static _Thread_local guint64 n_steps;

void __sanitizer_cov_trace_pc(void);

/* The compiler calls this at the beginning of each block. */
void
__sanitizer_cov_trace_pc(void)
{
	n_steps++;
}

guint64
steps_taken(void)
{
	return n_steps;
}

void
steps_assert_linear(const char *what, guint64 once, guint64 twice)
{
	g_test_message("%s: %" G_GUINT64_FORMAT " steps, then %" G_GUINT64_FORMAT " (× %.3f)", what,
		once, twice, (double)twice / (double)once);
	g_assert_cmpuint(once, >, 0);
	g_assert_cmpuint(twice, <=, once * 2 + once / 5);
}
