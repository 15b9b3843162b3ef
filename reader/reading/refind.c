/* refind.c - see the header. */
#include "reading/refind.h"

#include "reading/places/tracing.h"

enum { BUFFER_BYTES = 1 << 16 };

/** The part of a document that is looked through. */
typedef struct {
	guint64 low;
	guint64 high;
	guint64 *n_left;
	char *buffer;
} Range;

/* FALSE: enough, the end, or with @error. */
static gboolean
look_in_block(OqDocument *document, OqTracing *tracing, const Range *range, GError **error)
{
	OqBlock block;
	gssize n_bytes;
	if (!oq_document_next(document, &block, error) || block.start > range->high)
		return FALSE;
	for (guint64 at = block.start;
		(n_bytes = oq_document_read(document, range->buffer, BUFFER_BYTES, error)) > 0;
		at += (guint64)n_bytes) {
		oq_tracing_feed(tracing, at, range->buffer, (gsize)n_bytes);
		*range->n_left -= MIN(*range->n_left, (guint64)n_bytes);
		if (*range->n_left == 0 || at > range->high || oq_tracing_is_sure(tracing))
			return FALSE;
	}
	return n_bytes == 0;
}

static gboolean
look(OqDocument *document, OqTracing *tracing, const Range *range, GError **error)
{
	g_autoptr(GError) failure = NULL;
	gboolean goes_on = oq_document_seek(document, range->low, &failure);
	while (goes_on)
		goes_on = look_in_block(document, tracing, range, &failure);
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

/* Within the file that holds @near; @radius: 0: all. */
static Range
range_around(guint64 near, guint64 radius, guint64 *n_left, char *buffer)
{
	guint64 byte = oq_document_byte_of(near);
	if (radius == 0)
		return (Range){0, G_MAXUINT64, n_left, buffer};
	return (Range){near - MIN(byte, radius), near + radius, n_left, buffer};
}

/* What stands where it stood is the place, though the other side has changed. */
static gboolean
is_enough(OqTraced traced, guint64 radius, guint64 place, guint64 near)
{
	if (radius == 0)
		return traced < OQ_TRACED_NOTHING;
	return traced == OQ_TRACED_WHOLE || (traced == OQ_TRACED_SIDE && place == near);
}

gboolean
oq_refind_place(OqDocument *document, const OqTrace *trace, guint64 near, guint64 *n_left,
	guint64 *place, GError **error)
{
	static const guint64 radiuses[] = {8 << 10, 1 << 20, 0};
	g_autofree char *buffer = g_malloc(BUFFER_BYTES);
	gboolean is_found = FALSE, is_read = TRUE;
	oq_document_set_hasty(document, TRUE);
	for (gsize i = 0; i < G_N_ELEMENTS(radiuses) && is_read && !is_found; i++) {
		const Range range = range_around(near, radiuses[i], n_left, buffer);
		g_autoptr(OqTracing) tracing = oq_tracing_new(trace, near);
		is_read = look(document, tracing, &range, error);
		OqTraced traced = is_read ? oq_tracing_end(tracing, place) : OQ_TRACED_NOTHING;
		is_found = is_enough(traced, radiuses[i], *place, near);
	}
	oq_document_set_hasty(document, FALSE);
	return is_found;
}
