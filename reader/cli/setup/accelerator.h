/* accelerator.h - keys as GTK and XFCE write them: "<Control><Alt>o". */
#pragma once

#include "base/chord.h"

/** oq_accelerator_is: the key is this one, however its modifiers are called. */
gboolean oq_accelerator_is(const char *accelerator, const OqChord *chord);
