/* fractions.c - see the header. */
#include "text/rules/numbers/fractions.h"

#include "text/characters/numerics.h"
#include "text/words/numerals.h"
#include "text/words/suffixes.h"

/* Beyond billionths nobody follows. */
#include <string.h>

#define MAX_NAMED_PLACES 9

static void
attach_ablative(const OqLexicon *lexicon, GString *words)
{
	OqSuffixes ablative = oq_suffixes_named(lexicon, OQ_NAMED_ABLATIVE);
	oq_suffixes_attach(lexicon, &ablative, words);
}

/* оннан, жүзден, мыңнан, он мыңнан … */
static void
say_denominator(const OqLexicon *lexicon, gsize n_places, GString *words)
{
	static const char power[] = "1000000000";
	oq_numerals_cardinal(lexicon, (OqSlice){power, n_places + 1}, words);
	attach_ablative(lexicon, words);
}

void
oq_fractions_decimal(const OqLexicon *lexicon, OqSlice whole, OqSlice fraction, GString *words)
{
	oq_numerals_cardinal(lexicon, whole, words);
	g_string_append_c(words, ' ');
	g_string_append(words, oq_lexicon_word(lexicon, OQ_WORD_INTEGER_PART));
	if (fraction.length > MAX_NAMED_PLACES) {
		oq_numerals_digits(lexicon, fraction, words);
		return;
	}
	say_denominator(lexicon, fraction.length, words);
	oq_numerals_cardinal(lexicon, fraction, words);
}

static void
say_fraction(OqRuleContext *context, OqSlice numerator, OqSlice denominator)
{
	const OqSentence *sentence = context->sentence;
	oq_numerals_cardinal(sentence->lexicon, denominator, context->words);
	attach_ablative(sentence->lexicon, context->words);
	oq_numerals_cardinal(sentence->lexicon, numerator, context->words);
}

/* 1/10 000: the tokens of a number in groups; 0: it is none, and 7/3 200 may be two. */
static guint
grouped_below(const OqSentence *sentence, guint at)
{
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	if (figure == NULL || at < 2 || figure->n_tokens == 1 || figure->fraction.length > 0 ||
		figure->begins_range || sentence->tokens[at].gap)
		return 0;
	gboolean round = strspn(figure->whole.data + 1, "0") + 1 >= figure->whole.length;
	gboolean one = oq_slice_equals(oq_sentence_text(sentence, &sentence->tokens[at - 2]), "1");
	if (!round && !one)
		return 0;
	return figure->n_tokens;
}

/* 10/10: a full mark; but 50/50 are halves, and 12/12 is a house */
static gboolean
is_full_mark(OqSlice numerator, OqSlice denominator)
{
	static const char *const marks[] = {"5", "10", "100"};
	for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
		if (oq_slice_equals(numerator, marks[i]))
			return oq_slice_equals(denominator, marks[i]);
	return FALSE;
}

/* 50/70: the sides of something; but 80/100 and 40/50 балл are marks */
static gboolean
are_sides(const OqSentence *sentence, guint at)
{
	guint first = oq_sentence_value(sentence, &sentence->tokens[at]);
	guint second = oq_sentence_value(sentence, &sentence->tokens[at + 2]);
	return first > 10 && first % 10 == 0 && second % 10 == 0 && second % 100 != 0 &&
	       !(oq_sentence_context(sentence, oq_sentence_token(sentence, at + 3)) &
		       OQ_CONTEXT_ANNIVERSARY);
}

guint
oq_fractions_common(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *numerator = &sentence->tokens[at];
	const OqToken *denominator = oq_sentence_token(sentence, at + 2);
	guint n_grouped = grouped_below(sentence, at + 2), end = at + 2 + MAX(n_grouped, 1);
	if (!oq_token_has(oq_sentence_token(sentence, at + 1), OQ_ROLE_SLASH) ||
		!oq_token_is_number(denominator) || denominator->n_chars > 4 ||
		oq_token_is_sign(oq_sentence_token(sentence, end), '/') || numerator->n_chars > 3 ||
		(n_grouped == 0 &&
			oq_sentence_value(sentence, numerator) >=
				oq_sentence_value(sentence, denominator) &&
			!is_full_mark(oq_sentence_text(sentence, numerator),
				oq_sentence_text(sentence, denominator))))
		return 0;
	if (n_grouped == 0 && are_sides(sentence, at))
		return 0;
	say_fraction(context, oq_sentence_text(sentence, numerator),
		n_grouped > 0 ? oq_sentence_figure(sentence, at + 2)->whole
			      : oq_sentence_text(sentence, denominator));
	guint n_suffix = oq_rule_suffix(context, end);
	gboolean share =
		oq_sentence_context(sentence, oq_sentence_token(sentence, end)) & OQ_CONTEXT_SHARE;
	if (n_suffix == 0 && !share && at > 0 &&
		oq_sentence_is_genitive(sentence, &sentence->tokens[at - 1]))
		oq_rule_attach(context, OQ_NAMED_POSSESSIVE);
	return end - at + n_suffix;
}

guint
oq_fractions_sign(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	char numerator[OQ_NUMERICS_MAX_CHARS + 1], denominator[OQ_NUMERICS_MAX_CHARS + 1];
	const OqToken *token = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	gboolean behind_number = at > 0 && oq_token_is_number(&sentence->tokens[at - 1]);
	if (!oq_numerics_fraction(token->sign, numerator, denominator))
		return 0;
	if (token->sign == 0xBD /* ½ */) {
		oq_rule_say(context, behind_number ? OQ_WORD_AND_A_HALF : OQ_WORD_HALF_OF_ONE);
		return 1 + oq_rule_suffix(context, at + 1);
	}
	gboolean open = denominator[0] == '\0'; /* ⅟ */
	if (open && (!oq_token_is_number(next) || next->gap))
		return 0;
	if (behind_number)
		oq_rule_say(context, OQ_WORD_INTEGER_PART);
	OqSlice below = open ? oq_sentence_text(sentence, next) : oq_slice(denominator);
	say_fraction(context, oq_slice(numerator), below);
	return 1 + open + oq_rule_suffix(context, at + 1 + open);
}
