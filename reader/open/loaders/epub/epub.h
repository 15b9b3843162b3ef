/* epub.h - loader of EPUB 2 and 3: chapters in the order of the spine. */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_epub;
