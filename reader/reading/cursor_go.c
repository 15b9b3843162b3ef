/* cursor_go.c - jumps: see cursor.h. */
#include "reading/cursor-private.h"

static void
add_words(GArray *steps, const OqUtterance *utterance)
{
	for (guint i = 0; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		if (i == 0 || word->start != oq_utterance_word(utterance, i - 1)->start)
			g_array_append_val(steps, word->start);
	}
}

/* When no more of a block has to be looked at, which may not have come through its pipe yet: so
 * many steps are known that do not begin before a place, or, none being wanted, what is there. */
typedef struct {
	guint64 place;
	guint n;
} Enough;

static const Enough all = {G_MAXUINT64, 0};

static gboolean
is_enough(const OqCursor *cursor, const Enough *enough)
{
	const GArray *steps = cursor->steps;
	if (enough->n == 0)
		return steps->len > 0 && cursor->passed.end > enough->place;
	return steps->len >= enough->n &&
	       g_array_index(steps, guint64, steps->len - enough->n) >= enough->place;
}

/* The steps of the next block, from its beginning on: FALSE: there is none, or with @error. */
static gboolean
next_steps(OqCursor *cursor, OqStep step, const Enough *enough, GError **error)
{
	g_autoptr(GError) failure = NULL;
	OqUtterance *passed = &cursor->passed;
	gboolean begins = TRUE;
	g_array_set_size(cursor->steps, 0);
	if (!oq_cursor_next_block(cursor, error))
		return FALSE;
	oq_utterance_reset(passed);
	while (!is_enough(cursor, enough) && oq_cursor_next_in_block(cursor, passed, &failure)) {
		gboolean speaks = passed->words->len > 0;
		if (step == OQ_STEP_WORD)
			add_words(cursor->steps, passed);
		else if (speaks && (step != OQ_STEP_BLOCK || begins))
			g_array_append_val(cursor->steps, passed->start);
		begins = (begins && !speaks) || passed->follows == OQ_BREAK_PARAGRAPH;
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
steps_at(OqCursor *cursor, guint64 place, OqStep step, const Enough *enough, GError **error)
{
	return oq_cursor_seek_block(cursor, place, error) &&
	       next_steps(cursor, step, enough, error);
}

/* Of the steps up to there: -1: it is before the first one. */
static gint64
index_of(const GArray *steps, guint64 place)
{
	guint n = 0;
	while (n < steps->len && g_array_index(steps, guint64, n) <= place)
		n++;
	return (gint64)n - 1;
}

/* index counts from the first step of the block that was looked at last, and lies behind it; behind
 * them all is the end of the text. */
static gboolean
look_on(OqCursor *cursor, OqStep step, gint64 index, guint64 *place, GError **error)
{
	g_autoptr(GError) failure = NULL;
	while (index >= cursor->steps->len) {
		index -= cursor->steps->len;
		const Enough enough = {0, (guint)index + 1};
		if (!next_steps(cursor, step, &enough, &failure))
			break;
	}
	if (failure != NULL) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return FALSE;
	}
	if (index < cursor->steps->len) {
		*place = g_array_index(cursor->steps, guint64, (guint)index);
	} else {
		*place = MAX(cursor->block.start, cursor->passed.end);
		cursor->reach = OQ_REACH_END;
	}
	return TRUE;
}

/* … and lies before it, so that blocks before are looked at. */
static gboolean
look_back(OqCursor *cursor, OqStep step, gint64 index, guint64 *place, GError **error)
{
	g_autoptr(GError) failure = NULL;
	guint64 first = G_MAXUINT64;
	for (;;) {
		guint64 start = cursor->block.start, before;
		if (cursor->steps->len > 0)
			first = g_array_index(cursor->steps, guint64, 0);
		if (index >= 0 || !oq_cursor_before(cursor, start, &before) ||
			!steps_at(cursor, before, step, &all, &failure) ||
			cursor->block.start >= start)
			break;
		index += cursor->steps->len;
	}
	if (failure != NULL) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return FALSE;
	}
	if (index < 0)
		cursor->reach = OQ_REACH_START;
	if (first == G_MAXUINT64)
		return look_on(cursor, step, 0, place, error);
	*place = index >= 0 ? g_array_index(cursor->steps, guint64, (guint)index) : first;
	return TRUE;
}

