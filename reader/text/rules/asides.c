/* asides.c - see the header. */
#include "text/rules/asides.h"

#include <string.h>

/* A longer number is a year or an amount. */
#define MAX_NOTE_DIGITS 3

#define YEAR_DIGITS 4
#define MIN_YEAR    1000
#define MAX_YEAR    2100

static OqAside
aside_of(const OqSentence *sentence, const OqToken *token)
{
	return oq_token_is_word(token)
		       ? oq_lexicon_aside(sentence->lexicon, oq_sentence_lower(sentence, token))
		       : OQ_ASIDE_NONE;
}

static gboolean
is_one_of(const OqToken *token, const char *signs)
{
	return token != NULL && token->kind == OQ_TOKEN_SIGN && token->sign < 0x80 &&
	       strchr(signs, (int)token->sign) != NULL;
}

/* A number, what joins it to others, the a of 2020a, a word for pages. */
static gboolean
is_of_pages(const OqSentence *sentence, const OqToken *token)
{
	gboolean letter = oq_token_is_word(token) && token->n_chars == 1 && !token->gap;
	return oq_token_is_number(token) || oq_token_is_dash(token) || letter ||
	       is_one_of(token, ",.:") || (aside_of(sentence, token) & OQ_ASIDE_PAGE) != 0;
}

guint
oq_asides_note(const OqSentence *sentence, guint at)
{
	const OqToken *first = oq_sentence_token(sentence, at + 1);
	guint end = at + 1;
	if (!oq_token_is_sign(&sentence->tokens[at], '[') || !oq_token_is_number(first) ||
		first->n_chars > MAX_NOTE_DIGITS)
		return 0;
	for (const OqToken *token; (token = oq_sentence_token(sentence, end)) != NULL; end++) {
		if (oq_token_is_sign(token, ']'))
			return end + 1 - at;
		if (!is_of_pages(sentence, token) && !oq_token_is_sign(token, ';'))
			break;
	}
	return 0;
}

static guint
skip_see(const OqSentence *sentence, guint at)
{
	guint end = at;
	while ((aside_of(sentence, oq_sentence_token(sentence, end)) & OQ_ASIDE_SEE) != 0 ||
		(end > at && is_one_of(oq_sentence_token(sentence, end), ".:,")))
		end++;
	return end;
}

static gboolean
is_of_authors(const OqSentence *sentence, const OqToken *token)
{
	return (oq_token_is_word(token) && token->capital) || oq_token_is_dash(token) ||
	       oq_token_has(token, OQ_ROLE_WORD) || is_one_of(token, ",.&") ||
	       (aside_of(sentence, token) & OQ_ASIDE_AUTHOR) != 0;
}

/* Behind names with a comma at their end, of which one is more than an initial; @at: none. */
static guint
skip_authors(const OqSentence *sentence, guint at, gboolean *comma)
{
	gboolean named = FALSE;
	guint end = at;
	for (; is_of_authors(sentence, oq_sentence_token(sentence, end)); end++) {
		const OqToken *token = &sentence->tokens[end];
		named = named ||
			(token->kind == OQ_TOKEN_WORD && token->capital && token->n_chars > 1);
	}
	*comma = end > at && oq_token_is_sign(&sentence->tokens[end - 1], ',');
	return named ? end : at;
}

static gboolean
is_year(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	guint value = oq_token_is_number(token) && token->n_chars == YEAR_DIGITS
			      ? oq_sentence_value(sentence, token)
			      : 0;
	return value >= MIN_YEAR && value <= MAX_YEAR;
}

/* Behind one work: names, a year, pages; 0: it is none. (Токио 2020) has neither comma nor page. */
static guint
skip_work(const OqSentence *sentence, guint at)
{
	gboolean comma;
	guint authors = skip_see(sentence, at);
	guint year = skip_authors(sentence, authors, &comma), end = year + 1;
	if (year == authors || !is_year(sentence, year))
		return 0;
	while (is_of_pages(sentence, oq_sentence_token(sentence, end)))
		end++;
	return comma || end > year + 1 ? end : 0;
}

guint
oq_asides_reference(const OqSentence *sentence, guint at)
{
	const OqToken *first = &sentence->tokens[at];
	guint end = at;
	if (!oq_token_is_sign(first, '(') && !oq_token_is_sign(first, '['))
		return 0;
	gunichar closer = first->sign == '(' ? ')' : ']';
	do
		end = skip_work(sentence, end + 1);
	while (end > 0 && oq_token_is_sign(oq_sentence_token(sentence, end), ';'));
	return end > 0 && oq_token_is_sign(oq_sentence_token(sentence, end), closer) ? end + 1 - at
										     : 0;
}

static gboolean
is_pair(gunichar opener, gunichar closer)
{
	return (opener == '(' && closer == ')') || (opener == '[' && closer == ']');
}

gboolean
oq_asides_match(const OqSentence *sentence, GArray *ends)
{
	g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
	gboolean found = FALSE;
	g_array_set_size(ends, 0);
	g_array_set_size(ends, sentence->n_tokens);
	for (guint i = 0; i < sentence->n_tokens; i++) {
		const OqToken *token = &sentence->tokens[i];
		if (is_one_of(token, "(["))
			g_array_append_val(open, i);
		if (!is_one_of(token, ")]") || open->len == 0)
			continue;
		guint opener = g_array_index(open, guint, open->len - 1);
		if (!is_pair(sentence->tokens[opener].sign, token->sign))
			return FALSE;
		g_array_index(ends, guint, opener) = i + 1;
		g_array_set_size(open, open->len - 1);
		found = TRUE;
	}
	return found && open->len == 0;
}
