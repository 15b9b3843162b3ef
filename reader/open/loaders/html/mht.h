/* mht.h - loader of pages that a browser saved with all that belongs to them (MHTML): the page
 * itself. */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_mht;
