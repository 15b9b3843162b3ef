/* width.c - see the header. */
#include "document/width.h"

#include "text/characters/composed.h"
#include "text/characters/escapes.h"
#include "text/characters/letters.h"
#include "text/characters/roles.h"
#include "text/segments/wrapping.h"

static gboolean
is_margin(gunichar c)
{
	return c == '>' || oq_letters_is_newline(c) || g_unichar_isspace(c);
}

/* Behind the line break, and behind the blank lines that may follow. */
static const char *
skip_margin(const char *newline, const char *end, const char **quote, guint *n_newlines)
{
	const char *p = newline;
	*quote = NULL;
	*n_newlines = 0;
	for (gunichar c; p < end && is_margin(c = g_utf8_get_char(p)); p = g_utf8_next_char(p)) {
		if (c == '>' && *quote == NULL)
			*quote = p;
		*n_newlines +=
			oq_letters_is_newline(c) && !(c == '\n' && p > newline && p[-1] == '\r');
	}
	return p;
}

static const char *
skip_spaces_back(const char *start, const char *p)
{
	for (const char *before; p > start; p = before) {
		before = g_utf8_prev_char(p);
		if (!g_unichar_isspace(g_utf8_get_char(before)))
			break;
	}
	return p;
}

static gboolean
ends_sentence(const char *start, const char *p)
{
	while (p > start && oq_roles_have(g_utf8_get_char(g_utf8_prev_char(p)), OQ_ROLE_CLOSER))
		p = g_utf8_prev_char(p);
	return p > start && oq_roles_have(g_utf8_get_char(g_utf8_prev_char(p)), OQ_ROLE_TERMINAL);
}

/* Returns where the text goes on behind the line break. */
static const char *
judge(const char *line, const char *newline, const char *end, gboolean whole, guint *wrap_columns)
{
	const char *quote, *line_end = skip_spaces_back(line, newline);
	guint n_newlines;
	const char *next = skip_margin(newline, end, &quote, &n_newlines);
	if (next == end || n_newlines > 1 || line_end == line ||
		(*wrap_columns == 0 && ends_sentence(line, line_end)))
		return next;
	OqLineBreak at = {line_end, quote != NULL ? quote : next, end,
		(guint)g_utf8_strlen(line, line_end - line), whole};
	oq_wrapping_judge(&at, wrap_columns);
	return next;
}

static void
measure(const char *text, const char *end, gboolean whole, guint *wrap_columns)
{
	const char *line = text;
	for (const char *p = text; p < end;) {
		if (!oq_letters_is_newline(g_utf8_get_char(p))) {
			p = g_utf8_next_char(p);
			continue;
		}
		const char *next = judge(line, p, end, whole, wrap_columns);
		for (; p < next; p++)
			line = *p == '\n' || *p == '\r' ? p + 1 : line;
	}
}

/* A letter with its mark is one column. */
static void
measure_composed(const char *text, const char *end, gboolean whole, guint *wrap_columns)
{
	OqSlice written = {text, (gsize)(end - text)};
	if (!oq_composed_is_needed(written)) {
		measure(text, end, whole, wrap_columns);
		return;
	}
	OqComposed composed;
	oq_composed_init(&composed);
	oq_composed_make(&composed, written);
	const GString *all = composed.text;
	measure(all->str, all->str + all->len, whole, wrap_columns);
	oq_composed_clear(&composed);
}

void
oq_width_measure(const char *text, const char *end, gboolean whole, guint *wrap_columns)
{
	if (oq_escapes_find(text, end) == end) {
		measure_composed(text, end, whole, wrap_columns);
		return;
	}
	g_autoptr(GString) seen = oq_escapes_strip(text, (gsize)(end - text));
	measure_composed(seen->str, seen->str + seen->len, whole, wrap_columns);
}
