/* prompt.c - see the header. */
#include "home/keys/prompt.h"

#include <string.h>

#define JOINER          0x200D
#define FIRST_SKIN      0x1F3FB
#define LAST_SKIN       0x1F3FF
#define FIRST_REGIONAL  0x1F1E6 /* two of these letters make a flag */
#define LAST_REGIONAL   0x1F1FF
#define LINE_SEPARATOR  0x2028
#define PARAGRAPH_BREAK 0x2029

struct _OqPrompt {
	GString *text;
	gsize cursor;
};

/* ---- what one takes for a character ---- */

static gboolean
is_regional(gunichar c)
{
	return c >= FIRST_REGIONAL && c <= LAST_REGIONAL;
}

/* How many of them stand before a place, without a break. */
static guint
n_regional_before(const char *text, const char *p)
{
	guint n = 0;
	while (p > text) {
		p = g_utf8_prev_char(p);
		if (!is_regional(g_utf8_get_char(p)))
			break;
		n++;
	}
	return n;
}

/* Whether what stands at @p is of the character before it. */
static gboolean
goes_on(const char *text, const char *p)
{
	gunichar c = g_utf8_get_char(p), before = g_utf8_get_char(g_utf8_prev_char(p));
	if (g_unichar_ismark(c) || c == JOINER || before == JOINER ||
		(c >= FIRST_SKIN && c <= LAST_SKIN))
		return TRUE;
	return is_regional(c) && n_regional_before(text, p) % 2 == 1;
}

static gsize
next_place(const GString *text, gsize at)
{
	const char *p = text->str + at;
	if (*p == '\0')
		return at;
	do {
		p = g_utf8_next_char(p);
	} while (*p != '\0' && goes_on(text->str, p));
	return (gsize)(p - text->str);
}

static gsize
place_before(const GString *text, gsize at)
{
	const char *p = text->str + at;
	if (at == 0)
		return at;
	do {
		p = g_utf8_prev_char(p);
	} while (p > text->str && goes_on(text->str, p));
	return (gsize)(p - text->str);
}

/* ---- what keys do ---- */

static OqPromptChange
move(OqPrompt *prompt, gsize to, char **said)
{
	OqPromptChange change = to != prompt->cursor ? OQ_PROMPT_MOVED : OQ_PROMPT_EDGE;
	prompt->cursor = to;
	gsize end = next_place(prompt->text, to);
	*said = change == OQ_PROMPT_MOVED ? g_strndup(prompt->text->str + to, end - to) : NULL;
	return change;
}

static OqPromptChange
erase(OqPrompt *prompt, gsize from, gsize to, char **said)
{
	if (from == to)
		return OQ_PROMPT_EDGE;
	*said = g_strndup(prompt->text->str + from, to - from);
	g_string_erase(prompt->text, (gssize)from, (gssize)(to - from));
	prompt->cursor = from;
	return OQ_PROMPT_ERASED;
}

/* What can stand in a line; line breaks and tabs are blanks in it. 0: nothing. */
static gunichar
in_line(gunichar c)
{
	if (c == '\n' || c == '\t' || c == LINE_SEPARATOR || c == PARAGRAPH_BREAK)
		return ' ';
	return g_unichar_iscntrl(c) ? 0 : c;
}

/* FALSE: not all had room. */
static gboolean
insert(OqPrompt *prompt, const char *text)
{
	glong room = OQ_PROMPT_MAX_CHARACTERS - g_utf8_strlen(prompt->text->str, -1);
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = in_line(g_utf8_get_char(p));
		gsize before = prompt->text->len;
		if (c == 0)
			continue;
		if (room-- <= 0)
			return FALSE;
		g_string_insert_unichar(prompt->text, (gssize)prompt->cursor, c);
		prompt->cursor += prompt->text->len - before;
	}
	return TRUE;
}

static OqPromptChange
type(OqPrompt *prompt, const char *text, char **said)
{
	gsize from = prompt->cursor;
	gboolean fits = insert(prompt, text);
	*said = g_strndup(prompt->text->str + from, prompt->cursor - from);
	if (!fits)
		return OQ_PROMPT_FULL;
	return prompt->cursor > from ? OQ_PROMPT_TYPED : OQ_PROMPT_NOTHING;
}

static OqPromptChange
take_character(OqPrompt *prompt, const OqKey *key, char **said)
{
	char text[8] = "";
	if (key->ctrl && key->character == 'u')
		return erase(prompt, 0, prompt->cursor, said);
	if (key->ctrl || key->alt)
		return OQ_PROMPT_NOTHING;
	g_unichar_to_utf8(key->character, text);
	return type(prompt, text, said);
}

static OqPromptChange
take(OqPrompt *prompt, const OqKey *key, char **said)
{
	const GString *text = prompt->text;
	gsize at = prompt->cursor;
	switch (key->kind) {
	case OQ_KEY_CHARACTER:
		return take_character(prompt, key, said);
	case OQ_KEY_PASTE:
		return type(prompt, key->text, said);
	case OQ_KEY_BACKSPACE:
		return erase(prompt, place_before(text, at), at, said);
	case OQ_KEY_DELETE:
		return erase(prompt, at, next_place(text, at), said);
	case OQ_KEY_LEFT:
		return move(prompt, place_before(text, at), said);
	case OQ_KEY_RIGHT:
		return move(prompt, next_place(text, at), said);
	case OQ_KEY_HOME:
		return move(prompt, 0, said);
	case OQ_KEY_END:
		return move(prompt, text->len, said);
	case OQ_KEY_ENTER:
		*said = g_strdup(text->str);
		return OQ_PROMPT_DONE;
	case OQ_KEY_ESCAPE:
		return OQ_PROMPT_CANCELLED;
	default:
		return OQ_PROMPT_NOTHING;
	}
}

OqPromptChange
oq_prompt_take(OqPrompt *prompt, const OqKey *key, char **said)
{
	*said = NULL;
	OqPromptChange change = take(prompt, key, said);
	if (*said == NULL)
		*said = g_strdup("");
	return change;
}

OqPrompt *
oq_prompt_new(const char *text)
{
	OqPrompt *prompt = g_new0(OqPrompt, 1);
	prompt->text = g_string_new(NULL);
	if (text != NULL)
		insert(prompt, text);
	return prompt;
}

void
oq_prompt_free(OqPrompt *prompt)
{
	if (prompt == NULL)
		return;
	g_string_free(prompt->text, TRUE);
	g_free(prompt);
}

const char *
oq_prompt_text(const OqPrompt *prompt)
{
	return prompt->text->str;
}

gsize
oq_prompt_cursor(const OqPrompt *prompt)
{
	return prompt->cursor;
}
