/* pdf.h - PDF with a text layer: its lines as paragraphs again. */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_pdf;
