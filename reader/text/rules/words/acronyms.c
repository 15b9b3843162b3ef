/* acronyms.c - see the header. */
#include "text/rules/words/acronyms.h"

#include "text/words/sayable.h"

#include <string.h>

#define MAX_LETTERS   6  /* of capitals; more are a word */
#define MAX_JOINED    12 /* of capitals and small letters */
#define MAX_BYTES     (2 * MAX_LETTERS)
#define MIN_DRAWN_OUT 3 /* of a letter */
#define MIN_PIECE     3 /* of the word that a piece such as Қаз was cut from */

static const OqLetters *
letters_of(const OqRuleContext *context)
{
	return oq_lexicon_letters(context->sentence->lexicon);
}

/* Only when all its letters have names, and are of one alphabet. */
static gboolean
spell(OqRuleContext *context, OqSlice word)
{
	gboolean cyrillic = oq_letters_is_cyrillic(g_utf8_get_char(word.data));
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p)) {
		gunichar letter = g_utf8_get_char(p);
		const char *name = oq_letters_name(letters_of(context), letter);
		if (name == NULL || oq_letters_is_cyrillic(letter) != cyrillic)
			return FALSE;
		oq_rule_append(context, name);
	}
	return TRUE;
}

/* ХМММ, ООО: what is called out is no acronym. */
static gboolean
is_drawn_out(OqSlice word)
{
	gunichar before = 0;
	for (guint i = 0, n = 0; i < word.length; i += g_utf8_skip[(guchar)word.data[i]]) {
		gunichar letter = g_utf8_get_char(word.data + i);
		n = letter == before ? n + 1 : 1;
		if (n == MIN_DRAWN_OUT)
			return TRUE;
		before = letter;
	}
	return FALSE;
}

/* Latin ones with a vowel are left to the English voice. */
static gboolean
is_word(const OqRuleContext *context, OqSlice word)
{
	gunichar first = g_utf8_get_char(word.data);
	return oq_letters_is_cyrillic(first)
		       ? oq_sayable_is_word(context->sentence->lexicon, word)
		       : !g_ascii_isalpha((char)first) ||
				 oq_letters_has_vowel(letters_of(context), word);
}

/* FALSE: they are a word, which is said as it is written. */
static gboolean
say_capitals(OqRuleContext *context, OqSlice word)
{
	const char *spoken = oq_lexicon_acronym(context->sentence->lexicon, word);
	if (spoken != NULL && oq_slice_equals(word, spoken))
		return FALSE;
	if (spoken == NULL)
		return !is_word(context, word) && !is_drawn_out(word) && spell(context, word);
	oq_rule_append(context, spoken);
	return TRUE;
}

/* ҚР код, ҚР-кодтың: a row of acronyms.tsv has the noun, too. */
static guint
say_with_noun(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	OqSlice word = oq_sentence_text(sentence, &sentence->tokens[at]);
	guint behind = at + (oq_token_is_dash(oq_sentence_token(sentence, at + 1)) ? 2 : 1);
	const OqToken *noun = oq_sentence_token(sentence, behind);
	if (!oq_token_is_word(noun) || noun->any_capital ||
		oq_lexicon_acronym(sentence->lexicon, word) == NULL)
		return 0;
	OqSlice text = oq_sentence_text(sentence, noun);
	for (gsize length = 0; length < text.length;) {
		length += g_utf8_skip[(guchar)text.data[length]];
		g_autofree char *key = g_strdup_printf(
			"%.*s %.*s", (int)word.length, word.data, (int)length, text.data);
		const char *spoken = oq_lexicon_acronym(sentence->lexicon, oq_slice(key));
		OqSuffixes endings = {0};
		OqSlice rest = oq_slice_skip(text, length);
		if (spoken == NULL || (rest.length > 0 && !oq_suffixes_parse_case(sentence->lexicon,
								  rest, &endings)))
			continue;
		oq_rule_append(context, spoken);
		if (endings.n > 0)
			oq_suffixes_attach(sentence->lexicon, &endings, context->words);
		return behind + 1 - at;
	}
	return 0;
}

/* КОКП ОК, КҰ-ға: two letters behind an acronym, or with an ending behind a hyphen, are none of a
 * word */
static gboolean
is_sure(const OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	OqSuffixes suffixes;
	if (oq_sentence_find_suffix(sentence, at + 1, &suffixes) != NULL)
		return oq_lexicon_acronym(sentence->lexicon,
			       oq_sentence_text(sentence, &sentence->tokens[at])) == NULL;
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	if (!oq_token_is_word(before) || !before->all_capitals || before->n_chars < 3 ||
		before->n_chars > MAX_LETTERS || !sentence->tokens[at].gap)
		return FALSE;
	return !is_word(context, oq_sentence_text(sentence, before));
}

guint
oq_acronyms_say(OqRuleContext *context, guint at)
{
	const OqToken *token = &context->sentence->tokens[at];
	OqSlice word = oq_sentence_text(context->sentence, token);
	if (!token->all_capitals || token->n_chars < 2 || token->n_chars > MAX_LETTERS)
		return 0;
	guint n_taken = say_with_noun(context, at);
	if (n_taken > 0)
		return n_taken;
	if (!say_capitals(context, word) &&
		!(token->n_chars == 2 && is_sure(context, at) && spell(context, word)))
		return 0;
	guint n_cut = oq_rule_cut_genitive(context, at + 1);
	return 1 + (n_cut > 0 ? n_cut : oq_rule_suffix_of_phrase(context, at + 1));
}

