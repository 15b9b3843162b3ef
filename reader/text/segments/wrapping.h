/* wrapping.h - whether a line was broken only because it was full. */
#pragma once

#include "text/segments/scan.h"

/** The end of a line and what stands around it. */
typedef struct {
	const char *line_end; /* the line break */
	const char *next;     /* the first character of the next line that is not white space */
	const char *text_end;
	guint n_columns; /* length of the line in characters */
	gboolean final;  /* nothing comes after text_end */
} OqLineBreak;

/**
 * oq_wrapping_judge:
 * @wrap_columns: (inout): width of hard-wrapped text seen so far, or 0
 *
 * Hard-wrapped text is a block of at least three lines, none longer than 100 characters, in which
 * the first word of each line would not have found room in the line before.
 *
 * Returns: OQ_VERDICT_GOES_ON when the line was broken only because it was full
 */
OqVerdict oq_wrapping_judge(const OqLineBreak *line_break, guint *wrap_columns);
