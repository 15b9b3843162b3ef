/* lines.h - whether a sentence goes on in the next line.
 *
 * It does when its line ends in a comma, a dash or an opening bracket, when the next line begins
 * with a small letter, and in hard-wrapped text (wrapping.h). A line that ends in . ! ? … or before
 * an empty line or an item of a list ends the sentence. */
#pragma once

#include "text/segments/scan.h"
#include "text/utterance.h"

/**
 * oq_lines_judge:
 * @newline: a line break
 * @wrap_columns: (inout): width of hard-wrapped text seen so far, or 0
 * @after: (out): where the sentence goes on
 * @follows: (out): what comes after a sentence that ends here
 */
OqVerdict oq_lines_judge(const OqScan *scan, const char *newline, guint *wrap_columns,
	const char **after, OqBreak *follows);
