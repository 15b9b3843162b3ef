/* contractions.h - the rule of words of which the beginning and the end are written, with a hyphen
 * or slash between them (kazakh-reading.md, 7). */
#pragma once

#include "text/rules/rule.h"

/** к-сі, ун-тінің, мин-лігі, б/ша */
guint oq_contractions_say(OqRuleContext *context, guint at);
