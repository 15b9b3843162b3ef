/* writers.h - whether anybody writes a file. */
#pragma once

#include <glib.h>

typedef enum {
	OQ_WRITERS_NONE,
	OQ_WRITERS_SOME,
	OQ_WRITERS_UNKNOWN, /* it is another user's, or on another machine */
} OqWriters;

OqWriters oq_writers_of(const char *path);
