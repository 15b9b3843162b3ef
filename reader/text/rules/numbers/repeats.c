/* repeats.c - see the header. */
#include "text/rules/numbers/repeats.h"

#include "text/rules/numbers/figures.h"
#include "text/words/numerals.h"

#define MAX_WORDS         24
#define MAX_FIGURE_TOKENS 8

/* бір жүз, бір мың: said without бір */
static gboolean
is_needless_one(const OqSentence *sentence, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at + 1);
	const char *one = oq_lexicon_number(sentence->lexicon, 1)->word;
	if (!oq_token_is_word(next) ||
		!oq_slice_equals(oq_sentence_lower(sentence, &sentence->tokens[at]), one))
		return FALSE;
	const OqNumeral *numeral =
		oq_lexicon_numeral(sentence->lexicon, oq_sentence_lower(sentence, next));
	return numeral != NULL && (numeral->value == 100 || numeral->value == 1000);
}

/* The words in the bracket at @open, and the token behind it; 0: there are other things in it. */
static guint
read_bracket(const OqSentence *sentence, guint open, GString *words)
{
	if (!oq_token_is_sign(oq_sentence_token(sentence, open), '('))
		return 0;
	guint at = open + 1;
	for (; at <= open + MAX_WORDS && oq_token_is_word(oq_sentence_token(sentence, at)); at++) {
		if (is_needless_one(sentence, at))
			continue;
		OqSlice word = oq_sentence_lower(sentence, &sentence->tokens[at]);
		g_string_append_printf(
			words, "%s%.*s", words->len > 0 ? " " : "", (int)word.length, word.data);
	}
	return words->len > 0 && oq_token_is_sign(oq_sentence_token(sentence, at), ')') ? at + 1
											: 0;
}

/* екі жарым, of 2,5 */
static gboolean
is_half(const OqSentence *sentence, const OqFigure *figure, const GString *words)
{
	if (figure->fraction.length != 1 || figure->fraction.data[0] != '5')
		return FALSE;
	g_autoptr(GString) half = g_string_new(NULL);
	oq_numerals_cardinal(sentence->lexicon, figure->whole, half);
	g_string_append_printf(half, " %s", oq_lexicon_word(sentence->lexicon, OQ_WORD_AND_A_HALF));
	return g_string_equal(half, words);
}

guint
oq_repeats_number(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint open = at + oq_sentence_figure(sentence, at)->n_tokens;
	if (!oq_token_is_sign(oq_sentence_token(sentence, open), '(') ||
		context->punctuation == OQ_PUNCTUATION_ALL)
		return 0;
	g_autoptr(GString) words = g_string_new(NULL);
	guint end = read_bracket(sentence, open, words);
	if (end == 0)
		return 0;
	if (is_half(sentence, oq_sentence_figure(sentence, at), words)) {
		g_string_assign(context->words, words->str);
		return end - at;
	}
	oq_figures_say(context, at);
	if (g_string_equal(context->words, words))
		return end - at;
	oq_numerals_make_ordinal(sentence->lexicon, context->words);
	return g_string_equal(context->words, words) ? end - at : 0;
}

/* The first token of the figure whose last one stands before @end; @end: there is none. */
static guint
figure_before(const OqSentence *sentence, guint end)
{
	guint first = end;
	for (guint n = 1; n <= MAX_FIGURE_TOKENS && n <= end; n++) {
		const OqFigure *figure = oq_sentence_figure(sentence, end - n);
		if (figure != NULL && figure->n_tokens == n)
			first = end - n;
	}
	return first;
}

/* What stands between the number and the bracket: теңге, % */
static gboolean
append_unit(const OqSentence *sentence, guint at, GString *words)
{
	const OqToken *unit = &sentence->tokens[at];
	OqSlice text = oq_sentence_lower(sentence, unit);
	const char *said = oq_lexicon_unit(sentence->lexicon, oq_sentence_text(sentence, unit));
	if (said == NULL)
		said = oq_lexicon_currency(sentence->lexicon, oq_sentence_text(sentence, unit));
	if (said == NULL && unit->kind == OQ_TOKEN_SIGN)
		said = oq_lexicon_sign(sentence->lexicon, unit->sign, OQ_PUNCTUATION_NONE);
	if (said != NULL)
		g_string_append_printf(words, " %s", said);
	else if (unit->kind == OQ_TOKEN_WORD)
		g_string_append_printf(words, " %.*s", (int)text.length, text.data);
	return said != NULL || unit->kind == OQ_TOKEN_WORD;
}

guint
oq_repeats_bracket(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!oq_token_is_sign(&sentence->tokens[at], '(') || at < 2)
		return 0;
	guint first = figure_before(sentence, at - 1);
	g_autoptr(GString) words = g_string_new(NULL);
	guint end = first < at - 1 ? read_bracket(sentence, at, words) : 0;
	if (end == 0 || context->punctuation == OQ_PUNCTUATION_ALL)
		return 0;
	oq_figures_say(context, first);
	gboolean same = g_string_equal(context->words, words);
	if (append_unit(sentence, at - 1, context->words))
		same = same || g_string_equal(context->words, words);
	else
		same = FALSE;
	g_string_truncate(context->words, 0);
	return same ? end - at : 0;
}
