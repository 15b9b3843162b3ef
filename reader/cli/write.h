/* write.h - texts as an audio file. */
#pragma once

#include "cli/inputs.h"
#include "cli/showing.h"
#include "radio/production.h"

/**
 * oq_write_files:
 * @order: output, taken, key and is_one_of_many count; all else is what @call says
 * @showing: (nullable): nothing is
 * @written: (out) (transfer full) (nullable): the name that the file has got
 *
 * Speaks the inputs to their end; after an error, and when there was nothing to say, there is no
 * file.
 */
gboolean oq_write_files(const OqCall *call, const OqReader *reader, OqInputs *inputs,
	const OqOrder *order, OqShowing *showing, char **written, GError **error);
