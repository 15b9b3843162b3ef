#include "text/speller.h"

#include "text/rules.h"

struct _OqSpeller {
	const OqLexicon *lexicon;
	GArray *tokens; /* of OqToken */
	GString *words;
	GString *lower;
	OqPunctuation punctuation;
};

OqSpeller *
oq_speller_new(const OqLexicon *lexicon)
{
	OqSpeller *speller = g_new(OqSpeller, 1);
	*speller = (OqSpeller){lexicon, g_array_new(FALSE, FALSE, sizeof(OqToken)),
		g_string_new(NULL), g_string_new(NULL), OQ_PUNCTUATION_NONE};
	return speller;
}

void
oq_speller_free(OqSpeller *speller)
{
	if (speller == NULL)
		return;
	g_array_unref(speller->tokens);
	g_string_free(speller->words, TRUE);
	g_string_free(speller->lower, TRUE);
	g_free(speller);
}

void
oq_speller_set_punctuation(OqSpeller *speller, OqPunctuation level)
{
	speller->punctuation = level;
}

/* Words never run together, whatever stood between them; nor with a comma. */
static gboolean
ends_in_word(const OqUtterance *utterance)
{
	guint n_words = utterance->words->len;
	if (utterance->spoken->len > 0 && utterance->spoken->str[utterance->spoken->len - 1] == ',')
		return TRUE;
	return n_words > 0 &&
	       oq_utterance_word(utterance, n_words - 1)->spoken_end == utterance->spoken->len;
}

static void
append_gap(OqUtterance *utterance, gboolean gap)
{
	GString *spoken = utterance->spoken;
	if (gap && spoken->len > 0 && spoken->str[spoken->len - 1] != ' ')
		g_string_append_c(spoken, ' ');
}

static void
say_as_written(OqUtterance *utterance, const OqToken *token, gboolean gap)
{
	gboolean word = token->kind == OQ_TOKEN_WORD;
	append_gap(utterance, gap || (word && ends_in_word(utterance)));
	guint32 spoken_start = utterance->spoken->len;
	g_string_append_len(
		utterance->spoken, utterance->text->str + token->start, token->end - token->start);
	if (!word)
		return;
	OqWord said = {utterance->start + token->start, utterance->start + token->end, spoken_start,
		utterance->spoken->len, NULL};
	g_array_append_val(utterance->words, said);
}

/* Punctuation that was named stays, so that it is heard as pause and tone all the same. */
static void
keep_signs(OqUtterance *utterance, const OqToken *first, const OqToken *last)
{
	append_gap(utterance, first->gap);
	g_string_append_len(
		utterance->spoken, utterance->text->str + first->start, last->end - first->start);
}

void
oq_speller_spell(OqSpeller *speller, OqUtterance *utterance)
{
	OqSlice sentence = {utterance->text->str, utterance->text->len};
	oq_tokens_split(oq_lexicon_letters(speller->lexicon), sentence, speller->tokens);
	const OqToken *tokens = (const OqToken *)speller->tokens->data;
	OqRuleContext context = {speller->lexicon, speller->punctuation, sentence.data, tokens,
		speller->tokens->len, speller->words, FALSE, speller->lower};
	gboolean gap = FALSE;
	for (guint at = 0, n_taken; at < context.n_tokens; at += n_taken) {
		context.keeps_signs = FALSE;
		const OqRule *rule = oq_rules_apply(&context, at, &n_taken);
		gap = gap || tokens[at].gap;
		if (rule == NULL) {
			say_as_written(utterance, &tokens[at], gap);
		} else if (speller->words->len > 0) {
			append_gap(utterance, gap || ends_in_word(utterance));
			oq_utterance_append(utterance, speller->words->str,
				utterance->start + tokens[at].start,
				utterance->start + tokens[at + n_taken - 1].end, rule->name);
			if (context.keeps_signs)
				keep_signs(utterance, &tokens[at], &tokens[at + n_taken - 1]);
		}
		/* what is silent still keeps its neighbours apart */
		gap = rule != NULL && speller->words->len == 0;
	}
}
