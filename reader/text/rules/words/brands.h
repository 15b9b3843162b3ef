/* brands.h - the rules of names in Latin letters with figures (kazakh-reading.md, 7). */
#pragma once

#include "text/rules/rule.h"

/** iOS 18.2 is a version, whose point is said; IELTS 6.5 and Apple 2.5 млрд are amounts. */
guint oq_brands_version(OqRuleContext *context, guint at);

/** G of 5G, D of 3D-ге, o of ChatGPT-4o: the letter's name, with its ending. */
guint oq_brands_letter(OqRuleContext *context, guint at);
