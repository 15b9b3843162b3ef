/* options_arguments.h - the command line as it was typed: options and words, whatever they mean. */
#pragma once

#include "cli/options.h"

/**
 * oq_options_arguments: fills in the members of all options that were given, and the words.
 * @arguments: as in oq_options_parse()
 *
 * Returns: FALSE and OQ_USAGE_ERROR when an option is unknown, lacks its value or takes none
 */
gboolean oq_options_arguments(OqOptions *options, char **arguments, GError **error);
