/* xml_source.h - the bytes of an XML file or member, decoded where the parser could not. */
#pragma once

#include "document/encoding.h"
#include "open/archive.h"

typedef struct {
	const OqOpenJob *job; /* one of these three; or NULL */
	OqMember *member;     /* owned; or NULL */
	GBytes *bytes;        /* owned; or NULL */
	guint64 offset;       /* so much was read */
	OqEncoding
		*encoding; /* owned (nullable): it is decoded, and is UTF-8 whatever it declares */
	gboolean is_begun;
} OqXmlSource;

void oq_xml_source_clear(OqXmlSource *source);

/** oq_xml_source_read: @piece: what comes next; empty at the end, or after an error. */
gboolean oq_xml_source_read(OqXmlSource *source, GString *piece, GError **error);
