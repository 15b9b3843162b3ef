/* srt.h - SubRip and WebVTT: what is said, without times and marks. */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_srt;
