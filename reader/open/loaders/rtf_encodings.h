/* rtf_encodings.h - encodings of an RTF, by the numbers of code pages. */
#pragma once

#include "document/encodings/encoding.h"

/** oq_rtf_encodings_new: (transfer full) */
GHashTable *oq_rtf_encodings_new(void);

/** oq_rtf_encodings_get: (transfer none) (nullable): windows-1251 where the number is none. */
OqEncoding *oq_rtf_encodings_get(GHashTable *encodings, gint code_page);
