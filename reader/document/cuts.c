/* cuts.c - see the header. */
#include "document/cuts.h"

#include "text/characters/letters.h"
#include "text/characters/roles.h"

#include <string.h>

/* Shorter words before a point may be abbreviations. */
#define MIN_LETTERS 6

/* Of a line that is longer than those of wrapped text: a hundred letters of two bytes. */
#define MIN_LONG_BYTES 208

void
oq_cuts_init(OqCuts *cuts, guint64 position)
{
	*cuts = (OqCuts){.at = position, .line_start = position};
	cuts->line = position == 0 ? OQ_CUTS_WHITE : OQ_CUTS_TEXT;
	cuts->before = position == 0 ? OQ_CUTS_WHITE : OQ_CUTS_TEXT;
	cuts->next_wanted = (position / OQ_CUTS_STRIDE + 1) * OQ_CUTS_STRIDE;
}

static gboolean
begin(OqCuts *cuts, guint64 *cut)
{
	cuts->begun = *cut = cuts->line_start;
	cuts->wanted = 0;
	cuts->in_sentence = FALSE;
	return TRUE;
}

/* A cut may still be made at the beginning of the line. */
static gboolean
is_open(const OqCuts *cuts)
{
	return cuts->line != OQ_CUTS_TEXT;
}

guint64
oq_cuts_sure(const OqCuts *cuts)
{
	return is_open(cuts) ? cuts->line_start : cuts->at;
}

/* Behind the line break; a blank line that is quoted shows only now that it is no text. */
static gboolean
end_line(OqCuts *cuts, guint64 *cut)
{
	gboolean found =
		cuts->line == OQ_CUTS_QUOTED && cuts->before == OQ_CUTS_TEXT && begin(cuts, cut);
	cuts->before = cuts->line;
	cuts->n_before = cuts->at - cuts->line_start;
	cuts->line = OQ_CUTS_WHITE;
	cuts->line_start = cuts->at;
	return found;
}

/* At the first character of a line that is no white space. */
static gboolean
begin_line(OqCuts *cuts, OqCutsLine line, guint64 *cut)
{
	gboolean found =
		cuts->line == OQ_CUTS_WHITE && cuts->before == OQ_CUTS_WHITE && begin(cuts, cut);
	cuts->line = line;
	return found;
}

/* Whether the line before c ends a paragraph in any text whose lines were not wrapped. */
static gboolean
ends_paragraph(const OqCuts *cuts, gunichar c)
{
	gboolean ends =
		cuts->after_sentence || (cuts->n_before >= MIN_LONG_BYTES && !cuts->after_comma);
	return ends && !g_unichar_islower(c) && !g_unichar_isdigit(c);
}

/* How well a cut before c fits. */
static guint
fitness(const OqCuts *cuts, gunichar c, gboolean new_line)
{
	if (new_line && ends_paragraph(cuts, c))
		return 4;
	if (cuts->after_space && cuts->after_sentence && g_unichar_isupper(c) &&
		cuts->at - cuts->line_start >= MIN_LONG_BYTES)
		return 3;
	return new_line ? 2 : cuts->after_space ? 1 : 0;
}

/* For so many bytes only what fits better is waited for. */
static const guint patience[] = {10240, 9216, 8192, 1024, 0};

/* Whether a cut that is wanted is made before c: the longer it is wanted, the less has to fit. */
static gboolean
cut_here(OqCuts *cuts, gunichar c, gboolean new_line, guint64 *cut)
{
	guint64 place = new_line ? cuts->line_start : cuts->at;
	guint fits = fitness(cuts, c, new_line);
	if (place < cuts->wanted || place - cuts->wanted < patience[fits])
		return FALSE;
	cuts->wanted = 0;
	cuts->in_sentence = fits < 2 || (fits == 2 && (cuts->after_comma || g_unichar_islower(c)));
	*cut = place;
	return TRUE;
}

/* What the next character needs to know to be the place of a cut. */
static void
remember(OqCuts *cuts, gunichar c)
{
	gboolean space = g_unichar_isspace(c) || oq_letters_is_newline(c);
	if (oq_roles_have(c, OQ_ROLE_TERMINAL))
		cuts->after_sentence =
			cuts->after_sentence || c != '.' || cuts->n_letters >= MIN_LETTERS;
	else if (!space && !oq_roles_have(c, OQ_ROLE_CLOSER))
		cuts->after_sentence = FALSE;
	if (!space)
		cuts->after_comma = oq_roles_have(c, OQ_ROLE_UNFINISHED);
	cuts->after_space = space;
	cuts->n_letters = g_unichar_isalpha(c) ? cuts->n_letters + 1 : 0;
}

static void
want(OqCuts *cuts)
{
	if (cuts->begun + OQ_CUTS_STRIDE <= cuts->next_wanted) {
		cuts->wanted = cuts->next_wanted;
		cuts->after_space = cuts->after_sentence = cuts->after_comma = FALSE;
		cuts->n_letters = 0;
	}
	cuts->next_wanted += OQ_CUTS_STRIDE;
}

