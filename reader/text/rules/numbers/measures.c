/* measures.c - see the header. */
#include "text/rules/numbers/measures.h"

#include "text/characters/numerics.h"
#include "text/rules/numbers/degrees.h"
#include "text/rules/numbers/formulas.h"

#include <string.h>

#define SQUARED   0x00B2
#define CUBED     0x00B3
#define MAX_PARTS 3  /* мм сын.бағ., ш.м. */
#define MAX_CHARS 10 /* of a symbol, or of a unit that is written out */
#define MAX_BYTES 40 /* of one with points in it */

/* So far behind a number (бес) a unit may stand. */
#define MAX_BRACKETED 12

#define MAX_FACTORS 4

/* A shorter one behind a hyphen, a point or a space is no second factor. */
#define MIN_FACTOR_CHARS 3

gboolean
oq_measures_is_scale(const OqSentence *sentence, const OqToken *token)
{
	return oq_token_is_word(token) &&
	       (oq_lexicon_context(sentence->lexicon, oq_sentence_lower(sentence, token), FALSE) &
		       OQ_CONTEXT_SCALE) != 0;
}

guint
oq_measures_behind_figures(const OqSentence *sentence, guint at)
{
	guint behind = oq_sentence_behind_range(sentence, at);
	if (oq_measures_is_scale(sentence, oq_sentence_token(sentence, behind)))
		behind += 1 + oq_sentence_skip_point(sentence, behind + 1);
	return behind;
}

static const OqUnit *
row_of(const OqSentence *sentence, const OqToken *token, gboolean anyhow)
{
	if (!oq_token_is_word(token) || token->n_chars > MAX_CHARS)
		return NULL;
	return oq_lexicon_measure(sentence->lexicon, oq_sentence_text(sentence, token), anyhow);
}

static gboolean
is_kind(const OqUnit *unit, OqUnitKind first, OqUnitKind last)
{
	return unit != NULL && unit->kind >= first && unit->kind <= last;
}

static gboolean
is_unit(const OqUnit *unit)
{
	return is_kind(unit, OQ_UNIT_LENGTH, OQ_UNIT_LETTER);
}

static gboolean
is_power(const OqUnit *unit)
{
	return is_kind(unit, OQ_UNIT_SQUARE, OQ_UNIT_CUBE);
}

/* The word before, or the one before its point. */
static guint
before_point(const OqSentence *sentence, guint at)
{
	return at > 1 && oq_token_is_sign(&sentence->tokens[at - 1], '.') ? at - 1 : at;
}

/* 5 (бес) кг */
static guint
before_bracket(const OqSentence *sentence, guint at)
{
	if (at == 0 || !oq_token_is_sign(&sentence->tokens[at - 1], ')'))
		return at;
	for (guint n = 2; n <= MAX_BRACKETED && n < at; n++)
		if (oq_token_is_sign(&sentence->tokens[at - n], '('))
			return at - n;
	return at;
}

/* 500к тг */
static gboolean
is_scale_letter(const OqSentence *sentence, guint at)
{
	const OqToken *letter = &sentence->tokens[at];
	return oq_token_is_word(letter) && !letter->gap && at > 0 &&
	       oq_token_is_number(&sentence->tokens[at - 1]) &&
	       oq_lexicon_money_scale(sentence->lexicon, oq_sentence_text(sentence, letter)) !=
		       NULL;
}

/* Before кв. or шаршы, and before мың or млн. */
static guint
before_words(const OqSentence *sentence, guint at)
{
	if (at > 0 && is_scale_letter(sentence, at - 1))
		return at - 1;
	guint word = before_point(sentence, at);
	if (word > 0 && is_power(row_of(sentence, &sentence->tokens[word - 1], FALSE)))
		at = word - 1;
	word = before_point(sentence, at);
	if (word > 0 && oq_measures_is_scale(sentence, &sentence->tokens[word - 1]))
		at = word - 1;
	return before_bracket(sentence, at);
}

static gboolean
is_behind_digits(const OqSentence *sentence, guint at)
{
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	/* 10⁸ м */
	gboolean power = before != NULL && !before->gap && at > 1 &&
			 oq_formulas_raised_digit(before->sign) != 0 &&
			 oq_token_is_number(&sentence->tokens[at - 2]);
	return oq_token_is_number(before) || power ||
	       (before != NULL && oq_numerics_is_fraction(before->sign));
}

gboolean
oq_measures_is_behind_figure(const OqSentence *sentence, guint at)
{
	return is_behind_digits(sentence, at) ||
	       is_behind_digits(sentence, before_words(sentence, at));
}

