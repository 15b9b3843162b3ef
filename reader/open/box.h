/* box.h - takes from the process every right that a parser does not need. */
#pragma once

#include "open/loader.h"

/**
 * oq_box_enter: from now on nothing is opened, made, removed, looked up, sent, connected, started
 * or killed by this process, no memory is made executable, and memory and time end (limits.h). What
 * is open stays so. Not to be undone; before the first thread.
 *
 * @has_landlock: (out): FALSE: the kernel has none, and seccomp alone does it
 *
 * Returns: FALSE and OQ_OPEN_ERROR_FAILED: nothing may be parsed
 */
gboolean oq_box_enter(gboolean *has_landlock, GError **error);
