/* text_stream.c - see the header. */
#include "open/text_stream.h"

#include "document/encodings/encoding.h"
#include "document/sniff.h"
#include "open/text_input.h"

#include <string.h>

enum {
	PIECE_BYTES = 1 << 16,
	ENOUGH_HIGH_BYTES = 256, /* to tell an encoding by */
};

struct _OqTextStream {
	const OqOpenJob *job;
	guint64 offset;
	OqEncoding *encoding;
	gboolean is_begun;
	gboolean is_over;
	char piece[PIECE_BYTES];
	GString *text;
};

static gsize
count_high(const char *bytes, gsize n_bytes)
{
	gsize n = 0;
	for (gsize i = 0; i < n_bytes; i++)
		n += ((guchar)bytes[i] & 0x80) != 0;
	return n;
}

/* Where the piece begins that tells most of the encoding: the first one with enough, else the one
 * that has most. FALSE and OQ_OPEN_ERROR_FAILED. */
static gboolean
find_telling(OqTextStream *stream, guint64 *offset, GError **error)
{
	gsize most = 0;
	*offset = 0;
	for (guint64 at = 0; most < ENOUGH_HIGH_BYTES; at += PIECE_BYTES) {
		gssize n = oq_loader_read(stream->job, at, stream->piece, PIECE_BYTES, error);
		if (n <= 0)
			return n == 0;
		gsize n_high = count_high(stream->piece, (gsize)n);
		if (n_high > most) {
			most = n_high;
			*offset = at;
		}
	}
	return TRUE;
}

static gboolean
judge(OqTextStream *stream, const char *declared, GError **error)
{
	guint64 at;
	gssize n = find_telling(stream, &at, error)
			   ? oq_loader_read(stream->job, at, stream->piece, PIECE_BYTES, error)
			   : -1;
	if (n < 0)
		return FALSE;
	const char *bytes = stream->piece;
	gsize n_bytes = oq_text_input_whole(bytes, (gsize)n);
	for (guint i = at > 0 ? 1 : 4; i < 4 && n_bytes > 0 && ((guchar)*bytes & 0xC0) == 0x80;
		i++) {
		bytes++;
		n_bytes--;
	}
	stream->encoding = oq_text_input_choose(bytes, n_bytes, declared);
	if (stream->encoding == NULL)
		stream->encoding = oq_encoding_new("UTF-8", NULL);
	return TRUE;
}

/* What the user or a BOM says, else what the text itself does. */
static gboolean
find_encoding(OqTextStream *stream, const char *declared, GError **error)
{
	const char *named = stream->job->encoding;
	gsize n_bom = 0;
	gssize n = oq_loader_read(stream->job, 0, stream->piece, 4, error);
	if (n < 0)
		return FALSE;
	if (named == NULL)
		named = oq_sniff_bom(stream->piece, (gsize)n, &n_bom);
	stream->offset = n_bom;
	if (named == NULL)
		return judge(stream, declared, error);
	stream->encoding = oq_encoding_new(named, NULL);
	if (stream->encoding != NULL)
		return TRUE;
	g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_ENCODING, named);
	return FALSE;
}

OqTextStream *
oq_text_stream_new(const OqOpenJob *job, const char *declared, GError **error)
{
	g_autoptr(OqTextStream) stream = g_new0(OqTextStream, 1);
	stream->job = job;
	stream->text = g_string_new(NULL);
	return find_encoding(stream, declared, error) ? g_steal_pointer(&stream) : NULL;
}

void
oq_text_stream_free(OqTextStream *stream)
{
	if (stream == NULL)
		return;
	oq_encoding_free(stream->encoding);
	g_string_free(stream->text, TRUE);
	g_free(stream);
}

/* A piece that is decoded to nothing is not the end. */
static gboolean
read_piece(OqTextStream *stream, GError **error)
{
	gssize n = oq_loader_read(stream->job, stream->offset, stream->piece, PIECE_BYTES, error);
	stream->is_over = n <= 0;
	if (n < 0)
		return FALSE;
	stream->offset += (guint64)n;
	if (n > 0)
		oq_encoding_decode(stream->encoding, stream->piece, (gsize)n, stream->text);
	else
		oq_encoding_finish(stream->encoding, stream->text);
	oq_text_input_drop_nuls(stream->text);
	return TRUE;
}

const char *
oq_text_stream_next(OqTextStream *stream, gsize *n_bytes, GError **error)
{
	g_string_truncate(stream->text, 0);
	while (stream->text->len == 0 && !stream->is_over)
		if (!read_piece(stream, error))
			return NULL;
	if (!stream->is_begun)
		g_string_erase(stream->text, 0,
			(gssize)oq_sniff_utf8_bom(stream->text->str, stream->text->len));
	stream->is_begun = TRUE;
	*n_bytes = stream->text->len;
	return *n_bytes > 0 ? stream->text->str : NULL;
}

guint64
oq_text_stream_offset(const OqTextStream *stream)
{
	return stream->offset;
}
