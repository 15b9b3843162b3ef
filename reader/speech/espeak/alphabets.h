/* alphabets.h - which letters the voices of eSpeak NG know: its 1.51 reads freed memory when it
 * meets some that are strange to a voice. */
#pragma once

#include <glib.h>

/** OqAlphabet: of a language; NULL: Latin letters alone. */
typedef struct _OqAlphabet OqAlphabet;

/** oq_alphabets_find: @language: as eSpeak NG names its place, "grk/el", with a variant or without;
 * static. */
const OqAlphabet *oq_alphabets_find(const char *language);

/** oq_alphabets_has: the letter or mark is one of its own, or Latin. */
gboolean oq_alphabets_has(const OqAlphabet *alphabet, gunichar c);
