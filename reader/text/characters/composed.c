/* composed.c - see the header. */
#include "text/characters/composed.h"

#include <string.h>

/* Marks are U+0300 to U+036F. */
#define FIRST_MARK 0x0300
#define LAST_MARK  0x036F
static const char lead_bytes[] = {'\xCC', '\xCD'}; /* of their two bytes */

typedef struct {
	guint32 composed;
	guint32 source;
} Place;

void
oq_composed_init(OqComposed *composed)
{
	composed->text = g_string_new(NULL);
	composed->places = g_array_new(FALSE, FALSE, sizeof(Place));
}

void
oq_composed_clear(OqComposed *composed)
{
	g_string_free(composed->text, TRUE);
	g_array_unref(composed->places);
}

static const char *
find_lead(const char *p, const char *end)
{
	const char *first = end;
	for (gsize i = 0; i < sizeof lead_bytes; i++) {
		const char *found = memchr(p, lead_bytes[i], (gsize)(first - p));
		first = found != NULL ? found : first;
	}
	return first;
}

gboolean
oq_composed_is_needed(OqSlice text)
{
	const char *end = text.data + text.length;
	return text.length > 0 && find_lead(text.data, end) < end;
}

/* Joins the mark to the last character; FALSE: there is no such letter. */
static gboolean
join(GString *text, gunichar mark)
{
	gunichar letter;
	if (mark < FIRST_MARK || mark > LAST_MARK || text->len == 0)
		return FALSE;
	const char *last = g_utf8_prev_char(text->str + text->len);
	if (!g_unichar_compose(g_utf8_get_char(last), mark, &letter))
		return FALSE;
	g_string_truncate(text, (gsize)(last - text->str));
	g_string_append_unichar(text, letter);
	return TRUE;
}

void
oq_composed_make(OqComposed *composed, OqSlice text)
{
	const char *end = text.data + text.length;
	g_string_truncate(composed->text, 0);
	g_array_set_size(composed->places, 0);
	for (const char *p = text.data; p < end;) {
		const char *mark = find_lead(p, end);
		g_string_append_len(composed->text, p, mark - p);
		if (mark == end)
			return;
		p = g_utf8_next_char(mark);
		if (!join(composed->text, g_utf8_get_char(mark))) {
			g_string_append_len(composed->text, mark, p - mark);
			continue;
		}
		Place place = {(guint32)composed->text->len, (guint32)(p - text.data)};
		g_array_append_val(composed->places, place);
	}
}

/* Within the letters that were composed last @at may stand, never within the next one. */
gsize
oq_composed_source(const OqComposed *composed, gsize at)
{
	guint low = 0, high = composed->places->len;
	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (g_array_index(composed->places, Place, middle).composed <= at)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return at;
	const Place *before = &g_array_index(composed->places, Place, low - 1);
	return before->source + (at - before->composed);
}
