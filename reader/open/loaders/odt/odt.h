/* odt.h - OpenDocument text (ISO/IEC 26300). */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_odt;
