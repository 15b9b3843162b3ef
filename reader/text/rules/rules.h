/* rules.h - the one ordered list of rules. */
#pragma once

#include "text/rules/rule.h"

/**
 * oq_rules_apply:
 * @n_taken: (out): how many tokens the rule takes, at least 1
 *
 * Tries the rules in their order; the words of the first that applies are in context->words.
 *
 * Returns: that rule, or NULL: the token is said as it is written
 */
const OqRule *oq_rules_apply(OqRuleContext *context, guint at, guint *n_taken);
