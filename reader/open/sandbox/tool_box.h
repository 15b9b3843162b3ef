/* tool_box.h - takes from a process that starts programs of others what these do not need. */
#pragma once

#include <glib.h>

/**
 * oq_tool_box_enter: from now on this process and those that it starts open files to read them
 * alone, those of the system, @programs (NULL at the end) and what @fd is, and send, connect,
 * trace, kill or change nothing. Not to be undone.
 *
 * Where the kernel has no Landlock, they may read any file of the user.
 *
 * Returns: FALSE: nothing may be started
 */
gboolean oq_tool_box_enter(int fd, char *const *programs);

/** oq_tool_box_limit: in the process that becomes the program: it ends with the one that started
 * it, and has so much memory and time (limits.h). */
void oq_tool_box_limit(gpointer nothing);
