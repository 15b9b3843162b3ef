/* cart.c - see the header. */
#include "audio/labels/cart.h"

#include <string.h>

enum {
	FIELD_SIZE = 64,
	DATE_SIZE = 10,
	TIME_SIZE = 8,
	LEVEL_REFERENCE = 32768, /* the number that is full scale */
	N_TIMERS = 8,
	TIMER_SIZE = 8,
	RESERVED_SIZE = 276,
	URL_SIZE = 1024,
	MAX_TEXT = 8192, /* the text may be of any length, but readers keep some room for it */
};

static void
add_ascii(OqChunks *chunks, const OqTags *tags, const char *text, gsize size)
{
	g_autofree char *ascii = oq_tags_ascii(tags, text);
	oq_chunks_add_field(chunks, ascii, size);
}

/* One that is open at an end is told the first or the last of days; none is told nothing. */
static void
add_dates(OqChunks *chunks, const OqTags *tags)
{
	gboolean is_told = tags->start_date != NULL || tags->end_date != NULL;
	const char *start = tags->start_date != NULL ? tags->start_date : "1900-01-01";
	const char *end = tags->end_date != NULL ? tags->end_date : "9999-12-31";
	add_ascii(chunks, tags, is_told ? start : "", DATE_SIZE);
	oq_chunks_add_field(chunks, is_told ? "00:00:00" : "", TIME_SIZE);
	add_ascii(chunks, tags, is_told ? end : "", DATE_SIZE);
	oq_chunks_add_field(chunks, is_told ? "23:59:59" : "", TIME_SIZE);
}

guint64
oq_cart_end(const OqTags *tags, const OqSound *sound)
{
	guint64 n_frames = sound->n_frames;
	return tags->voice_end != 0 && tags->voice_end < n_frames ? tags->voice_end : n_frames;
}

/* Left out when it is no range, or has more than 32 bits. */
static void
add_timers(OqChunks *chunks, const char *name, guint64 start, guint64 end)
{
	static const char *const sides[] = {"s", "e"};
	const guint64 frames[] = {start, end};
	for (guint i = 0; i < G_N_ELEMENTS(sides) && start < end && end <= G_MAXUINT32; i++) {
		oq_chunks_add_text(chunks, name);
		oq_chunks_add_text(chunks, sides[i]);
		oq_chunks_add32(chunks, (guint32)frames[i]);
	}
}

static void
add_all_timers(OqChunks *chunks, const OqTags *tags, const OqSound *sound)
{
	guint before = chunks->bytes->len;
	guint64 end = oq_cart_end(tags, sound);
	add_timers(chunks, "AUD", tags->voice_start, end);
	if (tags->intro_end != 0)
		add_timers(chunks, "INT", tags->voice_start, MIN(tags->intro_end, end));
	if (tags->segue_start != 0)
		add_timers(chunks, "SEG", tags->segue_start, end);
	oq_chunks_add_field(chunks, "", N_TIMERS * TIMER_SIZE - (chunks->bytes->len - before));
}

void
oq_cart_add(OqChunks *chunks, const OqTags *tags, const OqSound *sound)
{
	oq_chunks_add_text(chunks, "0101");
	add_ascii(chunks, tags, tags->title, FIELD_SIZE);
	add_ascii(chunks, tags, tags->author, FIELD_SIZE);
	add_ascii(chunks, tags, tags->cut, FIELD_SIZE);
	add_ascii(chunks, tags, tags->client, FIELD_SIZE);
	add_ascii(chunks, tags, tags->category, FIELD_SIZE);
	oq_chunks_add_field(chunks, "", FIELD_SIZE); /* classification */
	add_ascii(chunks, tags, tags->outcue, FIELD_SIZE);
	add_dates(chunks, tags);
	oq_chunks_add_field(chunks, "Oqyrman", FIELD_SIZE);
	oq_chunks_add_field(chunks, "", FIELD_SIZE);        /* its version */
	add_ascii(chunks, tags, tags->comment, FIELD_SIZE); /* the user's own */
	oq_chunks_add32(chunks, LEVEL_REFERENCE);
	add_all_timers(chunks, tags, sound);
	oq_chunks_add_field(chunks, "", RESERVED_SIZE);
	oq_chunks_add_field(chunks, "", URL_SIZE);
	g_autofree char *comment = oq_tags_ascii(tags, tags->comment);
	oq_chunks_add_field(chunks, comment, MIN(strlen(comment), MAX_TEXT));
	oq_chunks_add_text(chunks, "\r\n");
}
