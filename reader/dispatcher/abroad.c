/* abroad.c - see the header. */
#include "dispatcher/abroad.h"

#include "speech/espeak/alphabets.h"

#include <string.h>

/* A sentence that is longer is cut at a blank, and one without blanks wherever it is. */
#define MAX_BYTES 600

#define RULE "abroad"

struct _OqAbroad {
	char *text;
	gsize n_done; /* bytes */
	OqPunctuation punctuation;
};

OqAbroad *
oq_abroad_new(const char *text, OqPunctuation punctuation)
{
	OqAbroad *abroad = g_new0(OqAbroad, 1);

	abroad->text = g_strdup(text);
	abroad->punctuation = punctuation;
	return abroad;
}

void
oq_abroad_free(OqAbroad *abroad)
{
	if (abroad == NULL)
		return;
	g_free(abroad->text);
	g_free(abroad);
}

static gboolean
ends_sentence(gunichar c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
	       c == 0xFF1F || c == 0x0964;
}

/* Behind the sentence that begins there. */
static const char *
find_end(const char *start)
{
	const char *blank = NULL;

	for (const char *at = start; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		const char *next = g_utf8_next_char(at);
		gboolean at_blank = g_unichar_isspace(g_utf8_get_char(next)) || *next == '\0';
		if (c == '\n' || (ends_sentence(c) && (at_blank || c > 0x2FFF)))
			return next;
		if (g_unichar_isspace(c))
			blank = next;
		if (next - start >= MAX_BYTES)
			return blank != NULL ? blank : next;
	}
	return start + strlen(start);
}

/* What is a word in running text already. */
static gboolean
is_symbol(gunichar c)
{
	static const gunichar symbols[] = {'%', '&', '@', '+', '=', 0xA7, 0xB0, 0x2116};

	for (gsize i = 0; i < G_N_ELEMENTS(symbols); i++)
		if (symbols[i] == c)
			return TRUE;
	return g_unichar_type(c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* What is heard as pause and tone. */
static gboolean
is_punctuation(gunichar c)
{
	return c < 0x80 ? strchr(".,;:!?'-", (int)c) != NULL
			: c == 0x2013 || c == 0x2014 || c == 0x2026 || c == 0x2019;
}

static gboolean
is_named(const OqAbroad *abroad, gunichar c)
{
	if (!g_unichar_isgraph(c) || g_unichar_isalnum(c) || g_unichar_ismark(c))
		return FALSE;
	if (abroad->punctuation >= OQ_PUNCTUATION_ALL || is_symbol(c))
		return TRUE;
	return abroad->punctuation == OQ_PUNCTUATION_SOME && !is_punctuation(c);
}

static gboolean
is_letter(gunichar c)
{
	return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* 3.5, 10:30, don't, well-known */
static gboolean
joins(const OqAbroad *abroad, const char *at)
{
	gunichar c = g_utf8_get_char(at), next = g_utf8_get_char(g_utf8_next_char(at));
	gboolean in_number = g_ascii_isdigit(at[-1]) && next < 0x80 && g_ascii_isdigit((char)next);

	if (abroad->punctuation == OQ_PUNCTUATION_SPELLING || !is_letter(next))
		return FALSE;
	if (c == '.' || c == ',' || c == ':')
		return in_number;
	return (c == '\'' || c == '-' || c == 0x2019) && !is_named(abroad, c);
}

/* Behind the word that begins there. */
static const char *
find_word_end(const OqAbroad *abroad, const char *word)
{
	const char *at = g_utf8_next_char(word);

	if (!is_letter(g_utf8_get_char(word)))
		return at;
	while (is_letter(g_utf8_get_char(at)) || (*at != '\0' && joins(abroad, at))) {
		gboolean is_mark = g_unichar_ismark(g_utf8_get_char(at));
		if (abroad->punctuation == OQ_PUNCTUATION_SPELLING && !is_mark)
			break;
		at = g_utf8_next_char(at);
	}
	return at;
}

static void
say(const OqAbroad *abroad, OqUtterance *utterance, const char *word, const char *end)
{
	GString *spoken = utterance->spoken;
	OqWord said = {
		.start = (guint64)(word - abroad->text),
		.end = (guint64)(end - abroad->text),
		.rule = RULE,
		.lang = utterance->lang,
		.spelled = is_named(abroad, g_utf8_get_char(word)),
	};

	if (spoken->len > 0)
		g_string_append_c(spoken, ' ');
	said.spoken_start = (guint32)spoken->len;
	g_string_append_len(spoken, word, end - word);
	said.spoken_end = (guint32)spoken->len;
	g_array_append_val(utterance->words, said);
}

/* A sign that is not named stays in the text, where it makes a pause or a tone. */
static void
keep(OqUtterance *utterance, gunichar c)
{
	if (is_punctuation(c) || c == '(' || c == ')' || c == '"')
		g_string_append_unichar(utterance->spoken, c);
}

static const char *
take_one(const OqAbroad *abroad, OqUtterance *utterance, const char *at)
{
	gunichar c = g_utf8_get_char(at);
	const char *end = g_utf8_next_char(at);

	if (is_letter(c) || is_named(abroad, c)) {
		end = find_word_end(abroad, at);
		if (abroad->punctuation == OQ_PUNCTUATION_SPELLING && utterance->words->len > 0)
			g_string_append_c(utterance->spoken, ',');
		say(abroad, utterance, at, end);
	} else if (utterance->words->len > 0) {
		keep(utterance, c);
	}
	return end;
}

gboolean
oq_abroad_next(OqAbroad *abroad, OqUtterance *utterance)
{
	const char *start = abroad->text + abroad->n_done;
	const char *end = find_end(start);

	oq_utterance_reset(utterance);
	for (const char *at = start; at < end;)
		at = take_one(abroad, utterance, at);
	g_string_append_len(utterance->text, start, end - start);
	utterance->start = abroad->n_done;
	utterance->end = abroad->n_done = (gsize)(end - abroad->text);
	utterance->paragraph = 1;
	utterance->follows = *end == '\0' ? OQ_BREAK_PARAGRAPH : OQ_BREAK_SENTENCE;
	return end > start;
}

/* Cyrillic letters that Russian does not have; its own with a mark above are no others. */
static gboolean
is_kazakh_letter(gunichar c)
{
	gunichar small = g_unichar_tolower(c), base, mark;

	return small > OQ_LETTERS_LAST_RUSSIAN && small <= OQ_LETTERS_LAST_CYRILLIC &&
	       !g_unichar_decompose(small, &base, &mark);
}

gboolean
oq_abroad_is_kazakh(const char *text, const char *language)
{
	const OqAlphabet *alphabet = oq_alphabets_find(language);
	gboolean is_russian = g_str_has_prefix(language, "zle/ru");
	gsize n_own = 0, n_strange = 0;

	for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (!g_unichar_isalpha(c))
			continue;
		if (is_russian && is_kazakh_letter(c))
			return TRUE;
		if (oq_alphabets_has(alphabet, c))
			n_own++;
		else
			n_strange++;
	}
	return n_strange > n_own;
}
