/* figures.c - see the header. */
#include "text/rules/numbers/figures.h"

#include "text/rules/numbers/fractions.h"
#include "text/words/loose.h"
#include "text/words/nouns.h"

#include <string.h>

/* kazakh-reading.md, 1: longer strings of digits are no quantities */
#define MAX_UNGROUPED_DIGITS 15

#define FIRST_PICTURE 0x2600 /* of the signs that are drawn */

static gboolean
is_spelled(const OqFigure *figure)
{
	return figure->fraction.length == 0 && figure->n_tokens == 1 &&
	       ((figure->whole.length > 1 && figure->whole.data[0] == '0') ||
		       figure->whole.length > MAX_UNGROUPED_DIGITS);
}

/* 1,5 млрд is бір жарым миллиард, 0,5 л жарты литр, 1,5-литрлік бір жарым литрлік; but 1,5 пайыз is
 * said in full */
static gboolean
say_half(OqRuleContext *context, const OqFigure *figure, guint at)
{
	const OqSentence *sentence = context->sentence;
	gboolean joined = oq_nouns_is_joined(sentence, at);
	const OqToken *behind = oq_sentence_token(sentence, at);
	gboolean made =
		oq_nouns_is_quantity(sentence, at + joined) &&
		(joined || !(oq_sentence_context(sentence, behind) & OQ_CONTEXT_ANNIVERSARY));
	if (!oq_slice_equals(figure->fraction, "5") ||
		!((oq_sentence_context(sentence, behind) & OQ_CONTEXT_HALF) || made ||
			(oq_token_is_word(behind) &&
				oq_lexicon_unit(sentence->lexicon,
					oq_sentence_text(sentence, behind)) != NULL)))
		return FALSE;
	if (oq_slice_equals(figure->whole, "0")) {
		oq_rule_say(context, OQ_WORD_HALF_OF_ONE);
		return TRUE;
	}
	oq_numerals_cardinal(sentence->lexicon, figure->whole, context->words);
	oq_rule_say(context, OQ_WORD_AND_A_HALF);
	return TRUE;
}

guint
oq_figures_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	guint counted = oq_sentence_behind_range(sentence, at);
	if (is_spelled(figure))
		oq_numerals_digits(sentence->lexicon, figure->whole, context->words);
	else if (figure->fraction.length == 0)
		oq_numerals_cardinal(sentence->lexicon, figure->whole, context->words);
	else if (!say_half(context, figure, counted))
		oq_fractions_decimal(
			sentence->lexicon, figure->whole, figure->fraction, context->words);
	return figure->n_tokens;
}

/* 1000000-дар: миллиондар */
static gboolean
is_bare_scale(const OqRuleContext *context, const OqFigure *figure)
{
	return figure->fraction.length == 0 && figure->whole.length >= 7 &&
	       figure->whole.data[0] == '1' &&
	       strspn(figure->whole.data + 1, "0") >= figure->whole.length - 1 &&
	       g_str_has_prefix(
		       context->words->str, oq_lexicon_number(context->sentence->lexicon, 1)->word);
}

static void
drop_one(OqRuleContext *context)
{
	const char *space = strchr(context->words->str, ' ');
	if (space != NULL)
		g_string_erase(context->words, 0, space + 1 - context->words->str);
}

/* жарты 1000000-ға */
static gboolean
is_behind_half(const OqSentence *sentence, guint at)
{
	const char *half = oq_lexicon_word(sentence->lexicon, OQ_WORD_HALF_OF_ONE);
	return at > 0 && oq_token_is_word(&sentence->tokens[at - 1]) &&
	       oq_slice_equals(oq_sentence_text(sentence, &sentence->tokens[at - 1]), half);
}

/* 22085-і, 91,2-ге, 4-інші */
guint
oq_figures_with_suffix(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	OqSuffixes suffixes;
	if (figure == NULL)
		return 0;
	guint behind = at + figure->n_tokens;
	guint n_suffix = oq_loose_find_suffix(sentence, behind, &suffixes), n_all;
	if (n_suffix == 0 || oq_sentence_is_cut_noun(sentence, behind + 1))
		return 0;
	const OqSuffix *first = &oq_lexicon_suffixes(sentence->lexicon, &n_all)[suffixes.suffix[0]];
	oq_figures_say(context, at);
	if (is_bare_scale(context, figure) &&
		(first->kind == OQ_SUFFIX_MULTIPLYING || is_behind_half(sentence, at)))
		drop_one(context);
	oq_suffixes_attach(sentence->lexicon, &suffixes, context->words);
	return figure->n_tokens + n_suffix;
}

