/* chunks.c - see the header. */
#include "audio/labels/chunks.h"

#include <string.h>
#include <sys/stat.h>

#include "base/files/exact.h"

enum {
	NAME_SIZE = 4,
	HEADER_SIZE = 8, /* name and size */
	FIRST_AT = 12,   /* behind the file's own header and kind */
	WHOLE_SIZE_AT = 4,
	RF64_SIZE_AT = 20, /* in the ds64 chunk, which is the first one */
};

void
oq_chunks_init(OqChunks *chunks, gboolean is_big_endian)
{
	chunks->bytes = g_byte_array_new();
	chunks->is_big_endian = is_big_endian;
}

void
oq_chunks_clear(OqChunks *chunks)
{
	g_clear_pointer(&chunks->bytes, g_byte_array_unref);
}

static guint32
order32(const OqChunks *chunks, guint32 number)
{
	return chunks->is_big_endian ? GUINT32_TO_BE(number) : GUINT32_TO_LE(number);
}

static void
add(OqChunks *chunks, const void *bytes, gsize n_bytes)
{
	g_byte_array_append(chunks->bytes, bytes, (guint)n_bytes);
}

static void
fill_up(OqChunks *chunks, guint from, gsize multiple)
{
	while ((chunks->bytes->len - from) % multiple != 0)
		add(chunks, "", 1);
}

guint
oq_chunks_begin(OqChunks *chunks, const char *name)
{
	add(chunks, name, NAME_SIZE);
	oq_chunks_add32(chunks, 0);
	return chunks->bytes->len;
}

void
oq_chunks_end(OqChunks *chunks, guint place)
{
	guint32 size = order32(chunks, chunks->bytes->len - place);
	memcpy(chunks->bytes->data + place - sizeof size, &size, sizeof size);
	fill_up(chunks, place, 2);
}

void
oq_chunks_add16(OqChunks *chunks, guint16 number)
{
	number = chunks->is_big_endian ? GUINT16_TO_BE(number) : GUINT16_TO_LE(number);
	add(chunks, &number, sizeof number);
}

void
oq_chunks_add32(OqChunks *chunks, guint32 number)
{
	number = order32(chunks, number);
	add(chunks, &number, sizeof number);
}

void
oq_chunks_add64(OqChunks *chunks, guint64 number)
{
	number = chunks->is_big_endian ? GUINT64_TO_BE(number) : GUINT64_TO_LE(number);
	add(chunks, &number, sizeof number);
}

void
oq_chunks_add_text(OqChunks *chunks, const char *text)
{
	add(chunks, text, strlen(text));
}

void
oq_chunks_add_field(OqChunks *chunks, const char *text, gsize n_bytes)
{
	guint from = chunks->bytes->len;
	add(chunks, text, MIN(strlen(text), n_bytes));
	while (chunks->bytes->len - from < n_bytes)
		add(chunks, "", 1);
}

void
oq_chunks_add_bytes(OqChunks *chunks, const void *bytes, gsize n_bytes, gsize multiple)
{
	guint from = chunks->bytes->len;
	add(chunks, bytes, n_bytes);
	fill_up(chunks, from, multiple);
}

static gboolean
put_size(const OqChunks *chunks, int fd, gboolean is_rf64, guint64 size)
{
	guint32 narrow = order32(chunks, (guint32)size);
	guint64 wide = GUINT64_TO_LE(size);
	return is_rf64 ? oq_exact_write(fd, &wide, sizeof wide, RF64_SIZE_AT)
		       : oq_exact_write(fd, &narrow, sizeof narrow, WHOLE_SIZE_AT);
}

gboolean
oq_chunks_append(const OqChunks *chunks, int fd)
{
	char name[NAME_SIZE];
	struct stat info;
	if (chunks->bytes->len == 0)
		return TRUE;
	if (!oq_exact_read(fd, name, sizeof name, 0) || fstat(fd, &info) != 0)
		return FALSE;
	guint64 end = (guint64)(info.st_size + info.st_size % 2); /* chunks begin at even places */
	guint64 size = end + chunks->bytes->len - HEADER_SIZE;
	gboolean is_rf64 = memcmp(name, "RF64", sizeof name) == 0;
	if (!is_rf64 && size > G_MAXUINT32)
		return TRUE; /* the sound has taken all the room that there is */
	return oq_exact_write(fd, chunks->bytes->data, chunks->bytes->len, end) &&
	       put_size(chunks, fd, is_rf64, size);
}

gboolean
oq_chunks_replace(int fd, const char *name, const GByteArray *bytes)
{
	for (guint64 at = FIRST_AT;;) {
		guint8 header[HEADER_SIZE];
		guint32 size;
		if (!oq_exact_read(fd, header, sizeof header, at))
			return FALSE;
		memcpy(&size, header + NAME_SIZE, sizeof size);
		size = GUINT32_FROM_LE(size);
		at += HEADER_SIZE;
		if (memcmp(header, name, NAME_SIZE) == 0) {
			g_autofree guint8 *content = g_malloc0(size);
			memcpy(content, bytes->data, MIN(size, bytes->len));
			return oq_exact_write(fd, content, size, at);
		}
		at += (guint64)size + size % 2;
	}
}
