/* pdf_letters.h - letters that a page's font names wrongly: fonts from before Unicode held Kazakh
 * letters in the places of others. */
#pragma once

#include "document/encodings/mojibake.h"
#include "open/loaders/pdf/pdf_page.h"

/** oq_pdf_letters_judge: what was done to the letters of @page; it is kept there. */
void oq_pdf_letters_judge(OqPdfPage *page);

/** oq_pdf_letters_repair: @neighbours (element-type OqPdfPage) tell of a page that has too few
 * letters itself. */
void oq_pdf_letters_repair(OqPdfPage *page, const GPtrArray *neighbours);

/** oq_pdf_letters_repaired: (transfer full): what was misread in that way. */
char *oq_pdf_letters_repaired(OqMojibake kind, const char *text);
