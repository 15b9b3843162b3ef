/* plurals.h - the rule of what translators of software write for each number and kind, of which one
 * is said: {count, plural, one {# файл} other {# файл}} (ICU MessageFormat). */
#pragma once

#include "text/rules/rule.h"

/** oq_plurals_say: makes silent all but the text of "other", which is said as any text is. */
guint oq_plurals_say(OqRuleContext *context, guint at);
