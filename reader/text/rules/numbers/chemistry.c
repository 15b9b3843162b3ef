/* chemistry.c - see the header. */
#include "text/rules/numbers/chemistry.h"

#include <string.h>

#define MAX_WORD_CHARS 6
#define MAX_COUNT      30 /* atoms */
#define MAX_ONLY_COUNT 12 /* … where they are counted once: COP29 is a meeting */
#define MAX_ONLY_CHARS 3  /* capitals where they are counted once: KINO2 is none */
#define MAX_DIGITS     2
#define MAX_BARE_CHARS 4 /* NaOH, which has no number */

/* Elements of one letter that are common; V, Y, U are more often something else. */
static const char *const letters = "HCNOPSFBIK";

/* What a run of tokens says of being a formula. */
typedef struct {
	const OqSentence *sentence;
	guint end;
	guint n_elements;
	guint n_counts;
	guint greatest;
	guint longest;   /* the first word */
	gunichar first;  /* element, where it has one letter */
	gunichar second; /* … */
	gunichar last;   /* … that was read; 0: it has two letters, or is a bracket */
	gboolean two_lettered;
	gboolean bonded; /* a count that is one of a formula: CO2, H2S, NH3 */
	gboolean cyrillic;
} Formula;

/* Н of Н2О is the Latin letter of that shape. */
static gunichar
latin_of(const OqSentence *sentence, gunichar c)
{
	return c < 0x80 ? c : oq_lexicon_twin(sentence->lexicon, c);
}

/* The bytes of the element at @p, and its symbol in Latin letters; 0: there is none. */
static gsize
read_symbol(const OqSentence *sentence, const char *p, const char *end, char symbol[3])
{
	gunichar c = latin_of(sentence, g_utf8_get_char(p));
	const char *next = g_utf8_next_char(p);
	if (c < 'A' || c > 'Z')
		return 0;
	symbol[0] = (char)c;
	symbol[1] = symbol[2] = '\0';
	if (next < end && g_ascii_islower(*next)) {
		symbol[1] = *next++;
		return oq_lexicon_formula(sentence->lexicon, oq_slice(symbol)) != NULL
			       ? (gsize)(next - p)
			       : 0;
	}
	return strchr(letters, (int)c) != NULL ? (gsize)(next - p) : 0;
}

static void
add_element(Formula *formula, const char *symbol)
{
	gunichar letter = symbol[1] == '\0' ? (gunichar)symbol[0] : 0;
	if (formula->n_elements == 0)
		formula->first = letter;
	if (formula->n_elements == 1)
		formula->second = letter;
	formula->two_lettered = formula->two_lettered || letter == 0;
	/* the H of NH3, but not that of FH5 */
	gboolean bound = letter != 'H' || formula->n_elements == 0 ||
			 (formula->last != 0 && strchr("CNP", (int)formula->last) != NULL);
	formula->last = bound ? letter : 0;
	formula->n_elements++;
}

static gboolean
read_word(Formula *formula, const OqToken *word)
{
	OqSlice text = oq_sentence_text(formula->sentence, word);
	const char *end = text.data + text.length;
	char symbol[3];
	if (word->n_chars > MAX_WORD_CHARS)
		return FALSE;
	for (const char *p = text.data; p < end;) {
		gsize length = read_symbol(formula->sentence, p, end, symbol);
		if (length == 0)
			return FALSE;
		formula->cyrillic = formula->cyrillic || (guchar)*p >= 0x80;
		add_element(formula, symbol);
		p += length;
	}
	if (formula->longest == 0)
		formula->longest = word->n_chars;
	return TRUE;
}

/* Below the line: ₀ to ₉. */
static gboolean
is_lowered(const OqToken *token)
{
	return token->kind == OQ_TOKEN_SIGN && token->sign >= 0x2080 && token->sign <= 0x2089;
}

/* 12 or ₁₂; the tokens of it, and its digits. */
static guint
read_digits(const OqSentence *sentence, guint at, char digits[MAX_DIGITS + 1])
{
	const OqToken *token = &sentence->tokens[at];
	guint n = 0;
	if (oq_token_is_number(token) && token->n_chars <= MAX_DIGITS) {
		g_snprintf(digits, MAX_DIGITS + 1, "%.*s", (int)token->n_chars,
			sentence->text + token->start);
		return 1;
	}
	while (n < MAX_DIGITS && (token = oq_sentence_token(sentence, at + n)) != NULL &&
		is_lowered(token) && (n == 0 || !token->gap))
		digits[n++] = (char)('0' + (token->sign - 0x2080));
	digits[n] = '\0';
	return n;
}

static gboolean
add_count(Formula *formula, const char *digits)
{
	guint value = (guint)g_ascii_strtoull(digits, NULL, 10);
	if (value < 2 || value > MAX_COUNT || digits[0] == '0')
		return FALSE;
	gboolean oxygen = formula->last == 'O' && formula->n_elements > 1;
	formula->bonded = formula->bonded || oxygen || formula->last == 'H';
	formula->greatest = MAX(formula->greatest, value);
	formula->n_counts++;
	return TRUE;
}

