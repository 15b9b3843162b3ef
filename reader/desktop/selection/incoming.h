/* incoming.h - a selection of X11 as it comes: in one property, or in one after the other (INCR),
 * each read in pieces. Pure; nothing that an owner may send is trusted. */
#pragma once

#include <glib.h>

/** What the server says of a property of which a piece was read. */
typedef struct {
	guint32 type;  /* an atom; 0: there is no such property */
	guint8 format; /* bits in a unit */
	guint32 n_bytes_after;
	const guint8 *bytes;
	gsize n_bytes;
} OqIncomingPiece;

typedef enum {
	OQ_INCOMING_MORE,    /* read on in this property */
	OQ_INCOMING_WAIT,    /* for the next property */
	OQ_INCOMING_WHOLE,   /* all is there, or as much as is taken */
	OQ_INCOMING_REFUSED, /* it is no text, or makes no sense */
} OqIncomingNext;

typedef struct {
	GByteArray *bytes;
	gsize limit;
	guint32 incr;   /* the atom INCR */
	guint32 type;   /* of what came; 0: nothing yet */
	guint32 n_read; /* bytes of this property */
	gboolean is_in_parts;
} OqIncoming;

/** oq_incoming_init: @limit: bytes; what comes beyond is left out. */
void oq_incoming_init(OqIncoming *incoming, guint32 incr, gsize limit);

/** oq_incoming_clear: an @incoming of zeros may be cleared, too. */
void oq_incoming_clear(OqIncoming *incoming);

OqIncomingNext oq_incoming_take(OqIncoming *incoming, const OqIncomingPiece *piece);

/** oq_incoming_steal: (transfer full): what came; @incoming is then as if cleared. */
GByteArray *oq_incoming_steal(OqIncoming *incoming);
