/* plain_text.c - see the header. */
#include "document/plain_text.h"

#include "document/cuts.h"
#include "document/width.h"

#include <string.h>

/* The width that blocks come with from here on. */
typedef struct {
	guint64 start;
	guint wrap_columns;
} Step;

struct _OqPlainText {
	OqDecoder *decoder;
	OqCuts cuts;
	GString *window; /* text from window_start on */
	guint64 window_start;
	guint64 taken;  /* up to here by the caller, or passed over */
	guint64 cut;    /* where the next block begins, as has_cut says */
	guint64 sought; /* where the block begins that next() gives, as has_sought says */
	gboolean has_cut;
	gboolean in_sentence; /* that cut is, as the one before, if none is known */
	gboolean has_sought;
	gboolean in_block;
	gboolean ended; /* all of the text is in the window, or was */
	gboolean finished;
	gboolean was_quiet; /* since text has come for the last time */
	guint64 first;      /* the first block; G_MAXUINT64: not known */
	guint64 measured;   /* blocks up to here */
	GString *head;      /* from the beginning on; NULL: it was measured to its end */
	GArray *steps;      /* of Step, ascending */
};

OqPlainText *
oq_plain_text_new(OqDecoder *decoder)
{
	OqPlainText *text = g_new0(OqPlainText, 1);
	text->decoder = decoder;
	text->window = g_string_new(NULL);
	text->first = G_MAXUINT64;
	text->head = g_string_new(NULL);
	text->steps = g_array_new(FALSE, FALSE, sizeof(Step));
	oq_cuts_init(&text->cuts, 0);
	return text;
}

static void
drop_head(OqPlainText *text)
{
	if (text->head != NULL)
		g_string_free(g_steal_pointer(&text->head), TRUE);
}

void
oq_plain_text_free(OqPlainText *text)
{
	if (text == NULL)
		return;
	drop_head(text);
	oq_decoder_free(text->decoder);
	g_string_free(text->window, TRUE);
	g_array_unref(text->steps);
	g_free(text);
}

OqDecoder *
oq_plain_text_decoder(OqPlainText *text)
{
	return text->decoder;
}

static guint64
window_end(const OqPlainText *text)
{
	return text->window_start + text->window->len;
}

static guint
width_at(const OqPlainText *text, guint64 position)
{
	guint i = text->steps->len;
	while (i > 0 && g_array_index(text->steps, Step, i - 1).start > position)
		i--;
	return i > 0 ? g_array_index(text->steps, Step, i - 1).wrap_columns : 0;
}

/* Of what has just come in, what the head does not hold yet. */
static void
fill_head(OqPlainText *text, guint64 came_in)
{
	guint64 start = text->head != NULL ? text->head->len : 0;
	if (text->head == NULL || start < came_in || start >= window_end(text))
		return;
	const char *p = text->window->str + (start - text->window_start);
	gsize n_bytes = MIN(window_end(text) - start, OQ_PLAIN_TEXT_HEAD_BYTES - start);
	while (start + n_bytes < window_end(text) && ((guchar)p[n_bytes] & 0xC0) == 0x80)
		n_bytes--;
	g_string_append_len(text->head, p, (gssize)n_bytes);
}

/* The blocks before this one have been read. */
static void
measure(OqPlainText *text, guint64 start)
{
	if (text->first == G_MAXUINT64)
		text->first = text->measured = start;
	if (text->head == NULL || start <= text->measured)
		return;
	guint before = width_at(text, start), wrap_columns = before;
	gsize end = MIN(start, text->head->len);
	if (end > text->measured)
		oq_width_measure(text->head->str + text->measured, text->head->str + end,
			end == start, &wrap_columns);
	Step step = {start, wrap_columns};
	if (wrap_columns != before)
		g_array_append_val(text->steps, step);
	text->measured = start;
	if (start > text->head->len)
		drop_head(text);
}

