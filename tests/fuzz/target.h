/* target.h - what libFuzzer calls, or driver.c where there is none. */
#pragma once

#include <glib.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);

/** Returns: 0; what is wrong ends the process. */
int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize n_bytes);
