/* write.h - texts as an audio file. */
#pragma once

#include "cli/inputs.h"

/**
 * oq_write_files:
 * @output: as in oq_sink_file_new()
 * @shows_progress: print how far it is, when standard error is a terminal
 *
 * Speaks the inputs to their end; after an error, and when there was nothing to say, there is no
 * file.
 */
gboolean oq_write_files(const OqCall *call, const OqReader *reader, OqInputs *inputs,
	const char *output, gboolean shows_progress, GError **error);