static guint
say_with_particle(OqRuleContext *context, guint at)
{
	guint n_taken = oq_figures_say(context, at);
	return n_taken + oq_rule_particle(context, at + n_taken);
}

guint
oq_figures_decimal(OqRuleContext *context, guint at)
{
	const OqFigure *figure = oq_sentence_figure(context->sentence, at);
	return figure != NULL && figure->fraction.length > 0 ? say_with_particle(context, at) : 0;
}

guint
oq_figures_grouped(OqRuleContext *context, guint at)
{
	const OqFigure *figure = oq_sentence_figure(context->sentence, at);
	return figure != NULL && figure->n_tokens > 1 ? say_with_particle(context, at) : 0;
}

guint
oq_figures_digits(OqRuleContext *context, guint at)
{
	const OqFigure *figure = oq_sentence_figure(context->sentence, at);
	return figure != NULL && is_spelled(figure) ? say_with_particle(context, at) : 0;
}

guint
oq_figures_cardinal(OqRuleContext *context, guint at)
{
	const OqFigure *figure = oq_sentence_figure(context->sentence, at);
	return figure != NULL ? say_with_particle(context, at) : 0;
}

/* 3ақ, written as one word */
static guint
say_stuck_particle(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *particle = oq_sentence_token(sentence, at + 1);
	if (particle == NULL || particle->gap ||
		!(oq_sentence_context(sentence, particle) & OQ_CONTEXT_PARTICLE))
		return 0;
	oq_rule_say_cardinal(context, &sentence->tokens[at]);
	OqSlice word = oq_sentence_lower(sentence, particle);
	g_string_append_printf(context->words, "-%.*s", (int)word.length, word.data);
	return 2;
}

/* Ту-154, G-20 */
static gboolean
is_behind_name(const OqSentence *sentence, guint at)
{
	return at > 1 && !sentence->tokens[at].gap && oq_token_is_dash(&sentence->tokens[at - 1]) &&
	       !sentence->tokens[at - 1].gap && oq_token_is_word(&sentence->tokens[at - 2]);
}

/* 5-сынып, 5 -сынып; but 5-қабатты, 1 000-орындық and 98-болғанда are how many */
guint
oq_figures_hyphen(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	guint n_particle = say_stuck_particle(context, at);
	if (n_particle > 0)
		return n_particle;
	guint behind = at + figure->n_tokens;
	const OqToken *noun = oq_sentence_token(sentence, behind + 1);
	if (!oq_nouns_is_joined(sentence, behind) || is_behind_name(sentence, at))
		return 0;
	OqContext kind = oq_sentence_context(sentence, noun);
	gboolean particle = (kind & OQ_CONTEXT_PARTICLE) != 0;
	if (!particle && noun->n_chars < 2 && !oq_sentence_is_cut_noun(sentence, behind + 1))
		return 0;
	if (particle || (kind & OQ_CONTEXT_REACHED) || oq_nouns_is_quantity(sentence, behind + 1))
		return oq_figures_say(context, at) + (particle ? 0 : 1);
	if (figure->fraction.length > 0)
		return 0;
	oq_numerals_cardinal(sentence->lexicon, figure->whole, context->words);
	oq_numerals_make_ordinal(sentence->lexicon, context->words);
	return figure->n_tokens + 1;
}

/* 1-, 2- және 3-сыныптар: the noun comes with the last of them. */
guint
oq_figures_hanging(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *hyphen = oq_sentence_token(sentence, at + 1),
		      *next = oq_sentence_token(sentence, at + 2);
	if (!oq_token_is_dash(hyphen) || hyphen->gap || next == NULL ||
		is_behind_name(sentence, at) ||
		!(oq_token_is_sign(next, ',') ||
			(oq_sentence_context(sentence, next) & OQ_CONTEXT_CONJUNCTION)))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	return 2;
}

static gboolean
is_open_bracket_before(const OqSentence *sentence, guint at)
{
	for (guint i = at; i-- > 0;) {
		if (oq_token_is_sign(&sentence->tokens[i], ')'))
			return FALSE;
		if (oq_token_is_sign(&sentence->tokens[i], '('))
			return TRUE;
	}
	return FALSE;
}

/* 1)Тез, 1.Тез: the gap behind the mark left out */
static gboolean
is_item_text(const OqToken *text, gboolean bracket)
{
	if (text == NULL || text->gap)
		return text != NULL;
	return oq_token_is_word(text) && text->n_chars > 1 &&
	       (bracket || (text->capital && !text->all_capitals));
}

