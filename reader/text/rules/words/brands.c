/* brands.c - see the header. */
#include "text/rules/words/brands.h"

#include "text/words/numerals.h"

static gboolean
is_latin_word(const OqToken *token)
{
	return oq_token_is_word(token) && oq_letters_is_latin(token->sign);
}

/* 3.5 пайыз, 2.5 млрд, 6.5 км: an amount, whoever has it. */
static gboolean
is_amount(const OqSentence *sentence, const OqToken *behind)
{
	if (behind == NULL)
		return FALSE;
	OqSlice text = oq_sentence_text(sentence, behind);
	const OqLexicon *lexicon = sentence->lexicon;
	if (behind->kind == OQ_TOKEN_SIGN)
		return oq_lexicon_sign(lexicon, behind->sign, OQ_PUNCTUATION_NONE) != NULL ||
		       oq_lexicon_currency(lexicon, text) != NULL;
	OqSlice percent = oq_slice(oq_lexicon_word(lexicon, OQ_WORD_PERCENT));
	return oq_lexicon_unit(lexicon, text) != NULL ||
	       oq_lexicon_currency(lexicon, text) != NULL ||
	       oq_sentence_is_form(sentence, behind, percent) ||
	       (oq_sentence_context(sentence, behind) & (OQ_CONTEXT_HALF | OQ_CONTEXT_SCALE)) != 0;
}

/* (Үздіктер 1.0): nobody counts so, and nothing that is counted follows */
static gboolean
is_release(const OqSentence *sentence, guint at)
{
	const OqToken *name = &sentence->tokens[at - 1],
		      *next = oq_sentence_token(sentence, at + 3);
	return oq_slice_equals(oq_sentence_figure(sentence, at)->fraction, "0") &&
	       oq_token_is_word(name) && name->capital &&
	       (next == NULL || oq_token_has(next, OQ_ROLE_PUNCTUATION | OQ_ROLE_UNQUOTE));
}

guint
oq_brands_version(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	const OqToken *name = at > 0 ? &sentence->tokens[at - 1] : NULL;
	if (at == 0 || figure->fraction.length == 0 || figure->n_tokens != 3 ||
		figure->begins_range || !oq_token_is_sign(&sentence->tokens[at + 1], '.') ||
		!sentence->tokens[at].gap ||
		is_amount(sentence, oq_sentence_token(sentence, at + 3)))
		return 0;
	gboolean latin = is_latin_word(name) && name->any_capital &&
			 !(oq_sentence_context(sentence, name) & OQ_CONTEXT_MEASURED);
	if (!latin && !is_release(sentence, at))
		return 0;
	oq_numerals_cardinal(sentence->lexicon, figure->whole, context->words);
	oq_rule_say(context, OQ_WORD_POINT);
	oq_rule_say_cardinal(context, &sentence->tokens[at + 2]);
	return 3 + oq_rule_suffix(context, at + 3);
}

guint
oq_brands_letter(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	if (token->n_chars != 1 || token->sign >= 0x80 || token->gap || at == 0 ||
		!oq_token_is_number(&sentence->tokens[at - 1]))
		return 0;
	const OqToken *next = oq_sentence_token(sentence, at + 1);
	if (oq_token_is_number(next) && !next->gap)
		return 0;
	oq_rule_append(
		context, oq_letters_name(oq_lexicon_letters(sentence->lexicon), token->sign));
	return 1 + oq_rule_suffix(context, at + 1);
}
