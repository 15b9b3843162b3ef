/* ogg.c - see the header. */
#include "audio/files/ogg.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* RFC 3533, 6: a page is a header of 27 bytes, a table of segment lengths, and the segments. */
enum {
	SERIAL_AT = 14,
	CHECKSUM_AT = 22,
	N_SEGMENTS_AT = 26,
	HEADER_SIZE = 27,
	MAX_SEGMENTS = 255,
	MAX_PAGE = HEADER_SIZE + MAX_SEGMENTS + MAX_SEGMENTS * 255,
	SERIAL = 1,
};

static const guint32 polynomial = 0x04c11db7;

static void
fill_checksums(guint32 table[static 256])
{
	for (guint32 byte = 0; byte < 256; byte++) {
		table[byte] = byte << 24;
		for (guint bit = 0; bit < 8; bit++)
			table[byte] =
				(table[byte] << 1) ^ (table[byte] & 0x80000000 ? polynomial : 0);
	}
}

/* The size of the page that begins here, or 0 when it is not a whole page. */
static gsize
page_size(const guint8 *bytes, gsize n_bytes)
{
	if (n_bytes < HEADER_SIZE || memcmp(bytes, "OggS", 4) != 0)
		return 0;
	gsize size = (gsize)HEADER_SIZE + bytes[N_SEGMENTS_AT];
	if (n_bytes < size)
		return 0;
	for (guint i = 0; i < bytes[N_SEGMENTS_AT]; i++)
		size += bytes[HEADER_SIZE + i];
	return size <= n_bytes ? size : 0;
}

/* The checksum covers the page with zero in the checksum's own place. */
static void
renumber(guint8 *page, gsize size, const guint32 table[static 256])
{
	guint32 serial = GUINT32_TO_LE(SERIAL);
	guint32 checksum = 0;
	memcpy(page + SERIAL_AT, &serial, sizeof serial);
	memset(page + CHECKSUM_AT, 0, sizeof checksum);
	for (gsize i = 0; i < size; i++)
		checksum = (checksum << 8) ^ table[(checksum >> 24) ^ page[i]];
	checksum = GUINT32_TO_LE(checksum);
	memcpy(page + CHECKSUM_AT, &checksum, sizeof checksum);
}

gboolean
oq_ogg_fix_serial(int fd)
{
	guint32 table[256];
	g_autofree guint8 *page = g_malloc(MAX_PAGE);
	fill_checksums(table);
	for (off_t offset = 0;;) {
		gssize n = pread(fd, page, MAX_PAGE, offset);
		if (n <= 0)
			return n == 0;
		gsize size = page_size(page, (gsize)n);
		errno = EIO; /* of what is no page, and of a short write */
		if (size == 0)
			return FALSE;
		renumber(page, size, table);
		if (pwrite(fd, page, HEADER_SIZE, offset) != HEADER_SIZE)
			return FALSE;
		offset += (off_t)size;
	}
}