gboolean
oq_measures_is_behind_number(const OqSentence *sentence, guint at)
{
	guint word = before_words(sentence, at);
	if (word < at || is_behind_digits(sentence, at))
		return TRUE;
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	/* бес м is no five metres */
	if (!oq_token_is_word(before) || sentence->tokens[at].n_chars < 2)
		return FALSE;
	OqSlice lower = oq_sentence_lower(sentence, before);
	return oq_lexicon_numeral(sentence->lexicon, lower) != NULL ||
	       is_kind(oq_lexicon_measure(sentence->lexicon, lower, FALSE), OQ_UNIT_QUANTITY,
		       OQ_UNIT_QUANTITY);
}

/* ш.м: so many words with points between them. */
static const OqUnit *
row_of_parts(const OqSentence *sentence, guint at, guint n_parts)
{
	char symbol[MAX_BYTES];
	gsize length = 0;
	for (guint i = 0; i < n_parts; i++) {
		const OqToken *part = oq_sentence_token(sentence, at + 2 * i);
		if (!oq_token_is_word(part) ||
			(i > 0 && !oq_sentence_is_point(sentence, at + 2 * i - 1)))
			return NULL;
		OqSlice text = oq_sentence_text(sentence, part);
		if (length + text.length + 1 > sizeof symbol)
			return NULL;
		if (i > 0)
			symbol[length++] = '.';
		memcpy(symbol + length, text.data, text.length);
		length += text.length;
	}
	return oq_lexicon_measure(sentence->lexicon, (OqSlice){symbol, length}, FALSE);
}

static const OqUnit *
symbol_at(const OqSentence *sentence, guint at, guint *n_tokens)
{
	const OqToken *first = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(first) || first->n_chars > MAX_CHARS)
		return NULL;
	for (guint n_parts = MAX_PARTS; n_parts > 1; n_parts--) {
		const OqUnit *unit = oq_sentence_is_point(sentence, at + 1)
					     ? row_of_parts(sentence, at, n_parts)
					     : NULL;
		*n_tokens = 2 * n_parts - 1;
		if (unit != NULL)
			return unit;
	}
	*n_tokens = 1;
	const OqUnit *exact = row_of(sentence, first, FALSE);
	/* ТЛ is a lira, and no тесла, US$ no microsecond */
	guint n_money;
	gboolean money =
		oq_lexicon_money(sentence->lexicon, oq_sentence_lower(sentence, first)) != NULL ||
		(oq_measures_money(sentence, at, &n_money) != NULL && n_money > 1);
	return exact != NULL || money ? exact : row_of(sentence, first, TRUE);
}

/* кв. м, шаршы м; returns 0 when no length follows. */
static guint
read_power_before(const OqSentence *sentence, guint at, OqUnitKind *power)
{
	const OqUnit *word = row_of(sentence, oq_sentence_token(sentence, at), FALSE);
	if (!is_power(word))
		return 0;
	guint n_tokens = 1 + oq_sentence_skip_point(sentence, at + 1), n_symbol;
	if (!is_kind(symbol_at(sentence, at + n_tokens, &n_symbol), OQ_UNIT_LENGTH, OQ_UNIT_LENGTH))
		return 0;
	*power = word->kind;
	return n_tokens;
}

/* м кв., м.кв */
static guint
read_power_word(const OqSentence *sentence, guint at, OqUnitKind *power)
{
	guint point = oq_sentence_is_point(sentence, at) ? 1 : 0;
	const OqUnit *word = row_of(sentence, oq_sentence_token(sentence, at + point), FALSE);
	OqUnitKind next;
	/* шаршы is written out only before its unit */
	if (!is_power(word) || read_power_before(sentence, at + point, &next) > 0 ||
		oq_slice_equals(
			oq_sentence_text(sentence, &sentence->tokens[at + point]), word->spoken))
		return 0;
	*power = word->kind;
	return 1 + point;
}

/* ², ³, 2 and 3 stuck to a unit, ^2. */
static guint
read_power_sign(const OqSentence *sentence, guint at, OqUnitKind *power)
{
	const OqToken *sign = oq_sentence_token(sentence, at);
	if (sign == NULL || sign->gap)
		return 0;
	guint raised = oq_token_is_sign(sign, '^') ? 1 : 0;
	const OqToken *number = oq_sentence_token(sentence, at + raised);
	gboolean digit = oq_token_is_number(number) && number->n_chars == 1 && !number->gap;
	char value = digit ? sentence->text[number->start] : '\0';
	if (oq_token_is_sign(sign, SQUARED) || value == '2')
		*power = OQ_UNIT_SQUARE;
	else if (oq_token_is_sign(sign, CUBED) || value == '3')
		*power = OQ_UNIT_CUBE;
	else
		return 0;
	return 1 + raised;
}

static guint
read_power_behind(const OqSentence *sentence, guint at, const OqUnit *unit, OqUnitKind *power)
{
	guint n_tokens = read_power_sign(sentence, at, power);
	return n_tokens > 0 || unit->kind != OQ_UNIT_LENGTH ? n_tokens
							    : read_power_word(sentence, at, power);
}

