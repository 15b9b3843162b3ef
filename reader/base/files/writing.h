/* writing.h - bytes that are all written, however few the other side takes at a time. */
#pragma once

#include <glib.h>

/** oq_writing_all: FALSE and errno; then some of them may have been written. */
gboolean oq_writing_all(int fd, const char *bytes, gsize n_bytes);
