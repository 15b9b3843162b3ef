/* sentence.c - see the header. */
#include "text/words/sentence.h"

#include "text/characters/roles.h"
#include "text/words/roman_value.h"

#define MAX_BEFORE_APOSTROPHE 2 /* letters */

void
oq_sentence_init(OqSentence *sentence, const OqLexicon *lexicon)
{
	*sentence = (OqSentence){
		.lexicon = lexicon,
		.figures = g_array_new(FALSE, FALSE, sizeof(OqFigure)),
		.lower = g_string_new(NULL),
		.memory = g_array_new(FALSE, FALSE, sizeof(OqToken)),
	};
}

void
oq_sentence_clear(OqSentence *sentence)
{
	g_clear_pointer(&sentence->memory, g_array_unref);
	g_clear_pointer(&sentence->figures, g_array_unref);
	if (sentence->lower != NULL)
		g_string_free(g_steal_pointer(&sentence->lower), TRUE);
}

/* A figure must not move once it is read. */
static void
read_figures(OqSentence *sentence)
{
	guint n_figures = 0;
	for (guint i = 0; i < sentence->n_tokens; i++)
		if (oq_token_is_number(&sentence->tokens[i]))
			sentence->tokens[i].figure = n_figures++;
	g_array_set_size(sentence->figures, n_figures);
	for (guint i = 0; n_figures > 0 && i < sentence->n_tokens; i++)
		if (oq_token_is_number(&sentence->tokens[i]))
			oq_figure_read(sentence, i,
				&g_array_index(
					sentence->figures, OqFigure, sentence->tokens[i].figure));
}

/* ғ of ХІХғ, ғасырда of ХХғасырда */
static gboolean
is_century(const OqSentence *sentence, const OqToken *token)
{
	OqSlice word = oq_sentence_text(sentence, token);
	const OqYearAbbreviation *row = oq_lexicon_year_abbreviation(sentence->lexicon, word);
	return (row != NULL && row->attributive == NULL) ||
	       (oq_sentence_context(sentence, token) & OQ_CONTEXT_ORDINAL) != 0;
}

/* The capitals at the beginning of the word are a Roman numeral, and the small letters its century.
 * @numeral, @century: (out) */
static gboolean
find_century(const OqSentence *sentence, const OqToken *word, OqToken *numeral, OqToken *century)
{
	const char *start = sentence->text + word->start, *p = start;
	*numeral = *century = *word;
	for (numeral->n_chars = 0; oq_roles_roman(g_utf8_get_char(p)) != 0; numeral->n_chars++)
		p = g_utf8_next_char(p);
	numeral->end = century->start = word->start + (guint32)(p - start);
	if (numeral->n_chars == 0 || numeral->end >= word->end)
		return FALSE;
	numeral->all_capitals = TRUE;
	century->n_chars -= numeral->n_chars;
	century->sign = g_utf8_get_char(p);
	century->capital = century->all_capitals = FALSE;
	century->any_capital = century->inner_capital = FALSE;
	century->gap = TRUE;
	return g_unichar_islower(century->sign) && oq_roman_value(sentence, numeral) > 0 &&
	       is_century(sentence, century);
}

static void
split_centuries(OqSentence *sentence)
{
	OqToken numeral, century;
	for (guint i = 0; i < sentence->n_tokens; i++) {
		const OqToken *token = &sentence->tokens[i];
		if (!oq_token_is_word(token) || !token->capital || token->all_capitals ||
			oq_roles_roman(token->sign) == 0 ||
			!find_century(sentence, token, &numeral, &century))
			continue;
		g_array_index(sentence->memory, OqToken, i) = numeral;
		g_array_insert_val(sentence->memory, i + 1, century);
		sentence->tokens = (OqToken *)sentence->memory->data;
		sentence->n_tokens = sentence->memory->len;
	}
}

void
oq_sentence_read(OqSentence *sentence, OqSlice text)
{
	oq_tokens_split(oq_lexicon_letters(sentence->lexicon), text, sentence->memory);
	sentence->text = text.data;
	sentence->tokens = (OqToken *)sentence->memory->data;
	sentence->n_tokens = sentence->memory->len;
	split_centuries(sentence);
	read_figures(sentence);
}

