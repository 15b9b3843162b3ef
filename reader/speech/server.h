/* server.h - what a child of a pool does: it answers requests for speeches and phonemes, as
 * speech/task.h has them. */
#pragma once

#include "speech/synthesizer.h"

/**
 * oq_server_run: until no more requests come.
 * @fd: as an OqNurseryRun has it
 * @synthesizer: (nullable): NULL: there is none, and @failure is all that is told
 *
 * Returns: the exit status of the child
 */
int oq_server_run(int fd, OqSynthesizer *synthesizer, const GError *failure);
