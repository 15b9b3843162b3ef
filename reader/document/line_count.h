/* line_count.h - on which line of a text a place is, as the text comes in; memory holds the lines
 * between the place that was asked for last and what came in. */
#pragma once

#include <glib.h>

typedef struct _OqLineCount OqLineCount;

OqLineCount *oq_line_count_new(void);
void oq_line_count_free(OqLineCount *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqLineCount, oq_line_count_free)

/** oq_line_count_feed: the text from byte @start on; what was fed already does not count again. */
void oq_line_count_feed(OqLineCount *lines, guint64 start, const char *text, gsize n_bytes);

/** oq_line_count_at: the line that holds @position, counted from 1; positions ascend. */
guint oq_line_count_at(OqLineCount *lines, guint64 position);
