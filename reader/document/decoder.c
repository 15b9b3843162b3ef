/* decoder.c - see the header. */
#include "document/decoder.h"

#include "document/document.h"
#include "document/sniff.h"
#include "text/characters/utf8.h"

#include <glib/gi18n.h>

#define CHUNK OQ_DECODER_CHUNK_BYTES

/* What was learnt of a chunk. Bytes that are not decoded yet, the beginning of a character, count
 * as text here: so the text of sound UTF-8 is as long as the chunk. */
typedef struct {
	gint32 gain;     /* bytes of text more than CHUNK */
	guint32 n_bad;   /* bytes that were replaced */
	guint8 n_before; /* bytes of the chunk before that belong to its first character */
	guint8 known;
} Chunk;

struct _OqDecoder {
	OqSource *source;
	OqEncoding *encoding; /* NULL: UTF-8 */
	OqUtf8 utf8;
	guint64 n_bom;
	guint64 offset;   /* of the source without its BOM: what is decoded next */
	guint64 position; /* of the text: what comes next */
	guint64 begun;    /* position and pending bytes where the chunk began */
	guint64 n_bytes;  /* of the text; 0: its end has not been seen */
	gint64 gain;      /* of all chunks */
	GArray *chunks;   /* of Chunk, from the first one on */
	char *bytes;
	GString *converted;  /* scratch */
	GString *dropped;    /* scratch */
	OqLineCount *lines;  /* nullable */
	gboolean has_turned; /* into what is no text, at offset */
};

OqDecoder *
oq_decoder_new(OqSource *source, OqEncoding *encoding, gsize n_bom)
{
	OqDecoder *decoder = g_new0(OqDecoder, 1);
	decoder->source = source;
	decoder->encoding = encoding;
	decoder->n_bom = n_bom;
	decoder->chunks = g_array_new(FALSE, TRUE, sizeof(Chunk));
	decoder->bytes = g_malloc(CHUNK);
	decoder->converted = g_string_new(NULL);
	decoder->dropped = g_string_new(NULL);
	oq_utf8_init(&decoder->utf8);
	return decoder;
}

void
oq_decoder_free(OqDecoder *decoder)
{
	if (decoder == NULL)
		return;
	oq_source_free(decoder->source);
	oq_encoding_free(decoder->encoding);
	oq_line_count_free(decoder->lines);
	g_array_unref(decoder->chunks);
	g_string_free(decoder->converted, TRUE);
	g_string_free(decoder->dropped, TRUE);
	g_free(decoder->bytes);
	g_free(decoder);
}

OqSource *
oq_decoder_source(OqDecoder *decoder)
{
	return decoder->source;
}

guint64
oq_decoder_position(const OqDecoder *decoder)
{
	return decoder->position;
}

static gsize
n_pending(const OqDecoder *decoder)
{
	return decoder->encoding != NULL ? oq_encoding_n_pending(decoder->encoding)
					 : decoder->utf8.n_pending;
}

static void
decode(OqDecoder *decoder, const char *bytes, gsize n_bytes, GString *out)
{
	if (decoder->encoding == NULL) {
		oq_utf8_feed(&decoder->utf8, bytes, n_bytes, out);
		return;
	}
	g_string_truncate(decoder->converted, 0);
	oq_encoding_decode(decoder->encoding, bytes, n_bytes, decoder->converted);
	oq_utf8_feed(&decoder->utf8, decoder->converted->str, decoder->converted->len, out);
}

static void
finish(OqDecoder *decoder, GString *out)
{
	g_string_truncate(decoder->converted, 0);
	if (decoder->encoding != NULL)
		oq_encoding_finish(decoder->encoding, decoder->converted);
	oq_utf8_feed(&decoder->utf8, decoder->converted->str, decoder->converted->len, out);
	oq_utf8_finish(&decoder->utf8, out);
}

/* The chunk's record; it is made when there is none. */
static Chunk *
chunk_at(OqDecoder *decoder, gsize index)
{
	if (index >= decoder->chunks->len)
		g_array_set_size(decoder->chunks, (guint)index + 1);
	return &g_array_index(decoder->chunks, Chunk, index);
}

