/* options_style.c - see the header. */
#include "cli/options_style.h"
#include "cli/options_values.h"
#include <glib/gi18n.h>

static gboolean
parse_voice(const char *voice, OqStyle *style, GError **error)
{
	if (voice == NULL || (*voice != '\0' && oq_style_set_voice(style, voice)))
		return TRUE;
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("There is no voice “%s”: see “oqyrman voices”, or install the package "
		  "espeak-ng-data"),
		voice);
	return FALSE;
}

static gboolean
parse_quotes(const char *how, OqStyle *style, GError **error)
{
	if (how == NULL || oq_style_set_quotes(style, how))
		return TRUE;
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("--quotes %s is not possible; give a pitch as +10 or -10, from 1 to 100, or the "
		  "name of a voice"),
		how);
	return FALSE;
}

gboolean
oq_options_style(const OqOptions *options, OqStyle *style, GError **error)
{
	*style = OQ_STYLE_DEFAULT;
	guint speed_wpm = style->speed_wpm;
	guint pitch_percent = style->pitch_percent;
	guint volume_percent = style->volume_percent;
	guint pauses_percent = style->pauses_percent;
	gboolean possible =
		oq_options_values_number("speed", options->speed_text, OQ_SPEED_MIN_WPM,
			OQ_SPEED_MAX_WPM, &speed_wpm, error) &&
		oq_options_values_number(
			"pitch", options->pitch_text, 0, 100, &pitch_percent, error) &&
		oq_options_values_number(
			"volume", options->volume_text, 0, 100, &volume_percent, error) &&
		oq_options_values_number("pauses", options->pauses_text, OQ_PAUSES_MIN_PERCENT,
			OQ_PAUSES_MAX_PERCENT, &pauses_percent, error);
	style->speed_wpm = (guint16)speed_wpm;
	style->pitch_percent = (guint8)pitch_percent;
	style->volume_percent = (guint8)volume_percent;
	style->pauses_percent = (guint16)pauses_percent;
	return possible && parse_voice(options->voice, style, error) &&
	       parse_quotes(options->quotes_text, style, error);
}
