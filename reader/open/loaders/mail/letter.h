/* letter.h - the plain text of a letter: its paragraphs, and what it quotes of an earlier one. */
#pragma once

#include "open/block_writer.h"

/** oq_letter_write: lines are judged as those of plain texts are; ">" begins what is quoted, "--"
 * parts the name of who wrote it. */
void oq_letter_write(const char *text, OqBlockWriter *out);
