/* lists.h - the rules of numbers that share a noun or stand before the letter of a class: 1, 2 және
 * 3-тармақтар, 11а сынып (kazakh-reading.md, 2). */
#pragma once

#include "text/rules/rule.h"

/** oq_lists_are_ordinal: whether a number is one of several that share a noun which orders them. */
gboolean oq_lists_are_ordinal(const OqSentence *sentence, guint at);

/** The rules: any of 1,2,3-сыныптар, 12 және 13 қазанда, 1-4 сыныптар */
guint oq_lists_shared(OqRuleContext *context, guint at);

/** 10 «А» сынып, 11а сынып, 9Ә */
guint oq_lists_class(OqRuleContext *context, guint at);

/** №№ before a list, §§ */
guint oq_lists_signs(OqRuleContext *context, guint at);
