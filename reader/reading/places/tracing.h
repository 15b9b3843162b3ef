/* tracing.h - a text looked through for the place that a trace (trace.h) was left at.
 *
 * The whole trace is the best clue; then what stood behind the place, what stood before it, and
 * halves of these: so the place is found whether text came or went around it, or its sentence was
 * edited. Of several places with the same clue the one nearest to where it was is taken. White
 * space and line breaks are the same. */
#pragma once

#include "reading/places/trace.h"

typedef struct _OqTracing OqTracing;

/** oq_tracing_new: @near: where the place was. */
OqTracing *oq_tracing_new(const OqTrace *trace, guint64 near);
void oq_tracing_free(OqTracing *tracing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTracing, oq_tracing_free)

/** oq_tracing_feed: @text: whole characters of valid UTF-8, which begin at @position; not before
 * what came last. Where something is left out, there is white space. */
void oq_tracing_feed(OqTracing *tracing, guint64 position, const char *text, gsize n_bytes);

/** oq_tracing_is_sure: the whole trace was found, and what comes is farther away. */
gboolean oq_tracing_is_sure(const OqTracing *tracing);

/** How much of a trace was found. */
typedef enum {
	OQ_TRACED_WHOLE, /* all of it that can be looked for */
	OQ_TRACED_SIDE,  /* what stood behind the place or before it */
	OQ_TRACED_PART,
	OQ_TRACED_NOTHING,
} OqTraced;

/** oq_tracing_end: nothing more comes. @place: (out). */
OqTraced oq_tracing_end(OqTracing *tracing, guint64 *place);
