/* id3.c - see the header. */
#include "audio/labels/id3.h"

#include <string.h>

enum {
	NAME_SIZE = 4,
	SIZE_SIZE = 4,
	UTF8 = 3,
	TOP_AND_ORDERED = 3,
	ORDERED = 1,
	MAX_ENTRIES = 255, /* of a list of contents, which tells their number in a byte */
};

static void
add(GByteArray *bytes, const void *data, gsize n_bytes)
{
	g_byte_array_append(bytes, data, (guint)n_bytes);
}

static void
add_byte(GByteArray *bytes, guint8 byte)
{
	add(bytes, &byte, 1);
}

/* Its first byte first. */
static void
add32(GByteArray *bytes, guint32 number)
{
	number = GUINT32_TO_BE(number);
	add(bytes, &number, sizeof number);
}

/* Seven bits a byte. */
static void
put_size(GByteArray *bytes, guint at, guint32 size)
{
	for (guint i = 0; i < SIZE_SIZE; i++)
		bytes->data[at + i] = size >> (21 - 7 * i) & 0x7F;
}

/* Returns what end_frame() takes. */
static guint
begin_frame(GByteArray *bytes, const char *name)
{
	add(bytes, name, NAME_SIZE);
	add32(bytes, 0);
	add(bytes, "\0", 2); /* flags */
	return bytes->len;
}

static void
end_frame(GByteArray *bytes, guint place)
{
	put_size(bytes, place - SIZE_SIZE - 2, bytes->len - place);
}

static void
add_text(GByteArray *bytes, const char *name, const char *text)
{
	if (text == NULL)
		return;
	guint place = begin_frame(bytes, name);
	add_byte(bytes, UTF8);
	add(bytes, text, strlen(text));
	end_frame(bytes, place);
}

static void
add_comment(GByteArray *bytes, const OqTags *tags)
{
	if (tags->comment == NULL)
		return;
	gboolean is_told = tags->language != NULL && strlen(tags->language) == 3;
	guint place = begin_frame(bytes, "COMM");
	add_byte(bytes, UTF8);
	add(bytes, is_told ? tags->language : "und", 3);
	add(bytes, "", 1); /* a description of none */
	add(bytes, tags->comment, strlen(tags->comment));
	end_frame(bytes, place);
}

static void
add_date(GByteArray *bytes, const OqTags *tags)
{
	g_autofree char *moment =
		tags->time != NULL ? g_strconcat(tags->date, "T", tags->time, NULL) : NULL;
	if (tags->date != NULL)
		add_text(bytes, "TDRC", moment != NULL ? moment : tags->date);
}

static void
add_id(GByteArray *bytes, const char *kind, guint number)
{
	g_autofree char *id = g_strdup_printf("%s%u", kind, number);
	add(bytes, id, strlen(id) + 1);
}

static guint32
milliseconds(guint64 frame, guint rate_hz)
{
	return (guint32)MIN(frame * 1000 / rate_hz, G_MAXUINT32);
}

static void
add_chapter(GByteArray *bytes, const OqTags *tags, guint number, guint rate_hz)
{
	const OqChapter *chapter = oq_tags_chapter(tags, number - 1);
	guint place = begin_frame(bytes, "CHAP");
	add_id(bytes, "chp", number);
	add32(bytes, milliseconds(chapter->frame, rate_hz));
	add32(bytes, milliseconds(oq_tags_chapter_end(tags, number - 1), rate_hz));
	add32(bytes, G_MAXUINT32); /* no places in bytes */
	add32(bytes, G_MAXUINT32);
	add_text(bytes, "TIT2", chapter->title);
	end_frame(bytes, place);
}

/* A list of @n entries from the first on. */
static void
add_contents(GByteArray *bytes, const char *id, guint8 flags, const char *kind, guint first,
	guint n_entries)
{
	guint place = begin_frame(bytes, "CTOC");
	add(bytes, id, strlen(id) + 1);
	add_byte(bytes, flags);
	add_byte(bytes, (guint8)n_entries);
	for (guint i = 0; i < n_entries; i++)
		add_id(bytes, kind, first + i);
	end_frame(bytes, place);
}

/* More than a list can hold are lists of their own; how many of them fit is enough for all. */
static void
add_all_contents(GByteArray *bytes, guint n_chapters)
{
	guint n_lists = MIN((n_chapters + MAX_ENTRIES - 1) / MAX_ENTRIES, MAX_ENTRIES);
	if (n_lists == 1)
		add_contents(bytes, "toc", TOP_AND_ORDERED, "chp", 1, n_chapters);
	if (n_lists <= 1)
		return;
	add_contents(bytes, "toc", TOP_AND_ORDERED, "toc", 1, n_lists);
	for (guint i = 0; i < n_lists; i++) {
		g_autofree char *id = g_strdup_printf("toc%u", i + 1);
		guint first = i * MAX_ENTRIES;
		guint n = MIN(n_chapters - first, MAX_ENTRIES);
		add_contents(bytes, id, ORDERED, "chp", first + 1, n);
	}
}

static void
add_chapters(GByteArray *bytes, const OqTags *tags, guint rate_hz)
{
	guint n_chapters = oq_tags_n_chapters(tags);
	add_all_contents(bytes, n_chapters);
	for (guint i = 0; i < n_chapters; i++)
		add_chapter(bytes, tags, i + 1, rate_hz);
}

GByteArray *
oq_id3_make(const OqTags *tags, guint rate_hz)
{
	GByteArray *bytes = g_byte_array_new();
	add(bytes, "ID3\4\0\0\0\0\0\0", 10);
	guint place = bytes->len;
	add_text(bytes, "TIT2", tags->title);
	add_text(bytes, "TPE1", tags->author);
	add_text(bytes, "TALB", tags->album);
	add_date(bytes, tags);
	add_text(bytes, "TCON", tags->category);
	add_text(bytes, "TCOP", tags->copyright);
	add_text(bytes, "TPUB", tags->originator);
	add_text(bytes, "TLAN", tags->language);
	add_text(bytes, "TSSE", "Oqyrman");
	add_comment(bytes, tags);
	if (rate_hz > 0)
		add_chapters(bytes, tags, rate_hz);
	put_size(bytes, place - SIZE_SIZE, bytes->len - place);
	return bytes;
}
