/* rtf_encodings.h - those that an RTF names by their code pages. */
#pragma once

#include "document/encodings/encoding.h"

#define OQ_RTF_RUSSIAN 1251

typedef struct _OqRtfEncodings OqRtfEncodings;

OqRtfEncodings *oq_rtf_encodings_new(void);
void oq_rtf_encodings_free(OqRtfEncodings *encodings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqRtfEncodings, oq_rtf_encodings_free)

/** oq_rtf_encodings_find: (nullable): that of the code page; Russian when it is not known, or when
 * more were asked for than any text has. */
OqEncoding *oq_rtf_encodings_find(OqRtfEncodings *encodings, gint code_page);
