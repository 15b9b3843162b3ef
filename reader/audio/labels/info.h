/* info.h - the plain texts of WAV and AIFF files. */
#pragma once

#include "audio/labels/chunks.h"
#include "audio/labels/tags.h"

/** oq_info_add_wav: LIST INFO, in UTF-8. */
void oq_info_add_wav(OqChunks *chunks, const OqTags *tags);

/** oq_info_add_aiff: NAME, AUTH, (c) and ANNO, in ASCII, as the format demands. */
void oq_info_add_aiff(OqChunks *chunks, const OqTags *tags);
