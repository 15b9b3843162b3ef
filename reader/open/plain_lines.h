/* plain_lines.h - text that antiword or catdoc has written as blocks: a paragraph a line, a row of
 * a table between bars or tabs, and the notes at the end, by number. */
#pragma once

#include "open/loader.h"

void oq_plain_lines_write(GBytes *text, OqNotes notes, OqBlockWriter *out);
