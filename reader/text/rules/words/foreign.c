/* foreign.c - see the header. */
#include "text/rules/words/foreign.h"

#include "text/characters/numerics.h"
#include "text/words/transliteration.h"

gboolean
oq_foreign_is_letter(gunichar letter)
{
	gboolean latin = oq_letters_is_latin(letter) ||
			 (letter >= 0xFF21 && letter <= 0xFF5A /* full-width */);
	return !latin && !oq_letters_is_cyrillic(letter) && !oq_numerics_is_roman(letter);
}

static gboolean
is_foreign(const OqToken *token)
{
	return oq_token_is_word(token) && oq_foreign_is_letter(token->sign);
}

/* In Kazakh letters; FALSE: it has others, too. */
static gboolean
say_word(OqRuleContext *context, const OqToken *token)
{
	const OqSentence *sentence = context->sentence;
	g_autoptr(GString) word = g_string_new(NULL);
	if (!oq_transliteration_say(sentence->lexicon, oq_sentence_text(sentence, token), word) ||
		word->len == 0)
		return FALSE;
	oq_rule_append(context, word->str);
	return TRUE;
}

static gboolean
is_sayable(const OqSentence *sentence, const OqToken *token)
{
	g_autoptr(GString) word = g_string_new(NULL);
	return oq_transliteration_say(sentence->lexicon, oq_sentence_text(sentence, token), word);
}

/* Words that are named alike. */
static guint
name_run(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqLexicon *lexicon = sentence->lexicon;
	const OqToken *token = &sentence->tokens[at];
	const char *name = oq_transliteration_name(lexicon, token->sign);
	guint n_taken = 1;
	while (is_foreign(token = oq_sentence_token(sentence, at + n_taken)) &&
		oq_transliteration_name(lexicon, token->sign) == name &&
		!is_sayable(sentence, token))
		n_taken++;
	oq_rule_append(context, name);
	return n_taken;
}

guint
oq_foreign_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	if (!is_foreign(token))
		return 0;
	const char *name = oq_letters_name(oq_lexicon_letters(sentence->lexicon), token->sign);
	if (token->n_chars == 1 && name != NULL) {
		oq_rule_append(context, name);
		return 1 + oq_rule_suffix(context, at + 1);
	}
	return say_word(context, token) ? 1 : name_run(context, at);
}
