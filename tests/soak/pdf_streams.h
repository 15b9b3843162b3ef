/* pdf_streams.h - PDF files whose streams are no longer packed. */
#pragma once

#include <glib.h>

/** pdf_streams_unpack: (transfer full): its table of objects is wrong then, and is made anew by
 * whoever reads it. */
GBytes *pdf_streams_unpack(GBytes *pdf);
