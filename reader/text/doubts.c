/* doubts.c - see the header. */
#include "text/doubts.h"

#include "text/characters/escapes.h"
#include "text/characters/numerics.h"
#include "text/characters/roles.h"
#include "text/rules/rules.h"
#include "text/words/tokens.h"

#include <string.h>

#define MAX_ABBREVIATION 6 /* letters before a point that look like one */
#define MAX_ACRONYM      6 /* what is longer is a word that is shouted */
#define MAX_DAY          31
#define MAX_MONTH        12
#define FIRST_GREEK      0x0370

/** A sentence that is looked through. */
typedef struct {
	const OqLexicon *lexicon;
	const OqUtterance *utterance;
	const char *text;     /* as it is written, but for what steers a terminal */
	GArray *tokens;       /* of OqToken, of that text */
	gboolean in_capitals; /* all of it */
	GArray *doubts;
} Search;

static const OqToken *
token_at(const Search *search, guint at)
{
	return at < search->tokens->len ? &g_array_index(search->tokens, OqToken, at) : NULL;
}

static OqSlice
text_of(const Search *search, const OqToken *token)
{
	return (OqSlice){search->text + token->start, token->end - token->start};
}

/* The first word that is said of the token, or behind it. */
static guint
first_word(const Search *search, const OqToken *token)
{
	guint64 start = search->utterance->start + token->start;
	guint low = 0, high = search->utterance->words->len;
	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (oq_utterance_word(search->utterance, middle)->end <= start)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* (nullable): NULL: nothing is said of the token. */
static const OqWord *
word_of(const Search *search, const OqToken *token)
{
	guint at = first_word(search, token);
	if (at == search->utterance->words->len)
		return NULL;
	const OqWord *word = oq_utterance_word(search->utterance, at);
	return word->start < search->utterance->start + token->end ? word : NULL;
}

static void
add(Search *search, OqDoubtKind kind, guint first, guint last)
{
	const OqToken *head = token_at(search, first), *tail = token_at(search, last);
	guint64 start = search->utterance->start;
	OqDoubt doubt = {.kind = kind, .start = start + head->start, .end = start + tail->end};
	doubt.first_word = doubt.end_word = first_word(search, head);
	while (doubt.end_word < search->utterance->words->len &&
		oq_utterance_word(search->utterance, doubt.end_word)->start < doubt.end)
		doubt.end_word++;
	g_array_append_val(search->doubts, doubt);
}

/* As it is written, or with nothing but letters put right: no rule and no table knows more. */
static gboolean
is_plain(const OqWord *word)
{
	return word != NULL && word->lang == OQ_LANG_KK &&
	       (word->rule == NULL || strcmp(word->rule, "repaired") == 0);
}

/* A table or the user says how. */
static gboolean
is_certain(const OqWord *word)
{
	return word == NULL || word->lang == OQ_LANG_RU ||
	       (word->rule != NULL &&
		       (strcmp(word->rule, "dictionary") == 0 || oq_rules_are_certain(word->rule)));
}

static gboolean
is_cyrillic(const OqToken *token)
{
	return oq_token_is_word(token) && oq_letters_is_cyrillic(token->sign);
}

static gboolean
is_roman(OqSlice letters)
{
	for (const char *p = letters.data; p < letters.data + letters.length;
		p = g_utf8_next_char(p))
		if (oq_roles_roman(g_utf8_get_char(p)) == '\0')
			return FALSE;
	return TRUE;
}

/* Capitals in the middle of small letters are no word: ӘҚБтК. */
static gboolean
looks_like_acronym(const Search *search, const OqToken *token)
{
	if (!is_cyrillic(token) || token->n_chars < 2 || token->n_chars > MAX_ACRONYM)
		return FALSE;
	OqSlice text = text_of(search, token);
	const char *last = g_utf8_prev_char(text.data + text.length);
	return token->all_capitals ? !search->in_capitals
				   : token->capital && g_unichar_isupper(g_utf8_get_char(last));
}

static gboolean
find_acronym(Search *search, guint at)
{
	const OqToken *token = token_at(search, at);
	if (!looks_like_acronym(search, token))
		return FALSE;
	OqSlice text = text_of(search, token);
	if (is_roman(text) || is_certain(word_of(search, token)) ||
		oq_lexicon_acronym(search->lexicon, text) != NULL)
		return FALSE;
	add(search, OQ_DOUBT_ACRONYM, at, at);
	return TRUE;
}

/* A point that ends no sentence: what follows goes on with it. */
static gboolean
is_inner_point(const Search *search, guint at)
{
	const OqToken *point = token_at(search, at), *next = token_at(search, at + 1);
	if (!oq_token_is_sign(point, '.') || point->gap || next == NULL)
		return FALSE;
	if (next->kind == OQ_TOKEN_SIGN)
		return oq_roles_have(next->sign, OQ_ROLE_CLAUSE) && next->sign != ')';
	return oq_token_is_number(next) || !next->capital;
}

/* The ending that a hyphen joins, as in к-сі; @at: none. */
static guint
behind_hyphen(const Search *search, guint at)
{
	const OqToken *hyphen = token_at(search, at + 1), *ending = token_at(search, at + 2);
	gboolean is_joined =
		oq_token_is_dash(hyphen) && !hyphen->gap && is_cyrillic(ending) && !ending->gap;
	return is_joined ? at + 2 : at;
}

/* ұнады, алма, келдім: words are cut behind a consonant, and not in the ending of a verb. */
static gboolean
is_whole(const Search *search, const OqToken *token)
{
	const OqLetters *letters = oq_lexicon_letters(search->lexicon);
	OqSlice text = text_of(search, token);
	const char *end = text.data + text.length;
	if (token->n_chars > 2 &&
		oq_letters_is_vowel(letters, g_utf8_get_char(g_utf8_prev_char(end))))
		return TRUE;
	for (const char *p = g_utf8_next_char(text.data); p < end; p = g_utf8_next_char(p)) {
		OqSlice stem = {text.data, (gsize)(p - text.data)};
		char key[4 * MAX_ABBREVIATION];
		int n = g_snprintf(key, sizeof key, "-%.*s", (int)(end - p), p);
		if (n < (int)sizeof key && oq_letters_has_vowel(letters, stem) &&
			(oq_lexicon_context(search->lexicon, (OqSlice){key, (gsize)n}, FALSE) &
				OQ_CONTEXT_VERB) != 0)
			return TRUE;
	}
	return FALSE;
}

static gboolean
find_abbreviation(Search *search, guint at)
{
	const OqToken *token = token_at(search, at), *next = token_at(search, at + 1);
	if (!is_cyrillic(token) || token->n_chars > MAX_ABBREVIATION || token->all_capitals ||
		!is_plain(word_of(search, token)))
		return FALSE;
	gboolean has_vowel =
		oq_letters_has_vowel(oq_lexicon_letters(search->lexicon), text_of(search, token));
	gboolean has_point = is_inner_point(search, at + 1);
	gboolean slash = next != NULL && oq_roles_have(next->sign, OQ_ROLE_SLASH) && !next->gap &&
			 token->n_chars <= 2;
	if (has_vowel && !slash && (!has_point || is_whole(search, token)))
		return FALSE;
	add(search, OQ_DOUBT_ABBREVIATION, at, has_point ? at + 1 : behind_hyphen(search, at));
	return TRUE;
}

static gboolean
is_foreign(const Search *search, guint at)
{
	const OqToken *token = token_at(search, at);
	if (!oq_token_is_word(token) || is_cyrillic(token))
		return FALSE;
	const OqWord *word = word_of(search, token);
	if (word == NULL || word->rule == NULL || token->sign >= FIRST_GREEK)
		return word != NULL;
	return strcmp(word->rule, "latin") == 0 || strcmp(word->rule, "repaired") == 0;
}

/* Words that stand beside each other are one name. Returns the index of its last token, or @at. */
static guint
find_name(Search *search, guint at)
{
	guint last = at;
	if (!is_foreign(search, at))
		return at;
	while (is_foreign(search, last + 1))
		last++;
	if (last > at || token_at(search, at)->n_chars > 1)
		add(search, OQ_DOUBT_NAME, at, last);
	return last;
}

/* Signs that are heard as a pause or a tone, or that only divide or begin an item. */
static gboolean
is_usual(gunichar sign, gboolean is_first)
{
	const guint32 unusual = OQ_ROLE_NUMERO | OQ_ROLE_MINUS | (is_first ? 0 : OQ_ROLE_BULLET);
	return oq_roles_have(sign, ~unusual) || g_unichar_isspace(sign) ||
	       g_unichar_type(sign) == G_UNICODE_FORMAT || g_unichar_iscntrl(sign) ||
	       g_unichar_ismark(sign);
}

static gboolean
is_left_out(const Search *search, const OqToken *token)
{
	const GArray *left_out = search->utterance->left_out;
	guint64 start = search->utterance->start + token->start;
	for (guint i = 0; i < left_out->len; i++) {
		const OqLeftOut *range = &g_array_index(left_out, OqLeftOut, i);
		if (range->start <= start && start < range->end)
			return TRUE;
	}
	return FALSE;
}

/* Returns the index of the last of signs that are the same, or @at. */
static guint
find_sign(Search *search, guint at)
{
	const OqToken *token = token_at(search, at);
	guint last = at;
	if (token->kind != OQ_TOKEN_SIGN || is_usual(token->sign, at == 0) ||
		oq_numerics_is_fraction(token->sign) || word_of(search, token) != NULL ||
		is_left_out(search, token))
		return at;
	while (oq_token_is_sign(token_at(search, last + 1), token->sign))
		last++;
	add(search, OQ_DOUBT_SIGN, at, last);
	return last;
}

/* Up to four digits; G_MAXUINT: no number, or a longer one. */
static guint
value_of(const Search *search, const OqToken *token)
{
	guint value = 0;
	if (!oq_token_is_number(token) || token->n_chars > 4)
		return G_MAXUINT;
	OqSlice digits = text_of(search, token);
	for (gsize i = 0; i < digits.length; i++)
		value = 10 * value + (guint)(digits.data[i] - '0');
	return value;
}

static gboolean
is_glued(const OqToken *token)
{
	return token != NULL && !token->gap;
}

/* 03/04/2025: which is the day? */
static gboolean
find_slash_date(Search *search, guint at)
{
	guint day = value_of(search, token_at(search, at));
	guint month = value_of(search, token_at(search, at + 2));
	const OqToken *year = token_at(search, at + 4);
	for (guint i = at + 1; i <= at + 4; i++)
		if (!is_glued(token_at(search, i)))
			return FALSE;
	if (!oq_token_is_sign(token_at(search, at + 1), '/') ||
		!oq_token_is_sign(token_at(search, at + 3), '/') || day == 0 || month == 0 ||
		day > MAX_MONTH || month > MAX_MONTH || day == month ||
		value_of(search, year) == G_MAXUINT || year->n_chars % 2 != 0)
		return FALSE;
	add(search, OQ_DOUBT_DATE, at, at + 4);
	return TRUE;
}

/* What a measure is told in, or that of a part. */
static gboolean
is_measured(const Search *search, guint at)
{
	const OqToken *next = token_at(search, at);
	const OqWord *word = next != NULL ? word_of(search, next) : NULL;
	return oq_token_is_sign(next, '%') ||
	       (word != NULL && word->rule != NULL && oq_rules_are_measures(word->rule));
}

/* 12.05: a day, a time of the day or a number. */
static gboolean
find_short_date(Search *search, guint at)
{
	const OqToken *before = at > 0 ? token_at(search, at - 1) : NULL;
	const OqToken *point = token_at(search, at + 1), *second = token_at(search, at + 2);
	const OqToken *behind = token_at(search, at + 3);
	guint day = value_of(search, token_at(search, at)), month = value_of(search, second);
	if (!oq_token_is_sign(point, '.') || point->gap || !is_glued(second) || day == 0 ||
		day > MAX_DAY || month == 0 || month > MAX_MONTH || second->n_chars != 2)
		return FALSE;
	gboolean goes_on =
		is_glued(behind) &&
		(behind->kind != OQ_TOKEN_SIGN || oq_token_is_number(token_at(search, at + 4)));
	gboolean begins = before == NULL || token_at(search, at)->gap ||
			  !oq_roles_have(before->sign, OQ_ROLE_DECIMAL);
	if (!begins || goes_on || is_measured(search, at + 3))
		return FALSE;
	add(search, OQ_DOUBT_DATE, at, at + 2);
	return TRUE;
}

/* Returns the index of the last token that was looked at. */
static guint
look_at(Search *search, guint at)
{
	const OqToken *token = token_at(search, at);
	if (token->kind == OQ_TOKEN_SIGN)
		return find_sign(search, at);
	if (token->kind == OQ_TOKEN_NUMBER) {
		if (find_slash_date(search, at))
			return at + 4;
		return find_short_date(search, at) ? at + 2 : at;
	}
	if (find_acronym(search, at))
		return at;
	if (find_abbreviation(search, at))
		return behind_hyphen(search, at);
	return find_name(search, at);
}

void
oq_doubts_find(const OqLexicon *lexicon, const OqUtterance *utterance, GArray *doubts)
{
	g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(OqToken));
	g_autofree char *written = oq_escapes_blank(utterance->text->str, utterance->text->len);
	OqSlice text = {written, utterance->text->len};
	Search search = {lexicon, utterance, written, tokens, TRUE, doubts};
	g_array_set_size(doubts, 0);
	oq_tokens_split(oq_lexicon_letters(lexicon), text, tokens);
	for (guint at = 0; at < tokens->len; at++)
		search.in_capitals &= !oq_token_is_word(token_at(&search, at)) ||
				      token_at(&search, at)->all_capitals;
	for (guint at = 0; at < tokens->len; at++)
		at = look_at(&search, at);
}
