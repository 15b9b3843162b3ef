/* pdf_notes.h - notes at the foot of a page. */
#pragma once

#include "open/loaders/pdf/pdf_page.h"
#include "open/notes.h"

/** oq_pdf_notes_take: the notes of @page, whose first lines are known, are no lines of it any more.
 */
void oq_pdf_notes_take(OqPdfPage *page);

/** oq_pdf_notes_refer: what is written refers to them now. */
void oq_pdf_notes_refer(const OqPdfPage *page, OqNoteBook *book);
