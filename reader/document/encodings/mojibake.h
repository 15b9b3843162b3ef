/* mojibake.h - text that a program has read in a wrong encoding and saved as UTF-8: that is
 * undone. mojibake_judge.h tells what was done to it. */
#pragma once

#include <glib.h>

#define OQ_MOJIBAKE_BAD ((gunichar)-1)

typedef enum {
	OQ_MOJIBAKE_NONE,
	OQ_MOJIBAKE_UTF_8_AS_1251,
	OQ_MOJIBAKE_UTF_8_AS_1251_TWICE,
	OQ_MOJIBAKE_UTF_8_AS_1252, /* or as ISO-8859-1 */
	OQ_MOJIBAKE_UTF_8_AS_1252_TWICE,
	OQ_MOJIBAKE_KZ_1048_AS_1251,
	OQ_MOJIBAKE_PT154_AS_1251,
	OQ_MOJIBAKE_1251_AS_1252,
	OQ_MOJIBAKE_KZ_1048_AS_1252,
	OQ_N_MOJIBAKES,
} OqMojibake;

/** oq_mojibake_names: what it was, and as what it was read. */
void oq_mojibake_names(OqMojibake kind, const char **was, const char **read_as);

/**
 * oq_mojibake_next: the next character as it was before.
 * @is_end: nothing comes behind the bytes
 * @c: (out): OQ_MOJIBAKE_BAD: a byte that is no UTF-8; what cannot be undone is as it is
 *
 * Returns: its bytes; 0: there are too few
 */
gsize oq_mojibake_next(
	OqMojibake kind, const char *bytes, gsize n_bytes, gboolean is_end, gunichar *c);

/**
 * oq_mojibake_repair:
 * @bytes: UTF-8, cut anywhere
 * @out: the text is appended, with U+FFFD for each byte that is no UTF-8
 *
 * Returns: how many bytes were taken; the others are the beginning of a character
 */
gsize oq_mojibake_repair(
	OqMojibake kind, const char *bytes, gsize n_bytes, gboolean is_end, GString *out);
