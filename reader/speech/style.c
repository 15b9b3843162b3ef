/* style.c - see the header. */
#include "speech/style.h"

#include <string.h>

gboolean
oq_style_set_voice(OqStyle *style, const char *voice)
{
	gsize n_bytes = strlen(voice);

	if (n_bytes >= sizeof style->voice)
		return FALSE;
	memset(style->voice, 0, sizeof style->voice);
	memcpy(style->voice, voice, n_bytes);
	return TRUE;
}

gboolean
oq_style_set_quotes(OqStyle *style, const char *how)
{
	gboolean is_pitch = *how == '+' || *how == '-';
	gsize n_bytes = strlen(how);
	guint64 pitch = 0;

	if (is_pitch && !g_ascii_string_to_unsigned(how + 1, 10, 1, 100, &pitch, NULL))
		return FALSE;
	if (n_bytes == 0 || (!is_pitch && n_bytes >= sizeof style->quote_voice))
		return FALSE;
	memset(style->quote_voice, 0, sizeof style->quote_voice);
	if (!is_pitch)
		memcpy(style->quote_voice, how, n_bytes);
	style->quote_pitch = (gint16)(*how == '-' ? -(gint)pitch : (gint)pitch);
	return TRUE;
}

gboolean
oq_style_has_quotes(const OqStyle *style)
{
	return style->quote_pitch != 0 || style->quote_voice[0] != '\0';
}

OqStyle
oq_style_of_quotes(const OqStyle *style)
{
	OqStyle quotes = *style;

	quotes.pitch_percent = (guint8)CLAMP(style->pitch_percent + style->quote_pitch, 0, 100);
	if (style->quote_voice[0] != '\0')
		memcpy(quotes.voice, style->quote_voice, sizeof quotes.voice);
	return quotes;
}

gboolean
oq_style_equal(const OqStyle *style, const OqStyle *other)
{
	return strcmp(style->voice, other->voice) == 0 && style->speed_wpm == other->speed_wpm &&
	       style->pitch_percent == other->pitch_percent &&
	       style->volume_percent == other->volume_percent &&
	       style->range_percent == other->range_percent &&
	       style->pauses_percent == other->pauses_percent &&
	       style->quote_pitch == other->quote_pitch &&
	       strcmp(style->quote_voice, other->quote_voice) == 0;
}

gboolean
oq_style_is_valid(const OqStyle *style)
{
	gboolean is_speed = style->speed_wpm == 0 || (style->speed_wpm >= OQ_SPEED_MIN_WPM &&
							     style->speed_wpm <= OQ_SPEED_MAX_WPM);

	gboolean is_pauses = style->pauses_percent >= OQ_PAUSES_MIN_PERCENT &&
			     style->pauses_percent <= OQ_PAUSES_MAX_PERCENT;

	gboolean is_quotes = style->quote_pitch >= -100 && style->quote_pitch <= 100 &&
			     memchr(style->quote_voice, '\0', sizeof style->quote_voice) != NULL;

	return memchr(style->voice, '\0', sizeof style->voice) != NULL && is_speed && is_pauses &&
	       is_quotes && style->pitch_percent <= 100 && style->volume_percent <= 100 &&
	       style->range_percent <= 100;
}
