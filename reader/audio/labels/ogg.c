/* ogg.c - see the header. */
#include "audio/labels/ogg.h"

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

/* Of a packet: the bytes that it has in a page. */
typedef struct {
	off_t offset;
	gsize n_bytes;
} Piece;

/* What has been found of the second packet so far. */
typedef struct {
	GByteArray *bytes;
	GArray *pieces; /* of Piece */
	guint n_packets;
} Search;

/* A segment of less than 255 bytes ends a packet. Returns whether it was the second one. */
static gboolean
search_page(Search *search, const guint8 *page, off_t offset)
{
	gsize at = (gsize)HEADER_SIZE + page[N_SEGMENTS_AT];
	for (guint i = 0; i < page[N_SEGMENTS_AT]; i++) {
		guint8 n_bytes = page[HEADER_SIZE + i];
		Piece piece = {offset + (off_t)at, n_bytes};
		if (search->n_packets == 1) {
			g_array_append_val(search->pieces, piece);
			g_byte_array_append(search->bytes, page + at, n_bytes);
		}
		at += n_bytes;
		search->n_packets += n_bytes < 255;
		if (search->n_packets == 2)
			return TRUE;
	}
	return FALSE;
}

static gboolean
search_second(Search *search, int fd)
{
	g_autofree guint8 *page = g_malloc(MAX_PAGE);
	for (off_t offset = 0;;) {
		gssize n = pread(fd, page, MAX_PAGE, offset);
		if (n < 0)
			return FALSE;
		gsize size = page_size(page, (gsize)n);
		errno = EIO; /* of what is no page */
		if (size == 0)
			return FALSE;
		if (search_page(search, page, offset))
			return TRUE;
		offset += (off_t)size;
	}
}

static gboolean
put_pieces(const Search *search, int fd)
{
	const guint8 *at = search->bytes->data;
	for (guint i = 0; i < search->pieces->len; i++) {
		const Piece *piece = &g_array_index(search->pieces, Piece, i);
		errno = EIO; /* of a short write */
		if (pwrite(fd, at, piece->n_bytes, piece->offset) != (gssize)piece->n_bytes)
			return FALSE;
		at += piece->n_bytes;
	}
	return TRUE;
}

gboolean
oq_ogg_change_second(int fd, OqOggChange change, gconstpointer data)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
	Search search = {.bytes = bytes, .pieces = pieces};
	if (!search_second(&search, fd))
		return FALSE;
	errno = EIO;
	return change(bytes->data, bytes->len, data) && put_pieces(&search, fd);
}