/* At the head of the sentence, pictures before it or none; or behind a colon or a bracket, before a
 * capital: етеді: 1. Қоса … (бар) 2. Екінші */
static gboolean
begins_item(const OqSentence *sentence, guint at)
{
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	const OqToken *text = oq_sentence_token(sentence, at + 2);
	if (oq_token_is_sign(before, ':') || oq_token_is_sign(before, ';') ||
		oq_token_is_sign(before, ')'))
		return sentence->tokens[at].gap && oq_token_is_word(text) && text->gap &&
		       text->capital;
	for (guint i = 0; i < at; i++)
		if (sentence->tokens[i].kind != OQ_TOKEN_SIGN ||
			sentence->tokens[i].sign < FIRST_PICTURE)
			return FALSE;
	return TRUE;
}

guint
oq_figures_item(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *behind = oq_sentence_token(sentence, at + 1);
	const OqToken *text = oq_sentence_token(sentence, at + 2);
	if (sentence->tokens[at].n_chars > 2 || behind == NULL || behind->gap)
		return 0;
	gboolean bracket = oq_token_is_sign(behind, ')') && !is_open_bracket_before(sentence, at);
	gboolean point = oq_token_is_sign(behind, '.') && begins_item(sentence, at);
	if ((!bracket && !point) || !is_item_text(text, bracket))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	return bracket ? 2 : 1;
}

/* №, or the Latin N that stands for it */
static gboolean
is_numero(const OqSentence *sentence, const OqToken *token)
{
	return oq_token_has(token, OQ_ROLE_NUMERO) ||
	       oq_slice_equals(oq_sentence_text(sentence, token), "N");
}

/* A number behind № counts something: №5 мектеп, № 353 сайлау учаскесі. */
guint
oq_figures_numbered(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *noun = oq_sentence_token(sentence, at + 1);
	if (at == 0 || !is_numero(sentence, &sentence->tokens[at - 1]) || !oq_token_is_word(noun) ||
		!noun->gap || noun->capital ||
		(sentence->tokens[at].n_chars > 1 &&
			sentence->text[sentence->tokens[at].start] == '0'))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	return 1;
}

gboolean
oq_figures_is_signed(const OqSentence *sentence, guint at)
{
	const OqToken *sign = &sentence->tokens[at], *number = oq_sentence_token(sentence, at + 1);
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	if (!oq_token_is_number(number) || number->gap ||
		(before != NULL && oq_token_is_number(before)))
		return FALSE;
	/* 30.12.–02.01., 29 ақп.–2 нау. */
	const OqToken *cut = at > 1 ? &sentence->tokens[at - 2] : NULL;
	if (!sign->gap && oq_token_is_sign(before, '.') && !before->gap && cut != NULL &&
		(oq_token_is_number(cut) || oq_lexicon_short_name(sentence->lexicon,
						    oq_sentence_lower(sentence, cut)) != NULL))
		return FALSE;
	/* -20~-10, -5/-7, -5–-7: between two numbers */
	gboolean between = at > 1 && before != NULL && !before->gap &&
			   oq_token_is_number(&sentence->tokens[at - 2]) &&
			   (oq_token_is_sign(before, '~') || oq_token_is_sign(before, '/') ||
				   oq_token_is_dash(before));
	return sign->gap || between || oq_token_is_sign(before, '(') ||
	       oq_token_is_sign(before, OQ_SIGN_ELLIPSIS) || oq_token_is_sign(before, '.');
}

/* хандығына -550 жыл: of years there are never less than none */
static gboolean
is_loose_dash(const OqSentence *sentence, guint at)
{
	const OqToken *noun = oq_sentence_token(sentence, at + 2);
	return at > 0 && oq_token_is_word(&sentence->tokens[at - 1]) &&
	       (oq_sentence_context(sentence, noun) &
		       (OQ_CONTEXT_YEAR | OQ_CONTEXT_YEAR_OR_SPAN | OQ_CONTEXT_YEAR_BARE |
			       OQ_CONTEXT_ANNIVERSARY)) != 0;
}

/* -5, but neither 10-15 nor КОВИД-19, nor the long dash that opens a speech */
guint
oq_figures_minus(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = &sentence->tokens[at];
	if (!oq_token_is_dash(sign) || oq_token_is_sign(sign, OQ_SIGN_EM_DASH) ||
		!oq_figures_is_signed(sentence, at) || is_loose_dash(sentence, at))
		return 0;
	oq_rule_say(context, OQ_WORD_MINUS);
	return 1;
}
