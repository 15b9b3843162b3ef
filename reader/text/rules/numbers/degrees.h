/* degrees.h - degrees of temperature and of angles (kazakh-reading.md, 6). */
#pragma once

#include "text/rules/rule.h"

/** oq_degrees_read: the number of tokens of °, °C, °F; 0: no such sign. */
guint oq_degrees_read(const OqSentence *sentence, guint at, gboolean *fahrenheit);

/** oq_degrees_degree: 30 °C, 30°-қа. */
guint oq_degrees_degree(OqRuleContext *context, guint at);

/** oq_degrees_turned: 30 C°, where the letter was typed first. */
guint oq_degrees_turned(OqRuleContext *context, guint at);

/** oq_degrees_minute: 43°14′, 51°10′30″, 55″. */
guint oq_degrees_minute(OqRuleContext *context, guint at);
