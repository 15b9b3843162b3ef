/* figure.c - see the header. */
#include "text/words/figure.h"

#include "text/words/nouns.h"
#include "text/words/sentence.h"

#include <string.h>

#define MIN_MONEY_BYTES 8 /* of a name that has an ending: теңгеден, but not рет */

static const OqToken *
number_at(const OqSentence *sentence, guint at, gsize n_digits)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	gboolean fits = token != NULL && token->kind == OQ_TOKEN_NUMBER &&
			(n_digits == 0 || token->end - token->start == n_digits);
	return fits ? token : NULL;
}

/* One space of any width, and no line break. */
static gboolean
has_thin_gap(const OqSentence *sentence, const OqToken *before, const OqToken *token)
{
	const char *gap = sentence->text + before->end;
	return token->gap && g_utf8_next_char(gap) == sentence->text + token->start &&
	       oq_roles_have(g_utf8_get_char(gap), OQ_ROLE_GROUP);
}

static gboolean
append_group(const OqSentence *sentence, OqFigure *figure, const OqToken *group)
{
	OqSlice digits = oq_sentence_text(sentence, group);
	gsize length = strlen(figure->grouped);
	if (length + digits.length > OQ_NUMERALS_MAX_DIGITS)
		return FALSE;
	memcpy(figure->grouped + length, digits.data, digits.length);
	return TRUE;
}

/* 12 990; but 8 701 555 01 02 is no quantity. */
static guint
read_spaced(const OqSentence *sentence, guint at, OqFigure *figure)
{
	guint end = at + 1;
	for (const OqToken *group; (group = number_at(sentence, end, 3)) != NULL; end++)
		if (!has_thin_gap(sentence, &sentence->tokens[end - 1], group) ||
			!append_group(sentence, figure, group))
			break;
	const OqToken *next = number_at(sentence, end, 0);
	return next != NULL && next->gap ? at + 1 : end;
}

/* Of three digits; 0: it is another number, or stands apart. */
static guint
value_of_three(const OqSentence *sentence, guint at)
{
	const OqToken *number = number_at(sentence, at, 3);
	gboolean sign_before = at > 0 && oq_token_is_sign(&sentence->tokens[at - 1], ',');
	return number == NULL || (number->gap && sign_before) ? 0
							      : oq_sentence_value(sentence, number);
}

/* Behind what may stand between a number and what it counts: 18.000-нан, 10,000–15,000. */
static guint
skip_to_counted(const OqSentence *sentence, guint at)
{
	OqSuffixes suffixes;
	if (oq_sentence_find_suffix(sentence, at, &suffixes) != NULL)
		return at + 2;
	if (!oq_token_is_dash(oq_sentence_token(sentence, at)) ||
		number_at(sentence, at + 1, 0) == NULL)
		return at;
	gboolean grouped = oq_token_has(oq_sentence_token(sentence, at + 2), OQ_ROLE_DECIMAL) &&
			   number_at(sentence, at + 3, 3) != NULL;
	guint behind = at + (grouped ? 4 : 2);
	return oq_sentence_find_suffix(sentence, behind, &suffixes) != NULL ? behind + 2 : behind;
}

/* 1.234,56: what groups is not what divides. */
static gboolean
has_other_decimal(const OqSentence *sentence, guint at, gunichar group_sign)
{
	const OqToken *sign = oq_sentence_token(sentence, at);
	const OqToken *digits = number_at(sentence, at + 1, 0);
	return oq_token_has(sign, OQ_ROLE_DECIMAL) && sign->sign != group_sign && !sign->gap &&
	       digits != NULL && !digits->gap && digits->n_chars < 3;
}

/* 154,479 адам, $1,250, 1.234,56; but 3,125 км and № 1.234 */
static gboolean
is_one_group(const OqSentence *sentence, guint at)
{
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	guint end = at + 3;
	if (oq_token_has(before, OQ_ROLE_NUMERO))
		return FALSE;
	if (has_other_decimal(sentence, end, sentence->tokens[at + 1].sign))
		return TRUE;
	OqSlice group = oq_sentence_text(sentence, &sentence->tokens[at + 2]);
	guint n_zeros = 0;
	while (n_zeros < group.length && group.data[group.length - 1 - n_zeros] == '0')
		n_zeros++;
	guint counted = skip_to_counted(sentence, end);
	const OqToken *next = oq_sentence_token(sentence, counted);
	gboolean money =
		before != NULL && before->kind == OQ_TOKEN_SIGN &&
		oq_lexicon_currency(sentence->lexicon, oq_sentence_text(sentence, before)) != NULL;
	if (money && !(oq_sentence_context(sentence, next) & OQ_CONTEXT_SCALE))
		return TRUE;
	return oq_nouns_are_counted(sentence, counted, n_zeros) ||
	       (oq_token_is_dash(oq_sentence_token(sentence, end)) &&
		       oq_nouns_is_quantity(sentence, end + 1));
}

