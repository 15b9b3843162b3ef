/* fb2_notes.h - the notes of an FB2, which are a body of their own. */
#pragma once

#include "open/markup/xml_pull.h"
#include "open/notes.h"

/** oq_fb2_notes_is_body: whether the element that has started holds notes. */
gboolean oq_fb2_notes_is_body(OqXmlPull *xml);

/** oq_fb2_notes_read: to its end: each section that has a name is a note; its title, which is its
 * mark, is left out. */
void oq_fb2_notes_read(OqXmlPull *xml, OqNoteBook *notes, GError **error);
