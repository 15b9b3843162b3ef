/* voices.h - the voices of a folder, read once each. One thread at a time. */
#pragma once

#include "speech/voice.h"

typedef struct _OqVoices OqVoices;

/**
 * oq_voices_new:
 * @folder: of NAME.voice files
 * @data_folder: (nullable): our data of eSpeak NG (espeak_data.h)
 */
OqVoices *oq_voices_new(const char *folder, const char *data_folder);
void oq_voices_free(OqVoices *voices);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqVoices, oq_voices_free)

/**
 * oq_voices_choose: the voice that speaks for a name.
 * @name: id or name; "": the default. A name that no file has is taken for one of eSpeak NG's own.
 *   With a language of eSpeak NG behind it, "dauren@gmw/de", it speaks that one instead of Kazakh
 * @notice: (out) (optional) (nullable) (transfer full): what the user should be told: when our data
 *   do not fit the installed eSpeak NG, its plain Kazakh voice takes the place of ours
 *
 * Returns: (transfer none): NULL and OQ_SPEECH_ERROR_NO_VOICE, when a file is damaged, or NO_ENGINE
 */
const OqVoice *oq_voices_choose(OqVoices *voices, const char *name, char **notice, GError **error);

/** oq_voices_add: @voice: (transfer full): one that has no file; from now on its id means it. */
void oq_voices_add(OqVoices *voices, OqVoice *voice);
