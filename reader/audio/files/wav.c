/* wav.c - see the header. */
#include "audio/files/wav.h"

#include <errno.h>
#include <string.h>

#include "base/files/exact.h"

enum {
	CHUNK_HEADER = 8, /* name and size */
	FIRST_AT = 12,    /* behind RIFF, size and WAVE */
	PLAIN_SIZE = 16,  /* of the fmt chunk of PCM */
	MAX_HEAD = 16 << 20,
	FORMAT_PCM = 1,
	FORMAT_EXTENSIBLE = 0xFFFE,
};

static void
put16(guint8 *at, guint16 value)
{
	value = GUINT16_TO_LE(value);
	memcpy(at, &value, sizeof value);
}

static void
put32(guint8 *at, guint32 value)
{
	value = GUINT32_TO_LE(value);
	memcpy(at, &value, sizeof value);
}

static guint32
get32(const guint8 *at)
{
	guint32 value;
	memcpy(&value, at, sizeof value);
	return GUINT32_FROM_LE(value);
}

void
oq_wav_stream_header(
	guint8 header[static OQ_WAV_HEADER_SIZE], guint rate_hz, guint n_channels, guint n_bits)
{
	guint n_frame_bytes = n_channels * n_bits / 8;
	memcpy(header, "RIFF....WAVEfmt ", 16);
	put32(header + 4, G_MAXUINT32);
	put32(header + 16, PLAIN_SIZE);
	put16(header + 20, FORMAT_PCM);
	put16(header + 22, (guint16)n_channels);
	put32(header + 24, rate_hz);
	put32(header + 28, rate_hz * n_frame_bytes);
	put16(header + 32, (guint16)n_frame_bytes);
	put16(header + 34, (guint16)n_bits);
	memcpy(header + 36, "data", 4);
	put32(header + 40, G_MAXUINT32);
}

/* What stands before the sound, as it is to stand there. */
typedef struct {
	guint8 format[CHUNK_HEADER + PLAIN_SIZE];
	GByteArray *others; /* chunks, in their order */
	gboolean is_extensible;
} Head;

static gboolean
take_format(Head *head, int fd, guint64 offset)
{
	guint8 *format = head->format;
	if (!oq_exact_read(fd, format, sizeof head->format, offset))
		return FALSE;
	head->is_extensible = format[CHUNK_HEADER] == (FORMAT_EXTENSIBLE & 0xFF) &&
			      format[CHUNK_HEADER + 1] == FORMAT_EXTENSIBLE >> 8;
	put32(format + 4, PLAIN_SIZE);
	put16(format + CHUNK_HEADER, FORMAT_PCM);
	return TRUE;
}

static gboolean
take_other(Head *head, int fd, guint64 offset, gsize n_bytes)
{
	guint at = head->others->len;
	if (n_bytes > MAX_HEAD - at) {
		errno = EFBIG;
		return FALSE;
	}
	g_byte_array_set_size(head->others, at + (guint)n_bytes);
	return oq_exact_read(fd, head->others->data + at, n_bytes, offset);
}

/* Of PCM nobody needs the fact chunk. */
static gboolean
is_needless(const guint8 *chunk)
{
	return memcmp(chunk, "JUNK", 4) == 0 || memcmp(chunk, "fact", 4) == 0;
}

/* Returns the place of the data chunk, or 0 and errno. */
static guint64
read_head(Head *head, int fd)
{
	for (guint64 offset = FIRST_AT;;) {
		guint8 chunk[CHUNK_HEADER];
		if (!oq_exact_read(fd, chunk, sizeof chunk, offset))
			return 0;
		if (memcmp(chunk, "data", 4) == 0)
			return offset;
		guint64 size = get32(chunk + 4);
		guint64 n_bytes = CHUNK_HEADER + size + (size & 1);
		gboolean is_format = memcmp(chunk, "fmt ", 4) == 0;
		if (is_format && !take_format(head, fd, offset))
			return 0;
		if (!is_format && !is_needless(chunk) && !take_other(head, fd, offset, n_bytes))
			return 0;
		offset += n_bytes;
	}
}

/* fmt, room, and all that is left. */
static gboolean
write_head(const Head *head, int fd, guint64 data_at)
{
	gsize n_used = sizeof head->format + head->others->len;
	gsize n_bytes = (gsize)data_at - FIRST_AT;
	g_autofree guint8 *bytes = g_malloc0(n_bytes);
	if (n_bytes < n_used + CHUNK_HEADER)
		return TRUE;
	gsize n_room = n_bytes - n_used;
	guint8 *room = bytes + sizeof head->format;
	memcpy(bytes, head->format, sizeof head->format);
	memcpy(room, "JUNK", 4);
	put32(room + 4, (guint32)(n_room - CHUNK_HEADER));
	if (head->others->len > 0)
		memcpy(room + n_room, head->others->data, head->others->len);
	return oq_exact_write(fd, bytes, n_bytes, FIRST_AT);
}

gboolean
oq_wav_make_plain(int fd)
{
	guint8 start[FIRST_AT];
	if (!oq_exact_read(fd, start, sizeof start, 0))
		return FALSE;
	if (memcmp(start, "RIFF", 4) != 0)
		return TRUE;
	g_autoptr(GByteArray) others = g_byte_array_new();
	Head head = {.others = others};
	guint64 data_at = read_head(&head, fd);
	return data_at != 0 && (!head.is_extensible || write_head(&head, fd, data_at));
}

gboolean
oq_wav_set_sizes(int fd, guint64 at, guint64 n_bytes)
{
	guint8 size[4];
	guint64 whole = OQ_WAV_HEADER_SIZE - 8 + n_bytes + (n_bytes & 1);
	if (whole > G_MAXUINT32)
		return TRUE;
	put32(size, (guint32)n_bytes);
	if (!oq_exact_write(fd, size, sizeof size, at + OQ_WAV_HEADER_SIZE - 4))
		return FALSE;
	put32(size, (guint32)whole);
	return oq_exact_write(fd, size, sizeof size, at + 4);
}
