/* rule.h - what a rule matches and says.
 *
 * A rule looks at the tokens from one on, and at any others around them; if it applies, it puts the
 * words for the tokens that it takes into context->words and returns how many it takes. It cannot
 * fail: what it does not understand it leaves to the rules after it. */
#pragma once

#include "text/lexicon.h"
#include "text/tokens.h"

typedef struct {
	const OqLexicon *lexicon;
	const char *sentence;
	const OqToken *tokens;
	guint n_tokens;
	GString *words; /* empty when a rule is called; left empty: the tokens are silent */
	GString *lower; /* scratch of oq_rule_lower() */
} OqRuleContext;

/** Returns: the number of tokens taken, from @at on; 0: the rule does not apply. */
typedef guint (*OqRuleApply)(OqRuleContext *context, guint at);

typedef struct {
	const char *name;      /* as `text --explain` shows it */
	const char *paragraph; /* of kazakh-reading.md */
	OqTokenKind begins;    /* the kind of its first token */
	OqRuleApply apply;
} OqRule;

/** The token at an index, or NULL beyond the ends. */
const OqToken *oq_rule_token(const OqRuleContext *context, guint at);

OqSlice oq_rule_text(const OqRuleContext *context, const OqToken *token);

/** oq_rule_lower: the token's text in lower case, valid until the next call. */
OqSlice oq_rule_lower(OqRuleContext *context, const OqToken *token);

gboolean oq_rule_is_sign(const OqToken *token, gunichar sign);

/** oq_rule_is_dash: a hyphen, dash or minus sign. */
gboolean oq_rule_is_dash(const OqToken *token);

/**
 * oq_rule_suffix:
 * @at: where a hyphen may stand
 *
 * Attaches the endings written there behind a hyphen, without a gap, to context->words.
 *
 * Returns: the number of tokens taken: 2, or 0 when there are no endings
 */
guint oq_rule_suffix(OqRuleContext *context, guint at);
