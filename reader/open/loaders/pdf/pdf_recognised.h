/* pdf_recognised.h - the text of a page that is a picture, as tesseract recognises it (tool.h). */
#pragma once

#include "open/loaders/pdf/pdf_page.h"

/**
 * oq_pdf_recognised_add: the lines, in the order in which tesseract reads them, its columns as
 * parts of the page.
 * @tsv: what it writes: words with their places in pixels
 *
 * What it is not sure of at all is left out: it sees letters in photographs, too.
 */
void oq_pdf_recognised_add(OqPdfPage *page, GBytes *tsv, double points_per_pixel);
