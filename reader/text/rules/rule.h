/* rule.h - what a rule matches and says.
 *
 * A rule looks at the tokens from one on, and at any others around them; if it applies, it puts the
 * words for the tokens that it takes into context->words and returns how many it takes. It cannot
 * fail: what it does not understand it leaves to the rules after it. */
#pragma once

#include "text/lexicon/lexicon.h"
#include "text/words/suffixes.h"
#include "text/words/tokens.h"

typedef struct {
	const OqLexicon *lexicon;
	OqPunctuation punctuation; /* which signs are named */
	const char *sentence;
	const OqToken *tokens;
	guint n_tokens;
	GString *words;       /* empty when a rule is called; left empty: the tokens are silent */
	gboolean keeps_signs; /* the tokens taken are signs, which also stay behind their names */
	GString *lower;       /* scratch of oq_rule_lower() */
} OqRuleContext;

/** Returns: the number of tokens taken, from @at on; 0: the rule does not apply. */
typedef guint (*OqRuleApply)(OqRuleContext *context, guint at);

typedef struct {
	const char *name;      /* as `text --explain` shows it */
	const char *paragraph; /* of kazakh-reading.md */
	OqRuleApply apply;
} OqRule;

/** The token at an index, or NULL beyond the ends. */
const OqToken *oq_rule_token(const OqRuleContext *context, guint at);

OqSlice oq_rule_text(const OqRuleContext *context, const OqToken *token);

/** oq_rule_lower: the token's text in lower case, valid until the next call. */
OqSlice oq_rule_lower(OqRuleContext *context, const OqToken *token);

/** oq_rule_is_number, oq_rule_is_word: FALSE for NULL. */
gboolean oq_rule_is_number(const OqToken *token);
gboolean oq_rule_is_word(const OqToken *token);
gboolean oq_rule_is_sign(const OqToken *token, gunichar sign);

/** oq_rule_value: of a number of at most four digits; G_MAXUINT of a longer one. */
guint oq_rule_value(const OqRuleContext *context, const OqToken *number);

/** oq_rule_context: what the word says of a number beside it (contexts.tsv); none for other tokens.
 */
OqContext oq_rule_context(OqRuleContext *context, const OqToken *token);

/** oq_rule_find_ending: the ending behind a stem of that kind in contexts.tsv; FALSE when the token
 * is no such word, or has no ending. */
gboolean oq_rule_find_ending(
	OqRuleContext *context, const OqToken *token, OqContext kind, OqSuffixes *ending);

/** oq_rule_is_verb: whether a word ends like the verb that closes a sentence (contexts.tsv). */
gboolean oq_rule_is_verb(OqRuleContext *context, const OqToken *token);

/** oq_rule_is_saying: whether a word is a verb of saying (sentences.tsv). */
gboolean oq_rule_is_saying(OqRuleContext *context, const OqToken *token);

/** oq_rule_is_form: whether the token is the stem with any case ending, or none. */
gboolean oq_rule_is_form(OqRuleContext *context, const OqToken *token, OqSlice stem);

/** oq_rule_say: appends a word of words.tsv to context->words. */
void oq_rule_say(OqRuleContext *context, OqNamedWord word);

/** oq_rule_append: appends words, after a space where one is due. */
void oq_rule_append(OqRuleContext *context, const char *words);

/** oq_rule_attach: attaches an ending of suffixes.tsv to the last word. */
void oq_rule_attach(OqRuleContext *context, OqNamedSuffix suffix);

/** oq_rule_is_dash: a hyphen, dash or minus sign. */
gboolean oq_rule_is_dash(const OqToken *token);

/** oq_rule_is_point: a point that stands directly behind the token before it. */
gboolean oq_rule_is_point(const OqRuleContext *context, guint at);

/** oq_rule_skip_point: 1 when there is a point that is the abbreviation's before it alone, and not
 * also the end of the sentence or of what is quoted («5 тг.» деді); else 0. */
guint oq_rule_skip_point(OqRuleContext *context, guint at);

/** oq_rule_is_genitive: whether a word ends like a genitive: наурыздың. */
gboolean oq_rule_is_genitive(OqRuleContext *context, const OqToken *token);

/**
 * oq_rule_suffix:
 * @at: where a hyphen may stand
 *
 * Attaches the endings written there behind a hyphen, without a gap, to context->words.
 *
 * Returns: the number of tokens taken: 2, or 0 when there are no endings
 */
guint oq_rule_suffix(OqRuleContext *context, guint at);

/** oq_rule_suffix_of_kind: the same if the first of the endings is of that kind, else 0. */
guint oq_rule_suffix_of_kind(OqRuleContext *context, guint at, OqSuffixKind kind);

/** oq_rule_suffix_of_phrase: the same behind words that stand for an abbreviation and may end in a
 * 3rd-person possessive: ҚР-ға is Қазақстан Республикасына. */
guint oq_rule_suffix_of_phrase(OqRuleContext *context, guint at);

/** oq_rule_find_suffix: what oq_rule_suffix() would attach; NULL when there is nothing. */
const OqSuffix *oq_rule_find_suffix(OqRuleContext *context, guint at, OqSuffixes *suffixes);
