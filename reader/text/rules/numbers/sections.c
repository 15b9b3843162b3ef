/* sections.c - see the header. */
#include "text/rules/numbers/sections.h"

#include "text/words/nouns.h"
#include "text/words/numerals.h"
#include "text/words/roman_value.h"

#define MAX_PART_CHARS  3
#define MAX_LISTED      4  /* 1.1, 1.2 және 1.3-тармақтар */
#define MAX_ID_TOKENS   8  /* № 15-3/45 */
#define MAX_ADDRESS_GAP 2  /* көшесі, 5/7 */
#define MIN_PAIR        11 /* 11/12 пойыз */
#define MAX_PAIR        999

static const OqToken *
number_at(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	return oq_token_is_number(token) && token->n_chars <= MAX_PART_CHARS ? token : NULL;
}

/* Behind 2.3.4; @at: these are not at least two parts. */
static guint
end_of_parts(const OqSentence *sentence, guint at)
{
	const OqToken *first = number_at(sentence, at);
	if (first == NULL || sentence->text[first->start] == '0')
		return at;
	guint end = at + 1;
	while (oq_sentence_is_point(sentence, end)) {
		const OqToken *part = number_at(sentence, end + 1);
		if (part == NULL || part->gap)
			break;
		end += 2;
	}
	return end > at + 1 ? end : at;
}

static gboolean
has_joined_noun(const OqSentence *sentence, guint end)
{
	OqSuffixes suffixes;
	const OqToken *noun = oq_sentence_token(sentence, end + 1);
	return oq_nouns_is_joined(sentence, end) && noun->n_chars > 1 &&
	       oq_sentence_find_suffix(sentence, end, &suffixes) == NULL &&
	       !oq_nouns_is_quantity(sentence, end + 1) &&
	       !(oq_sentence_context(sentence, noun) &
		       (OQ_CONTEXT_BESIDE_DATE | OQ_CONTEXT_PARTICLE | OQ_CONTEXT_YEAR |
			       OQ_CONTEXT_YEAR_OR_SPAN));
}

/* The last point of 2.10. тармақ */
static guint
skip_own_point(const OqSentence *sentence, guint end)
{
	const OqToken *noun = oq_sentence_token(sentence, end + 1);
	return oq_sentence_is_point(sentence, end) && oq_token_is_word(noun) && noun->gap &&
			       !noun->any_capital
		       ? 1
		       : 0;
}

/* 3.2 тармағы, 3.2. тармағы */
static gboolean
has_noun_apart(const OqSentence *sentence, guint end)
{
	const OqToken *noun = oq_sentence_token(sentence, end + skip_own_point(sentence, end));
	return oq_token_is_word(noun) && noun->gap &&
	       (oq_sentence_context(sentence, noun) & OQ_CONTEXT_ROMAN) != 0;
}

static gboolean
has_noun(const OqSentence *sentence, guint end)
{
	return has_joined_noun(sentence, end) || has_noun_apart(sentence, end);
}

/* , және – before another number */
static guint
joint_at(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	gboolean joint = oq_token_is_sign(token, ',') || oq_token_is_dash(token) ||
			 (oq_sentence_context(sentence, token) & OQ_CONTEXT_CONJUNCTION);
	return joint && number_at(sentence, at + 1) != NULL ? 1 : 0;
}

static gboolean
is_before_noun(const OqSentence *sentence, guint end)
{
	for (guint i = 0; i < MAX_LISTED; i++) {
		if (has_noun(sentence, end))
			return TRUE;
		guint n = joint_at(sentence, end), next = end_of_parts(sentence, end + n);
		if (n == 0 || next == end + n)
			return FALSE;
		end = next;
	}
	return FALSE;
}

