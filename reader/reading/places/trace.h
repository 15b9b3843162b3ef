/* trace.h - the text around a place, with which it is found again in a text that was edited. */
#pragma once

#include <glib.h>

/** No more of the text than this is kept, before the place and behind it. */
#define OQ_TRACE_MAX_CHARACTERS 120

typedef struct {
	char *before; /* nullable: the text up to the place, one line (base/line.h) */
	char *words;  /* nullable: the text that begins there */
} OqTrace;

/** oq_trace_set: @before, @words: (nullable): any text; of the one the end is kept, of the other
 * the beginning. */
void oq_trace_set(OqTrace *trace, const char *before, const char *words);
void oq_trace_clear(OqTrace *trace);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqTrace, oq_trace_clear)

/** oq_trace_is_empty: there is nothing to find the place with. */
gboolean oq_trace_is_empty(const OqTrace *trace);
