/* daisy.h - loader of the text of DAISY 2.02 and 3, as a zip file, and of DTBook by itself. */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_daisy;
