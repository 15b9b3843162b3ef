/* identifiers.c - see the header. */
#include "text/rules/numbers/identifiers.h"

#include "text/words/numerals.h"

#include <string.h>

#define MIN_TELEPHONE_DIGITS      10
#define MAX_TELEPHONE_DIGITS      13
#define MIN_TELEPHONE_GROUPS      4
#define MIN_IDENTIFIER_DIGITS     6
#define UNBROKEN_TELEPHONE_DIGITS 11
/* 8701, 123, 4567 */
#define MIN_MERGED_GROUPS         3
#define MERGED_DIGITS             4
#define ACCOUNT_CHARS             20
#define SHORT_TELEPHONE_DIGITS    4
#define WORDS_BEFORE              3

/* шотында 150000 теңге бар */
static gboolean
is_before_money(const OqSentence *sentence, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at + 1);
	return next != NULL &&
	       oq_lexicon_currency(sentence->lexicon, oq_sentence_text(sentence, next)) != NULL;
}

/* What may stand between the groups of a telephone number. */
static gboolean
is_joint(const OqToken *token)
{
	return oq_token_is_dash(token) || oq_token_is_sign(token, '(') ||
	       oq_token_is_sign(token, ')');
}

/* Groups of digits from a token on, until they are too many; returns behind the last of them. */
static guint
read_groups(const OqSentence *sentence, guint at, guint *n_groups, guint *n_digits)
{
	guint end = at;
	*n_groups = *n_digits = 0;
	for (guint i = at; i < sentence->n_tokens && *n_digits <= MAX_TELEPHONE_DIGITS; i++) {
		const OqToken *token = &sentence->tokens[i];
		gboolean unbroken = oq_token_is_number(token) && i > at &&
				    (token->n_chars == 6 || token->n_chars == 7);
		if (unbroken || (oq_token_is_number(token) && token->n_chars <= 4)) {
			*n_groups += unbroken ? 3 : 1; /* 8 (727) 2921234 */
			*n_digits += token->n_chars;
			end = i + 1;
		} else if (!is_joint(token)) {
			break;
		}
	}
	return end;
}

/* Four digits are said in pairs; a zero in front is heard. */
static void
say_group(OqRuleContext *context, OqSlice digits)
{
	const OqSentence *sentence = context->sentence;
	if (digits.length > 3) {
		gsize first = digits.length % 2 == 0 ? 2 : 3;
		say_group(context, (OqSlice){digits.data, first});
		if (digits.length > 4)
			g_string_append_c(context->words, ',');
		say_group(context, oq_slice_skip(digits, first));
		return;
	}
	if (digits.data[0] == '0')
		oq_numerals_digits(sentence->lexicon, digits, context->words);
	else
		oq_numerals_cardinal(sentence->lexicon, digits, context->words);
}

/* A comma behind each group is heard as a short pause. */
static void
say_groups(OqRuleContext *context, guint at, guint end, gboolean one_by_one)
{
	const OqSentence *sentence = context->sentence;
	gboolean first = TRUE;
	for (guint i = at; i < end; i++) {
		const OqToken *token = &sentence->tokens[i];
		if (!oq_token_is_number(token))
			continue;
		if (!first)
			g_string_append_c(context->words, ',');
		first = FALSE;
		OqSlice digits = oq_sentence_text(sentence, token);
		if (one_by_one)
			oq_numerals_digits(sentence->lexicon, digits, context->words);
		else
			say_group(context, digits);
	}
}

static gboolean
is_telephone(guint n_groups, guint n_digits)
{
	return n_groups >= MIN_TELEPHONE_GROUPS && n_digits >= MIN_TELEPHONE_DIGITS &&
	       n_digits <= MAX_TELEPHONE_DIGITS;
}

/* +77011234567, 87011234567, 77011234567 */
static gboolean
is_unbroken_telephone(const OqSentence *sentence, guint at, gboolean plus)
{
	OqSlice digits = oq_sentence_text(sentence, &sentence->tokens[at]);
	return digits.length == UNBROKEN_TELEPHONE_DIGITS && !is_before_money(sentence, at) &&
	       (oq_slice_has_prefix(digits, oq_slice(plus ? "7" : "87")) ||
		       (!plus && oq_slice_has_prefix(digits, oq_slice("77"))));
}

