/* rules.c - see the header. */
#include "text/rules/rules.h"

#include "text/rules/numbers/calendar.h"
#include "text/rules/numbers/figures.h"
#include "text/rules/numbers/fractions.h"
#include "text/rules/numbers/identifiers.h"
#include "text/rules/numbers/measures.h"
#include "text/rules/numbers/roman.h"
#include "text/rules/numbers/times.h"
#include "text/rules/signs.h"
#include "text/rules/words/abbreviations.h"
#include "text/rules/words/acronyms.h"
#include "text/rules/words/addresses.h"
#include "text/rules/words/foreign.h"

/* Units and abbreviations are no longer. */
#define MAX_SHORT_CHARS 6

/* What a token must be like for a rule to be tried: most words are like none of these. */
typedef enum {
	ANY = 0,
	CAPITALS = 1 << 0, /* nothing but capitals */
	SHORT = 1 << 1,    /* at most MAX_SHORT_CHARS */
	GLUED = 1 << 2,    /* the next token stands directly behind it */
	CUT = 1 << 3,      /* short, and glued or without a vowel: no whole Kazakh word */
	ASCII = 1 << 4,    /* its first letter */
	FOREIGN = 1 << 5,  /* its first letter is of another alphabet */
	AHEAD = 1 << 15,   /* anything; but the rule says words of tokens that it does not take */
} Traits;

typedef struct {
	OqRule rule;
	Traits needs;
} Entry;

/* In each list the first that applies wins, so the more particular stands before the more general.
 */
static const Entry number_rules[] = {
	{{"date", "3", oq_calendar_date}, ANY},
	{{"card", "1", oq_identifiers_card}, ANY},
	{{"telephone", "1", oq_identifiers_telephone}, ANY},
	{{"identifier", "1", oq_identifiers_identifier}, ANY},
	{{"version", "1", oq_identifiers_version}, ANY},
	{{"clock", "6", oq_times_clock}, ANY},
	{{"score", "6", oq_times_score}, ANY},
	{{"fraction", "4", oq_fractions_common}, ANY},
	{{"item", "2", oq_figures_item}, ANY},
	{{"day-of-month", "3", oq_calendar_day_of_month}, ANY},
	{{"suffix", "5", oq_figures_with_suffix}, ANY},
	{{"day", "2", oq_calendar_day}, ANY},
	{{"hyphen", "2", oq_figures_hyphen}, ANY},
	{{"hanging", "2", oq_figures_hanging}, ANY},
	{{"year", "3", oq_calendar_year}, ANY},
	{{"bracketed-year", "3", oq_calendar_bracketed}, ANY},
	{{"century", "2", oq_calendar_century}, ANY},
	{{"rate", "6", oq_measures_rate}, AHEAD},
	{{"numbered", "2", oq_figures_numbered}, ANY},
	{{"decimal", "4", oq_figures_decimal}, ANY},
	{{"grouped", "1", oq_figures_grouped}, ANY},
	{{"digits", "1", oq_figures_digits}, ANY},
	{{"cardinal", "1", oq_figures_cardinal}, ANY},
};

static const Entry word_rules[] = {
	{{"foreign", "7", oq_foreign_say}, FOREIGN},
	{{"address", "7", oq_addresses_say}, GLUED},
	{{"account", "1", oq_identifiers_account}, CAPITALS},
	{{"initial", "7", oq_abbreviations_initial}, CAPITALS | GLUED},
	{{"year-abbreviation", "3", oq_calendar_abbreviation}, CUT},
	{{"money", "6", oq_measures_money_code}, CAPITALS},
	{{"abbreviation", "7", oq_abbreviations_expand}, CUT},
	{{"unit", "6", oq_measures_unit}, SHORT},
	{{"currency", "6", oq_measures_currency_code}, SHORT},
	{{"roman", "2", oq_roman_ordinal}, CAPITALS},
	{{"small-roman", "2", oq_roman_small}, ASCII},
	{{"acronym", "7", oq_acronyms_say}, CAPITALS},
};

static const Entry sign_rules[] = {
	{{"telephone", "1", oq_identifiers_telephone}, ANY},
	{{"minus", "1", oq_figures_minus}, ANY},
	{{"money", "6", oq_measures_money}, ANY},
	{{"currency", "6", oq_measures_currency}, ANY},
	{{"degree", "6", oq_measures_degree}, ANY},
	{{"fraction", "4", oq_fractions_sign}, ANY},
	{{"numero", "2", oq_signs_numero}, ANY},
	{{"punctuation", "7", oq_signs_punctuation}, ANY},
	{{"sign", "7", oq_signs_named}, ANY},
	{{"silent", "7", oq_signs_silent}, ANY},
};

static const struct {
	const Entry *rules;
	guint n_rules;
} lists[] = {
	[OQ_TOKEN_WORD] = {word_rules, G_N_ELEMENTS(word_rules)},
	[OQ_TOKEN_NUMBER] = {number_rules, G_N_ELEMENTS(number_rules)},
	[OQ_TOKEN_SIGN] = {sign_rules, G_N_ELEMENTS(sign_rules)},
};

static Traits
traits_of(const OqSentence *sentence, guint at)
{
	const OqToken *token = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	gboolean glued = next != NULL && !next->gap;
	gboolean ascii = (guchar)sentence->text[token->start] < 0x80;
	Traits traits = (token->all_capitals ? CAPITALS : ANY) | (glued ? GLUED : ANY) |
			(ascii ? ASCII : ANY);
	if (oq_foreign_is_letter(token->sign))
		traits |= FOREIGN;
	if (token->n_chars > MAX_SHORT_CHARS)
		return traits;
	gboolean cut = glued || !oq_letters_has_vowel(oq_lexicon_letters(sentence->lexicon),
					oq_sentence_text(sentence, token));
	return traits | SHORT | (cut ? CUT : ANY);
}

const OqRule *
oq_rules_apply(OqRuleContext *context, guint at, guint *n_taken)
{
	const OqSentence *sentence = context->sentence;
	OqTokenKind kind = sentence->tokens[at].kind;
	Traits traits = traits_of(sentence, at);
	for (guint i = 0; i < lists[kind].n_rules; i++) {
		const Entry *entry = &lists[kind].rules[i];
		if ((entry->needs & ~traits & ~AHEAD) != 0)
			continue;
		gboolean says_ahead = (entry->needs & AHEAD) != 0;
		*n_taken = oq_rule_try(&entry->rule, context, at, says_ahead);
		if (*n_taken > 0)
			return &entry->rule;
	}
	*n_taken = 1;
	return NULL;
}