/* тг, теңгеден */
static gboolean
is_money(const OqSentence *sentence, const OqToken *token)
{
	if (token == NULL)
		return FALSE;
	OqSlice text = oq_sentence_text(sentence, token);
	for (gsize length = 0; length < text.length;) {
		length += g_utf8_skip[(guchar)text.data[length]];
		gboolean may_end = length >= MIN_MONEY_BYTES || length == text.length;
		if (may_end && oq_lexicon_currency(
				       sentence->lexicon, (OqSlice){text.data, length}) != NULL)
			return TRUE;
	}
	return FALSE;
}

/* 600,700 тг: a list of what is round, its commas without gaps, and no number; the steps are of one
 * size. 150,200 адам is a number. */
static gboolean
is_list_of_rounds(const OqSentence *sentence, guint at)
{
	guint end = at + 1, step = 0, before = value_of_three(sentence, at);
	for (guint value; before > 0 && oq_token_is_sign(oq_sentence_token(sentence, end), ',') &&
			  (value = value_of_three(sentence, end + 1)) > 0;
		end += 2, before = value) {
		guint more = value > before ? value - before : 0;
		if ((more != 50 && more != 100) || value % more != 0 || (step > 0 && more != step))
			return FALSE;
		step = more;
	}
	return step > 0 &&
	       is_money(sentence, oq_sentence_token(sentence, skip_to_counted(sentence, end)));
}

/* 1.234.567 and 1,234,567: one group alone is a decimal, unless it counts something. */
static guint
read_pointed(const OqSentence *sentence, guint at, OqFigure *figure)
{
	const OqToken *sign = oq_sentence_token(sentence, at + 1);
	if (!oq_token_has(sign, OQ_ROLE_DECIMAL))
		return at + 1;
	guint end = at + 1;
	for (; oq_token_is_sign(oq_sentence_token(sentence, end), sign->sign); end += 2) {
		const OqToken *group = number_at(sentence, end + 1, 3);
		if (sentence->tokens[end].gap || group == NULL || group->gap ||
			!append_group(sentence, figure, group))
			break;
	}
	return end - at > 3 || (end - at == 3 && is_one_group(sentence, at)) ? end : at + 1;
}

static void
read_grouped(const OqSentence *sentence, guint at, OqFigure *figure)
{
	const OqToken *first = &sentence->tokens[at];
	OqSlice digits = oq_sentence_text(sentence, first);
	gboolean named = at > 0 && !first->gap && oq_token_is_word(&sentence->tokens[at - 1]);
	if (digits.length > 3 || digits.data[0] == '0' || named)
		return; /* neither 0,125 nor A4 210 мм */
	append_group(sentence, figure, first);
	guint end = read_spaced(sentence, at, figure);
	if (end == at + 1) {
		memset(figure->grouped + digits.length, 0, sizeof figure->grouped - digits.length);
		end = read_pointed(sentence, at, figure);
	}
	if (end == at + 1)
		return;
	figure->n_tokens = end - at;
	figure->whole = oq_slice(figure->grouped);
}

static gboolean
is_decimal_sign(const OqToken *token)
{
	return oq_token_has(token, OQ_ROLE_DECIMAL) && !token->gap;
}

/* 91,2 but neither 12.03.2015 nor the two numbers of "3,7-еуі" */
static void
read_fraction(const OqSentence *sentence, guint at, OqFigure *figure)
{
	OqSuffixes suffixes;
	guint sign = at + figure->n_tokens;
	const OqToken *digits = number_at(sentence, sign + 1, 0);
	if (!is_decimal_sign(oq_sentence_token(sentence, sign)) || digits == NULL || digits->gap)
		return;
	const OqToken *next = number_at(sentence, sign + 3, 0);
	if (is_decimal_sign(oq_sentence_token(sentence, sign + 2)) && next != NULL && !next->gap)
		return;
	const OqSuffix *suffix = oq_sentence_find_suffix(sentence, sign + 2, &suffixes);
	if (suffix != NULL &&
		(suffix->kind == OQ_SUFFIX_COLLECTIVE || suffix->kind == OQ_SUFFIX_ORDINAL))
		return;
	figure->fraction = oq_sentence_text(sentence, digits);
	figure->n_tokens += 2;
}

void
oq_figure_read(const OqSentence *sentence, guint at, OqFigure *figure)
{
	*figure = (OqFigure){.n_tokens = 1};
	gboolean listed = is_list_of_rounds(sentence, at);
	if (!listed)
		read_grouped(sentence, at, figure);
	if (figure->n_tokens == 1)
		figure->whole = oq_sentence_text(sentence, &sentence->tokens[at]);
	if (!listed)
		read_fraction(sentence, at, figure);
	guint behind = at + figure->n_tokens;
	figure->begins_range = oq_token_is_dash(oq_sentence_token(sentence, behind)) &&
			       number_at(sentence, behind + 1, 0) != NULL;
	figure->ends_range = at > 1 && oq_token_is_dash(&sentence->tokens[at - 1]) &&
			     number_at(sentence, at - 2, 0) != NULL;
}