static void
drop_taken(OqPlainText *text)
{
	g_string_erase(text->window, 0, (gssize)(text->taken - text->window_start));
	text->window_start = text->taken;
}

static gboolean
read_more(OqPlainText *text, GError **error)
{
	g_autoptr(GError) failure = NULL;
	drop_taken(text);
	guint64 start = window_end(text);
	text->ended = !oq_decoder_read(text->decoder, text->window, &failure) && failure == NULL;
	fill_head(text, start);
	if (failure != NULL) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return FALSE;
	}
	text->was_quiet = FALSE;
	return TRUE;
}

static void
note_cut(OqPlainText *text)
{
	if (!text->has_cut)
		return;
	text->in_sentence = text->cuts.in_sentence;
	measure(text, text->cut);
}

/* FALSE: all that is in the window was looked at. */
static gboolean
look_at_window(OqPlainText *text)
{
	const char *p = text->window->str + (text->cuts.at - text->window_start);
	const char *end = text->window->str + text->window->len;
	if (p == end)
		return FALSE;
	text->has_cut = oq_cuts_scan(&text->cuts, &p, end, &text->cut);
	note_cut(text);
	return TRUE;
}

/* Finds a cut, or makes sure of more text: FALSE at the end of it, or with @error. */
static gboolean
look_on(OqPlainText *text, GError **error)
{
	if (look_at_window(text))
		return TRUE;
	if (!text->ended)
		return read_more(text, error);
	if (text->finished)
		return FALSE;
	text->finished = TRUE;
	text->has_cut = oq_cuts_finish(&text->cuts, &text->cut);
	note_cut(text);
	return TRUE;
}

/* Up to here the text is of the block before the next cut. */
static guint64
sure_end(const OqPlainText *text)
{
	return text->has_cut ? text->cut : oq_cuts_sure(&text->cuts);
}

static void
begin_block(OqPlainText *text, guint64 start, OqBlock *block)
{
	text->taken = start;
	text->in_block = TRUE;
	*block = (OqBlock){.start = start, .number = start == text->first, .lang = OQ_N_LANGS};
	block->wrap_columns = width_at(text, start);
}

static gboolean
find_next(OqPlainText *text, OqBlock *block, GError **error)
{
	if (text->has_sought) {
		text->has_sought = FALSE;
		begin_block(text, text->sought, block);
		return TRUE;
	}
	text->in_block = FALSE;
	while (!text->has_cut) {
		text->taken = MAX(text->taken, sure_end(text));
		if (!look_on(text, error))
			return FALSE;
	}
	text->has_cut = FALSE;
	begin_block(text, text->cut, block);
	return TRUE;
}

static gboolean
is_hasty(OqPlainText *text)
{
	return oq_source_is_hasty(oq_decoder_source(text->decoder));
}

static gboolean
is_quiet(const GError *failure)
{
	return g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
}

gboolean
oq_plain_text_next(OqPlainText *text, OqBlock *block, GError **error)
{
	g_autoptr(GError) failure = NULL;
	while (!find_next(text, block, &failure)) {
		if (failure == NULL || (is_quiet(failure) && is_hasty(text)))
			return FALSE;
		if (!is_quiet(failure)) {
			g_propagate_error(error, g_steal_pointer(&failure));
			return FALSE;
		}
		g_clear_error(&failure);
	}
	return TRUE;
}

/* All that has come is the caller's; is that the end of a block? A line that is not whole may be
 * being written. */
static gboolean
ends_quietly(OqPlainText *text)
{
	gboolean ends = text->cuts.line != OQ_CUTS_TEXT || text->was_quiet;
	if (is_hasty(text))
		return TRUE;
	text->was_quiet = TRUE;
	if (ends)
		oq_cuts_break(&text->cuts);
	return ends;
}

