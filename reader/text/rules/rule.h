/* rule.h - what a rule is, and how it says its words.
 *
 * A rule looks at the tokens from one on, and at any others around them; if it applies, it puts the
 * words for the tokens that it takes into context->words and returns how many it takes. It cannot
 * fail: what it does not understand it leaves to the rules after it. */
#pragma once

#include "text/repair/clean.h"
#include "text/words/sentence.h"

typedef struct {
	const OqSentence *sentence;
	OqPunctuation punctuation; /* which signs are named */
	GString *words;       /* empty when a rule is called; left empty: the tokens are silent */
	gboolean keeps_signs; /* the tokens taken are signs, which also stay behind their names */
	guint limit; /* the next token that is said by the user's words: no rule takes it; 0: none
		      */
	const OqClean *clean; /* (nullable): that which repaired the sentence, … */
	const char *source;   /* … and as it was before */
} OqRuleContext;

/** Returns: the number of tokens taken, from @at on; 0: the rule does not apply. */
typedef guint (*OqRuleApply)(OqRuleContext *context, guint at);

typedef struct {
	const char *name;      /* as `text --explain` shows it */
	const char *paragraph; /* of kazakh-reading.md */
	OqRuleApply apply;
} OqRule;

/**
 * oq_rule_try: what the rule takes at @at; where that would go beyond context->limit, what it takes
 *   of a sentence that ends there. Truncates context->words first.
 * @says_ahead: it also says words of tokens that it does not take
 */
guint oq_rule_try(const OqRule *rule, OqRuleContext *context, guint at, gboolean says_ahead);

/** oq_rule_say: appends a word of words.tsv to context->words. */
void oq_rule_say(OqRuleContext *context, OqNamedWord word);

/** oq_rule_append: appends words, after a space where one is due. */
void oq_rule_append(OqRuleContext *context, const char *words);

/** oq_rule_append_slice: the same of what is written. */
void oq_rule_append_slice(OqRuleContext *context, OqSlice words);

/** oq_rule_say_cardinal, oq_rule_say_ordinal: the digits of a token, which is a number. */
void oq_rule_say_cardinal(OqRuleContext *context, const OqToken *number);
void oq_rule_say_ordinal(OqRuleContext *context, const OqToken *number);

/** oq_rule_attach: attaches an ending of suffixes.tsv to the last word. */
void oq_rule_attach(OqRuleContext *context, OqNamedSuffix suffix);

/**
 * oq_rule_suffix:
 * @at: where a hyphen may stand
 *
 * Attaches the endings written there behind a hyphen or, after figures, without one (loose.h), to
 * context->words.
 *
 * Returns: the number of tokens taken: 0 when there are no endings
 */
guint oq_rule_suffix(OqRuleContext *context, guint at);

/** oq_rule_particle: the particle да behind what was said, in the form that goes with it: 346 де is
 * … алты да. Returns: the number of tokens taken */
guint oq_rule_particle(OqRuleContext *context, guint at);

/** oq_rule_cut_genitive: attaches a genitive of which the last letter alone is written behind a
 * hyphen: ҮЕҰ-ң. Returns: the number of tokens taken */
guint oq_rule_cut_genitive(OqRuleContext *context, guint at);

/** oq_rule_suffix_of_kind: the same if the first of the endings is of that kind, else 0. */
guint oq_rule_suffix_of_kind(OqRuleContext *context, guint at, OqSuffixKind kind);

/** oq_rule_suffix_of_phrase: the same behind words that stand for an abbreviation and may end in a
 * 3rd-person possessive: ҚР-ға is Қазақстан Республикасына. */
guint oq_rule_suffix_of_phrase(OqRuleContext *context, guint at);

/** oq_rule_find_suffix_of_phrase: the endings that are written there, in whichever form: обл-на and
 * обл-сына are both облысына. */
gboolean oq_rule_find_suffix_of_phrase(const OqSentence *sentence, guint at, OqSuffixes *suffixes);

/** oq_rule_attach_to_phrase: endings to such words. */
void oq_rule_attach_to_phrase(OqRuleContext *context, const OqSuffixes *suffixes);
