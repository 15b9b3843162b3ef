/* process_tree.h - a process and all that it has started. */
#pragma once

#include <glib.h>
#include <sys/types.h>

/** process_tree_cpu_us: processor time of the process, of all below it, and of those that were
 * waited for; in steps of the kernel's clock. */
gint64 process_tree_cpu_us(pid_t pid);

/** process_tree_end_children: kills the caller's children and theirs, of which it has to be the
 * reaper, and waits for their end. */
void process_tree_end_children(void);
