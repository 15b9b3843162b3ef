/* bitrates.c - see the header. */
#include "audio/files/bitrates.h"

#include <glib/gi18n.h>

#include "audio/files/sink.h"

/* Those of ISO 11172-3 and 13818-3, and of what became of them below 16 kHz, whose frames have room
 * for the header that tells how long the file is; 0 behind the last. */
static const struct {
	guint lowest; /* of all, as libsndfile counts */
	guint rates[11];
} lists[] = {
	{32, {64, 80, 96, 112, 128, 160, 192, 224, 256, 320}},
	{8, {64, 80, 96, 112, 128, 144, 160}},
	{8, {32, 40, 48, 56, 64}},
};

static guint
find_list(guint rate_hz)
{
	return rate_hz >= 32000 ? 0 : rate_hz >= 16000 ? 1 : 2;
}

gboolean
oq_bitrates_check(guint rate_hz, guint bitrate_kbps, guint *highest, guint *lowest, GError **error)
{
	gboolean is_found = FALSE;
	const guint *list = lists[find_list(rate_hz)].rates;
	g_autoptr(GString) known = g_string_new(NULL);
	*lowest = lists[find_list(rate_hz)].lowest;
	for (guint i = 0; list[i] != 0; i++) {
		is_found |= list[i] == bitrate_kbps;
		*highest = list[i];
		g_string_append_printf(known, "%s%u", i > 0 ? ", " : "", list[i]);
	}
	if (!is_found)
		g_set_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT,
			_("an .mp3 file of %u Hz cannot have %u kbit/s; give one of %s"), rate_hz,
			bitrate_kbps, known->str);
	return is_found;
}

gfloat
oq_bitrates_softer(guint bitrate_kbps)
{
	if (bitrate_kbps > 224)
		return 1;
	return bitrate_kbps > 192 ? 0.98f : bitrate_kbps > 160 ? 0.97f : 0.95f;
}