/* The tokens of one part of a formula; 0: it is none, and ends there. @fits: (out): FALSE: it is of
 * no formula */
static guint
read_part(Formula *formula, guint at, guint *depth, gboolean *fits)
{
	const OqToken *token = &formula->sentence->tokens[at];
	char digits[MAX_DIGITS + 1];
	if (token->kind == OQ_TOKEN_WORD) {
		*fits = read_word(formula, token);
		return 1;
	}
	if (token->kind == OQ_TOKEN_NUMBER || is_lowered(token)) {
		guint n_tokens = read_digits(formula->sentence, at, digits);
		*fits = n_tokens > 0 && add_count(formula, digits);
		return n_tokens;
	}
	if (oq_token_is_sign(token, '(') && *depth == 0) {
		(*depth)++;
		return 1;
	}
	if (!oq_token_is_sign(token, ')') || *depth == 0)
		return 0;
	(*depth)--;
	formula->last = 0;
	return 1;
}

/* Up to a gap, or what is of no formula; FALSE: there is a letter or number that is of none. */
static gboolean
read_all(Formula *formula, guint at)
{
	guint depth = 0, n_tokens = 1;
	gboolean fits = TRUE;
	const OqToken *token;
	formula->end = at;
	while (n_tokens > 0 && fits &&
		(token = oq_sentence_token(formula->sentence, formula->end)) != NULL &&
		(formula->end == at || !token->gap)) {
		n_tokens = read_part(formula, formula->end, &depth, &fits);
		formula->end += n_tokens;
	}
	return fits && depth == 0;
}

/* H2, O2, O3, N2: a gas that counts itself */
static gboolean
is_gas(const Formula *formula)
{
	return formula->n_elements == 1 && formula->n_counts == 1 && !formula->cyrillic &&
	       ((formula->greatest == 2 && formula->first != 0 &&
			strchr("HON", (int)formula->first) != NULL) ||
		       (formula->greatest == 3 && formula->first == 'O'));
}

static gboolean
is_formula(const Formula *formula, const OqToken *first)
{
	if (formula->n_elements < 2)
		return is_gas(formula);
	if (formula->n_counts == 0)
		return formula->two_lettered && !formula->cyrillic &&
		       first->n_chars <= MAX_BARE_CHARS && first->inner_capital &&
		       oq_lexicon_measure(formula->sentence->lexicon,
			       oq_sentence_text(formula->sentence, first), FALSE) == NULL;
	/* H3N2 is a disease, BIO2 and ICO2 are names */
	gboolean disease =
		formula->first == 'H' && formula->second == 'N' && formula->n_elements == 2;
	gboolean known = formula->first == 0 || strchr("HCNOPSFK", (int)formula->first) != NULL;
	if (formula->n_counts == 1 && !formula->two_lettered &&
		(formula->greatest > MAX_ONLY_COUNT || formula->longest > MAX_ONLY_CHARS || !known))
		return FALSE;
	return !disease && (formula->two_lettered || formula->bonded);
}

static void
say_word(OqRuleContext *context, const OqToken *word)
{
	const OqSentence *sentence = context->sentence;
	OqSlice text = oq_sentence_text(sentence, word);
	const char *end = text.data + text.length;
	char symbol[3];
	for (const char *p = text.data; p < end;) {
		p += read_symbol(sentence, p, end, symbol);
		const char *name = oq_lexicon_formula(sentence->lexicon, oq_slice(symbol));
		if (name == NULL) {
			symbol[0] = g_ascii_tolower(symbol[0]);
			name = oq_lexicon_formula(sentence->lexicon, oq_slice(symbol));
		}
		if (name != NULL)
			oq_rule_append(context, name);
	}
}

guint
oq_chemistry_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *first = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	gboolean counted =
		next != NULL && !next->gap &&
		(oq_token_is_number(next) || is_lowered(next) || oq_token_is_sign(next, '('));
	Formula formula = {.sentence = sentence};
	if (!first->capital || first->n_chars > MAX_WORD_CHARS ||
		!(counted || first->inner_capital) || !read_all(&formula, at) ||
		!is_formula(&formula, first))
		return 0;
	for (guint i = at, n = 1; i < formula.end; i += MAX(n, 1)) {
		char digits[MAX_DIGITS + 1];
		n = read_digits(sentence, i, digits);
		if (oq_token_is_word(&sentence->tokens[i]))
			say_word(context, &sentence->tokens[i]);
		else if (n > 0)
			oq_numerals_cardinal(sentence->lexicon, oq_slice(digits), context->words);
	}
	return formula.end - at + oq_rule_suffix(context, formula.end);
}
