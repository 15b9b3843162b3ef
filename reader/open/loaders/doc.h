/* doc.h - documents of Word 97 to 2003, where antiword or catdoc is installed (tool.h). */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_doc;
