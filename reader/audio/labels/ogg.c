/* ogg.c - see the header. */
#include "audio/labels/ogg.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "audio/labels/room.h"
#include "base/files/exact.h"

/* RFC 3533, 6: a page is a header of 27 bytes, a table of segment lengths, and the segments. */
enum {
	FLAGS_AT = 5,
	GRANULE_AT = 6,
	GRANULE_SIZE = 8, /* all ones: no packet ends on the page */
	SERIAL_AT = 14,
	NUMBER_AT = 18,
	CHECKSUM_AT = 22,
	N_SEGMENTS_AT = 26,
	HEADER_SIZE = 27,
	MAX_SEGMENTS = 255,
	MAX_PAGE = HEADER_SIZE + MAX_SEGMENTS + MAX_SEGMENTS * 255,
	SERIAL = 1,
	CONTINUED = 1, /* a flag: it begins within a packet */
	MAX_HEADERS = 3,
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
renumber(guint8 *page, gsize size, guint32 number, const guint32 table[static 256])
{
	guint32 serial = GUINT32_TO_LE(SERIAL);
	number = GUINT32_TO_LE(number);
	guint32 checksum = 0;
	memcpy(page + SERIAL_AT, &serial, sizeof serial);
	memcpy(page + NUMBER_AT, &number, sizeof number);
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
	off_t offset = 0;
	for (guint32 number = 0;; number++) {
		gssize n = oq_exact_take(fd, page, MAX_PAGE, (guint64)offset);
		if (n <= 0)
			return n == 0;
		gsize size = page_size(page, (gsize)n);
		errno = EIO; /* of what is no page */
		if (size == 0)
			return FALSE;
		renumber(page, size, number, table);
		if (!oq_exact_write(fd, page, HEADER_SIZE, (guint64)offset))
			return FALSE;
		offset += (off_t)size;
	}
}

/* The packets before the sound: of Vorbis three, of Opus two. They end at the end of a page. */
typedef struct {
	GByteArray *packets[MAX_HEADERS];
	guint n_packets;
	guint n_wanted;
	off_t first_end; /* of the first page, which holds the first packet alone */
	off_t end;
} Headers;

static void
clear_headers(Headers *headers)
{
	for (guint i = 0; i < MAX_HEADERS; i++)
		g_clear_pointer(&headers->packets[i], g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Headers, clear_headers)

/* A segment of less than 255 bytes ends a packet. */
static void
take_page(Headers *headers, const guint8 *page)
{
	const guint8 *at = page + HEADER_SIZE + page[N_SEGMENTS_AT];
	for (guint i = 0; i < page[N_SEGMENTS_AT]; i++) {
		guint8 n_bytes = page[HEADER_SIZE + i];
		if (headers->n_packets < MAX_HEADERS)
			g_byte_array_append(headers->packets[headers->n_packets], at, n_bytes);
		at += n_bytes;
		headers->n_packets += n_bytes < MAX_SEGMENTS;
	}
}

static gboolean
read_headers(Headers *headers, int fd)
{
	g_autofree guint8 *page = g_malloc(MAX_PAGE);
	for (guint i = 0; i < MAX_HEADERS; i++)
		headers->packets[i] = g_byte_array_new();
	while (headers->n_packets == 0 || headers->n_packets < headers->n_wanted) {
		gssize n = oq_exact_take(fd, page, MAX_PAGE, (guint64)headers->end);
		if (n < 0)
			return FALSE;
		gsize size = page_size(page, (gsize)n);
		errno = EIO; /* of what is no page, or none of those packets */
		if (size == 0)
			return FALSE;
		take_page(headers, page);
		headers->end += (off_t)size;
		if (headers->first_end == 0)
			headers->first_end = headers->end;
		const GByteArray *first = headers->packets[0];
		headers->n_wanted = first->len > 0 && first->data[0] == 'O' ? 2 : MAX_HEADERS;
	}
	return headers->n_packets == headers->n_wanted;
}

/* A page of the next segments of a packet, from @done bytes on. Returns how many it took. */
static gsize
add_page(GByteArray *pages, const GByteArray *packet, gsize done)
{
	guint8 header[HEADER_SIZE] = "OggS";
	guint8 sizes[MAX_SEGMENTS];
	gsize left = packet->len - done, n_bytes = 0;
	guint n_segments = 0;
	gboolean is_over = FALSE;
	header[FLAGS_AT] = done > 0 ? CONTINUED : 0;
	while (n_segments < MAX_SEGMENTS && !is_over) {
		sizes[n_segments] = (guint8)MIN(left - n_bytes, MAX_SEGMENTS);
		is_over = sizes[n_segments] < MAX_SEGMENTS;
		n_bytes += sizes[n_segments++];
	}
	header[N_SEGMENTS_AT] = (guint8)n_segments;
	if (!is_over)
		memset(header + GRANULE_AT, 0xFF, GRANULE_SIZE);
	g_byte_array_append(pages, header, sizeof header);
	g_byte_array_append(pages, sizes, n_segments);
	g_byte_array_append(pages, packet->data + done, (guint)n_bytes);
	return is_over ? n_bytes + 1 : n_bytes;
}

/* Each packet behind the first one on pages of its own. */
static GByteArray *
make_pages(const Headers *headers)
{
	GByteArray *pages = g_byte_array_new();
	for (guint i = 1; i < headers->n_packets; i++)
		for (gsize done = 0; done <= headers->packets[i]->len;)
			done += add_page(pages, headers->packets[i], done);
	return pages;
}

gboolean
oq_ogg_change_second(int fd, OqOggChange change, gconstpointer data)
{
	g_auto(Headers) headers = {.end = 0};
	if (!read_headers(&headers, fd))
		return FALSE;
	errno = EIO;
	if (!change(headers.packets[1], data))
		return FALSE;
	g_autoptr(GByteArray) pages = make_pages(&headers);
	gsize n_old = (gsize)(headers.end - headers.first_end);
	errno = EIO;
	return pages->len >= n_old && oq_room_make(fd, (guint64)headers.end, pages->len - n_old) &&
	       oq_exact_write(fd, pages->data, pages->len, (guint64)headers.first_end);
}
