/* portion.c - see the header. */
#include "desktop/selection/portion.h"

#include "desktop/selection/embedded.h"

enum { MARK_CHARACTERS = 8 }; /* of what stands before an item of a list, at most */

/* Walks a text from one of its ends to the other. */
typedef struct {
	const char *start, *end; /* of what was not walked yet */
	gboolean is_backward;
	gboolean has_broken; /* a line has ended before the last letter */
} Walk;

static Walk
walk_begin(GBytes *text, gboolean is_backward)
{
	gsize n_bytes;
	const char *start = g_bytes_get_data(text, &n_bytes);

	return (Walk){start, start + n_bytes, is_backward, FALSE};
}

static gunichar
step(Walk *walk)
{
	const char *at = walk->start;

	if (walk->is_backward)
		at = walk->end = g_utf8_prev_char(walk->end);
	else
		walk->start = g_utf8_next_char(walk->start);
	return g_utf8_get_char(at);
}

static gboolean
ends_line(gunichar character)
{
	return character == '\n' || character == '\r' || character == 0x2028 || character == 0x2029;
}

static gboolean
counts(gunichar character)
{
	if (g_unichar_isspace(character) || character == OQ_EMBEDDED_OBJECT)
		return FALSE;
	switch (g_unichar_type(character)) {
	case G_UNICODE_CONTROL:
	case G_UNICODE_FORMAT:
	case G_UNICODE_LINE_SEPARATOR:
	case G_UNICODE_PARAGRAPH_SEPARATOR:
		return FALSE;
	default:
		return TRUE;
	}
}

/* The next character that counts; 0: there is none. */
static gunichar
next_letter(Walk *walk)
{
	walk->has_broken = FALSE;
	while (walk->start < walk->end) {
		gunichar character = step(walk);
		if (counts(character))
			return character;
		walk->has_broken = walk->has_broken || ends_line(character);
	}
	return 0;
}

/* The number or the sign of an item in a list, which is not in its paragraph. FALSE: there is none.
 */
static gboolean
skip_mark(Walk *walk)
{
	gunichar last = 0, character = next_letter(walk);

	for (guint i = 0; i < MARK_CHARACTERS && character != 0 && !g_unichar_isspace(character);
		i++) {
		last = character;
		character = walk->start < walk->end ? step(walk) : 0;
	}
	return last != 0 && !g_unichar_isalnum(last) && g_unichar_isspace(character) &&
	       !ends_line(character);
}

/* From where they are the texts are the same to the end of the part, and of a line. */
static gboolean
agree(Walk in_part, Walk in_whole)
{
	gunichar letter;

	while ((letter = next_letter(&in_part)) != 0)
		if (next_letter(&in_whole) != letter)
			return FALSE;
	return next_letter(&in_whole) != 0 && in_whole.has_broken;
}

gboolean
oq_portion_is_of(GBytes *part, GBytes *whole)
{
	Walk behind_mark = walk_begin(whole, FALSE);
	gboolean has_mark = skip_mark(&behind_mark);

	return agree(walk_begin(part, FALSE), walk_begin(whole, FALSE)) ||
	       (has_mark && agree(walk_begin(part, FALSE), behind_mark)) ||
	       agree(walk_begin(part, TRUE), walk_begin(whole, TRUE));
}
