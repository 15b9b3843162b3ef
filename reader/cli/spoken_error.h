/* spoken_error.h - an error that ends the program, for somebody who does not see it. */
#pragma once

#include "cli/call.h"

/** oq_spoken_error: says @error aloud, if the verb with these @traits speaks and somebody sits at
 * the terminal, whose next key ends it; nothing comes of it where the sound itself is what failed.
 * The line that is printed is the caller's. */
void oq_spoken_error(const OqCall *call, guint traits, const GError *error);
