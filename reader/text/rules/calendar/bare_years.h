/* bare_years.h - the rules of years that nothing but their place or their case tells of
 * (kazakh-reading.md, 3). */
#pragma once

#include "text/rules/rule.h"

/** 2003-те туған, 2003-тен бері, 2030-ға дейін */
guint oq_bare_years_with_case(OqRuleContext *context, guint at);

/** 1911-1914 «Қазақ» газетінде; "1911–1914 – …" at the head of a sentence; either of both years */
guint oq_bare_years_range(OqRuleContext *context, guint at);
