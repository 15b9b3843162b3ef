/* test_voice.h - an engine with one of our voices, for tests: the tables live as long as the
 * process, as the one eSpeak NG that it can have does. */
#pragma once

#include "speech/espeak/engine_espeak.h"

/** test_voice: (transfer full): a voice of voices/, or eSpeak NG's own one of that name. */
OqVoice *test_voice(const char *name);

/** test_tables: (transfer none): what engines are told by. */
const OqEspeakTables *test_tables(void);

/** test_engine: (transfer full): fails the test when there is none; @speed_wpm 0: the voice's. */
OqEngine *test_engine(const char *voice, guint speed_wpm);
