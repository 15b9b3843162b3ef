/* addresses.h - the rule of e-mail and web addresses (kazakh-reading.md, 7). */
#pragma once

#include "text/rules/rule.h"

/** info@example.kz, www.example.kz/page, https://example.kz: parts and the names of their signs */
guint oq_addresses_say(OqRuleContext *context, guint at);
