/* options_radio.c - see the header. */
#include "cli/options_radio.h"

#include <glib/gi18n.h>
#include <string.h>

/* What --broadcast stands for. */
#define BROADCAST "ebu"

/* What leaves a file as it always was. */
#define PLAIN "plain"

/* Half of a profile would go on air at a wrong level. */
static gboolean
check_own(const char *name, const OqConfig *config, GError **error)
{
	g_autofree char *fault = oq_profile_fault(config, name);

	if (fault != NULL)
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("the profile %s is not used as long as it is wrong: %s"), name, fault);
	return fault == NULL;
}

static gboolean
find(const char *name, const OqConfig *config, OqProfile *profile, GError **error)
{
	if (oq_profile_find(config, name, profile))
		return check_own(name, config, error);
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

gboolean
oq_options_profile_tells(const OqOptions *options)
{
	return options->broadcast ||
	       (options->profile != NULL && strcmp(options->profile, PLAIN) != 0);
}

static gboolean
ends_in(const char *path, const char *const *extensions)
{
	const char *dot = strrchr(path, '.');
	gboolean is_one = FALSE;

	for (; *extensions != NULL && dot != NULL && !is_one; extensions++)
		is_one = g_ascii_strcasecmp(dot + 1, *extensions) == 0;
	return is_one;
}

static gboolean
refuse(GError **error, const char *why)
{
	g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG, why);
	return FALSE;
}

gboolean
oq_options_radio_fit(const OqOptions *options, const char *path, GError **error)
{
	static const char *const mp3[] = {"mp3", NULL};
	static const char *const without_bits[] = {"mp3", "ogg", "opus", NULL};

	if (options->bitrate_text != NULL && !ends_in(path, mp3))
		return refuse(error, _("--bitrate goes with .mp3 files; leave it out, or choose "
				       "that format"));
	if (options->bits_text != NULL && ends_in(path, without_bits))
		return refuse(
			error, _("--bits does not go with .mp3, .ogg and .opus files, whose "
				 "samples have none; leave it out, or choose another format"));
	return TRUE;
}
