/* incoming.c - see the header. */
#include "desktop/selection/incoming.h"

void
oq_incoming_init(OqIncoming *incoming, guint32 incr, gsize limit)
{
	*incoming = (OqIncoming){.bytes = g_byte_array_new(), .limit = limit, .incr = incr};
}

void
oq_incoming_clear(OqIncoming *incoming)
{
	g_clear_pointer(&incoming->bytes, g_byte_array_unref);
	*incoming = (OqIncoming){0};
}

GByteArray *
oq_incoming_steal(OqIncoming *incoming)
{
	GByteArray *bytes = g_steal_pointer(&incoming->bytes);

	oq_incoming_clear(incoming);
	return bytes;
}

/* The property that says that others will follow; what it holds is an estimate of the size. */
static OqIncomingNext
begin_parts(OqIncoming *incoming)
{
	if (incoming->is_in_parts || incoming->type != 0)
		return OQ_INCOMING_REFUSED;
	incoming->is_in_parts = TRUE;
	return OQ_INCOMING_WAIT;
}

static gboolean
is_text(const OqIncoming *incoming, const OqIncomingPiece *piece)
{
	return piece->format == 8 && (incoming->type == 0 || incoming->type == piece->type) &&
	       (piece->n_bytes > 0 || piece->n_bytes_after == 0);
}

static OqIncomingNext
end_property(OqIncoming *incoming)
{
	gboolean is_last = incoming->n_read == 0; /* an empty one is the end */

	incoming->n_read = 0;
	return is_last || !incoming->is_in_parts ? OQ_INCOMING_WHOLE : OQ_INCOMING_WAIT;
}

OqIncomingNext
oq_incoming_take(OqIncoming *incoming, const OqIncomingPiece *piece)
{
	if (piece->type == incoming->incr)
		return begin_parts(incoming);
	if (piece->type == 0) /* it is not there yet, or was a late one's */
		return incoming->is_in_parts && incoming->n_read == 0 ? OQ_INCOMING_WAIT
								      : OQ_INCOMING_REFUSED;
	if (!is_text(incoming, piece))
		return OQ_INCOMING_REFUSED;
	gsize room = incoming->limit - incoming->bytes->len;
	g_byte_array_append(incoming->bytes, piece->bytes, MIN(piece->n_bytes, room));
	incoming->type = piece->type;
	incoming->n_read += piece->n_bytes;
	if (piece->n_bytes > room)
		return OQ_INCOMING_WHOLE;
	return piece->n_bytes_after > 0 ? OQ_INCOMING_MORE : end_property(incoming);
}
