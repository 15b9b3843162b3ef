/* weekdays.h - the rule of days of the week that are written short (kazakh-reading.md, 3). */
#pragma once

#include "text/rules/rule.h"

/** Дс–Жм 9:00–18:00, сс, бс; жм. 17:00; дс-ден; not the letters alone */
guint oq_weekdays_short(OqRuleContext *context, guint at);
