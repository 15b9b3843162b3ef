/* escapes.c - see the header. */
#include "text/characters/escapes.h"

#include <string.h>

#define ESC '\033'
#define BEL '\a'

/* Of UTF-8: the first byte of all C1 characters, the second one of these. */
#define C1          '\xC2'
#define C1_CONTROL  '\x9B'
#define C1_COMMAND  '\x9D'
#define C1_TERMINAL '\x9C'
#define C1_NEWLINE  '\x85'

#define MAX_CONTROL_BYTES 256 /* a colour of each part has forty */
#define N_PALETTE_DIGITS  7   /* of Linux: a colour and what it is to be */
#define N_C1_BYTES        2

static gboolean
is_c1(const char *p, const char *end, char which)
{
	return end - p >= N_C1_BYTES && p[0] == C1 && p[1] == which;
}

const char *
oq_escapes_find(const char *text, const char *end)
{
	if (text == end) /* NULL, perhaps */
		return end;
	const char *escape = memchr(text, ESC, (gsize)(end - text)), *p = text;
	const char *limit = escape != NULL ? escape : end;
	while ((p = memchr(p, C1, (gsize)(limit - p))) != NULL) {
		if (is_c1(p, limit, C1_CONTROL) || is_c1(p, limit, C1_COMMAND))
			return p;
		p++;
	}
	return limit;
}

static gboolean
is_between(char byte, char first, char last)
{
	return byte >= first && byte <= last;
}

static const char *
skip(const char *p, const char *end, char first, char last)
{
	while (p < end && is_between(*p, first, last))
		p++;
	return p;
}

/* "1;31m" behind the introducer: figures, perhaps signs, a letter. */
static gsize
control_length(const char *start, const char *figures, const char *end, gboolean final)
{
	const char *limit = end - start > MAX_CONTROL_BYTES ? start + MAX_CONTROL_BYTES : end;
	const char *behind = skip(figures, limit, '0', '?');
	const char *last = behind > figures ? skip(behind, limit, ' ', '/') : behind;
	if (last < limit)
		return (is_between(*last, '@', '~') ? last + 1 : behind) - start;
	if (limit < end)
		return figures - start;
	return final ? (gsize)(behind - start) : OQ_ESCAPES_CUT;
}

/* Where a sequence ends, behind the terminator of its string; NULL: it does not, and the text goes
 * on. */
static const char *
string_end(const char *start, const char *string, const char *end, gboolean *is_cut)
{
	const char *limit = end - start > OQ_ESCAPES_MAX_BYTES ? start + OQ_ESCAPES_MAX_BYTES : end;
	*is_cut = FALSE;
	for (const char *p = string; p < limit; p++) {
		if (*p == BEL)
			return p + 1;
		if (is_c1(p, limit, C1_TERMINAL))
			return p + N_C1_BYTES;
		if (*p == ESC && p + 1 < limit)
			return p[1] == '\\' ? p + 2 : NULL;
		if (is_between(*p, '\n', '\r') || is_c1(p, limit, C1_NEWLINE))
			return NULL;
	}
	*is_cut = limit == end;
	return NULL;
}

/* Linux's own commands for colours have no end. */
static gsize
palette_length(const char *p, const char *end)
{
	gsize n_digits = 0;
	if (p == end || (*p != 'P' && *p != 'R'))
		return 0;
	if (*p == 'R')
		return 1;
	while (p + 1 + n_digits < end && n_digits < N_PALETTE_DIGITS &&
		g_ascii_isxdigit(p[1 + n_digits]))
		n_digits++;
	return n_digits == N_PALETTE_DIGITS ? 1 + n_digits : 0;
}

/* "0;title" behind the introducer: without an end, the number of the command alone is none of the
 * text. */
static gsize
command_length(const char *start, const char *number, const char *end, gboolean final)
{
	gboolean is_cut;
	gsize n_palette = palette_length(number, end);
	if (n_palette > 0)
		return number + n_palette - start;
	const char *behind = string_end(start, number, end, &is_cut);
	if (behind != NULL)
		return behind - start;
	if (is_cut && !final)
		return OQ_ESCAPES_CUT;
	const char *text = skip(number, end, '0', '9');
	return (text > number && text < end && *text == ';' ? text + 1 : number) - start;
}

static gsize
string_length(const char *start, const char *end, gboolean final)
{
	gboolean is_cut;
	const char *behind = string_end(start, start + 2, end, &is_cut);
	if (behind != NULL)
		return behind - start;
	return is_cut && !final ? OQ_ESCAPES_CUT : 2;
}

/* A character set: "(B". A space is one of the text. */
static gsize
set_length(const char *start, const char *end, gboolean final)
{
	const char *last = skip(start + 1, end, '!', '/');
	if (last == end)
		return final || last - start > MAX_CONTROL_BYTES ? 1 : OQ_ESCAPES_CUT;
	return is_between(*last, '0', '~') ? (gsize)(last + 1 - start) : 1;
}

static gsize
escape_length(const char *p, const char *end, gboolean final)
{
	if (p + 1 == end)
		return final ? 1 : OQ_ESCAPES_CUT;
	switch (p[1]) {
	case '[':
		return control_length(p, p + 2, end, final);
	case ']':
		return command_length(p, p + 2, end, final);
	case 'P':
	case 'X':
	case '^':
	case '_':
		return string_length(p, end, final);
	default:
		break;
	}
	if (is_between(p[1], '!', '/'))
		return set_length(p, end, final);
	return is_between(p[1], '0', '~') ? 2 : 1;
}

/* Garbled letters hold the characters of C1 as well, but no figure behind them. */
static gsize
c1_length(const char *p, const char *end, gboolean final)
{
	const char *behind = p + N_C1_BYTES;
	if (is_c1(p, end, C1_CONTROL))
		return control_length(p, behind, end, final);
	if (!is_c1(p, end, C1_COMMAND))
		return 0;
	if (behind == end && !final)
		return OQ_ESCAPES_CUT;
	return behind < end && g_ascii_isdigit(*behind) ? command_length(p, behind, end, final)
							: N_C1_BYTES;
}

gsize
oq_escapes_length(const char *p, const char *end, gboolean final)
{
	if (p == end)
		return 0;
	return *p == ESC ? escape_length(p, end, final) : c1_length(p, end, final);
}

GString *
oq_escapes_strip(const char *text, gsize n_bytes)
{
	const char *end = text + n_bytes;
	GString *out = g_string_sized_new(n_bytes);
	for (const char *p = text; p < end;) {
		const char *escape = oq_escapes_find(p, end);
		g_string_append_len(out, p, escape - p);
		p = escape + oq_escapes_length(escape, end, TRUE);
	}
	return out;
}

char *
oq_escapes_blank(const char *text, gsize n_bytes)
{
	char *blank = g_strndup(text, n_bytes), *end = blank + n_bytes;
	for (char *p = blank; p < end;) {
		p += oq_escapes_find(p, end) - p;
		gsize n_escape = oq_escapes_length(p, end, TRUE);
		memset(p, ' ', n_escape);
		p += n_escape;
	}
	return blank;
}
