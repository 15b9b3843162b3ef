/* comments.c - see the header. */
#include "audio/labels/comments.h"

#include <errno.h>
#include <string.h>

#include "audio/labels/ogg.h"
#include "audio/labels/room.h"
#include "base/files/exact.h"

enum {
	NUMBER_SIZE = 4,
	FLAC_FIRST_AT = 4, /* the first block's header */
	FLAC_HEADER_SIZE = 4,
	FLAC_COMMENTS = 4, /* the kind of block */
	FLAC_LAST = 0x80,
	FLAC_MAX_SIZE = 0xFFFFFF,
};

static void
append32(GByteArray *bytes, guint32 number)
{
	number = GUINT32_TO_LE(number);
	g_byte_array_append(bytes, (const guint8 *)&number, sizeof number);
}

static void
add(OqComments *comments, const char *name, const char *text)
{
	if (text == NULL)
		return;
	g_autofree char *comment = g_strconcat(name, "=", text, NULL);
	if (comments->bytes->len + NUMBER_SIZE + strlen(comment) > comments->max_bytes) {
		comments->is_full = TRUE;
		return;
	}
	append32(comments->bytes, (guint32)strlen(comment));
	g_byte_array_append(comments->bytes, (const guint8 *)comment, (guint)strlen(comment));
	comments->n_comments++;
}

static void
add_chapter(OqComments *comments, const OqChapter *chapter, guint number, guint rate_hz)
{
	guint64 milliseconds = chapter->frame * 1000 / rate_hz;
	g_autofree char *name = g_strdup_printf("CHAPTER%03u", number);
	g_autofree char *name_of_title = g_strconcat(name, "NAME", NULL);
	g_autofree char *start = g_strdup_printf("%02u:%02u:%02u.%03u",
		(guint)(milliseconds / 3600000), (guint)(milliseconds / 60000 % 60),
		(guint)(milliseconds / 1000 % 60), (guint)(milliseconds % 1000));
	add(comments, name, start);
	add(comments, name_of_title, chapter->title);
}

static void
add_chapters(OqComments *comments, const OqTags *tags, guint rate_hz)
{
	OqComments before = *comments;
	guint n_bytes = comments->bytes->len;
	comments->is_full = FALSE;
	for (guint i = 0; i < oq_tags_n_chapters(tags) && !comments->is_full; i++)
		add_chapter(comments, oq_tags_chapter(tags, i), i + 1, rate_hz);
	if (!comments->is_full)
		return;
	g_byte_array_set_size(comments->bytes, n_bytes);
	comments->n_comments = before.n_comments;
}

void
oq_comments_init(OqComments *comments, const OqTags *tags, guint rate_hz, gsize max_bytes)
{
	*comments = (OqComments){.bytes = g_byte_array_new(), .max_bytes = max_bytes};
	add(comments, "ENCODED-BY", "Oqyrman");
	add(comments, "TITLE", tags->title);
	add(comments, "ARTIST", tags->author);
	add(comments, "ALBUM", tags->album);
	add(comments, "DATE", tags->date);
	add(comments, "GENRE", tags->category);
	add(comments, "COPYRIGHT", tags->copyright);
	add(comments, "ORGANIZATION", tags->originator);
	add(comments, "LANGUAGE", tags->language);
	add(comments, "COMMENT", tags->comment);
	add_chapters(comments, tags, rate_hz);
}

void
oq_comments_clear(OqComments *comments)
{
	g_clear_pointer(&comments->bytes, g_byte_array_unref);
}

/* Returns what stands @at, or G_MAXUINT32 when that is not within the list. */
static guint32
get32(const GByteArray *list, gsize at)
{
	guint32 number;
	if (list->len < sizeof number || at > list->len - sizeof number)
		return G_MAXUINT32;
	memcpy(&number, list->data + at, sizeof number);
	return GUINT32_FROM_LE(number);
}

/* What is behind @at moves on. */
static void
insert(GByteArray *bytes, gsize at, const GByteArray *inserted)
{
	guint n_behind = bytes->len - (guint)at;
	g_byte_array_set_size(bytes, bytes->len + inserted->len);
	memmove(bytes->data + at + inserted->len, bytes->data + at, n_behind);
	memcpy(bytes->data + at, inserted->data, inserted->len);
}

gboolean
oq_comments_insert(const OqComments *comments, GByteArray *bytes, guint from)
{
	gsize n_at = from + NUMBER_SIZE + (gsize)get32(bytes, from);
	guint32 n_comments = get32(bytes, n_at);
	gsize at = n_at + NUMBER_SIZE;
	for (guint32 i = 0; i < n_comments && at <= bytes->len; i++)
		at += NUMBER_SIZE + (gsize)get32(bytes, at);
	if (at > bytes->len)
		return FALSE;
	guint32 n = GUINT32_TO_LE(n_comments + comments->n_comments);
	memcpy(bytes->data + n_at, &n, sizeof n);
	insert(bytes, at, comments->bytes);
	return TRUE;
}

/* The block, from its header on, of so many bytes without it. */
static gboolean
change_block(const OqComments *comments, int fd, gsize n_bytes, guint64 offset)
{
	g_autoptr(GByteArray) block = g_byte_array_new();
	g_byte_array_set_size(block, FLAC_HEADER_SIZE + (guint)n_bytes);
	if (!oq_exact_read(fd, block->data, block->len, offset))
		return FALSE;
	errno = EIO;
	if (!oq_comments_insert(comments, block, FLAC_HEADER_SIZE))
		return FALSE;
	guint32 size = block->len - FLAC_HEADER_SIZE;
	errno = EFBIG;
	if (size > FLAC_MAX_SIZE)
		return FALSE;
	for (guint i = 0; i < 3; i++)
		block->data[1 + i] = size >> (16 - 8 * i) & 0xFF;
	guint64 end = offset + FLAC_HEADER_SIZE + n_bytes;
	return oq_room_make(fd, end, size - n_bytes) &&
	       oq_exact_write(fd, block->data, block->len, offset);
}

gboolean
oq_comments_insert_flac(const OqComments *comments, int fd)
{
	for (guint64 at = FLAC_FIRST_AT;;) {
		guint8 header[FLAC_HEADER_SIZE];
		if (!oq_exact_read(fd, header, sizeof header, at))
			return FALSE;
		gsize size = (gsize)header[1] << 16 | (gsize)header[2] << 8 | header[3];
		if ((header[0] & ~FLAC_LAST) == FLAC_COMMENTS)
			return change_block(comments, fd, size, at);
		errno = EIO;
		if (header[0] & FLAC_LAST)
			return FALSE;
		at += FLAC_HEADER_SIZE + size;
	}
}

static gboolean
change_packet(GByteArray *packet, gconstpointer data)
{
	gboolean is_opus = packet->len > 0 && packet->data[0] == 'O';
	gsize name_size = is_opus ? strlen("OpusTags") : strlen("\3vorbis");
	return oq_comments_insert(data, packet, (guint)name_size);
}

gboolean
oq_comments_insert_ogg(const OqComments *comments, int fd)
{
	return oq_ogg_change_second(fd, change_packet, comments);
}
