/* ole.h - the files of old office programs, in which new ones put what they encrypt. */
#pragma once

#include "open/loader.h"

/** oq_ole_is_locked: it is such a file, and what it holds is encrypted. */
gboolean oq_ole_is_locked(const OqOpenJob *job);

/** OQ_OLE_CURE: what is said of one that is not opened. */
#define OQ_OLE_CURE "Word 97: .docx, .odt, antiword, catdoc"