guint
oq_sentence_behind_range(const OqSentence *sentence, guint at)
{
	const OqFigure *first = oq_sentence_figure(sentence, at);
	if (first == NULL)
		return at;
	guint behind = at + first->n_tokens;
	return first->begins_range ? behind + 1 + oq_sentence_figure(sentence, behind + 1)->n_tokens
				   : behind;
}

OqSlice
oq_sentence_lower(const OqSentence *sentence, const OqToken *token)
{
	OqSlice text = oq_sentence_text(sentence, token);
	if (!token->any_capital)
		return text;
	oq_letters_lower(oq_lexicon_letters(sentence->lexicon), text, sentence->lower);
	return (OqSlice){sentence->lower->str, sentence->lower->len};
}

guint
oq_sentence_value(const OqSentence *sentence, const OqToken *number)
{
	OqSlice digits = oq_sentence_text(sentence, number);
	guint value = 0;
	if (digits.length > 4)
		return G_MAXUINT;
	for (gsize i = 0; i < digits.length; i++)
		value = value * 10 + (digits.data[i] - '0');
	return value;
}

static gboolean
is_case_ending(const OqSentence *sentence, OqSlice ending)
{
	OqSuffixes suffixes;
	return ending.length == 0 || oq_suffixes_parse_case(sentence->lexicon, ending, &suffixes);
}

OqContext
oq_sentence_context(const OqSentence *sentence, const OqToken *token)
{
	if (!oq_token_is_word(token))
		return OQ_CONTEXT_NONE;
	OqSlice word = oq_sentence_lower(sentence, token);
	OqContext found = oq_lexicon_context(sentence->lexicon, word, FALSE);
	gsize length = 0;
	while (length < word.length && length < oq_lexicon_max_stem_bytes(sentence->lexicon)) {
		length += g_utf8_skip[(guchar)word.data[length]];
		OqContext of_stem =
			oq_lexicon_context(sentence->lexicon, (OqSlice){word.data, length}, TRUE);
		if (of_stem != OQ_CONTEXT_NONE &&
			is_case_ending(sentence, oq_slice_skip(word, length)))
			found |= of_stem;
	}
	return found;
}

gboolean
oq_sentence_find_ending(
	const OqSentence *sentence, const OqToken *token, OqContext kind, OqSuffixes *ending)
{
	if (!oq_token_is_word(token))
		return FALSE;
	OqSlice word = oq_sentence_lower(sentence, token);
	for (gsize length = g_utf8_skip[(guchar)word.data[0]]; length < word.length;
		length += g_utf8_skip[(guchar)word.data[length]]) {
		OqSlice stem = {word.data, length}, rest = oq_slice_skip(word, length);
		if ((oq_lexicon_context(sentence->lexicon, stem, TRUE) & kind) != 0 &&
			oq_suffixes_parse_case(sentence->lexicon, rest, ending))
			return TRUE;
	}
	return FALSE;
}

/* Endings stand in the table with their hyphen. */
gboolean
oq_sentence_is_verb(const OqSentence *sentence, const OqToken *token)
{
	if (!oq_token_is_word(token))
		return FALSE;
	OqSlice word = oq_sentence_lower(sentence, token);
	g_autoptr(GString) key = g_string_new_len(word.data, word.length);
	for (const char *p = key->str + key->len; p > key->str;) {
		p = g_utf8_prev_char(p);
		g_autofree char *ending = g_strconcat("-", p, NULL);
		if (oq_lexicon_context(sentence->lexicon, oq_slice(ending), FALSE) &
			OQ_CONTEXT_VERB)
			return p > key->str;
	}
	return FALSE;
}

gboolean
oq_sentence_is_form(const OqSentence *sentence, const OqToken *token, OqSlice stem)
{
	if (!oq_token_is_word(token))
		return FALSE;
	OqSlice word = oq_sentence_lower(sentence, token);
	return oq_slice_has_prefix(word, stem) &&
	       is_case_ending(sentence, oq_slice_skip(word, stem.length));
}

