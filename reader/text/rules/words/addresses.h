/* addresses.h - the rule of e-mail and web addresses (kazakh-reading.md, 7). */
#pragma once

#include "text/rules/rule.h"

/** info@example.kz, www.example.kz/page, https://example.kz: parts and the names of their signs */
guint oq_addresses_say(OqRuleContext *context, guint at);

/**
 * oq_addresses_find_rest: what stands behind the host of a web address, when that is long.
 * @at: where the address may begin
 * @end: (out): behind it
 *
 * Returns: where it begins; @end: there is none
 */
guint oq_addresses_find_rest(const OqSentence *sentence, guint at, guint *end);