/* 1.1. Жалпы ережелер, 1.1 Жалпы ережелер; but 10.30 Үзіліс, 25.12. and 2.5 млн */
static gboolean
is_heading(const OqSentence *sentence, guint at, guint end)
{
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	gboolean first = before == NULL || (at == 1 && oq_token_has(before, OQ_ROLE_OPENER));
	const OqToken *last = &sentence->tokens[end - 1];
	const OqToken *mark = oq_sentence_token(sentence, end);
	gboolean bracket = oq_token_is_sign(mark, ')') && !mark->gap;
	gboolean two = end == at + 3, point = bracket || oq_sentence_is_point(sentence, end);
	if (!first || (two && last->n_chars > 1 && sentence->tokens[at].n_chars > 1) ||
		(two && !point && last->n_chars > 1))
		return FALSE;
	const OqToken *next = oq_sentence_token(sentence, end + point);
	if (next == NULL)
		return point;
	/* 2.1.Жер: the gap behind the point left out */
	gboolean stuck = !bracket && point && next->capital && !next->all_capitals;
	return (next->gap || stuck) &&
	       ((oq_token_is_word(next) && (next->capital || bracket) && next->n_chars > 1) ||
		       oq_token_has(next, OQ_ROLE_OPENER));
}

/* кесте 2.1, сурет 3.2; but not a sum behind them, 2-тармақ 3.5 адам */
static gboolean
is_behind_noun(const OqSentence *sentence, guint at)
{
	const OqToken *noun = at > 0 ? &sentence->tokens[at - 1] : NULL;
	const OqToken *before = at > 1 ? &sentence->tokens[at - 2] : NULL;
	return sentence->tokens[at].gap && !oq_token_is_number(before) &&
	       !(oq_token_is_dash(before) && !before->gap) &&
	       (oq_sentence_context(sentence, noun) & OQ_CONTEXT_ROMAN) != 0;
}

static void
say_parts(OqRuleContext *context, guint at, guint end)
{
	const OqSentence *sentence = context->sentence;
	for (guint i = at; i < end; i++) {
		if (oq_token_is_number(&sentence->tokens[i]))
			oq_rule_say_cardinal(context, &sentence->tokens[i]);
		else
			oq_rule_say(context, OQ_WORD_POINT);
	}
}

/* Whether what is written at @at without gaps begins with №: № 15-3/45, №203-НҚ/5. */
static gboolean
is_behind_numero(const OqSentence *sentence, guint at)
{
	guint first = at;
	while (first > 0 && at - first < MAX_ID_TOKENS && !sentence->tokens[first].gap &&
		!oq_token_has(&sentence->tokens[first - 1], OQ_ROLE_NUMERO))
		first--;
	return first > 0 && oq_token_has(&sentence->tokens[first - 1], OQ_ROLE_NUMERO);
}

/* № 20-01-38.46 */
static gboolean
is_of_chain(const OqSentence *sentence, guint at)
{
	return at > 0 && oq_token_is_dash(&sentence->tokens[at - 1]) &&
	       is_behind_numero(sentence, at);
}

/* 1.2.3 */
static gboolean
are_steps(const OqSentence *sentence, guint at, guint end)
{
	for (guint i = at + 2; i < end; i += 2)
		if (oq_sentence_value(sentence, &sentence->tokens[i]) !=
			oq_sentence_value(sentence, &sentence->tokens[i - 2]) + 1)
			return FALSE;
	return TRUE;
}

/* 1.2.3.4 томдары, 10.11 сынып: numbers that share a noun, points for commas; but 1.2.3-тармақ */
static gboolean
is_list(const OqSentence *sentence, guint at, guint end)
{
	guint noun = end + (has_joined_noun(sentence, end) ? 1 : skip_own_point(sentence, end));
	const OqToken *token = oq_sentence_token(sentence, noun);
	if (!oq_token_is_word(token) || token->any_capital || !are_steps(sentence, at, end))
		return FALSE;
	gboolean undivided = (oq_sentence_context(sentence, token) & OQ_CONTEXT_UNDIVIDED) != 0;
	return undivided ||
	       (end - at > 3 && has_noun(sentence, end) && oq_nouns_is_plural(sentence, token));
}

static guint
say_list(OqRuleContext *context, guint at, guint end)
{
	const OqSentence *sentence = context->sentence;
	g_autoptr(GString) all = g_string_new(NULL);
	for (guint i = at; i < end; i += 2) {
		g_string_truncate(context->words, 0);
		oq_rule_say_ordinal(context, &sentence->tokens[i]);
		g_string_append_printf(all, "%s%s", i > at ? ", " : "", context->words->str);
	}
	g_string_assign(context->words, all->str);
	return end - at + (has_joined_noun(sentence, end) ? 1 : skip_own_point(sentence, end));
}

