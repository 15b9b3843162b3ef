/* comments.c - see the header. */
#include "audio/labels/comments.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "audio/labels/ogg.h"

#define FILLER "COMMENT="

enum {
	NUMBER_SIZE = 4,
	FILLER_SIZE = sizeof FILLER - 1,
	FLAC_FIRST_AT = 4, /* the first block's header */
	FLAC_HEADER_SIZE = 4,
	FLAC_COMMENTS = 4, /* the kind of block */
	FLAC_LAST = 0x80,
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

char *
oq_comments_filler(const OqComments *comments)
{
	return g_strnfill(comments->bytes->len - NUMBER_SIZE - FILLER_SIZE, '-');
}

/* Returns what stands @at, or G_MAXUINT32 when that is not within the list. */
static guint32
get32(const guint8 *list, gsize n_bytes, gsize at)
{
	guint32 number;
	if (n_bytes < sizeof number || at > n_bytes - sizeof number)
		return G_MAXUINT32;
	memcpy(&number, list + at, sizeof number);
	return GUINT32_FROM_LE(number);
}

gboolean
oq_comments_put(const OqComments *comments, guint8 *list, gsize n_bytes)
{
	gsize n_at = NUMBER_SIZE + (gsize)get32(list, n_bytes, 0);
	guint32 n_comments = get32(list, n_bytes, n_at);
	gsize at = n_at + NUMBER_SIZE;
	for (guint32 i = 0; i < n_comments; i++) {
		gsize size = NUMBER_SIZE + (gsize)get32(list, n_bytes, at);
		if (at > n_bytes || size > n_bytes - at)
			return FALSE;
		if (size == comments->bytes->len &&
			g_ascii_strncasecmp(
				(const char *)list + at + NUMBER_SIZE, FILLER, FILLER_SIZE) == 0) {
			guint32 n = GUINT32_TO_LE(n_comments - 1 + comments->n_comments);
			memcpy(list + n_at, &n, sizeof n);
			memcpy(list + at, comments->bytes->data, size);
			return TRUE;
		}
		at += size;
	}
	return FALSE;
}

static gboolean
get(int fd, void *bytes, gsize n_bytes, off_t offset)
{
	errno = EIO; /* of a short read */
	return pread(fd, bytes, n_bytes, offset) == (gssize)n_bytes;
}

static gboolean
put_at(const OqComments *comments, int fd, gsize n_bytes, off_t offset)
{
	g_autofree guint8 *list = g_malloc(n_bytes);
	if (!get(fd, list, n_bytes, offset))
		return FALSE;
	errno = EIO;
	return oq_comments_put(comments, list, n_bytes) &&
	       pwrite(fd, list, n_bytes, offset) == (gssize)n_bytes;
}

gboolean
oq_comments_put_flac(const OqComments *comments, int fd)
{
	for (off_t at = FLAC_FIRST_AT;;) {
		guint8 header[FLAC_HEADER_SIZE];
		if (!get(fd, header, sizeof header, at))
			return FALSE;
		gsize size = (gsize)header[1] << 16 | (gsize)header[2] << 8 | header[3];
		at += FLAC_HEADER_SIZE;
		if ((header[0] & ~FLAC_LAST) == FLAC_COMMENTS)
			return put_at(comments, fd, size, at);
		errno = EIO;
		if (header[0] & FLAC_LAST)
			return FALSE;
		at += (off_t)size;
	}
}

static gboolean
put_packet(guint8 *packet, gsize n_bytes, gconstpointer data)
{
	gsize name_size = n_bytes > 0 && packet[0] == 'O' ? strlen("OpusTags") : strlen("\3vorbis");
	return n_bytes > name_size &&
	       oq_comments_put(data, packet + name_size, n_bytes - name_size);
}

gboolean
oq_comments_put_ogg(const OqComments *comments, int fd)
{
	return oq_ogg_change_second(fd, put_packet, comments);
}
