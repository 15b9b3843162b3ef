/* id3.c - see the header. */
#include "audio/files/id3.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	HEADER_SIZE = 10, /* of a tag and of each of its frames */
	VERSION_AT = 3,
	SIZE_AT = 6,       /* in a tag */
	FRAME_SIZE_AT = 4, /* in a frame */
	ENCODING_UTF8 = 3,
	MAX_SIZE = 1 << 20,
	OLD_SIZE = 128, /* of an ID3v1 tag: "TAG" and fields of 30 bytes */
	OLD_TEXT_AT = 3,
	OLD_FIELD_SIZE = 30,
	OLD_N_FIELDS = 3,
};

static gboolean
is_ascii(const guint8 *bytes, gsize n_bytes)
{
	for (gsize i = 0; i < n_bytes; i++)
		if (bytes[i] >= 0x80)
			return FALSE;
	return TRUE;
}

/* Seven bits a byte, as all sizes are in version 4, but only that of the tag in version 3. */
static guint32
get_size(const guint8 *at, guint n_bits)
{
	guint32 size = 0;
	for (guint i = 0; i < 4; i++)
		size = size << n_bits | at[i];
	return size;
}

static void
put_size(guint8 *at, guint32 size)
{
	for (guint i = 0; i < 4; i++)
		at[i] = size >> (21 - 7 * i) & 0x7F;
}

/* Returns the bytes of the frames, without what fills the tag up, or 0 when it is not understood.
 */
static gsize
frames_size(const guint8 *frames, gsize n_bytes)
{
	gsize at = 0;
	while (at + HEADER_SIZE < n_bytes && frames[at] != 0) {
		guint32 size = get_size(frames + at + FRAME_SIZE_AT, 8);
		if (size == 0 || size > n_bytes - at - HEADER_SIZE)
			return 0;
		at += HEADER_SIZE + size;
	}
	return at;
}

static void
convert(guint8 *frames, gsize n_bytes)
{
	for (gsize at = 0; at < n_bytes;) {
		guint32 size = get_size(frames + at + FRAME_SIZE_AT, 8);
		if (frames[at] == 'T')
			frames[at + HEADER_SIZE] = ENCODING_UTF8;
		put_size(frames + at + FRAME_SIZE_AT, size);
		at += HEADER_SIZE + size;
	}
}

static gboolean
put(int fd, const guint8 *bytes, gsize n_bytes, off_t offset)
{
	errno = EIO; /* of a short write */
	return pwrite(fd, bytes, n_bytes, offset) == (gssize)n_bytes;
}

static gboolean
fix_begin(int fd)
{
	guint8 header[HEADER_SIZE] = {0};
	if (pread(fd, header, sizeof header, 0) < 0)
		return FALSE;
	guint32 size = get_size(header + SIZE_AT, 7);
	if (memcmp(header, "ID3\3", VERSION_AT + 1) != 0 || size > MAX_SIZE)
		return TRUE;
	g_autofree guint8 *frames = g_malloc0(size);
	if (pread(fd, frames, size, HEADER_SIZE) < 0)
		return FALSE;
	gsize n_bytes = frames_size(frames, size);
	if (is_ascii(frames, n_bytes))
		return TRUE;
	header[VERSION_AT] = 4;
	convert(frames, n_bytes);
	return put(fd, header, sizeof header, 0) && put(fd, frames, n_bytes, HEADER_SIZE);
}

static gboolean
fix_end(int fd)
{
	struct stat info;
	guint8 tag[OLD_SIZE] = {0};
	if (fstat(fd, &info) != 0)
		return FALSE;
	off_t offset = MAX(info.st_size, OLD_SIZE) - OLD_SIZE;
	if (pread(fd, tag, sizeof tag, offset) < 0)
		return FALSE;
	if (memcmp(tag, "TAG", OLD_TEXT_AT) != 0)
		return TRUE;
	for (guint i = 0; i < OLD_N_FIELDS; i++) {
		guint8 *field = tag + OLD_TEXT_AT + i * OLD_FIELD_SIZE;
		if (!is_ascii(field, OLD_FIELD_SIZE))
			memset(field, 0, OLD_FIELD_SIZE);
	}
	return put(fd, tag, sizeof tag, offset);
}

gboolean
oq_id3_make_utf8(int fd)
{
	return fix_begin(fd) && fix_end(fd);
}
