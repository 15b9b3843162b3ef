/* timeline_json.h - a transcript for programs: one JSON object, a sentence a line.
 *
 * Source ranges and spoken words are those of `oqyrman text --json`; a sample is a frame of the
 * file. */
#pragma once

#include "radio/transcript.h"

/** oq_timeline_json: @file: the audio's, as the system spells it. */
char *oq_timeline_json(const OqTranscript *transcript, const char *file);
