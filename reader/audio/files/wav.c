/* wav.c - see the header. */
#include "audio/files/wav.h"

#include <string.h>

#include "base/files/exact.h"

enum {
	CHUNK_HEADER = 8, /* name and size */
	PLAIN_SIZE = 16,  /* of the fmt chunk of PCM */
	EXTENSIBLE_SIZE = 40,
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

/* The 24 bytes that plain PCM does not need become a chunk of their own, which readers skip. */
static gboolean
shrink_format(int fd, guint64 offset)
{
	guint8 chunk[CHUNK_HEADER + EXTENSIBLE_SIZE];
	if (!oq_exact_read(fd, chunk, sizeof chunk, offset))
		return FALSE;
	put32(chunk + 4, PLAIN_SIZE);
	put16(chunk + CHUNK_HEADER, FORMAT_PCM);
	guint8 *rest = chunk + CHUNK_HEADER + PLAIN_SIZE;
	memset(rest, 0, EXTENSIBLE_SIZE - PLAIN_SIZE);
	memcpy(rest, "JUNK", 4);
	put32(rest + 4, EXTENSIBLE_SIZE - PLAIN_SIZE - CHUNK_HEADER);
	return oq_exact_write(fd, chunk, sizeof chunk, offset);
}

gboolean
oq_wav_make_plain(int fd)
{
	guint8 head[12];
	if (!oq_exact_read(fd, head, sizeof head, 0))
		return FALSE;
	if (memcmp(head, "RIFF", 4) != 0)
		return TRUE;
	for (guint64 offset = sizeof head;;) {
		guint8 chunk[CHUNK_HEADER + 2];
		if (!oq_exact_read(fd, chunk, sizeof chunk, offset))
			return FALSE;
		gboolean is_extensible = chunk[CHUNK_HEADER] == (FORMAT_EXTENSIBLE & 0xFF) &&
					 chunk[CHUNK_HEADER + 1] == FORMAT_EXTENSIBLE >> 8;
		if (memcmp(chunk, "fmt ", 4) == 0)
			return !is_extensible || get32(chunk + 4) != EXTENSIBLE_SIZE ||
			       shrink_format(fd, offset);
		offset += CHUNK_HEADER + get32(chunk + 4);
	}
}
