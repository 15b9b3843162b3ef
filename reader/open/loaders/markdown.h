/* markdown.h - Markdown (CommonMark, with the tables that GitHub's has). */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_markdown;
