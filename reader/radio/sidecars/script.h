/* script.h - the text with its times, for whoever edits the programme: a sentence a line, an empty
 * line between paragraphs, headings and titles of items as such. */
#pragma once

#include "radio/transcript.h"

char *oq_script(const OqTranscript *transcript);
