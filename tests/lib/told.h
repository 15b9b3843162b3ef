/* told.h - tags of which each is told, and what is in chunks that were made of them. */
#pragma once

#include "audio/labels/bext.h"

#include <string.h>

#define TOLD                                                                                       \
	{                                                                                          \
		.title = (char[]){"Таң <&>"}, .author = (char[]){"Дәурен"},                        \
		.album = (char[]){"Кеш"}, .comment = (char[]){"Сынақ"},                            \
		.copyright = (char[]){"© Біз"}, .originator = (char[]){"Шалқар"},                  \
		.reference = (char[]){"KZ1"}, .language = (char[]){"kaz"},                         \
		.date = (char[]){"2026-11-29"}, .time = (char[]){"18:41:00"},                      \
		.cut = (char[]){"C1"}, .client = (char[]){"Ә"}, .category = (char[]){"NEWS"},      \
		.outcue = (char[]){"бәрі"}, .start_date = (char[]){"2026-12-01"},                  \
		.end_date = (char[]){"2026-12-31"},                                                \
	}

static const OqSound told_sound = {48000, 1, 24, 96000};

/** told_make: @add: what makes the inside of a chunk. */
static inline void
told_make(OqChunks *chunks, void (*add)(OqChunks *, const OqTags *, const OqSound *),
	const OqTags *tags, const OqSound *sound)
{
	oq_chunks_init(chunks, FALSE);
	add(chunks, tags, sound);
}

/** told_field: (transfer full): so many bytes of it, without the zeros that fill them up. */
static inline char *
told_field(const OqChunks *chunks, gsize at, gsize n_bytes)
{
	g_assert_cmpuint(at + n_bytes, <=, chunks->bytes->len);
	const char *bytes = (const char *)chunks->bytes->data + at;
	for (gsize i = strnlen(bytes, n_bytes); i < n_bytes; i++)
		g_assert_cmpint(bytes[i], ==, 0);
	return g_strndup(bytes, n_bytes);
}

static inline void
told_assert(const OqChunks *chunks, gsize at, gsize n_bytes, const char *text)
{
	g_autofree char *got = told_field(chunks, at, n_bytes);
	g_assert_cmpstr(got, ==, text);
}

/** told_16: a signed number. */
static inline gint
told_16(const OqChunks *chunks, gsize at)
{
	const guint8 *bytes = chunks->bytes->data + at;
	return (gint16)(bytes[0] | bytes[1] << 8);
}

static inline guint32
told_32(const OqChunks *chunks, gsize at)
{
	return (guint32)(guint16)told_16(chunks, at) | (guint32)(guint16)told_16(chunks, at + 2)
							       << 16;
}
