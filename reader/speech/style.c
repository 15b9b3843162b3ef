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
oq_style_equal(const OqStyle *style, const OqStyle *other)
{
	return strcmp(style->voice, other->voice) == 0 && style->speed_wpm == other->speed_wpm &&
	       style->pitch_percent == other->pitch_percent &&
	       style->volume_percent == other->volume_percent &&
	       style->pauses_percent == other->pauses_percent;
}

gboolean
oq_style_is_valid(const OqStyle *style)
{
	gboolean is_speed = style->speed_wpm == 0 || (style->speed_wpm >= OQ_SPEED_MIN_WPM &&
							     style->speed_wpm <= OQ_SPEED_MAX_WPM);

	gboolean is_pauses = style->pauses_percent >= OQ_PAUSES_MIN_PERCENT &&
			     style->pauses_percent <= OQ_PAUSES_MAX_PERCENT;

	return memchr(style->voice, '\0', sizeof style->voice) != NULL && is_speed && is_pauses &&
	       style->pitch_percent <= 100 && style->volume_percent <= 100;
}
