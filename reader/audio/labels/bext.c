/* bext.c - see the header. */
#include "audio/labels/bext.h"

#include <math.h>

enum {
	DESCRIPTION_SIZE = 256,
	ORIGINATOR_SIZE = 32,
	REFERENCE_SIZE = 32,
	DATE_SIZE = 10,
	TIME_SIZE = 8,
	UMID_SIZE = 64,
	RESERVED_SIZE = 180,
	LOUDNESS_SIZE = 10,
	NOT_TOLD = 0x7FFF, /* of loudness */
};

static void
add_ascii(OqChunks *chunks, const OqTags *tags, const char *text, gsize size)
{
	g_autofree char *ascii = oq_tags_ascii(tags, text);
	oq_chunks_add_field(chunks, ascii, size);
}

/* In hundredths. */
static void
add_level(OqChunks *chunks, double level)
{
	double hundredths = round(level * 100);
	gboolean is_told = isfinite(level) && fabs(hundredths) < NOT_TOLD;
	oq_chunks_add16(chunks, (guint16)(gint16)(is_told ? hundredths : NOT_TOLD));
}

static void
add_loudness(OqChunks *chunks, const OqLoudness *loudness)
{
	if (!loudness->is_known) {
		oq_chunks_add_field(chunks, "", LOUDNESS_SIZE);
		return;
	}
	add_level(chunks, loudness->integrated_lufs);
	add_level(chunks, loudness->range_lu);
	add_level(chunks, loudness->true_peak_dbtp);
	add_level(chunks, loudness->max_momentary_lufs);
	add_level(chunks, loudness->max_short_term_lufs);
}

/* EBU R 98: a line for each generation, of which this is the first one. */
static void
add_history(OqChunks *chunks, const OqSound *sound)
{
	g_autofree char *line = g_strdup_printf("A=PCM,F=%u,W=%u,M=%s,T=Oqyrman\r\n",
		sound->rate_hz, sound->n_bits, sound->n_channels == 1 ? "mono" : "stereo");
	oq_chunks_add_text(chunks, line);
}

void
oq_bext_add(OqChunks *chunks, const OqTags *tags, const OqSound *sound)
{
	add_ascii(chunks, tags, tags->title, DESCRIPTION_SIZE);
	add_ascii(chunks, tags, tags->originator, ORIGINATOR_SIZE);
	add_ascii(chunks, tags, tags->reference, REFERENCE_SIZE);
	add_ascii(chunks, tags, tags->date, DATE_SIZE);
	add_ascii(chunks, tags, tags->time, TIME_SIZE);
	oq_chunks_add64(chunks, 0); /* time reference */
	oq_chunks_add16(chunks, tags->loudness.is_known ? 2 : 1);
	oq_chunks_add_field(chunks, "", UMID_SIZE);
	add_loudness(chunks, &tags->loudness);
	oq_chunks_add_field(chunks, "", RESERVED_SIZE);
	add_history(chunks, sound);
}
