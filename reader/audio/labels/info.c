/* info.c - see the header. */
#include "audio/labels/info.h"

#include <string.h>

/* Some readers, libsndfile among them, take a longer one for damage; the ID3 tag has all of it. */
enum { MAX_AIFF_TEXT = 8000 };

/* With the zero that ends it, where @n_zeros is 1. */
static void
add(OqChunks *chunks, const char *name, const char *text, guint n_zeros)
{
	if (text == NULL)
		return;
	guint place = oq_chunks_begin(chunks, name);
	oq_chunks_add_field(chunks, text, strlen(text) + n_zeros);
	oq_chunks_end(chunks, place);
}

void
oq_info_add_wav(OqChunks *chunks, const OqTags *tags)
{
	guint place = oq_chunks_begin(chunks, "LIST");
	oq_chunks_add_text(chunks, "INFO");
	add(chunks, "INAM", tags->title, 1);
	add(chunks, "IART", tags->author, 1);
	add(chunks, "IPRD", tags->album, 1);
	add(chunks, "ICMT", tags->comment, 1);
	add(chunks, "ICOP", tags->copyright, 1);
	add(chunks, "ICRD", tags->date, 1);
	add(chunks, "IGNR", tags->category, 1);
	add(chunks, "ILNG", tags->language, 1);
	add(chunks, "ISFT", "Oqyrman", 1);
	oq_chunks_end(chunks, place);
}

static void
add_ascii(OqChunks *chunks, const OqTags *tags, const char *name, const char *text)
{
	if (text == NULL)
		return;
	g_autofree char *ascii = oq_tags_ascii(tags, text);
	if (strlen(ascii) > MAX_AIFF_TEXT)
		ascii[MAX_AIFF_TEXT] = '\0';
	add(chunks, name, ascii, 0);
}

void
oq_info_add_aiff(OqChunks *chunks, const OqTags *tags)
{
	add_ascii(chunks, tags, "NAME", tags->title);
	add_ascii(chunks, tags, "AUTH", tags->author);
	add_ascii(chunks, tags, "(c) ", tags->copyright);
	add_ascii(chunks, tags, "ANNO", tags->comment);
}