static void
count_bad(OqDecoder *decoder)
{
	if (decoder->utf8.n_bad_bytes == 0)
		return;
	Chunk *chunk = chunk_at(decoder, decoder->offset / CHUNK);
	chunk->n_bad = MAX(chunk->n_bad, (guint32)decoder->utf8.n_bad_bytes);
}

/* At the end of a chunk that was decoded as a whole, or of the text. */
static void
close_chunk(OqDecoder *decoder, gsize index)
{
	guint64 end = decoder->position + n_pending(decoder);
	guint64 n_bytes = decoder->offset - (guint64)index * CHUNK;
	Chunk *chunk = chunk_at(decoder, index);
	gint32 gain = (gint32)((gint64)(end - decoder->begun) - (gint64)n_bytes);
	decoder->gain += gain - chunk->gain;
	chunk->gain = gain;
	chunk->known = n_bytes == CHUNK;
	if (!chunk->known)
		return;
	chunk_at(decoder, index + 1)->n_before = (guint8)n_pending(decoder);
	decoder->utf8.n_bad_bytes = 0;
	decoder->begun = end;
}

/* How many bytes are text still: of UTF-8 alone, others may hold any byte; the first block was
 * judged when the text was opened, and a text without a name was given as one. */
static gssize
text_bytes(OqDecoder *decoder, gssize n_read)
{
	gboolean judged = decoder->encoding == NULL && oq_source_name(decoder->source)[0] != '\0';
	for (gssize at = 0; judged && at < n_read; at += OQ_SNIFF_BLOCK) {
		gsize n = (gsize)MIN(OQ_SNIFF_BLOCK, n_read - at);
		decoder->has_turned = decoder->offset + (guint64)at >= OQ_SNIFF_BLOCK &&
				      oq_sniff_has_turned(decoder->bytes + at, n);
		if (decoder->has_turned)
			return at;
	}
	return n_read;
}

static gboolean
set_turned(const OqDecoder *decoder, GError **error)
{
	g_autofree char *where = g_strdup_printf("%" G_GUINT64_FORMAT, decoder->offset);
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT,
		_("%s is no text from about byte %s on: save its text as a file of its own"),
		oq_source_name(decoder->source), where);
	return FALSE;
}

gboolean
oq_decoder_read(OqDecoder *decoder, GString *out, GError **error)
{
	gsize index = (gsize)(decoder->offset / CHUNK), before = out->len;
	gsize room = CHUNK - decoder->offset % CHUNK;
	if (decoder->has_turned)
		return set_turned(decoder, error);
	gssize n_read = oq_source_read(decoder->source, decoder->bytes, room, error);
	if (n_read < 0)
		return FALSE;
	n_read = text_bytes(decoder, n_read);
	if (n_read == 0 && decoder->has_turned)
		return set_turned(decoder, error);
	if (n_read > 0)
		decode(decoder, decoder->bytes, (gsize)n_read, out);
	else
		finish(decoder, out);
	if (decoder->lines != NULL)
		oq_line_count_feed(
			decoder->lines, decoder->position, out->str + before, out->len - before);
	decoder->position += out->len - before;
	count_bad(decoder);
	decoder->offset += (guint64)n_read;
	if (n_read == 0)
		decoder->n_bytes = decoder->position;
	if (n_read == 0 || (gsize)n_read == room)
		close_chunk(decoder, index);
	return n_read > 0;
}

/* Where the text of a chunk begins, as far as is known. */
static guint64
chunk_start(const OqDecoder *decoder, gsize index)
{
	gint64 start = (gint64)(index * CHUNK);
	for (gsize i = 0; i < MIN(index, decoder->chunks->len); i++)
		start += g_array_index(decoder->chunks, Chunk, i).gain;
	return (guint64)start;
}

/* Decoding can begin with no chunk behind this one. */
static gsize
last_chunk(const OqDecoder *decoder)
{
	gsize n_known = 0;
	if (decoder->encoding != NULL && !oq_encoding_is_stateless(decoder->encoding))
		return 0;
	if (decoder->encoding == NULL && oq_source_is_seekable(decoder->source)) {
		guint64 size = oq_source_size(decoder->source);
		return size > decoder->n_bom ? (size - decoder->n_bom - 1) / CHUNK : 0;
	}
	while (n_known < decoder->chunks->len &&
		g_array_index(decoder->chunks, Chunk, n_known).known)
		n_known++; /* and the one behind them, which nobody has decoded to its end */
	return n_known;
}