/* 7 701 123 45 67 */
static void
say_unbroken(OqRuleContext *context, OqSlice digits)
{
	static const guint8 group_digits[] = {1, 3, 3, 2, 2};
	for (guint i = 0; i < G_N_ELEMENTS(group_digits); i++) {
		if (i > 0)
			g_string_append_c(context->words, ',');
		say_group(context, (OqSlice){digits.data, group_digits[i]});
		digits = oq_slice_skip(digits, group_digits[i]);
	}
}

/* 8701-123-45-67, +7701 123 4567: the country's digit stuck to the code behind it */
static gboolean
say_merged(OqRuleContext *context, guint at, guint end, gboolean plus)
{
	const OqSentence *sentence = context->sentence;
	char digits[UNBROKEN_TELEPHONE_DIGITS] = "";
	gsize n = 0;
	guint n_numbers = 0;
	for (guint i = at; i < end; i++) {
		OqSlice group = oq_sentence_text(sentence, &sentence->tokens[i]);
		if (!oq_token_is_number(&sentence->tokens[i]))
			continue;
		if (group.length > sizeof digits - n)
			return FALSE;
		memcpy(digits + n, group.data, group.length);
		n += group.length;
		n_numbers++;
	}
	OqSlice all = {digits, n};
	if (n < sizeof digits || n_numbers < MIN_MERGED_GROUPS ||
		sentence->tokens[at].n_chars != MERGED_DIGITS ||
		!oq_slice_has_prefix(all, oq_slice(plus ? "7" : "87")))
		return FALSE;
	if (plus)
		oq_rule_say(context, OQ_WORD_PLUS);
	say_unbroken(context, all);
	return TRUE;
}

guint
oq_identifiers_telephone(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	gboolean plus = oq_token_is_sign(&sentence->tokens[at], '+');
	guint first = at + (plus ? 1 : 0), n_groups, n_digits;
	if (!oq_token_is_number(oq_sentence_token(sentence, first)))
		return 0;
	if (is_unbroken_telephone(sentence, first, plus)) {
		if (plus)
			oq_rule_say(context, OQ_WORD_PLUS);
		say_unbroken(context, oq_sentence_text(sentence, &sentence->tokens[first]));
		return first + 1 - at;
	}
	guint end = read_groups(sentence, first, &n_groups, &n_digits);
	if (say_merged(context, first, end, plus))
		return end - at;
	if (!is_telephone(n_groups, n_digits) ||
		(!plus && sentence->text[sentence->tokens[first].start] != '8'))
		return 0;
	if (plus)
		oq_rule_say(context, OQ_WORD_PLUS);
	say_groups(context, first, end, FALSE);
	return end - at;
}

guint
oq_identifiers_card(OqRuleContext *context, guint at)
{
	for (guint i = at; i < at + 4; i++) {
		const OqToken *token = oq_sentence_token(context->sentence, i);
		if (!oq_token_is_number(token) || token->n_chars != 4)
			return 0;
	}
	say_groups(context, at, at + 4, TRUE);
	return 4;
}

guint
oq_identifiers_identifier(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *number = &sentence->tokens[at];
	gboolean named = FALSE;
	if (number->n_chars < MIN_IDENTIFIER_DIGITS || is_before_money(sentence, at))
		return 0;
	for (guint i = 1; i <= 3 && i <= at; i++)
		named = named || (oq_sentence_context(sentence, &sentence->tokens[at - i]) &
					 OQ_CONTEXT_IDENTIFIER);
	if (!named)
		return 0;
	oq_numerals_digits(sentence->lexicon, oq_sentence_text(sentence, number), context->words);
	return 1;
}

static void
say_characters(OqRuleContext *context, const OqToken *token)
{
	const OqSentence *sentence = context->sentence;
	OqSlice text = oq_sentence_text(sentence, token);
	const OqLetters *letters = oq_lexicon_letters(sentence->lexicon);
	for (gsize i = 0; i < text.length; i++) {
		const char *name = oq_letters_name(letters, (guchar)text.data[i]);
		if (g_ascii_isdigit(text.data[i]))
			oq_numerals_digits(
				sentence->lexicon, (OqSlice){text.data + i, 1}, context->words);
		else if (name != NULL)
			oq_rule_append(context, name);
	}
}

