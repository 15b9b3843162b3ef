/* espeak_data.h - our own data folder of eSpeak NG: links to the system's data, with a Kazakh voice
 * of our own (voices/espeak/) compiled against them. */
#pragma once

#include <glib.h>

/**
 * oq_espeak_data_fits:
 * @folder: (nullable): our data folder; NULL: there is none
 *
 * A compiled dictionary names phonemes by their number in the system's table, so after an upgrade
 * of eSpeak NG it would say anything. The folder's stamp knows the table that it was compiled for.
 *
 * Returns: FALSE and OQ_SPEECH_ERROR_NO_VOICE when our voice must not be used
 */
gboolean oq_espeak_data_fits(const char *folder, GError **error);