static gsize
find_chunk(const OqDecoder *decoder, guint64 position)
{
	gsize last = last_chunk(decoder), found = 0;
	gint64 start = 0;
	for (gsize i = 1; i <= last; i++) {
		start += CHUNK;
		if (i <= decoder->chunks->len)
			start += g_array_index(decoder->chunks, Chunk, i - 1).gain;
		if ((guint64)start > position)
			break;
		found = i;
	}
	return found;
}

/* What has to be known of the chunk before; no beginning of a character of UTF-8 is longer. */
static gsize
bytes_before(OqDecoder *decoder, gsize index)
{
	enum { LONGEST_BEGINNING = 3 };
	if (index == 0)
		return 0;
	return decoder->encoding != NULL ? chunk_at(decoder, index)->n_before : LONGEST_BEGINNING;
}

/* Reads up to the chunk, so that what is pending there is known. */
static gboolean
prepare(OqDecoder *decoder, gsize n_bytes, GError **error)
{
	while (n_bytes > 0) {
		gssize n_read = oq_source_read(decoder->source, decoder->bytes, n_bytes, error);
		if (n_read <= 0)
			return n_read == 0;
		decode(decoder, decoder->bytes, (gsize)n_read, decoder->dropped);
		n_bytes -= (gsize)n_read;
	}
	return TRUE;
}

gboolean
oq_decoder_seek(OqDecoder *decoder, guint64 position, GError **error)
{
	gsize index = find_chunk(decoder, position), n_before = bytes_before(decoder, index);
	guint64 offset = (guint64)index * CHUNK;
	if (!oq_source_seek(decoder->source, decoder->n_bom + offset - n_before, error))
		return FALSE;
	oq_utf8_init(&decoder->utf8);
	decoder->utf8.begun = index > 0;
	decoder->has_turned = FALSE;
	if (decoder->encoding != NULL)
		oq_encoding_reset(decoder->encoding);
	gboolean ready = prepare(decoder, n_before, error);
	g_string_truncate(decoder->dropped, 0);
	decoder->utf8.n_bad_bytes = 0;
	decoder->offset = offset;
	decoder->begun = chunk_start(decoder, index);
	decoder->position = decoder->begun - n_pending(decoder);
	return ready;
}

OqLineCount *
oq_decoder_count_lines(OqDecoder *decoder)
{
	if (decoder->lines == NULL)
		decoder->lines = oq_line_count_new();
	return decoder->lines;
}

guint64
oq_decoder_n_bytes(const OqDecoder *decoder)
{
	guint64 size = oq_source_size(decoder->source);
	if (decoder->encoding != NULL || size <= decoder->n_bom)
		return decoder->n_bytes;
	return (guint64)((gint64)(size - decoder->n_bom) + decoder->gain);
}

guint64
oq_decoder_guess_bytes(const OqDecoder *decoder)
{
	guint64 n_bytes = oq_decoder_n_bytes(decoder), size = oq_source_size(decoder->source);
	if (n_bytes > 0 || size <= decoder->n_bom)
		return n_bytes;
	size -= decoder->n_bom;
	if (decoder->offset == 0)
		return size;
	return (guint64)((gdouble)size * (gdouble)decoder->position / (gdouble)decoder->offset);
}

GArray *
oq_decoder_learnt(OqDecoder *decoder)
{
	return g_array_ref(decoder->chunks);
}

void
oq_decoder_learn(OqDecoder *decoder, GArray *learnt)
{
	g_array_unref(decoder->chunks);
	decoder->chunks = g_array_ref(learnt);
	decoder->gain = 0;
	for (guint i = 0; i < learnt->len; i++)
		decoder->gain += g_array_index(learnt, Chunk, i).gain;
}

guint64
oq_decoder_n_bad_bytes(const OqDecoder *decoder)
{
	guint64 n_bad = 0;
	for (guint i = 0; i < decoder->chunks->len; i++)
		n_bad += g_array_index(decoder->chunks, Chunk, i).n_bad;
	return n_bad;
}
