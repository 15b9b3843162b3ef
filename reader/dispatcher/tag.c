/* tag.c - see the header. */
#include "dispatcher/tag.h"

#include <string.h>

#define NAME_CHARS    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:_-"
#define BLANKS        " \t\r\n"
#define MAX_TAG_BYTES 4096

enum { SUB_BIT = 31 }; /* of OqTagSearch; those below it are of oq_tag_skip() */

typedef struct {
	const char *name;
	OqElement element;
} Element;

static const Element elements[] = {
	{"speak", OQ_ELEMENT_SPEAK},
	{"mark", OQ_ELEMENT_MARK},
	{"break", OQ_ELEMENT_BREAK},
	{"sub", OQ_ELEMENT_SUB},
	{"say-as", OQ_ELEMENT_SAY_AS},
	{"p", OQ_ELEMENT_SENTENCE},
	{"s", OQ_ELEMENT_SENTENCE},
	{"paragraph", OQ_ELEMENT_SENTENCE},
	{"sentence", OQ_ELEMENT_SENTENCE},
	{"prosody", OQ_ELEMENT_OTHER},
	{"voice", OQ_ELEMENT_OTHER},
	{"emphasis", OQ_ELEMENT_OTHER},
	{"audio", OQ_ELEMENT_OTHER},
	{"phoneme", OQ_ELEMENT_OTHER},
	{"lang", OQ_ELEMENT_OTHER},
	{"token", OQ_ELEMENT_OTHER},
	{"tts:style", OQ_ELEMENT_OTHER},
};

static OqElement
find_element(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(elements); i++)
		if (strcmp(elements[i].name, name) == 0)
			return elements[i].element;
	return OQ_ELEMENT_UNKNOWN;
}

/* The ">" of a tag, which may not stand within quotation marks; NULL: there is none. */
static const char *
find_end(const char *at)
{
	const char *limit = at + strnlen(at, MAX_TAG_BYTES);

	for (; at < limit && *at != '>'; at++) {
		if (*at == '<')
			return NULL;
		if (*at != '"' && *at != '\'')
			continue;
		const char *closing = memchr(at + 1, *at, (gsize)(limit - at - 1));
		if (closing == NULL)
			return NULL;
		at = closing;
	}
	return at < limit ? at : NULL;
}

gsize
oq_tag_read(const char *at, OqTag *tag)
{
	*tag = (OqTag){.is_end = at[0] == '<' && at[1] == '/'};
	const char *name = at + 1 + tag->is_end;
	gsize n_name = at[0] == '<' ? strspn(name, NAME_CHARS) : 0;

	if (n_name == 0 || n_name >= sizeof tag->name || !g_ascii_isalpha(*name))
		return 0;
	tag->attributes = name + n_name;
	const char *end =
		strchr(BLANKS "/>", *tag->attributes) != NULL ? find_end(tag->attributes) : NULL;
	if (end == NULL)
		return 0;
	memcpy(tag->name, name, n_name);
	tag->element = find_element(tag->name);
	tag->is_empty = end[-1] == '/' && !tag->is_end;
	tag->rest = end + 1;
	return (gsize)(tag->rest - at);
}

static char *
replace_entities(const char *text, gsize n_bytes)
{
	g_autoptr(GString) replaced = g_string_new(NULL);
	const char *end = text + n_bytes;

	while (text < end) {
		gunichar character;
		gsize n_entity = *text == '&' ? oq_tag_entity(text, &character) : 0;
		if (n_entity > 0 && n_entity <= (gsize)(end - text)) {
			g_string_append_unichar(replaced, character);
			text += n_entity;
		} else {
			g_string_append_c(replaced, *text++);
		}
	}
	return g_string_free(g_steal_pointer(&replaced), FALSE);
}

/* One attribute; FALSE: what stands there is none. */
static gboolean
next_attribute(
	const char **at, const char **name, gsize *n_name, const char **value, gsize *n_value)
{
	*name = *at + strspn(*at, BLANKS);
	*n_name = strspn(*name, NAME_CHARS);
	const char *equals = *name + *n_name;
	equals += strspn(equals, BLANKS);
	if (*n_name == 0 || *equals != '=')
		return FALSE;
	const char *quote = equals + 1 + strspn(equals + 1, BLANKS);
	if (*quote != '"' && *quote != '\'')
		return FALSE;
	*value = quote + 1;
	*n_value = (gsize)(strchr(*value, *quote) - *value); /* the tag has its end */
	*at = *value + *n_value + 1;
	return TRUE;
}

