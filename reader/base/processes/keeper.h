/* keeper.h - the process between program and nursery: makes another nursery when that one dies, and
 * sees to it that nothing is left when the program is gone. */
#pragma once

#include "base/processes/nursery.h"

/**
 * oq_keeper_run: in a fork of the program, with all signals blocked; never returns.
 *
 * @control: the end of the socket by which the nursery is asked for children
 */
G_NORETURN void oq_keeper_run(int control, OqNurseryWarm warm, OqNurseryRun run, gpointer data);
