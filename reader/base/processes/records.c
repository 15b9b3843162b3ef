/* records.c - see the header. */
#include "base/processes/records.h"

#include <errno.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define HEAD_BYTES sizeof(guint32)

void
oq_records_append(GByteArray *stream, gconstpointer content, gsize n_bytes)
{
	g_return_if_fail(n_bytes <= OQ_RECORDS_MAX_BYTES);
	guint32 head = (guint32)n_bytes;
	g_byte_array_append(stream, (const guint8 *)&head, HEAD_BYTES);
	if (n_bytes > 0)
		g_byte_array_append(stream, content, (guint)n_bytes);
}

static gssize
read_some(int fd, guint8 *to, gsize n_bytes)
{
	gssize n;
	do {
		n = read(fd, to, n_bytes);
	} while (n < 0 && errno == EINTR);
	return n;
}

/* One read; OQ_RECORDS_WHOLE: something came. */
static OqRecordsState
take_some(OqRecordsPart *part, int fd)
{
	gboolean in_head = part->n_taken < HEAD_BYTES;
	guint8 *to = in_head ? (guint8 *)&part->n_bytes + part->n_taken
			     : part->content + (part->n_taken - HEAD_BYTES);
	gsize n_wanted = (in_head ? HEAD_BYTES : HEAD_BYTES + part->n_bytes) - part->n_taken;
	gssize n = read_some(fd, to, n_wanted);
	if (n < 0 && errno == EAGAIN)
		return OQ_RECORDS_WAITING;
	if (n <= 0)
		return part->n_taken == 0 ? OQ_RECORDS_END : OQ_RECORDS_BROKEN;
	part->n_taken += (gsize)n;
	return OQ_RECORDS_WHOLE;
}

OqRecordsState
oq_records_take(OqRecordsPart *part, int fd, GBytes **record)
{
	while (part->content == NULL || part->n_taken < HEAD_BYTES + part->n_bytes) {
		OqRecordsState state = take_some(part, fd);
		if (state != OQ_RECORDS_WHOLE)
			return state;
		if (part->n_taken != HEAD_BYTES || part->content != NULL)
			continue;
		if (part->n_bytes > (part->max_bytes > 0 ? part->max_bytes : OQ_RECORDS_MAX_BYTES))
			return OQ_RECORDS_GARBLED;
		part->content = g_malloc(MAX(part->n_bytes, 1));
	}
	*record = g_bytes_new_take(g_steal_pointer(&part->content), part->n_bytes);
	oq_records_clear(part);
	return OQ_RECORDS_WHOLE;
}

void
oq_records_clear(OqRecordsPart *part)
{
	g_free(part->content);
	*part = (OqRecordsPart){.max_bytes = part->max_bytes};
}

/* Moves on by what was written. Returns: whether anything is left. */
static gboolean
skip(struct iovec *parts, guint n_parts, gsize n_bytes)
{
	gsize n_left = 0;
	for (guint i = 0; i < n_parts; i++) {
		gsize n = MIN(n_bytes, parts[i].iov_len);
		parts[i].iov_base = (guint8 *)parts[i].iov_base + n;
		parts[i].iov_len -= n;
		n_bytes -= n;
		n_left += parts[i].iov_len;
	}
	return n_left > 0;
}

static struct iovec
part_of(gconstpointer bytes, gsize n_bytes)
{
	union { /* writev() changes nothing, but its type does not say so */
		gconstpointer from;
		gpointer to;
	} place = {.from = bytes};
	return (struct iovec){place.to, n_bytes};
}

gboolean
oq_records_write_pieces(int fd, const OqRecordsPiece *pieces, guint n_pieces)
{
	struct iovec parts[1 + OQ_RECORDS_MAX_PIECES];
	gsize n_bytes = 0;
	g_return_val_if_fail(n_pieces <= OQ_RECORDS_MAX_PIECES, FALSE);
	for (guint i = 0; i < n_pieces; i++) {
		parts[1 + i] = part_of(pieces[i].bytes, pieces[i].n_bytes);
		n_bytes += pieces[i].n_bytes;
	}
	g_return_val_if_fail(n_bytes <= OQ_RECORDS_MAX_BYTES, FALSE);
	guint32 head = (guint32)n_bytes;
	parts[0] = part_of(&head, HEAD_BYTES);
	gsize n_written = 0;
	while (skip(parts, 1 + n_pieces, n_written)) {
		gssize n = writev(fd, parts, (int)(1 + n_pieces));
		if (n < 0 && errno != EINTR)
			return FALSE;
		n_written = n > 0 ? (gsize)n : 0;
	}
	return TRUE;
}

gboolean
oq_records_write(int fd, gconstpointer content, gsize n_bytes)
{
	return oq_records_write_pieces(fd, &(OqRecordsPiece){content, n_bytes}, 1);
}

GBytes *
oq_records_read(int fd)
{
	OqRecordsPart part = {0};
	GBytes *record = NULL;
	if (oq_records_take(&part, fd, &record) != OQ_RECORDS_WHOLE)
		oq_records_clear(&part);
	return record;
}
