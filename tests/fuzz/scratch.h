/* scratch.h - a file in memory, for what reads files. */
#pragma once

#include <glib.h>

typedef struct {
	int fd;
	char *path; /* for this process */
} Scratch;

/** scratch_init: ends the process when there is no memory for it. */
void scratch_init(Scratch *scratch, const char *bytes, gsize n_bytes);
void scratch_clear(Scratch *scratch);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Scratch, scratch_clear)
