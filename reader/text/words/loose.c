/* loose.c - see the header. */
#include "text/words/loose.h"

/* сағат кешкі 5 те: as far before the number as a word of time may stand */
#define CLOCK_WORDS_BEFORE   2
/* 6 да мектепке барамын: as far behind as the verb may */
#define VERB_WORDS_BEHIND    3
/* ау and еу are also cries, еуі is an ending */
#define MIN_COLLECTIVE_CHARS 2
#define MAX_ACRONYM_CHARS    6

static const OqSuffix *
first_of(const OqSentence *sentence, const OqSuffixes *suffixes)
{
	guint n_all;
	return &oq_lexicon_suffixes(sentence->lexicon, &n_all)[suffixes->suffix[0]];
}

/* What chains of endings look like, but words are: шыны (glass), аудан (district). */
static gboolean
is_word(const OqSentence *sentence, const OqToken *word, const OqSuffixes *suffixes)
{
	guint n_all;
	const OqSuffix *all = oq_lexicon_suffixes(sentence->lexicon, &n_all);
	OqSuffixKind first = all[suffixes->suffix[0]].kind;
	if (suffixes->n == 1 || (first != OQ_SUFFIX_ORDINAL && first != OQ_SUFFIX_COLLECTIVE))
		return FALSE;
	const OqLetters *letters = oq_lexicon_letters(sentence->lexicon);
	const OqSuffix *second = &all[suffixes->suffix[1]];
	OqSlice text = oq_sentence_text(sentence, word);
	OqSlice letter = {text.data, g_utf8_skip[(guchar)text.data[0]]};
	gboolean vowel = oq_letters_is_vowel(letters, word->sign);
	gboolean short_ordinal = !vowel && oq_letters_ending(letters, letter) != OQ_ENDING_NASAL;
	gboolean certain = first == OQ_SUFFIX_ORDINAL
				   ? !short_ordinal || g_str_equal(second->name, "ablative")
				   : oq_letters_harmony(letters, letter) == OQ_HARMONY_FRONT;
	return !certain && second->kind != OQ_SUFFIX_POSSESSIVE &&
	       !g_str_equal(second->name, "ours");
}

static gboolean
parse(const OqSentence *sentence, const OqToken *word, OqSuffixes *suffixes)
{
	return oq_token_is_word(word) && (!word->any_capital || word->all_capitals) &&
	       oq_suffixes_parse(sentence->lexicon, oq_sentence_lower(sentence, word), suffixes) &&
	       !is_word(sentence, word, suffixes);
}

/* 10, 100, 1000: what there may be tens of, ондаған */
static gboolean
is_round(const OqSentence *sentence, const OqToken *number)
{
	return oq_token_is_number(number) && sentence->text[number->end - 1] == '0';
}

/* 5кг and 5т are units. */
static gboolean
is_unit(const OqSentence *sentence, const OqToken *word)
{
	OqSlice text = oq_sentence_text(sentence, word);
	return oq_lexicon_unit(sentence->lexicon, text) != NULL ||
	       oq_lexicon_currency(sentence->lexicon, text) != NULL;
}

/* 5те, 3ші, 10%дан; but 5деп and 5деген are said of a number */
static gboolean
is_stuck(const OqSentence *sentence, guint at, OqSuffixes *suffixes)
{
	const OqToken *word = &sentence->tokens[at], *before = &sentence->tokens[at - 1];
	if (word->gap || is_unit(sentence, word) || !parse(sentence, word, suffixes))
		return FALSE;
	const OqSuffix *first = first_of(sentence, suffixes);
	gboolean vowel = oq_letters_is_vowel(oq_lexicon_letters(sentence->lexicon), word->sign);
	if (word->n_chars == 1 &&
		(!vowel || word->any_capital || first->kind != OQ_SUFFIX_POSSESSIVE))
		return FALSE;
	gboolean of_tens = g_str_equal(first->name, "tens") || g_str_equal(first->name, "adverb");
	return !of_tens || is_round(sentence, before);
}

static gboolean
is_negative(const OqSentence *sentence, OqSlice ending)
{
	gsize length = 0;
	for (guint i = 0; i < 2 && length < ending.length; i++)
		length += g_utf8_skip[(guchar)ending.data[length]];
	char key[16];
	int n = g_snprintf(key, sizeof key, "-%.*s", (int)length, ending.data);
	return (oq_lexicon_context(sentence->lexicon, (OqSlice){key, n}, FALSE) &
		       OQ_CONTEXT_COMING) != 0;
}

/* келеміз, but not келмейміз */
static gboolean
is_coming(const OqSentence *sentence, const OqToken *token)
{
	OqSlice word = oq_sentence_lower(sentence, token);
	for (gsize length = 0; length < word.length;) {
		length += g_utf8_skip[(guchar)word.data[length]];
		OqSlice stem = {word.data, length};
		if (oq_lexicon_context(sentence->lexicon, stem, TRUE) & OQ_CONTEXT_COMING)
			return !is_negative(sentence, oq_slice_skip(word, length));
	}
	return FALSE;
}

