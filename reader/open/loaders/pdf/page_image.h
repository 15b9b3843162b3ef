/* page_image.h - a picture of a page, whose text tesseract recognises where it is installed
 * (tool.h). */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_page_image;
