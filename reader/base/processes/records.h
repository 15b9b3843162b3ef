/* records.h - whole records over a stream socket or a pipe: four bytes of length, then as many. */
#pragma once

#include <glib.h>

/** Of one record; who is told of more takes it for a mistake of the other side. */
#define OQ_RECORDS_MAX_BYTES (256U << 20)

/** A piece of a record's content. */
typedef struct {
	gconstpointer bytes;
	gsize n_bytes;
} OqRecordsPiece;

#define OQ_RECORDS_MAX_PIECES 3

/** A record that has come in part; all zero: none has. */
typedef struct {
	guint32 max_bytes; /* of the content; 0: OQ_RECORDS_MAX_BYTES */
	guint32 n_bytes;   /* of the content, once the head is whole */
	gsize n_taken;     /* of head and content */
	guint8 *content;
} OqRecordsPart;

typedef enum {
	OQ_RECORDS_WHOLE,
	OQ_RECORDS_WAITING, /* there is no more at present */
	OQ_RECORDS_END,     /* the other side has closed it behind a whole record */
	OQ_RECORDS_BROKEN,  /* it has closed it in the middle of one */
	OQ_RECORDS_GARBLED, /* that is no length */
} OqRecordsState;

/** oq_records_append: adds a record to what has to be sent. */
void oq_records_append(GByteArray *stream, gconstpointer content, gsize n_bytes);

/**
 * oq_records_take: reads on until a record is whole, waiting only if the descriptor waits.
 *
 * @part: what has come of it; the same one for the next call
 * @record: (out) (transfer full): set with OQ_RECORDS_WHOLE alone
 */
OqRecordsState oq_records_take(OqRecordsPart *part, int fd, GBytes **record);

void oq_records_clear(OqRecordsPart *part);

/** oq_records_write: waits until all is written; FALSE: there is nobody who would read it. */
gboolean oq_records_write(int fd, gconstpointer content, gsize n_bytes);

/** oq_records_write_pieces: one record of pieces that lie apart, at most OQ_RECORDS_MAX_PIECES. */
gboolean oq_records_write_pieces(int fd, const OqRecordsPiece *pieces, guint n_pieces);

/** oq_records_read: waits for a whole record; (transfer full), NULL: there are no more. */
GBytes *oq_records_read(int fd);
