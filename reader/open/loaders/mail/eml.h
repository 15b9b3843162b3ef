/* eml.h - loader of letters (e-mail, EML): the subject, who wrote it, the text, and the names of
 * the files that came with it. */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_eml;