static gboolean
is_capital(const OqRuleContext *context, const char *p)
{
	return oq_letters_class(letters_of(context), g_utf8_get_char(p)) == OQ_CHAR_UPPER;
}

static const char *
skip(const OqRuleContext *context, const char *p, const char *end, gboolean capitals)
{
	while (p < end && is_capital(context, p) == capitals)
		p = g_utf8_next_char(p);
	return p;
}

/* ЖШСтің: capitals, and endings to the end of the word. */
static gboolean
say_with_ending(OqRuleContext *context, OqSlice word)
{
	const OqLexicon *lexicon = context->sentence->lexicon;
	const char *end = word.data + word.length;
	const char *tail = skip(context, word.data, end, TRUE);
	OqSuffixes endings;
	if (g_utf8_strlen(word.data, tail - word.data) < 2 ||
		!oq_suffixes_parse(lexicon, (OqSlice){tail, (gsize)(end - tail)}, &endings) ||
		!say_capitals(context, (OqSlice){word.data, (gsize)(tail - word.data)}))
		return FALSE;
	oq_rule_attach_to_phrase(context, &endings);
	return TRUE;
}

/* The end of Қаз in ҚазНТУ: a capital and what makes a syllable with it; NULL: there is none. */
static const char *
piece_end(const OqRuleContext *context, const char *p, const char *end)
{
	if (!is_capital(context, p))
		return NULL;
	const char *behind = skip(context, g_utf8_next_char(p), end, FALSE);
	OqSlice piece = {p, (gsize)(behind - p)};
	return g_utf8_strlen(p, behind - p) >= MIN_PIECE &&
			       oq_letters_has_vowel(letters_of(context), piece)
		       ? behind
		       : NULL;
}

/* The letters up to the next piece: НТУ. */
static const char *
run_end(const OqRuleContext *context, const char *p, const char *end)
{
	while (p < end && piece_end(context, p, end) == NULL)
		p = g_utf8_next_char(p);
	return p;
}

/* ҚазМұнайГаз, БелАЗ: all between the pieces can be said; and АллаҺ: one letter at the end is the
 * last of the word. */
static gboolean
is_joined_word(const OqRuleContext *context, OqSlice word)
{
	const char *end = word.data + word.length;
	for (const char *p = word.data; p < end;) {
		const char *run = run_end(context, p, end);
		OqSlice letters = {p, (gsize)(run - p)};
		gboolean last = run == end && p > word.data && g_utf8_next_char(p) == end;
		if (run > p && !last && !oq_sayable_is_word(context->sentence->lexicon, letters))
			return FALSE;
		p = run < end ? piece_end(context, run, end) : end;
	}
	return TRUE;
}

static gboolean
say_pieces(OqRuleContext *context, OqSlice word)
{
	const char *end = word.data + word.length;
	for (const char *p = word.data; p < end;) {
		const char *run = run_end(context, p, end);
		if (!spell(context, (OqSlice){p, (gsize)(run - p)}))
			return FALSE;
		p = run < end ? piece_end(context, run, end) : end;
		g_autofree char *piece = g_strndup(run, (gsize)(p - run));
		if (piece[0] != '\0')
			oq_rule_append(context, piece);
	}
	return TRUE;
}

guint
oq_acronyms_joined(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	OqSlice word = oq_sentence_text(sentence, token);
	if (!token->inner_capital || token->all_capitals || token->n_chars > MAX_JOINED ||
		!oq_letters_is_cyrillic(token->sign))
		return 0;
	const char *spoken = oq_lexicon_acronym(sentence->lexicon, word);
	if (spoken != NULL && oq_slice_equals(word, spoken))
		return 0;
	if (spoken != NULL)
		oq_rule_append(context, spoken);
	else if (say_with_ending(context, word))
		return 1;
	else if (is_joined_word(context, word) || !say_pieces(context, word))
		return 0;
	return 1 + oq_rule_suffix_of_phrase(context, at + 1);
}

guint
oq_acronyms_small(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	OqSlice word = oq_sentence_text(sentence, token);
	char capitals[MAX_BYTES];
	gsize n_bytes = 0;
	if (token->any_capital || token->n_chars < 2 || word.length > MAX_BYTES ||
		oq_letters_has_vowel(letters_of(context), word))
		return 0;
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p)) {
		gunichar capital = g_unichar_toupper(g_utf8_get_char(p));
		gsize room = sizeof capitals - n_bytes;
		if (room < (gsize)g_unichar_to_utf8(capital, NULL))
			return 0;
		n_bytes += (gsize)g_unichar_to_utf8(capital, capitals + n_bytes);
	}
	const char *spoken = oq_lexicon_acronym(sentence->lexicon, (OqSlice){capitals, n_bytes});
	if (spoken == NULL)
		return 0;
	oq_rule_append(context, spoken);
	return 1 + oq_rule_suffix_of_phrase(context, at + 1);
}