guint
oq_identifiers_account(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!oq_slice_equals(oq_sentence_text(sentence, &sentence->tokens[at]), "KZ"))
		return 0;
	guint n_chars = 0, end = at;
	for (; end < sentence->n_tokens && n_chars < ACCOUNT_CHARS; end++) {
		const OqToken *token = &sentence->tokens[end];
		if (token->kind == OQ_TOKEN_SIGN || !g_ascii_isalnum(sentence->text[token->start]))
			return 0;
		n_chars += token->n_chars;
	}
	if (n_chars != ACCOUNT_CHARS || !oq_token_is_number(&sentence->tokens[at + 1]))
		return 0;
	for (guint i = at; i < end; i++) {
		if (sentence->tokens[i].gap && i > at)
			g_string_append_c(context->words, ',');
		say_characters(context, &sentence->tokens[i]);
	}
	return end - at;
}

static gboolean
is_inner_point(const OqSentence *sentence, guint at)
{
	const OqToken *number = oq_sentence_token(sentence, at + 1);
	return oq_sentence_is_point(sentence, at) && oq_token_is_number(number) && !number->gap;
}

guint
oq_identifiers_version(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (oq_sentence_figure(sentence, at)->n_tokens > 3)
		return 0; /* 1.234.567 */
	guint end = at + 1;
	while (is_inner_point(sentence, end))
		end += 2;
	if (end < at + 5)
		return 0;
	for (guint i = at; i < end; i++) {
		if (oq_token_is_number(&sentence->tokens[i]))
			oq_rule_say_cardinal(context, &sentence->tokens[i]);
		else
			oq_rule_say(context, OQ_WORD_POINT);
	}
	return end - at + oq_rule_suffix(context, end);
}

/* A telephone or its number is spoken of before the number, or directly behind it. */
static gboolean
is_named_telephone(const OqSentence *sentence, guint at, guint end)
{
	for (guint i = 1; i <= WORDS_BEFORE && i <= at; i++)
		if (oq_sentence_context(sentence, &sentence->tokens[at - i]) &
			OQ_CONTEXT_IDENTIFIER)
			return TRUE;
	return (oq_sentence_context(sentence, oq_sentence_token(sentence, end)) &
		       OQ_CONTEXT_IDENTIFIER) != 0;
}

/* One to three digits, and two pairs, with hyphens between them and no gaps, or with gaps alone. */
static gboolean
has_groups(const OqSentence *sentence, guint at, gboolean hyphens)
{
	guint step = hyphens ? 2 : 1, end = at + 2 * step + 1;
	for (guint i = at; i < end; i++) {
		const OqToken *token = oq_sentence_token(sentence, i);
		gboolean group = (i - at) % step == 0;
		if (token == NULL || (i > at && token->gap == hyphens) ||
			(group && (!oq_token_is_number(token) ||
					  (i == at ? token->n_chars > 3 : token->n_chars != 2))) ||
			(!group && !oq_token_is_sign(token, '-')))
			return FALSE;
	}
	const OqToken *behind = oq_sentence_token(sentence, end);
	return !(oq_token_is_dash(behind) && !behind->gap) && !oq_token_is_number(behind);
}

/* 1414 нөміріне, but 1500 карта */
static gboolean
is_called_number(const OqSentence *sentence, guint at)
{
	guint n_all;
	OqSuffixes ending;
	const OqSuffix *all = oq_lexicon_suffixes(sentence->lexicon, &n_all);
	return sentence->tokens[at].n_chars == SHORT_TELEPHONE_DIGITS &&
	       oq_sentence_figure(sentence, at)->n_tokens == 1 &&
	       oq_sentence_find_ending(sentence, oq_sentence_token(sentence, at + 1),
		       OQ_CONTEXT_IDENTIFIER, &ending) &&
	       all[ending.suffix[0]].kind == OQ_SUFFIX_POSSESSIVE;
}

guint
oq_identifiers_short_telephone(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	if (before != NULL && !sentence->tokens[at].gap &&
		(oq_token_is_dash(before) || oq_token_has(before, OQ_ROLE_NUMERO)))
		return 0;
	gboolean hyphens = has_groups(sentence, at, TRUE);
	guint end = at + (hyphens ? 5 : 3);
	if ((hyphens && sentence->tokens[at].n_chars == 3) ||
		((hyphens || has_groups(sentence, at, FALSE)) &&
			is_named_telephone(sentence, at, end))) {
		say_groups(context, at, end, FALSE);
		return end - at;
	}
	if (!is_called_number(sentence, at))
		return 0;
	say_group(context, oq_sentence_text(sentence, &sentence->tokens[at]));
	return 1;
}
