/* options_style.h - the options that say how to speak, as a style. */
#pragma once

#include "cli/options.h"

/** oq_options_style: @style: (out caller-allocates). FALSE and OQ_USAGE_ERROR when a value is not
 * possible. */
gboolean oq_options_style(const OqOptions *options, OqStyle *style, GError **error);
