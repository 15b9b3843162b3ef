/* orphan.h - nobody is left who would read. */
#pragma once

/** oq_orphan_watch: from now on the process ends, at the latest after a second of processor time,
 * when the one that started it has ended: whoever writes learns of that by the pipe, and who hangs
 * does not. Before the rights are given up; SIGVTALRM is taken. */
void oq_orphan_watch(void);
