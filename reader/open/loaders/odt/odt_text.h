/* odt_text.h - the body of an ODT as blocks. */
#pragma once

#include "open/loaders/odt/odt_objects.h"
#include "open/loaders/odt/odt_styles.h"
#include "open/notes.h"

typedef struct {
	OqXmlPull *xml; /* "body" has started */
	const OqOdtStyles *styles;
	OqNoteBook *notes;
	guint64 n_bytes; /* of the part; 0: not known */
	OqOdtObjects *objects;
} OqOdtText;

/** oq_odt_text_read: to the end of the body. Returns: FALSE and OQ_OPEN_ERROR; what was before is
 * written. */
gboolean oq_odt_text_read(const OqOdtText *text, OqBlockWriter *out, GError **error);