/* мм с.б. */
static guint
say_column(OqRuleContext *context, guint at)
{
	guint n_tokens, point = oq_sentence_skip_point(context->sentence, at);
	const OqUnit *column = symbol_at(context->sentence, at + point, &n_tokens);
	if (!is_kind(column, OQ_UNIT_COLUMN, OQ_UNIT_COLUMN))
		return 0;
	oq_rule_append(context, column->spoken);
	return point + n_tokens;
}

static guint
say_factor(OqRuleContext *context, guint at, const char **per)
{
	const OqSentence *sentence = context->sentence;
	OqUnitKind power = OQ_UNIT_PLAIN;
	guint n_taken = read_power_before(sentence, at, &power), n_symbol;
	const OqUnit *unit = symbol_at(sentence, at + n_taken, &n_symbol);
	if (!is_unit(unit))
		return 0;
	n_taken += n_symbol;
	if (power == OQ_UNIT_PLAIN)
		n_taken += read_power_behind(sentence, at + n_taken, unit, &power);
	gboolean length = unit->kind == OQ_UNIT_LENGTH;
	if (power != OQ_UNIT_PLAIN && length)
		oq_rule_say(context, power == OQ_UNIT_SQUARE ? OQ_WORD_SQUARE : OQ_WORD_CUBIC);
	oq_rule_append(context, unit->spoken);
	if (power != OQ_UNIT_PLAIN && !length)
		oq_rule_say(context, power == OQ_UNIT_SQUARE ? OQ_WORD_SQUARED : OQ_WORD_CUBED);
	*per = unit->per;
	return n_taken + say_column(context, at + n_taken);
}

static gboolean
is_product_sign(const OqToken *token)
{
	static const gunichar signs[] = {0x00B7, 0x22C5, 0x2219, 0x00D7, '*'};
	for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
		if (oq_token_is_sign(token, signs[i]))
			return TRUE;
	return FALSE;
}

/* кВт-сағ, кВт.сағ, кВт сағ: what could be something else as well. */
static gboolean
is_second_factor(const OqSentence *sentence, guint at, gboolean gap)
{
	const OqToken *word = oq_sentence_token(sentence, at);
	const OqUnit *unit = row_of(sentence, word, FALSE);
	return is_unit(unit) && word->gap == gap && word->n_chars >= MIN_FACTOR_CHARS &&
	       !oq_slice_equals(oq_sentence_text(sentence, word), unit->spoken);
}

/* Where the second factor begins; at: there is none. */
static guint
find_factor(const OqSentence *sentence, guint at)
{
	const OqToken *sign = oq_sentence_token(sentence, at);
	OqSuffixes suffixes;
	if (sign == NULL)
		return at;
	if (is_product_sign(sign))
		return at + 1;
	if (oq_token_is_word(sign))
		return at;
	gboolean joint = !sign->gap && (sign->sign == '.' || oq_token_is_dash(sign)) &&
			 oq_sentence_find_suffix(sentence, at, &suffixes) == NULL;
	return joint && is_second_factor(sentence, at + 1, FALSE) ? at + 1 : at;
}

/* кг·°С */
static guint
say_degree(OqRuleContext *context, guint at)
{
	gboolean fahrenheit;
	guint n_taken = oq_degrees_read(context->sentence, at, &fahrenheit);
	if (n_taken > 0)
		oq_rule_say(context, OQ_WORD_DEGREE);
	return n_taken;
}

guint
oq_measures_say(OqRuleContext *context, guint at, const char **per)
{
	guint n_taken = say_factor(context, at, per), n_more = n_taken;
	for (guint i = 1; n_more > 0 && i < MAX_FACTORS; i++) {
		guint next = find_factor(context->sentence, at + n_taken);
		gboolean spaced = next == at + n_taken;
		if (spaced && !is_second_factor(context->sentence, next, TRUE))
			break;
		n_more = say_factor(context, next, per);
		if (n_more == 0)
			n_more = say_degree(context, next);
		n_taken = n_more > 0 ? next + n_more - at : n_taken;
	}
	return n_taken;
}

const OqMoney *
oq_measures_money(const OqSentence *sentence, guint at, guint *n_tokens)
{
	const OqToken *token = oq_sentence_token(sentence, at),
		      *sign = oq_sentence_token(sentence, at + 1);
	*n_tokens = 1;
	if (token == NULL)
		return NULL;
	gboolean glued = oq_token_is_word(token) && sign != NULL && !sign->gap &&
			 sign->kind == OQ_TOKEN_SIGN && token->n_chars <= 2;
	OqSlice both = {sentence->text + token->start, glued ? sign->end - token->start : 0};
	const OqMoney *money = glued ? oq_lexicon_money(sentence->lexicon, both) : NULL;
	if (money == NULL)
		return oq_lexicon_money(sentence->lexicon, oq_sentence_text(sentence, token));
	*n_tokens = 2;
	return money;
}
