/* acronyms.h - the rules of acronyms (kazakh-reading.md, 7). */
#pragma once

#include "text/rules/rule.h"

/** БАҚ, ТМД-ға: as acronyms.tsv says; else by letters when they cannot be said as a word. */
guint oq_acronyms_say(OqRuleContext *context, guint at);

/** ӘҚБтК, ҚазНТУ, ЖШСтің: with small letters among the capitals or an ending behind them. */
guint oq_acronyms_joined(OqRuleContext *context, guint at);

/** тмд: in small letters, where these have no vowel, and acronyms.tsv has them. */
guint oq_acronyms_small(OqRuleContext *context, guint at);
