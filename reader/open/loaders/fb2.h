/* fb2.h - FictionBook 2, also as the one file of a zip. */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_fb2;
