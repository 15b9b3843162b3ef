/* plain_lines.h - text that another program has written, line by line, as blocks. */
#pragma once

#include "open/loader.h"

/** oq_plain_lines_write_recognised: @text: of a page, as tesseract has it: an empty line is the end
 * of a paragraph, and its lines are those of the page. */
void oq_plain_lines_write_recognised(GBytes *text, OqBlockWriter *out);

/** oq_plain_lines_write_word: @text: as antiword and catdoc have it: a paragraph a line, a row of a
 * table between bars, and the notes at the end, by number. */
void oq_plain_lines_write_word(GBytes *text, OqNotes notes, OqBlockWriter *out);
