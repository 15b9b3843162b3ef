/* ole.h - the files of old office programs, in which new ones put what they encrypt. */
#pragma once

#include "open/loader.h"

typedef enum {
	OQ_OLE_NONE,   /* it is no such file */
	OQ_OLE_OTHER,  /* Word's, or something else */
	OQ_OLE_LOCKED, /* what it holds is encrypted */
	OQ_OLE_SHEETS, /* a spreadsheet */
	OQ_OLE_SLIDES, /* a presentation */
} OqOleKind;

OqOleKind oq_ole_kind(const OqOpenJob *job);

/** OQ_OLE_CURE: what is said of one that is not opened. */
#define OQ_OLE_CURE "Word 97: .docx, .odt, antiword, catdoc"
