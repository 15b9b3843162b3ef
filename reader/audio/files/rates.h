/* rates.h - which rates a format has that libsndfile would only stumble over while it writes. */
#pragma once

#include <glib.h>

/**
 * oq_rates_check:
 * @extension: of the format, in small letters
 *
 * A frame of FLAC tells a rate in 16 bits, and a higher one in tens of Hz.
 *
 * Returns: FALSE and what oq_rates_refuse() says
 */
gboolean oq_rates_check(const char *extension, guint rate_hz, GError **error);

/** oq_rates_refuse: FALSE and OQ_AUDIO_ERROR_FORMAT, always. */
gboolean oq_rates_refuse(const char *extension, guint rate_hz, GError **error);
