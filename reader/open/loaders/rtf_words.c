/* rtf_words.c - see the header. */
#include "open/loaders/rtf_words.h"

#include <string.h>

/* -1: the end, or with @error */
static int
peek(OqRtfWords *words, GError **error)
{
	if (words->at == words->n_bytes) {
		gssize n = oq_loader_read(
			words->job, words->offset, words->bytes, sizeof words->bytes, error);
		words->n_bytes = (gsize)MAX(n, 0);
		words->offset += words->n_bytes;
		words->at = 0;
	}
	return words->at < words->n_bytes ? words->bytes[words->at] : -1;
}

static int
take(OqRtfWords *words, GError **error)
{
	int c = peek(words, error);
	words->at += c >= 0;
	return c;
}

static void
take_number(OqRtfWords *words, OqRtfToken *token, GError **error)
{
	gboolean is_negative = peek(words, error) == '-';
	gint64 number = 0;
	if (is_negative)
		take(words, error);
	for (int c; (c = peek(words, error)) >= '0' && c <= '9'; take(words, error)) {
		number = MIN(number * 10 + (c - '0'), G_MAXINT);
		token->has_number = TRUE;
	}
	token->number = (gint)(is_negative ? -number : number);
}

static void
take_byte(OqRtfWords *words, OqRtfToken *token, GError **error)
{
	int first = take(words, error), second = take(words, error);
	int high = first >= 0 ? g_ascii_xdigit_value((char)first) : -1;
	int low = second >= 0 ? g_ascii_xdigit_value((char)second) : -1;
	token->kind = OQ_RTF_BYTE;
	token->byte = high >= 0 && low >= 0 ? (guint8)(high * 16 + low) : ' ';
}

static void
take_control(OqRtfWords *words, OqRtfToken *token, GError **error)
{
	gsize n = 0;
	int c = peek(words, error);
	token->kind = OQ_RTF_WORD;
	if (c < 0 || !g_ascii_isalpha(c)) {
		take(words, error);
		token->word[0] = c > 0 ? (char)c : '\0';
		if (c == '\r' || c == '\n') /* so ends a paragraph, too */
			strcpy(token->word, "par");
		if (c == '\'')
			take_byte(words, token, error);
		return;
	}
	for (; (c = peek(words, error)) >= 0 && g_ascii_isalpha(c); take(words, error))
		if (n + 1 < sizeof token->word)
			token->word[n++] = (char)c;
	take_number(words, token, error);
	if (peek(words, error) == ' ')
		take(words, error);
}

static OqRtfToken
take_token(OqRtfWords *words, GError **error)
{
	OqRtfToken token = {.kind = OQ_RTF_OVER};
	int c;
	do
		c = take(words, error);
	while (c == '\r' || c == '\n' || c == '\0');
	if (c == '{' || c == '}') {
		token.kind = c == '{' ? OQ_RTF_OPEN : OQ_RTF_CLOSE;
	} else if (c == '\\') {
		take_control(words, &token, error);
	} else if (c >= 0) {
		token.kind = OQ_RTF_BYTE;
		token.byte = (guint8)c;
	}
	return token;
}

/* \* says of the whole group that who does not know it leaves it out; within one it says that of
 * nothing but the next word. */
OqRtfToken
oq_rtf_words_next(OqRtfWords *words, GError **error)
{
	OqRtfToken token = take_token(words, error);
	while (words->is_within && token.kind == OQ_RTF_WORD && strcmp(token.word, "*") == 0)
		token = take_token(words, error);
	words->is_within = token.kind != OQ_RTF_OPEN &&
			   (words->is_within || token.kind != OQ_RTF_BYTE || token.byte != ' ');
	return token;
}

void
oq_rtf_words_skip_bytes(OqRtfWords *words, guint64 n_bytes)
{
	gsize n_held = words->n_bytes - words->at;
	if (n_bytes <= n_held) {
		words->at += n_bytes;
		return;
	}
	words->offset += n_bytes - n_held;
	words->at = words->n_bytes = 0;
}

/* Character sets of fonts (Windows) as code pages. */
gint
oq_rtf_words_code_page(gint charset)
{
	static const gint pages[][2] = {{0, 1252}, {204, 1251}, {162, 1254}, {238, 1250},
		{161, 1253}, {177, 1255}, {178, 1256}, {186, 1257}, {128, 932}, {129, 949},
		{134, 936}, {136, 950}};
	for (guint i = 0; i < G_N_ELEMENTS(pages); i++)
		if (pages[i][0] == charset)
			return pages[i][1];
	return 0;
}

/* Of the destinations of RTF 1.9 those that stand in programs' files without a \*. */
static const char *const skipped[] = {"colortbl", "pict", "object", "header", "headerl", "headerr",
	"headerf", "footer", "footerl", "footerr", "footerf", "fldinst", "themedata",
	"colorschememapping", "latentstyles", "datastore", "listtable", "listoverridetable",
	"rsidtbl", "generator", "xmlnstbl", "tc", "xe", "comment", "info", "nonshppict", "revtbl",
	"annotation", "atnid", "atnauthor", "bkmkstart", "bkmkend", NULL};

gboolean
oq_rtf_words_is_skipped(const char *word)
{
	return g_strv_contains(skipped, word);
}

/** Words that are a character. */
static const struct {
	const char *word;
	const char *text;
} characters[] = {{"tab", " "}, {"~", "\302\240"}, {"_", "-"}, {"-", "\302\255"}, {"emdash", "—"},
	{"endash", "–"}, {"lquote", "‘"}, {"rquote", "’"}, {"ldblquote", "“"}, {"rdblquote", "”"},
	{"bullet", "•"}, {"{", "{"}, {"}", "}"}, {"\\", "\\"}, {"emspace", " "}, {"enspace", " "}};

const char *
oq_rtf_words_character(const char *word)
{
	for (gsize i = 0; i < G_N_ELEMENTS(characters); i++)
		if (strcmp(word, characters[i].word) == 0)
			return characters[i].text;
	return NULL;
}
