/* rtf.h - Rich Text Format 1.9. */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_rtf;