gboolean
oq_sentence_is_saying(const OqSentence *sentence, const OqToken *token)
{
	if (!oq_token_is_word(token))
		return FALSE;
	OqSlice word = oq_sentence_lower(sentence, token);
	return oq_lexicon_sentence_word(sentence->lexicon, word, FALSE) == OQ_SENTENCE_WORD_SAYS ||
	       oq_lexicon_sentence_word(sentence->lexicon, word, TRUE) == OQ_SENTENCE_WORD_SAYS;
}

gboolean
oq_sentence_is_point(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	return oq_token_is_sign(token, '.') && !token->gap;
}

/* … .» деді, .» – деді, .» at the end */
static gboolean
ends_quote(const OqSentence *sentence, guint at)
{
	const OqToken *quote = oq_sentence_token(sentence, at);
	if (!oq_token_has(quote, OQ_ROLE_UNQUOTE) || quote->gap)
		return FALSE;
	const OqToken *next = oq_sentence_token(sentence, at + 1);
	return next == NULL || oq_token_is_dash(next) || oq_sentence_is_saying(sentence, next);
}

gboolean
oq_sentence_is_apostrophe(const OqSentence *sentence, guint at)
{
	const OqToken *sign = oq_sentence_token(sentence, at);
	const OqToken *before = oq_sentence_token(sentence, at - 1),
		      *behind = oq_sentence_token(sentence, at + 1);
	if ((!oq_token_is_sign(sign, '\'') && !oq_token_is_sign(sign, OQ_SIGN_APOSTROPHE)) ||
		sign->gap || !oq_token_is_word(before) || !oq_token_is_word(behind) || behind->gap)
		return FALSE;
	gboolean latin = oq_letters_is_latin(before->sign);
	return latin == oq_letters_is_latin(behind->sign) &&
	       (latin || before->n_chars <= MAX_BEFORE_APOSTROPHE);
}

guint
oq_sentence_skip_point(const OqSentence *sentence, guint at)
{
	gboolean last = at + 1 >= sentence->n_tokens;
	return oq_sentence_is_point(sentence, at) && !last && !ends_quote(sentence, at + 1) ? 1 : 0;
}

gboolean
oq_sentence_is_cut_noun(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(token) || !oq_sentence_is_point(sentence, at + 1))
		return FALSE;
	const OqAbbreviation *row =
		oq_lexicon_abbreviation(sentence->lexicon, oq_sentence_text(sentence, token));
	while (row != NULL && row->place != OQ_ABBREVIATION_BEHIND_ORDINAL)
		row = row->next;
	return row != NULL;
}

gboolean
oq_sentence_is_genitive(const OqSentence *sentence, const OqToken *token)
{
	if (!oq_token_is_word(token))
		return FALSE;
	const OqSuffix *genitive = oq_lexicon_suffix(sentence->lexicon, OQ_NAMED_GENITIVE);
	OqSlice word = oq_sentence_lower(sentence, token);
	for (guint i = 0; i < 2 * OQ_N_SUFFIX_FORMS; i++) {
		const char *form = genitive->forms[i / 2].form[i % 2];
		if (form != NULL && oq_slice_has_suffix(word, oq_slice(form)))
			return TRUE;
	}
	return FALSE;
}

const OqSuffix *
oq_sentence_find_suffix(const OqSentence *sentence, guint at, OqSuffixes *suffixes)
{
	const OqToken *hyphen = oq_sentence_token(sentence, at),
		      *word = oq_sentence_token(sentence, at + 1);
	if (!oq_token_is_dash(hyphen) || hyphen->gap || !oq_token_is_word(word) || word->gap ||
		!oq_suffixes_parse(sentence->lexicon, oq_sentence_lower(sentence, word), suffixes))
		return NULL;
	guint n_all;
	return &oq_lexicon_suffixes(sentence->lexicon, &n_all)[suffixes->suffix[0]];
}
