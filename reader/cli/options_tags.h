/* options_tags.h - the options that say what an audio file tells of itself. */
#pragma once

#include "cli/options.h"

/** oq_options_tags_check: FALSE and OQ_USAGE_ERROR when a value is not possible. */
gboolean oq_options_tags_check(const OqOptions *options, GError **error);

/** oq_options_tags_are_given: it is to tell something. */
gboolean oq_options_tags_are_given(const OqOptions *options);

/** oq_options_tags: (transfer full): of options that were checked. "now" is the moment of the call,
 * or that of SOURCE_DATE_EPOCH. */
OqTags *oq_options_tags(const OqOptions *options);