static gboolean
is_locative(const OqSentence *sentence, const OqSuffixes *suffixes)
{
	return suffixes->n == 1 && g_str_equal(first_of(sentence, suffixes)->name, "locative");
}

/* 3 те, 4 те: the particle, once more */
static gboolean
is_listed(const OqSentence *sentence, guint word)
{
	OqSuffixes suffixes;
	return word > 3 && oq_token_is_sign(&sentence->tokens[word - 2], ',') &&
	       oq_token_is_number(&sentence->tokens[word - 4]) &&
	       parse(sentence, &sentence->tokens[word - 3], &suffixes) &&
	       is_locative(sentence, &suffixes);
}

/* Менің жасым 11 де. */
static gboolean
closes(const OqSentence *sentence, const OqToken *token)
{
	return token == NULL || (oq_token_has(token, OQ_ROLE_TERMINAL) &&
					token == &sentence->tokens[sentence->n_tokens - 1]);
}

/* Алма 5 те, алмұрт 3 те: one of several */
static gboolean
is_particle_before(const OqSentence *sentence, guint number)
{
	OqSuffixes suffixes;
	for (guint i = 0; i < number; i++)
		if (sentence->tokens[i].gap && parse(sentence, &sentence->tokens[i], &suffixes) &&
			is_locative(sentence, &suffixes))
			return TRUE;
	return FALSE;
}

/* кабинет 12 де, but in a list it is the particle */
static gboolean
says_where(const OqSentence *sentence, guint word)
{
	return word > 1 && !is_listed(sentence, word) &&
	       (oq_sentence_context(sentence, &sentence->tokens[word - 2]) & OQ_CONTEXT_ADDRESS) !=
		       0;
}

/* сағат 5 те, 5 те келеміз, жасым 5 те.; but 5 те жоқ, 5 те, 6 да */
static gboolean
says_when(const OqSentence *sentence, guint word)
{
	if (word > 1 && oq_token_is_sign(&sentence->tokens[word - 2], ':'))
		return TRUE; /* 10:30 да */
	for (guint i = 2; i < 2 + CLOCK_WORDS_BEFORE && i <= word; i++)
		if (oq_sentence_context(sentence, &sentence->tokens[word - i]) & OQ_CONTEXT_CLOCK)
			return TRUE;
	for (guint i = word + 1; i <= word + VERB_WORDS_BEHIND; i++) {
		const OqToken *token = oq_sentence_token(sentence, i);
		if (i == word + 1 && closes(sentence, token))
			return word > 1 && !is_particle_before(sentence, word - 1);
		if (!oq_token_is_word(token))
			return FALSE;
		if (is_coming(sentence, token))
			return !is_listed(sentence, word);
	}
	return FALSE;
}

/* 1000 нан астам, 30 нан көп: behind нан (bread) stands what a number is compared with */
static gboolean
is_ablative_of_bread(const OqSentence *sentence, guint at, const OqSuffixes *suffixes)
{
	return suffixes->n == 1 && g_str_equal(first_of(sentence, suffixes)->name, "ablative") &&
	       (oq_sentence_context(sentence, oq_sentence_token(sentence, at + 1)) &
		       OQ_CONTEXT_SPAN) != 0;
}

/* 25 ке, 5 ші: what is no word of its own */
static gboolean
is_apart(const OqSentence *sentence, guint at, gboolean hyphen, OqSuffixes *suffixes)
{
	const OqToken *word = oq_sentence_token(sentence, at);
	if (!parse(sentence, word, suffixes))
		return FALSE;
	if (is_locative(sentence, suffixes))
		return hyphen || says_when(sentence, at) || says_where(sentence, at);
	OqSuffixKind kind = first_of(sentence, suffixes)->kind;
	return kind == OQ_SUFFIX_ORDINAL || is_ablative_of_bread(sentence, at, suffixes) ||
	       (kind == OQ_SUFFIX_COLLECTIVE && word->n_chars > MIN_COLLECTIVE_CHARS) ||
	       (oq_lexicon_context(sentence->lexicon, oq_sentence_lower(sentence, word), FALSE) &
		       OQ_CONTEXT_APART) != 0;
}

/* 87% -і, 25 км -ге: nothing but an ending begins with a hyphen */
static gboolean
begins_with_hyphen(const OqSentence *sentence, guint at, OqSuffixes *suffixes)
{
	const OqToken *hyphen = &sentence->tokens[at], *word = oq_sentence_token(sentence, at + 1);
	return oq_token_is_sign(hyphen, '-') && hyphen->gap && word != NULL && !word->gap &&
	       parse(sentence, word, suffixes);
}

/* ҰБТ - ға: what is no word of its own */
static gboolean
is_behind_spaced_hyphen(const OqSentence *sentence, guint at, OqSuffixes *suffixes)
{
	const OqToken *hyphen = &sentence->tokens[at], *word = oq_sentence_token(sentence, at + 1);
	return oq_token_is_sign(hyphen, '-') && parse(sentence, word, suffixes) &&
	       (oq_lexicon_context(sentence->lexicon, oq_sentence_lower(sentence, word), FALSE) &
		       OQ_CONTEXT_APART) != 0;
}

