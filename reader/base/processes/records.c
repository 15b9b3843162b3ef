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

/* Moves on by what was written. */
static void
skip(struct iovec *pieces, gsize n_bytes)
{
	for (guint i = 0; i < 2; i++) {
		gsize n = MIN(n_bytes, pieces[i].iov_len);
		pieces[i].iov_base = (guint8 *)pieces[i].iov_base + n;
		pieces[i].iov_len -= n;
		n_bytes -= n;
	}
}

gboolean
oq_records_write(int fd, gconstpointer content, gsize n_bytes)
{
	g_return_val_if_fail(n_bytes <= OQ_RECORDS_MAX_BYTES, FALSE);
	guint32 head = (guint32)n_bytes;
	union { /* writev() changes nothing, but its type does not say so */
		gconstpointer from;
		gpointer to;
	} place = {.from = n_bytes > 0 ? content : &head};
	struct iovec pieces[2] = {{&head, HEAD_BYTES}, {place.to, n_bytes}};
	while (pieces[0].iov_len + pieces[1].iov_len > 0) {
		gssize n = writev(fd, pieces, G_N_ELEMENTS(pieces));
		if (n < 0 && errno != EINTR)
			return FALSE;
		if (n > 0)
			skip(pieces, (gsize)n);
	}
	return TRUE;
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