guint
oq_sections_section(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint end = end_of_parts(sentence, at);
	if (end == at)
		return 0;
	if (is_list(sentence, at, end))
		return say_list(context, at, end);
	gboolean ordinal = is_before_noun(sentence, end);
	if (!ordinal && !is_heading(sentence, at, end) && !is_behind_noun(sentence, at) &&
		!is_of_chain(sentence, at))
		return 0;
	say_parts(context, at, end);
	if (ordinal)
		oq_numerals_make_ordinal(sentence->lexicon, context->words);
	if (!ordinal)
		return end - at;
	return end - at + (has_joined_noun(sentence, end) ? 1 : skip_own_point(sentence, end));
}

/* Абай көшесі, 5/7; 12/1 үй */
static gboolean
is_address(const OqSentence *sentence, guint at, guint end)
{
	for (guint i = 1; i <= MAX_ADDRESS_GAP && i <= at; i++)
		if (oq_sentence_context(sentence, &sentence->tokens[at - i]) & OQ_CONTEXT_ADDRESS)
			return TRUE;
	return (oq_sentence_context(sentence, oq_sentence_token(sentence, end)) &
		       OQ_CONTEXT_ADDRESS) != 0;
}

/* 05/123 */
static gboolean
begins_with_zero(const OqSentence *sentence, guint at)
{
	const OqToken *number = &sentence->tokens[at];
	return number->n_chars > 1 && sentence->text[number->start] == '0';
}

/* 123/124: there and back */
static gboolean
is_pair(const OqSentence *sentence, guint at)
{
	guint first = oq_sentence_value(sentence, &sentence->tokens[at]);
	guint second = oq_sentence_value(sentence, &sentence->tokens[at + 2]);
	return first >= MIN_PAIR && first <= MAX_PAIR && second == first + 1;
}

/* 7/24: at all hours, every day */
static gboolean
is_always(const OqSentence *sentence, guint at)
{
	return oq_slice_equals(oq_sentence_text(sentence, &sentence->tokens[at]), "7") &&
	       oq_slice_equals(oq_sentence_text(sentence, &sentence->tokens[at + 2]), "24");
}

static gboolean
is_slashed(const OqSentence *sentence, guint at)
{
	const OqToken *slash = oq_sentence_token(sentence, at),
		      *number = oq_sentence_token(sentence, at + 1);
	return oq_token_is_sign(slash, '/') && !slash->gap && oq_token_is_number(number) &&
	       !number->gap;
}

guint
oq_sections_slashed(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint end = at + 1;
	while (is_slashed(sentence, end))
		end += 2;
	if (end == at + 1 || !(is_behind_numero(sentence, at) || is_address(sentence, at, end) ||
				     is_always(sentence, at) || is_pair(sentence, at) ||
				     begins_with_zero(sentence, at)))
		return 0;
	for (guint i = at; i < end; i += 2) {
		OqSlice digits = oq_sentence_text(sentence, &sentence->tokens[i]);
		if (digits.length > 1 && digits.data[0] == '0')
			oq_numerals_digits(sentence->lexicon, digits, context->words);
		else
			oq_numerals_cardinal(sentence->lexicon, digits, context->words);
	}
	guint n_suffix = oq_rule_suffix(context, end);
	if (n_suffix == 0 && has_joined_noun(sentence, end)) {
		oq_numerals_make_ordinal(sentence->lexicon, context->words);
		n_suffix = 1;
	}
	return end - at + n_suffix;
}

guint
oq_sections_law(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *hyphen = oq_sentence_token(sentence, at + 1);
	const OqToken *roman = oq_sentence_token(sentence, at + 2);
	if (!oq_token_is_dash(hyphen) || hyphen->gap || !oq_token_is_word(roman) || roman->gap ||
		!roman->all_capitals || oq_roman_value(sentence, roman) == 0 ||
		(roman->n_chars < 2 && !is_behind_numero(sentence, at)))
		return 0;
	oq_rule_say_cardinal(context, &sentence->tokens[at]);
	return 1;
}