/* 5 -ші, 5- ші, 5 - ші; but 5 – ке is no ending behind a dash */
static gboolean
is_behind_loose_hyphen(const OqSentence *sentence, guint at, OqSuffixes *suffixes)
{
	const OqToken *hyphen = &sentence->tokens[at], *word = oq_sentence_token(sentence, at + 1);
	if (begins_with_hyphen(sentence, at, suffixes))
		return TRUE;
	if (word == NULL || !(hyphen->gap || word->gap) ||
		!is_apart(sentence, at + 1, TRUE, suffixes))
		return FALSE;
	return !(hyphen->gap && word->gap) ||
	       first_of(sentence, suffixes)->kind == OQ_SUFFIX_ORDINAL;
}

/* ҰБТ ға, смс ті */
static gboolean
is_acronym(const OqSentence *sentence, const OqToken *word)
{
	OqSlice text = oq_sentence_text(sentence, word);
	if (!oq_token_is_word(word) || word->n_chars < 2 || word->n_chars > MAX_ACRONYM_CHARS)
		return FALSE;
	if (word->any_capital)
		return word->all_capitals && oq_lexicon_acronym(sentence->lexicon, text) != NULL;
	if (oq_letters_has_vowel(oq_lexicon_letters(sentence->lexicon), text))
		return FALSE;
	g_autofree char *capitals = g_utf8_strup(text.data, (gssize)text.length);
	return oq_lexicon_acronym(sentence->lexicon, oq_slice(capitals)) != NULL;
}

/* 5000 тг ге, 1 млн ға, гб қа: behind an abbreviation; one letter needs a number before it */
static gboolean
is_symbol(const OqSentence *sentence, guint at)
{
	const OqToken *word = &sentence->tokens[at];
	gboolean counted = at > 0 && oq_token_is_number(&sentence->tokens[at - 1]);
	if (!oq_token_is_word(word) || (!counted && (word->n_chars < 2 || word->any_capital)) ||
		oq_letters_has_vowel(
			oq_lexicon_letters(sentence->lexicon), oq_sentence_text(sentence, word)))
		return is_acronym(sentence, word);
	return is_acronym(sentence, word) || is_unit(sentence, word) ||
	       oq_lexicon_abbreviation(sentence->lexicon, oq_sentence_lower(sentence, word)) !=
		       NULL ||
	       (counted && oq_lexicon_year_abbreviation(
				   sentence->lexicon, oq_sentence_lower(sentence, word)) != NULL);
}

/* 5-деп, 3-деген: verbs, but 100-деген is жүздеген */
static gboolean
is_said_of(const OqSentence *sentence, guint word, const OqToken *number)
{
	return oq_token_is_number(number) && !is_round(sentence, number) &&
	       (oq_sentence_context(sentence, &sentence->tokens[word]) & OQ_CONTEXT_REACHED) != 0;
}

gboolean
oq_loose_find_particle(const OqSentence *sentence, guint at, OqSuffixes *suffixes)
{
	const OqToken *word = oq_sentence_token(sentence, at);
	return oq_token_is_word(word) && word->gap && !word->any_capital &&
	       parse(sentence, word, suffixes) && is_locative(sentence, suffixes);
}

guint
oq_loose_find_suffix(const OqSentence *sentence, guint at, OqSuffixes *suffixes)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	const OqToken *before = at > 0 ? oq_sentence_token(sentence, at - 1) : NULL;
	if (token == NULL || before == NULL)
		return 0;
	if (oq_sentence_find_suffix(sentence, at, suffixes) != NULL)
		return is_said_of(sentence, at + 1, before) ? 0 : 2;
	gboolean number = oq_token_is_number(before);
	if (token->kind == OQ_TOKEN_WORD && token->gap && is_symbol(sentence, at - 1))
		return is_apart(sentence, at, FALSE, suffixes) ? 1 : 0;
	if (before->kind == OQ_TOKEN_WORD && is_symbol(sentence, at - 1) &&
		(begins_with_hyphen(sentence, at, suffixes) ||
			is_behind_spaced_hyphen(sentence, at, suffixes)))
		return 2;
	if (before->kind == OQ_TOKEN_WORD || (!number && (before->roles & OQ_ROLE_PUNCTUATION)))
		return 0;
	if (token->kind == OQ_TOKEN_WORD)
		return is_stuck(sentence, at, suffixes) ||
				       (token->gap && is_apart(sentence, at, FALSE, suffixes))
			       ? 1
			       : 0;
	gboolean hyphen = oq_token_is_sign(token, '-') || oq_token_is_sign(token, OQ_SIGN_EN_DASH);
	return hyphen && is_behind_loose_hyphen(sentence, at, suffixes) ? 2 : 0;
}
