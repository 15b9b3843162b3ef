/* pdf_picture.h - a page of a PDF as a picture in a file's format. */
#pragma once

#include <glib.h>
#include <poppler.h>

/**
 * oq_pdf_picture_new:
 * @points_per_pixel: (out)
 *
 * Returns: (nullable): a PGM; NULL: there is nothing on the page
 */
GBytes *oq_pdf_picture_new(PopplerPage *page, double *points_per_pixel);
