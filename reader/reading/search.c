/* search.c - see the header. */
#include "reading/search.h"

#include "text/characters/letters.h"

/* Knuth, Morris and Pratt: no character is looked at twice, so that none has to be kept. */
struct _OqSearch {
	gunichar *typed; /* (nullable): of each letter that a Russian keyboard lacks */
	GArray *words;   /* of gunichar, folded */
	guint *borders;  /* how much still fits where the next character does not */
	guint64 *starts; /* of as many of the last characters, in turn */
	guint64 n_chars;
	guint64 position;
	guint n_fitting;
	gboolean after_space;
};

static gunichar
fold(gunichar c)
{
	return oq_letters_is_newline(c) || g_unichar_isspace(c) ? ' ' : g_unichar_tolower(c);
}

static gboolean
is_lacking(gunichar small)
{
	return oq_letters_is_cyrillic(small) && small > OQ_LETTERS_LAST_RUSSIAN;
}

static gunichar
fold_typed(const OqSearch *search, gunichar c)
{
	gunichar small = fold(c);
	return search->typed != NULL && is_lacking(small)
		       ? search->typed[small - OQ_LETTERS_LAST_RUSSIAN - 1]
		       : small;
}

static gboolean
has_lacking(const char *words)
{
	for (const char *p = words; *p != '\0'; p = g_utf8_next_char(p))
		if (is_lacking(fold(g_utf8_get_char(p))))
			return TRUE;
	return FALSE;
}

/* What is asked of each character of a long text is in an array. */
static gunichar *
list_typed(const OqTyping *typing)
{
	gunichar *typed = g_new(gunichar, OQ_LETTERS_LAST_CYRILLIC - OQ_LETTERS_LAST_RUSSIAN);
	for (gunichar c = OQ_LETTERS_LAST_RUSSIAN + 1; c <= OQ_LETTERS_LAST_CYRILLIC; c++)
		typed[c - OQ_LETTERS_LAST_RUSSIAN - 1] = oq_typing_letter(typing, c);
	return typed;
}

static GArray *
fold_words(const char *words)
{
	GArray *folded = g_array_new(FALSE, FALSE, sizeof(gunichar));
	gboolean space = FALSE;
	for (const char *p = words; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = fold(g_utf8_get_char(p)), between = ' ';
		if (c != ' ' && space && folded->len > 0)
			g_array_append_val(folded, between);
		if (c != ' ')
			g_array_append_val(folded, c);
		space = c == ' ';
	}
	return folded;
}

static gunichar
word_at(const OqSearch *search, guint i)
{
	return g_array_index(search->words, gunichar, i);
}

/* How many characters fit, once c has come behind n that did. */
static guint
step(const OqSearch *search, guint n, gunichar c)
{
	while (n > 0 && (n == search->words->len || word_at(search, n) != c))
		n = search->borders[n - 1];
	return n + (word_at(search, n) == c);
}

OqSearch *
oq_search_new(const char *words, const OqTyping *typing)
{
	OqSearch *search = g_new0(OqSearch, 1);
	search->typed = typing != NULL && !has_lacking(words) ? list_typed(typing) : NULL;
	search->words = fold_words(words);
	search->borders = g_new0(guint, search->words->len + 1);
	search->starts = g_new0(guint64, search->words->len + 1);
	for (guint i = 1; i < search->words->len; i++)
		search->borders[i] = step(search, search->borders[i - 1], word_at(search, i));
	return search;
}

void
oq_search_free(OqSearch *search)
{
	if (search == NULL)
		return;
	g_array_unref(search->words);
	g_free(search->typed);
	g_free(search->borders);
	g_free(search->starts);
	g_free(search);
}

void
oq_search_begin(OqSearch *search, guint64 position)
{
	search->position = position;
	search->n_fitting = 0;
	search->after_space = FALSE;
}

/* Whether c, which begins at the position, ends the words. */
static gboolean
take(OqSearch *search, gunichar c, guint64 *found)
{
	guint length = search->words->len;
	if (c == ' ' && search->after_space)
		return FALSE;
	search->after_space = c == ' ';
	search->starts[search->n_chars % length] = search->position;
	search->n_chars++;
	search->n_fitting = step(search, search->n_fitting, c);
	if (search->n_fitting < length)
		return FALSE;
	*found = search->starts[search->n_chars % length];
	return TRUE;
}

gboolean
oq_search_feed(OqSearch *search, const char **text, const char *end, guint64 *found)
{
	const char *p = *text;
	gboolean done = FALSE;
	if (search->words->len == 0)
		p = end;
	while (p < end && !done) {
		done = take(search, fold_typed(search, g_utf8_get_char(p)), found);
		search->position += g_utf8_skip[(guchar)*p];
		p = g_utf8_next_char(p);
	}
	*text = p;
	return done;
}
