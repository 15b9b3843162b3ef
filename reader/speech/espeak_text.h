/* espeak_text.h - keeps from eSpeak NG 1.51 what it cannot bear. */
#pragma once

#include <glib.h>

/**
 * oq_espeak_text_make:
 * @spoken: valid UTF-8 without NUL
 * @text: overwritten: what may be given to eSpeak; characters that may not have become spaces
 * @places: (element-type guint32): overwritten: for each character of @text its byte in @spoken
 */
void oq_espeak_text_make(const GString *spoken, GString *text, GArray *places);