/* Takes one character and what it makes of the line. */
static gboolean
take(OqCuts *cuts, gunichar c, gsize n_bytes, guint64 *cut)
{
	gboolean newline = oq_letters_is_newline(c), found = FALSE;
	gboolean margin = cuts->line != OQ_CUTS_TEXT && (c == '>' || g_unichar_isspace(c)) &&
			  cuts->at - cuts->line_start < OQ_CUTS_MAX_MARGIN;
	if (cuts->after_return && c == '\n') {
		cuts->at = cuts->line_start = cuts->at + n_bytes;
		cuts->after_return = FALSE;
		return FALSE;
	}
	gboolean new_line = cuts->line != OQ_CUTS_TEXT && !newline && !margin;
	if (new_line)
		found = begin_line(cuts, OQ_CUTS_TEXT, cut);
	else if (margin && c == '>')
		found = begin_line(cuts, OQ_CUTS_QUOTED, cut);
	if (!found && cuts->wanted > 0 && !newline && !is_open(cuts))
		found = cut_here(cuts, c, new_line, cut);
	if (cuts->wanted > 0)
		remember(cuts, c);
	cuts->at += n_bytes;
	cuts->after_return = c == '\r';
	return (newline && end_line(cuts, cut)) || found;
}

/* The first bytes of line breaks, and of some other characters. */
static gboolean
may_be_newline(guchar byte)
{
	return (guchar)(byte - '\n') <= '\r' - '\n' || byte == 0xC2 || byte == 0xE2;
}

#define STEP 32

/* Written so that a compiler looks at many bytes at once. */
static gboolean
step_may_have_newline(const char *p)
{
	guchar may = 0;
	for (gsize i = 0; i < STEP; i++)
		may |= ((guchar)(p[i] - '\n') <= '\r' - '\n') | ((guchar)p[i] == 0xC2) |
		       ((guchar)p[i] == 0xE2);
	return may != 0;
}

static gboolean
is_newline(const char *p)
{
	return (guchar)(*p - '\n') <= '\r' - '\n' ||
	       (may_be_newline((guchar)*p) && oq_letters_is_newline(g_utf8_get_char(p)));
}

/* No line break begins at p, and behind that none but at what is returned. */
static const char *
find_newline(const char *p, const char *end)
{
	do {
		p++;
		while (end - p >= STEP && !step_may_have_newline(p))
			p += STEP;
		while (p < end && !may_be_newline((guchar)*p))
			p++;
	} while (p < end && !is_newline(p));
	return p;
}

/* Nothing but a line break, or the place where a cut may be wanted, is of interest in a line. */
static const char *
skip_text(OqCuts *cuts, const char *start, const char *end)
{
	guint64 room = cuts->next_wanted > cuts->at ? cuts->next_wanted - cuts->at : 1;
	const char *p = find_newline(start, room < (guint64)(end - start) ? start + room : end);
	cuts->at += (guint64)(p - start);
	cuts->after_return = FALSE;
	return p;
}

/* Cyrillic ones. */
static gboolean
is_letter(const char *p)
{
	return (guchar)*p >= 0xD0 && (guchar)*p <= 0xD3;
}

/* A letter behind a letter is no place for a cut, unless any place is. */
static gboolean
is_within_word(const OqCuts *cuts, const char *p)
{
	return cuts->wanted > 0 && cuts->line == OQ_CUTS_TEXT && !cuts->after_space &&
	       is_letter(p) && cuts->at < cuts->wanted + patience[0];
}

static const char *
skip_word(OqCuts *cuts, const char *p, const char *end)
{
	const char *start = p;
	guint64 room = MIN(cuts->wanted + patience[0], cuts->next_wanted) - cuts->at;
	end = room < (guint64)(end - p) ? p + room : end;
	while (p < end && is_letter(p))
		p += 2;
	cuts->n_letters += (guint)(p - start) / 2;
	cuts->at += (guint64)(p - start);
	cuts->after_sentence = cuts->after_comma = cuts->after_return = FALSE;
	return p;
}

gboolean
oq_cuts_scan(OqCuts *cuts, const char **text, const char *end, guint64 *cut)
{
	const char *p = *text;
	gboolean found = FALSE;
	while (p < end && !found) {
		gboolean whole = ((guchar)*p & 0xC0) != 0x80; /* a skip may have cut a character */
		if (whole && cuts->at >= cuts->next_wanted)
			want(cuts);
		if (cuts->line == OQ_CUTS_TEXT && cuts->wanted == 0 && !is_newline(p)) {
			p = skip_text(cuts, p, end);
			continue;
		}
		if (is_within_word(cuts, p)) {
			p = skip_word(cuts, p, end);
			continue;
		}
		gsize n_bytes = g_utf8_skip[(guchar)*p];
		found = take(cuts, g_utf8_get_char(p), n_bytes, cut);
		p += n_bytes;
	}
	*text = p;
	return found;
}

gboolean
oq_cuts_finish(OqCuts *cuts, guint64 *cut)
{
	return end_line(cuts, cut);
}

void
oq_cuts_break(OqCuts *cuts)
{
	cuts->line = cuts->before = OQ_CUTS_WHITE;
	cuts->line_start = cuts->at;
}
