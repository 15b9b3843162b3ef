/* id3.h - the tags of an MP3 file, which WAV and AIFF may hold in a chunk, too. */
#pragma once

#include "audio/labels/tags.h"

/**
 * oq_id3_make:
 * @rate_hz: of the chapters' frames; 0: without chapters
 *
 * Returns: (transfer full): an ID3v2.4 tag in UTF-8, the chapters with their contents
 */
GByteArray *oq_id3_make(const OqTags *tags, guint rate_hz);
