/* equations.h - the rules of formulas (kazakh-reading.md, 7): letters and functions by the names
 * that a teacher gives them. */
#pragma once

#include "text/rules/rule.h"

/** Δt, πr: letters of which one is Greek. */
guint oq_equations_greek(OqRuleContext *context, guint at);

/** x of x² + 1, mc of E = mc², sin of sin α: Latin letters beside the signs of a formula. */
guint oq_equations_latin(OqRuleContext *context, guint at);

/** The slash of v = s/t. */
guint oq_equations_slash(OqRuleContext *context, guint at);

/** The dash of y = 5 - x, which stands between spaces. */
guint oq_equations_minus(OqRuleContext *context, guint at);
