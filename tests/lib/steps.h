/* steps.h - how much work was done, without a clock: the same on every machine, however busy it is.
 *
 * A unit test that includes this is linked with a library of its module in which the compiler
 * counts each block of code that is run. What GLib and the C library do is not counted. */
#pragma once

#include <glib.h>

/** steps_taken: blocks of code that were run so far, by this thread. */
guint64 steps_taken(void);

/**
 * steps_assert_linear:
 * @once, @twice: what n and 2n bytes cost
 *
 * Fails when twice as much to do costs clearly more than twice the work.
 */
void steps_assert_linear(const char *what, guint64 once, guint64 twice);
