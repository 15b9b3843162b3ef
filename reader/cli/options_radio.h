/* options_radio.h - what the command line says about a file that goes on air. */
#pragma once

#include "cli/options.h"
#include "radio/profile.h"

/**
 * oq_options_profile: the profile that was asked for, changed by the options that change it singly.
 * @profile: (out): plain when nothing was asked for
 *
 * Returns: FALSE and OQ_USAGE_ERROR
 */
gboolean oq_options_profile(
	const OqOptions *options, const OqConfig *config, OqProfile *profile, GError **error);

/** oq_options_has_profile: one was asked for by its name. */
gboolean oq_options_has_profile(const OqOptions *options);

/** oq_options_profile_tells: the same, and it is not plain: its audio tells of itself. */
gboolean oq_options_profile_tells(const OqOptions *options);

/** oq_options_radio_fit: FALSE and OQ_USAGE_ERROR when one of the options means nothing for an
 * audio file of that name, or of a name that ends like that. */
gboolean oq_options_radio_fit(const OqOptions *options, const char *path, GError **error);
