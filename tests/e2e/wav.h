/* wav.h - the samples of a WAV file, for the tests: mono, 16 bits. */
#pragma once

#include <glib.h>

typedef struct {
	guint rate_hz;
	GArray *samples; /* of gint16 */
} Wav;

/** wav_load: anything that is not such a file ends the program with a message. */
void wav_load(Wav *wav, const char *path);
void wav_clear(Wav *wav);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Wav, wav_clear)

/** wav_trim: removes the zeros at both ends. */
void wav_trim(Wav *wav);
