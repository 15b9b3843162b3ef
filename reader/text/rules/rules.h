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

/** oq_rules_are_certain: whether the words of the rules of that name are beyond doubt. */
gboolean oq_rules_are_certain(const char *name);

/** oq_rules_are_measures: whether they are a unit or money. */
gboolean oq_rules_are_measures(const char *name);
