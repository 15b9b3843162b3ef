/* stopped.h - what is told when Ctrl+C, or another signal, ends a verb that writes files. */
#pragma once

#include "cli/call.h"

/** oq_stopped_line: (transfer full) (nullable): what became of the audio files; NULL where there is
 * nothing to be told: no file was asked for, or silence. @traits: of the verb. */
char *oq_stopped_line(const OqCall *call, guint traits);
