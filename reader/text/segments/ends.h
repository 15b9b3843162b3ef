/* ends.h - whether a sentence ends at . ! ? … */
#pragma once

#include "text/segments/scan.h"

/**
 * oq_ends_judge:
 * @mark: the first of the marks
 * @after: (out): behind marks and closing brackets: the end of the sentence, or where it goes on
 */
OqVerdict oq_ends_judge(const OqScan *scan, const char *mark, const char **after);

/** oq_ends_end_line: whether a line, without the white space at its end, ends in such a mark. */
gboolean oq_ends_end_line(const OqScan *scan, const char *line_end);

/** oq_ends_judge_wrapped: the same for a line that was broken only because it was full. */
OqVerdict oq_ends_judge_wrapped(const OqScan *scan, const char *line_end);
