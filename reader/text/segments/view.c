/* view.c - see the header. */
#include "text/segments/view.h"

#include "text/characters/escapes.h"

typedef struct {
	gsize seen;    /* where it is not */
	gsize written; /* behind it */
} Gap;

void
oq_view_init(OqView *view)
{
	*view = (OqView){.written = g_string_new(NULL),
		.seen = g_string_new(NULL),
		.gaps = g_array_new(FALSE, FALSE, sizeof(Gap))};
}

void
oq_view_clear(OqView *view)
{
	g_string_free(g_steal_pointer(&view->written), TRUE);
	g_string_free(g_steal_pointer(&view->seen), TRUE);
	g_array_unref(g_steal_pointer(&view->gaps));
}

void
oq_view_reset(OqView *view)
{
	g_string_truncate(view->written, 0);
	g_string_truncate(view->seen, 0);
	g_array_set_size(view->gaps, 0);
	view->n_looked = 0;
}

/* Up to a sequence that is not known yet. */
static void
look(OqView *view, gboolean final)
{
	const char *p = view->written->str + view->n_looked;
	const char *end = view->written->str + view->written->len;
	while (p < end) {
		const char *escape = oq_escapes_find(p, end);
		g_string_append_len(view->seen, p, escape - p);
		p = escape;
		gsize n_bytes = oq_escapes_length(p, end, final);
		if (n_bytes == OQ_ESCAPES_CUT)
			break;
		p += n_bytes;
		Gap gap = {view->seen->len, (gsize)(p - view->written->str)};
		if (n_bytes > 0)
			g_array_append_val(view->gaps, gap);
	}
	view->n_looked = (gsize)(p - view->written->str);
}

void
oq_view_feed(OqView *view, const char *text, gsize n_bytes)
{
	g_string_append_len(view->written, text, (gssize)n_bytes);
	look(view, FALSE);
}

void
oq_view_end(OqView *view)
{
	look(view, TRUE);
}

static Gap *
gap_at(const OqView *view, guint index)
{
	return &g_array_index(view->gaps, Gap, index);
}

void
oq_view_drop(OqView *view, gsize n_written, gsize n_seen)
{
	guint n_past = 0;
	while (n_past < view->gaps->len && gap_at(view, n_past)->written <= n_written)
		n_past++;
	if (n_past > 0)
		g_array_remove_range(view->gaps, 0, n_past);
	for (guint i = 0; i < view->gaps->len; i++) {
		gap_at(view, i)->seen -= n_seen;
		gap_at(view, i)->written -= n_written;
	}
	g_string_erase(view->written, 0, (gssize)n_written);
	g_string_erase(view->seen, 0, (gssize)n_seen);
	view->n_looked -= n_written;
}

/* The first gap behind a place of what is seen, or there. */
static guint
find_gap(const OqView *view, gsize seen)
{
	guint low = 0, high = view->gaps->len;
	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (gap_at(view, middle)->seen < seen)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static gsize
written_behind(const OqView *view, guint n_gaps, gsize seen)
{
	if (n_gaps == 0)
		return seen;
	const Gap *gap = gap_at(view, n_gaps - 1);
	return gap->written + (seen - gap->seen);
}

gsize
oq_view_start(const OqView *view, gsize seen)
{
	return written_behind(view, find_gap(view, seen + 1), seen);
}

gsize
oq_view_end_of(const OqView *view, gsize seen)
{
	return written_behind(view, find_gap(view, seen), seen);
}
