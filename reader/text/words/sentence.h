/* sentence.h - a sentence as tokens, and the questions that languages and rules ask of them. */
#pragma once

#include "text/lexicon/lexicon.h"
#include "text/words/figure.h"
#include "text/words/suffixes.h"
#include "text/words/tokens.h"

struct _OqSentence {
	const OqLexicon *lexicon;
	const char *text; /* the caller's */
	OqToken *tokens;
	guint n_tokens;
	GArray *figures; /* of OqFigure, of every number among the tokens; token->figure is its
			    index */
	GString *lower;  /* scratch of oq_sentence_lower() */
	GArray *memory;  /* of the tokens */
};

/** oq_sentence_init: an empty one; @lexicon must outlive it. */
void oq_sentence_init(OqSentence *sentence, const OqLexicon *lexicon);

/** oq_sentence_clear: frees the contents, not the struct. */
void oq_sentence_clear(OqSentence *sentence);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqSentence, oq_sentence_clear)

/**
 * oq_sentence_read:
 * @text: valid UTF-8, less than 4 GB; must stay where it is as long as questions are asked
 */
void oq_sentence_read(OqSentence *sentence, OqSlice text);

/** The token at an index, or NULL beyond the ends. */
static inline const OqToken *
oq_sentence_token(const OqSentence *sentence, guint at)
{
	return at < sentence->n_tokens ? &sentence->tokens[at] : NULL;
}

static inline OqSlice
oq_sentence_text(const OqSentence *sentence, const OqToken *token)
{
	return (OqSlice){sentence->text + token->start, token->end - token->start};
}

/** oq_sentence_figure: of a number; NULL: the token is none. */
static inline const OqFigure *
oq_sentence_figure(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	return oq_token_is_number(token)
		       ? &g_array_index(sentence->figures, OqFigure, token->figure)
		       : NULL;
}

/** oq_sentence_behind_range: the token behind a figure, or behind the range that begins with it;
 * @at itself when there is no figure. */
guint oq_sentence_behind_range(const OqSentence *sentence, guint at);

/** oq_sentence_lower: the token's text in lower case, valid until the next call. */
OqSlice oq_sentence_lower(const OqSentence *sentence, const OqToken *token);

/** oq_sentence_value: of a number of at most four digits; G_MAXUINT of a longer one. */
guint oq_sentence_value(const OqSentence *sentence, const OqToken *number);

/** oq_sentence_context: what the word says of a number beside it (contexts.tsv); none for other
 * tokens. */
OqContext oq_sentence_context(const OqSentence *sentence, const OqToken *token);

/** oq_sentence_find_ending: the ending behind a stem of that kind in contexts.tsv; FALSE when the
 * token is no such word, or has no ending. */
gboolean oq_sentence_find_ending(
	const OqSentence *sentence, const OqToken *token, OqContext kind, OqSuffixes *ending);

/** oq_sentence_is_verb: whether a word ends like the verb that closes a sentence (contexts.tsv). */
gboolean oq_sentence_is_verb(const OqSentence *sentence, const OqToken *token);

/** oq_sentence_is_saying: whether a word is a verb of saying (sentences.tsv). */
gboolean oq_sentence_is_saying(const OqSentence *sentence, const OqToken *token);

/** oq_sentence_is_form: whether the token is the stem with any case ending, or none. */
gboolean oq_sentence_is_form(const OqSentence *sentence, const OqToken *token, OqSlice stem);

/** oq_sentence_is_genitive: whether a word ends like a genitive: наурыздың. */
gboolean oq_sentence_is_genitive(const OqSentence *sentence, const OqToken *token);

/** oq_sentence_is_point: a point that stands directly behind the token before it. */
gboolean oq_sentence_is_point(const OqSentence *sentence, guint at);

/** oq_sentence_skip_point: 1 when there is a point that is the abbreviation's before it alone, and
 * not also the end of the sentence or of what is quoted («5 тг.» деді); else 0. */
guint oq_sentence_skip_point(const OqSentence *sentence, guint at);

/** oq_sentence_is_cut_noun: whether the token is an abbreviation, with its point, that stands
 * behind a number and a hyphen: 3-т. (abbreviations.tsv). */
gboolean oq_sentence_is_cut_noun(const OqSentence *sentence, guint at);

/**
 * oq_sentence_find_suffix:
 * @at: where a hyphen may stand
 * @suffixes: (out): the endings written behind it, without a gap
 *
 * Returns: the first of them; NULL when there are none
 */
const OqSuffix *oq_sentence_find_suffix(const OqSentence *sentence, guint at, OqSuffixes *suffixes);
