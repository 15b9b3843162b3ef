/* acronyms.h - the rule of acronyms (kazakh-reading.md, 7). */
#pragma once

#include "text/rules/rule.h"

/** АҚШ, ТМД-ға: as acronyms.tsv says; else by letters when there is no vowel among them. */
guint oq_acronyms_say(OqRuleContext *context, guint at);
