/* degrees.c - see the header. */
#include "text/rules/numbers/degrees.h"

#include "text/rules/numbers/measures.h"
#include "text/rules/numbers/ratios.h"

#define DEGREE       0x00B0
#define ORDINAL      0x00BA /* º, a letter, which keyboards offer for ° */
#define RING         0x02DA /* ˚, an accent */
#define CELSIUS      0x2103
#define FAHRENHEIT   0x2109
#define PRIME        0x2032
#define DOUBLE_PRIME 0x2033

/* C, in either alphabet: Celsius goes without saying. */
static gboolean
is_celsius(const OqToken *token)
{
	return oq_token_is_word(token) && token->n_chars == 1 && oq_roles_roman(token->sign) == 'C';
}

static gboolean
is_fahrenheit(const OqToken *token)
{
	return oq_token_is_word(token) && token->n_chars == 1 && token->sign == 'F';
}

static gboolean
is_degree(const OqToken *token)
{
	return token != NULL && token->n_chars == 1 &&
	       (token->sign == DEGREE || token->sign == ORDINAL || token->sign == RING);
}

/* in either alphabet */
static gboolean
is_small_o(const OqSentence *sentence, gunichar letter)
{
	const OqLookalike *twin = oq_lexicon_lookalike(sentence->lexicon, 'o');
	return letter == 'o' || (twin != NULL && twin->letter == letter);
}

/* 27оС: the letter that looks most like the sign */
static gboolean
is_letter_of_degree(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(token) || token->n_chars != 2 || at == 0 ||
		!is_small_o(sentence, token->sign) ||
		!oq_token_is_number(&sentence->tokens[at - 1]))
		return FALSE;
	gunichar letter = g_utf8_get_char(g_utf8_next_char(sentence->text + token->start));
	return g_unichar_isupper(letter) && oq_roles_roman(letter) == 'C';
}

/* ºC, which is a word */
static gboolean
is_word_of_degree(const OqSentence *sentence, const OqToken *token, gboolean *fahrenheit)
{
	if (!oq_token_is_word(token) || token->sign != ORDINAL || token->n_chars != 2)
		return FALSE;
	gunichar letter = g_utf8_get_char(g_utf8_next_char(sentence->text + token->start));
	*fahrenheit = letter == 'F';
	return *fahrenheit || oq_roles_roman(letter) == 'C';
}

guint
oq_degrees_read(const OqSentence *sentence, guint at, gboolean *fahrenheit)
{
	const OqToken *sign = oq_sentence_token(sentence, at),
		      *letter = oq_sentence_token(sentence, at + 1);
	*fahrenheit =
		oq_token_is_sign(sign, FAHRENHEIT) || (is_degree(sign) && is_fahrenheit(letter));
	if (is_word_of_degree(sentence, sign, fahrenheit) || is_letter_of_degree(sentence, at) ||
		oq_token_is_sign(sign, CELSIUS) || oq_token_is_sign(sign, FAHRENHEIT))
		return 1;
	if (!is_degree(sign))
		return 0;
	return *fahrenheit || is_celsius(letter) ? 2 : 1;
}

/* 30 °Cқа: the ending is stuck to the letter. */
static gboolean
attach_stuck(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = &sentence->tokens[at - 1], *word = oq_sentence_token(sentence, at);
	OqSuffixes suffixes;
	if (!is_degree(sign) || !oq_token_is_word(word) || word->inner_capital ||
		word->n_chars < 2 || !word->capital || oq_roles_roman(word->sign) != 'C')
		return FALSE;
	OqSlice text = oq_sentence_text(sentence, word);
	if (!oq_suffixes_parse_case(sentence->lexicon,
		    oq_slice_skip(text, g_utf8_skip[(guchar)text.data[0]]), &suffixes))
		return FALSE;
	oq_suffixes_attach(sentence->lexicon, &suffixes, context->words);
	return TRUE;
}

guint
oq_degrees_degree(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	gboolean fahrenheit;
	guint n_taken = oq_degrees_read(sentence, at, &fahrenheit);
	if (n_taken == 0)
		return 0;
	oq_rule_say(context, OQ_WORD_DEGREE);
	if (n_taken == 1 && attach_stuck(context, at + 1))
		return 2;
	return n_taken + (oq_measures_is_behind_figure(sentence, at)
					 ? oq_ratios_say_end(context, at + n_taken)
					 : oq_rule_suffix(context, at + n_taken));
}

guint
oq_degrees_turned(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = oq_sentence_token(sentence, at + 1);
	if (!is_celsius(&sentence->tokens[at]) || !is_degree(sign) || sign->gap || at == 0 ||
		!oq_token_is_number(&sentence->tokens[at - 1]))
		return 0;
	oq_rule_say(context, OQ_WORD_DEGREE);
	return 2 + oq_rule_suffix(context, at + 2);
}

static gboolean
is_one_of(const OqToken *token, const gunichar *signs)
{
	for (; *signs != 0; signs++)
		if (oq_token_is_sign(token, *signs))
			return TRUE;
	return FALSE;
}

static const gunichar minutes[] = {PRIME, '\'', 0x2019, 0x00B4, 0};
static const gunichar seconds[] = {DOUBLE_PRIME, '"', 0x201D, 0};

/* 43°14′: the number belongs to an angle. */
static gboolean
is_of_angle(const OqSentence *sentence, guint number)
{
	if (number == 0)
		return FALSE;
	const OqToken *before = &sentence->tokens[number - 1];
	return is_degree(before) || (number > 2 && is_one_of(before, minutes) &&
					    oq_token_is_number(&sentence->tokens[number - 2]) &&
					    is_degree(&sentence->tokens[number - 3]));
}

guint
oq_degrees_minute(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = &sentence->tokens[at];
	gboolean minute = is_one_of(sign, minutes);
	if (at == 0 || sign->gap || !oq_token_is_number(&sentence->tokens[at - 1]) ||
		!(minute || is_one_of(sign, seconds)))
		return 0;
	gboolean decimal = at > 2 && oq_token_has(&sentence->tokens[at - 2], OQ_ROLE_DECIMAL);
	gboolean angle = is_of_angle(sentence, decimal ? at - 3 : at - 1);
	if (!angle && sign->sign != PRIME && sign->sign != DOUBLE_PRIME)
		return 0;
	oq_rule_say(context, minute ? OQ_WORD_MINUTE : angle ? OQ_WORD_SECOND : OQ_WORD_INCH);
	return 1 + oq_rule_suffix(context, at + 1);
}