/* The signs with which an utterance begins, such as the dash of what somebody says, are held by its
 * first word, not by the word before. */
static guint64
word_at(OqCursor *cursor, guint64 from)
{
	const Enough enough = {from, 0};
	const OqUtterance *passed = &cursor->passed;
	if (from == G_MAXUINT64 || !steps_at(cursor, from, OQ_STEP_SENTENCE, &enough, NULL) ||
		passed->words->len == 0 || passed->start > from)
		return from;
	return MAX(from, oq_utterance_word(passed, 0)->start);
}

static gboolean
look_for_step(OqCursor *cursor, guint64 from, OqStep step, gint n, guint64 *place, GError **error)
{
	g_autoptr(GError) failure = NULL;
	const Enough enough = {from < G_MAXUINT64 && n > 0 ? from + 1 : from, (guint)MAX(n, 0)};
	if (!steps_at(cursor, from, step, &enough, &failure)) {
		*place = 0; /* there is no text at all */
		cursor->reach = OQ_REACH_NOTHING;
		if (failure == NULL)
			return TRUE;
		g_propagate_error(error, g_steal_pointer(&failure));
		return FALSE;
	}
	gint64 here = index_of(cursor->steps, from), index = n;
	index += here < 0 && oq_cursor_begins_file(cursor, from) ? 0 : here;
	return index < 0 ? look_back(cursor, step, index, place, error)
			 : look_on(cursor, step, index, place, error);
}

static void
list_headings(OqCursor *cursor)
{
	const GArray *outline =
		cursor->document != NULL ? oq_document_outline(cursor->document) : NULL;
	g_array_set_size(cursor->steps, 0);
	for (guint i = 0; outline != NULL && i < outline->len; i++)
		g_array_append_val(cursor->steps, g_array_index(outline, OqHeading, i).start);
}

static gboolean
look_for_heading(OqCursor *cursor, guint64 from, gint n, guint64 *place, GError **error)
{
	*place = from;
	list_headings(cursor);
	gint64 here = index_of(cursor->steps, from), index = here + n;
	if (index >= cursor->steps->len && cursor->document != NULL) {
		if (!oq_document_read_outline(cursor->document, error))
			return FALSE;
		list_headings(cursor);
		here = index_of(cursor->steps, from);
		index = here + n;
	}
	if (index < 0)
		cursor->reach = OQ_REACH_START;
	else if (index >= cursor->steps->len)
		cursor->reach = OQ_REACH_END;
	if (cursor->steps->len == 0)
		cursor->reach = OQ_REACH_NOTHING;
	if (here >= 0 || index >= 0)
		index = MAX(index, 0);
	if (index >= 0 && index < cursor->steps->len)
		*place = g_array_index(cursor->steps, guint64, (guint)index);
	return TRUE;
}

static gboolean
look_for(OqCursor *cursor, guint64 from, OqStep step, gint n, guint64 *place, GError **error)
{
	switch (step) {
	case OQ_STEP_HEADING:
		return look_for_heading(cursor, from, n, place, error);
	case OQ_STEP_WORD:
		return look_for_step(cursor, word_at(cursor, from), step, n, place, error);
	case OQ_STEP_DOCUMENT:
		*place = 0;
		return n <= 0 ||
		       look_for_step(cursor, G_MAXUINT64, OQ_STEP_SENTENCE, 0, place, error);
	default:
		return look_for_step(cursor, from, step, n, place, error);
	}
}

OqReach
oq_cursor_reach(const OqCursor *cursor)
{
	return cursor->reach;
}

gboolean
oq_cursor_go(OqCursor *cursor, guint64 from, OqStep step, gint n, GError **error)
{
	g_return_val_if_fail(cursor != NULL, FALSE);
	guint64 stood = cursor->place, place;
	cursor->reach = OQ_REACH_ALL;
	oq_cursor_set_hasty(cursor, TRUE);
	gboolean found = look_for(cursor, from, step, n, &place, error);
	oq_cursor_set_hasty(cursor, FALSE);
	if (found && oq_cursor_put(cursor, place, error))
		return TRUE;
	oq_cursor_put(cursor, stood, NULL);
	return FALSE;
}
