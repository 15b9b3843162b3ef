/* subtitles.h - captions as files of subtitles. */
#pragma once

#include "radio/sidecars/captions.h"

/** oq_subtitles_srt: SubRip. What a player would take for markup or for a time has an invisible
 * joiner (U+2060) within. */
char *oq_subtitles_srt(const OqTranscript *transcript);

/** oq_subtitles_vtt: WebVTT, as the W3C defines it. */
char *oq_subtitles_vtt(const OqTranscript *transcript);
