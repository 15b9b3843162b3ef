/* options_radio.c - see the header. */
#include "cli/options_radio.h"

#include <glib/gi18n.h>

/* What --broadcast stands for. */
#define BROADCAST "ebu"

static gboolean
find(const char *name, const OqConfig *config, OqProfile *profile, GError **error)
{
	if (oq_profile_find(config, name, profile))
		return TRUE;
	g_autofree char *names = oq_profile_names(config);
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("there is no profile %s; give one of these: %s"), name, names);
	return FALSE;
}

/* @value: (nullable): not given */
static gboolean
set(OqProfile *profile, OqProfileKey key, const char *value, GError **error)
{
	if (value == NULL || oq_profile_set(profile, key, value))
		return TRUE;
	g_autofree char *range = oq_profile_range(key);
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("--%s %s is not possible; give %s"), oq_profile_key_name(key), value, range);
	return FALSE;
}

gboolean
oq_options_profile(
	const OqOptions *options, const OqConfig *config, OqProfile *profile, GError **error)
{
	const char *name = options->broadcast ? BROADCAST : options->profile;

	*profile = oq_profile_plain();
	return (name == NULL || find(name, config, profile, error)) &&
	       set(profile, OQ_PROFILE_RATE, options->rate_text, error) &&
	       set(profile, OQ_PROFILE_BITS, options->bits_text, error) &&
	       set(profile, OQ_PROFILE_CHANNELS, options->channels_text, error) &&
	       set(profile, OQ_PROFILE_BITRATE, options->bitrate_text, error) &&
	       set(profile, OQ_PROFILE_LOUDNESS, options->loudness_text, error) &&
	       set(profile, OQ_PROFILE_GAIN, options->gain_text, error) &&
	       set(profile, OQ_PROFILE_HEAD, options->head_text, error) &&
	       set(profile, OQ_PROFILE_TAIL, options->tail_text, error);
}

gboolean
oq_options_has_profile(const OqOptions *options)
{
	return options->broadcast || options->profile != NULL;
}