char *
oq_tag_attribute(const OqTag *tag, const char *name)
{
	const char *at = tag->attributes, *found, *value;
	gsize n_found, n_value;

	while (at < tag->rest && next_attribute(&at, &found, &n_found, &value, &n_value)) {
		if (n_found == strlen(name) && strncmp(found, name, n_found) == 0)
			return replace_entities(value, n_value);
	}
	return NULL;
}

gboolean
oq_tag_spells(const OqTag *tag)
{
	static const char *const kinds[] = {
		"characters", "character", "spell-out", "letters", "tts:char", NULL};
	g_autofree char *kind =
		oq_tag_is(tag, OQ_ELEMENT_SAY_AS) ? oq_tag_attribute(tag, "interpret-as") : NULL;

	return kind != NULL && g_strv_contains(kinds, kind);
}

static guint
strength_ms(const char *strength)
{
	static const struct {
		const char *name;
		guint rest_ms;
	} strengths[] = {{"none", 0}, {"x-weak", 0}, {"weak", 100}, {"medium", 250},
		{"strong", 500}, {"x-strong", 1000}};

	for (gsize i = 0; i < G_N_ELEMENTS(strengths); i++)
		if (strcmp(strengths[i].name, strength) == 0)
			return strengths[i].rest_ms;
	return 250;
}

guint
oq_tag_rest_ms(const OqTag *tag)
{
	g_autofree char *time = oq_tag_attribute(tag, "time");
	g_autofree char *strength = oq_tag_attribute(tag, "strength");
	char *unit = NULL;
	double number = time != NULL ? g_ascii_strtod(time, &unit) : 0;

	if (time == NULL || unit == time || !(number >= 0))
		return strength_ms(strength != NULL ? strength : "medium");
	if (strcmp(unit, "ms") != 0)
		number *= 1000;
	return (guint)MIN(number, 60000);
}

gboolean
oq_tag_has_end(const OqTag *tag, OqTagSearch *search)
{
	if ((search->endless & 1u << SUB_BIT) != 0)
		return FALSE;
	if (search->sub_end == NULL || search->sub_end < tag->rest)
		search->sub_end = strstr(tag->rest, "</sub");
	if (search->sub_end == NULL)
		search->endless |= 1u << SUB_BIT;
	return search->sub_end != NULL;
}

gsize
oq_tag_skip(const char *at, OqTagSearch *search, const char **content, gsize *n_content)
{
	static const struct {
		const char *begin;
		const char *end;
		gboolean is_said;
	} kinds[] = {{"<!--", "-->", FALSE}, {"<![CDATA[", "]]>", TRUE}, {"<?", "?>", FALSE},
		{"<!", ">", FALSE}};

	*content = "";
	*n_content = 0;
	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
		gsize n_begin = strlen(kinds[i].begin);
		if (strncmp(at, kinds[i].begin, n_begin) != 0)
			continue;
		const char *end = (search->endless & 1u << i) == 0
					  ? strstr(at + n_begin, kinds[i].end)
					  : NULL;
		if (end == NULL) {
			search->endless |= 1u << i;
			return 0;
		}
		if (kinds[i].is_said) {
			*content = at + n_begin;
			*n_content = (gsize)(end - *content);
		}
		return (gsize)(end - at) + strlen(kinds[i].end);
	}
	return 0;
}

/* &#1240; and &#x4D8; */
static gsize
read_number(const char *at, gunichar *character)
{
	gboolean is_hex = at[2] == 'x' || at[2] == 'X';
	const char *digits = at + 2 + is_hex;
	gsize n_digits = strspn(digits, is_hex ? "0123456789abcdefABCDEF" : "0123456789");
	guint64 value = g_ascii_strtoull(digits, NULL, is_hex ? 16 : 10);

	if (n_digits == 0 || n_digits > 8 || digits[n_digits] != ';' || value == 0 ||
		value > G_MAXUINT32 || !g_unichar_validate((gunichar)value))
		return 0;
	*character = (gunichar)value;
	return (gsize)(digits - at) + n_digits + 1;
}

gsize
oq_tag_entity(const char *at, gunichar *character)
{
	static const struct {
		const char *name;
		gunichar character;
	} entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'},
		{"&apos;", '\''}, {"&nbsp;", 0xA0}};

	if (at[1] == '#')
		return read_number(at, character);
	for (gsize i = 0; i < G_N_ELEMENTS(entities); i++) {
		if (!g_str_has_prefix(at, entities[i].name))
			continue;
		*character = entities[i].character;
		return strlen(entities[i].name);
	}
	return 0;
}
