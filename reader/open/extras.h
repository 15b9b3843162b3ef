/* extras.h - what is found within a paragraph, or a table, and belongs behind it: what stands for
 * images, text in boxes, notes. */
#pragma once

#include "open/notes.h"

typedef struct _OqExtras OqExtras;

/** oq_extras_new: @notes: of which the end of a block is told */
OqExtras *oq_extras_new(OqNoteBook *notes);
void oq_extras_free(OqExtras *extras);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqExtras, oq_extras_free)

/** oq_extras_add_image: @text (nullable): a description. _box: a paragraph. */
void oq_extras_add_image(OqExtras *extras, const char *text);
void oq_extras_add_box(OqExtras *extras, const char *text);

/** oq_extras_put: no block is open. */
void oq_extras_put(OqExtras *extras, OqBlockWriter *out);
