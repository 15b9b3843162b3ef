/* bitrates.h - the bit rates that an MP3 file can have; they depend on its rate. */
#pragma once

#include <glib.h>

/**
 * oq_bitrates_check:
 * @highest, @lowest: (out): of what libsndfile calls the best quality and the worst
 *
 * Returns: FALSE and OQ_AUDIO_ERROR_FORMAT, which names those that there are
 */
gboolean oq_bitrates_check(
	guint rate_hz, guint bitrate_kbps, guint *highest, guint *lowest, GError **error);

/** oq_bitrates_softer: what LAME multiplies all sound by at this constant rate, since it fears for
 * the peaks. */
gfloat oq_bitrates_softer(guint bitrate_kbps);
