/* entities.c - see the header. */
#include "text/repair/entities.h"

#include <string.h>

#define MAX_BYTES 10 /* of &thetasym; and &#x1F600; behind the & */

/* Those that texts are full of. */
static const struct {
	char name[8];
	guint16 c;
} entities[] = {
	{"amp", '&'},
	{"apos", '\''},
	{"bdquo", 0x201E},
	{"bull", 0x2022},
	{"cent", 0xA2},
	{"copy", 0xA9},
	{"deg", 0xB0},
	{"divide", 0xF7},
	{"emsp", ' '},
	{"ensp", ' '},
	{"euro", 0x20AC},
	{"frac12", 0xBD},
	{"frac14", 0xBC},
	{"frac34", 0xBE},
	{"ge", 0x2265},
	{"gt", '>'},
	{"hellip", 0x2026},
	{"laquo", 0xAB},
	{"larr", 0x2190},
	{"ldquo", 0x201C},
	{"le", 0x2264},
	{"lsquo", 0x2018},
	{"lt", '<'},
	{"mdash", 0x2014},
	{"middot", 0xB7},
	{"minus", 0x2212},
	{"nbsp", 0xA0},
	{"ndash", 0x2013},
	{"ne", 0x2260},
	{"para", 0xB6},
	{"permil", 0x2030},
	{"plusmn", 0xB1},
	{"pound", 0xA3},
	{"quot", '"'},
	{"raquo", 0xBB},
	{"rarr", 0x2192},
	{"rdquo", 0x201D},
	{"reg", 0xAE},
	{"rsquo", 0x2019},
	{"sect", 0xA7},
	{"shy", 0xAD},
	{"sup1", 0xB9},
	{"sup2", 0xB2},
	{"sup3", 0xB3},
	{"thinsp", 0x2009},
	{"times", 0xD7},
	{"trade", 0x2122},
	{"yen", 0xA5},
	{"zwj", 0x200D},
	{"zwnj", 0x200C},
};

/* #171, #xAB; 0: no number of a character that a text can hold. */
static gunichar
read_number(const char *digits)
{
	gboolean hex = digits[0] == 'x' || digits[0] == 'X';
	const char *first = hex ? digits + 1 : digits;
	char *end;
	if (!g_ascii_isxdigit(first[0]))
		return 0;
	guint64 value = g_ascii_strtoull(first, &end, hex ? 16 : 10);
	if (*end == '\0' && (value == '\t' || value == '\n' || value == '\r'))
		return ' ';
	gboolean valid = *end == '\0' && value >= ' ' && value <= 0x10FFFF;
	return valid && g_unichar_validate((gunichar)value) ? (gunichar)value : 0;
}

static gunichar
find(const char *name)
{
	for (guint i = 0; i < G_N_ELEMENTS(entities); i++)
		if (strcmp(entities[i].name, name) == 0)
			return entities[i].c;
	return 0;
}

const char *
oq_entities_read(const char *p, const char *end, gunichar *c)
{
	char name[MAX_BYTES + 1];
	gsize length = 0, rest = end - p - 1;
	while (length < MAX_BYTES && length < rest &&
		(g_ascii_isalnum(p[1 + length]) || (length == 0 && p[1] == '#')))
		length++;
	if (length == 0 || length == rest || p[1 + length] != ';')
		return NULL;
	memcpy(name, p + 1, length);
	name[length] = '\0';
	gunichar found = name[0] == '#' ? read_number(name + 1) : find(name);
	if (found == 0)
		return NULL;
	*c = found;
	return p + length + 2;
}