/* Until there is something to give, or the block ends. */
static gboolean
wait_for_text(OqPlainText *text, GError **error)
{
	g_autoptr(GError) failure = NULL;
	while (text->in_block && text->taken == sure_end(text)) {
		if (text->has_cut)
			break;
		if (look_on(text, &failure))
			continue;
		if (!is_quiet(failure))
			break;
		text->in_block = !ends_quietly(text);
		g_clear_error(&failure);
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

gssize
oq_plain_text_read(OqPlainText *text, char *buffer, gsize size, GError **error)
{
	while (!text->has_cut && look_at_window(text))
		;
	if (!wait_for_text(text, error))
		return -1;
	if (!text->in_block)
		return 0;
	const char *p = text->window->str + (text->taken - text->window_start);
	gsize n_bytes = sure_end(text) - text->taken;
	if (n_bytes > size)
		for (n_bytes = size; n_bytes > 0 && ((guchar)p[n_bytes] & 0xC0) == 0x80;)
			n_bytes--;
	memcpy(buffer, p, n_bytes);
	text->taken += n_bytes;
	return (gssize)n_bytes;
}

gboolean
oq_plain_text_is_cut(const OqPlainText *text)
{
	return text->has_cut && text->in_sentence;
}

/* At the decoder's place, of which nothing is known but at the beginning of the text. */
static void
start_again(OqPlainText *text)
{
	g_string_truncate(text->window, 0);
	text->window_start = text->taken = oq_decoder_position(text->decoder);
	oq_cuts_init(&text->cuts, text->window_start);
	text->has_cut = text->has_sought = text->in_block = FALSE;
	text->ended = text->finished = text->was_quiet = FALSE;
}

/* The width of what comes behind the head is that of the head. */
static gboolean
measure_head(OqPlainText *text, GError **error)
{
	g_autoptr(GError) failure = NULL;
	OqBlock block;
	if (!oq_decoder_seek(text->decoder, 0, error))
		return FALSE;
	start_again(text);
	while (text->head != NULL && find_next(text, &block, &failure))
		;
	if (failure == NULL || is_quiet(failure)) {
		drop_head(text);
		return TRUE;
	}
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

/* On to where the block is known that holds the position. */
static gboolean
look_for(OqPlainText *text, guint64 position, GError **error)
{
	g_autoptr(GError) failure = NULL;
	while (!text->has_cut && sure_end(text) <= position) {
		if (!text->has_sought)
			text->taken = MAX(text->taken, sure_end(text));
		if (!look_on(text, &failure))
			break;
		if (text->has_cut && text->cut <= position) {
			text->has_sought = TRUE;
			text->sought = text->taken = text->cut;
			text->has_cut = FALSE;
		}
		/* nothing but white space is that long */
		if (window_end(text) - text->taken > OQ_CUTS_LOOK_BACK + OQ_DECODER_CHUNK_BYTES)
			text->has_sought = FALSE;
	}
	if (failure == NULL || is_quiet(failure))
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
seek(OqPlainText *text, guint64 position, GError **error)
{
	gboolean seekable = oq_source_is_seekable(oq_decoder_source(text->decoder));
	if (seekable && text->head != NULL && !measure_head(text, error))
		return FALSE;
	guint64 n_bytes = oq_decoder_n_bytes(text->decoder);
	guint64 start = n_bytes > 0 ? MIN(position, n_bytes) : position;
	start = start > OQ_CUTS_LOOK_BACK && text->head == NULL ? start - OQ_CUTS_LOOK_BACK : 0;
	if (!oq_decoder_seek(text->decoder, start, error))
		return FALSE;
	start_again(text);
	return look_for(text, position, error);
}

/* What is not there yet is not waited for. */
gboolean
oq_plain_text_seek(OqPlainText *text, guint64 position, GError **error)
{
	OqSource *source = oq_decoder_source(text->decoder);
	gboolean was_hasty = oq_source_is_hasty(source);
	oq_source_set_hasty(source, TRUE);
	gboolean found = seek(text, position, error);
	oq_source_set_hasty(source, was_hasty);
	return found;
}
