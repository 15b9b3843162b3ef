#include "text/speller.h"

#include "text/clean.h"
#include "text/rules.h"
#include "text/signs.h"

#include <string.h>

struct _OqSpeller {
	const OqLexicon *lexicon;
	OqClean *clean;
	GArray *tokens; /* of OqToken */
	GString *words;
	GString *lower;
	OqPunctuation punctuation;
	const OqDictionary *dictionary; /* NULL: there are no words in it */
};

OqSpeller *
oq_speller_new(const OqLexicon *lexicon)
{
	OqSpeller *speller = g_new(OqSpeller, 1);
	*speller = (OqSpeller){lexicon, oq_clean_new(lexicon),
		g_array_new(FALSE, FALSE, sizeof(OqToken)), g_string_new(NULL), g_string_new(NULL),
		OQ_PUNCTUATION_NONE, NULL};
	return speller;
}

void
oq_speller_free(OqSpeller *speller)
{
	if (speller == NULL)
		return;
	oq_clean_free(speller->clean);
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

void
oq_speller_set_dictionary(OqSpeller *speller, const OqDictionary *dictionary)
{
	gboolean empty = dictionary == NULL || oq_dictionary_is_empty(dictionary);
	speller->dictionary = empty ? NULL : dictionary;
}

static const OqRule *
apply_rule(const OqSpeller *speller, OqRuleContext *context, guint at, guint *n_taken)
{
	const OqRule *rule = speller->dictionary != NULL ? oq_dictionary_apply(speller->dictionary,
								   context, at, n_taken)
							 : NULL;
	return rule != NULL ? rule : oq_rules_apply(context, at, n_taken);
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

/* The place of a token in the source. */
static guint64
source_start(const OqSpeller *speller, const OqUtterance *utterance, const OqToken *token)
{
	return utterance->start + oq_clean_source_start(speller->clean, token->start);
}

static guint64
source_end(const OqSpeller *speller, const OqUtterance *utterance, const OqToken *token)
{
	return utterance->start + oq_clean_source_end(speller->clean, token->end);
}

static void
say_as_written(OqSpeller *speller, OqUtterance *utterance, OqSlice text, const OqToken *token,
	gboolean gap)
{
	gboolean word = token->kind == OQ_TOKEN_WORD;
	append_gap(utterance, word ? gap || ends_in_word(utterance) : token->gap);
	OqWord said = {.spoken_start = utterance->spoken->len, .lang = utterance->lang};
	g_string_append_len(utterance->spoken, text.data, text.length);
	if (!word)
		return;
	said.spoken_end = utterance->spoken->len;
	said.start = source_start(speller, utterance, token);
	said.end = source_end(speller, utterance, token);
	const char *written = utterance->text->str + (said.start - utterance->start);
	gboolean same = said.end - said.start == text.length &&
			memcmp(written, text.data, text.length) == 0;
	said.rule = same ? NULL : "repaired";
	g_array_append_val(utterance->words, said);
}

/* Punctuation that was named stays, so that it is heard as pause and tone all the same. */
static void
keep_signs(OqUtterance *utterance, const char *text, const OqToken *first, const OqToken *last)
{
	append_gap(utterance, first->gap);
	for (const OqToken *token = first; token <= last; token++)
		if (oq_signs_is_punctuation(token->sign))
			g_string_append_len(
				utterance->spoken, text + token->start, token->end - token->start);
}

void
oq_speller_spell(OqSpeller *speller, OqUtterance *utterance)
{
	OqSlice written = {utterance->text->str, utterance->text->len};
	OqSlice sentence = oq_clean_repair(speller->clean, written);
	oq_tokens_split(oq_lexicon_letters(speller->lexicon), sentence, speller->tokens);
	const OqToken *tokens = (const OqToken *)speller->tokens->data;
	OqRuleContext context = {speller->lexicon, speller->punctuation, sentence.data, tokens,
		speller->tokens->len, speller->words, FALSE, speller->lower};
	gboolean gap = FALSE;
	for (guint at = 0, n_taken; at < context.n_tokens; at += n_taken) {
		context.keeps_signs = FALSE;
		const OqRule *rule = apply_rule(speller, &context, at, &n_taken);
		gap = gap || tokens[at].gap;
		if (rule == NULL) {
			say_as_written(speller, utterance, oq_rule_text(&context, &tokens[at]),
				&tokens[at], gap);
		} else if (speller->words->len > 0) {
			append_gap(utterance, gap || ends_in_word(utterance));
			oq_utterance_append(utterance, speller->words->str,
				source_start(speller, utterance, &tokens[at]),
				source_end(speller, utterance, &tokens[at + n_taken - 1]),
				rule->name);
			if (context.keeps_signs)
				keep_signs(utterance, sentence.data, &tokens[at],
					&tokens[at + n_taken - 1]);
		}
		/* what is silent still keeps its neighbours apart, as does a sign behind its name
		 */
		gap = rule != NULL &&
		      (context.keeps_signs ? !tokens[at].gap : speller->words->len == 0);
	}
}
