/* no_assert.h - keeps a failed assertion of PortAudio's from ending the program.
 *
 * While it looks for devices, PortAudio asserts that ALSA knows one that is called "default". There
 * may be none, for a moment, when the sound server dies just then. So this file has an
 * __assert_fail() of its own: the program's own symbols are found before those of its libraries.
 */
#pragma once

#include <glib.h>

/** oq_no_assert: whether it is the one that libraries find. */
gboolean oq_no_assert(void);

/**
 * oq_no_assert_call: calls, and returns in the middle of it if an assertion fails there; what it
 * held is lost, locks as well, so this is for calls alone of which it is known that they hold none.
 * @result: (out): what it returned; undefined where it did not
 *
 * Returns: FALSE: an assertion failed
 */
gboolean oq_no_assert_call(int (*call)(void), int *result);
