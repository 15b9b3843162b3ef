/* numbering.h - what stands before the items of numbered lists: "1.", "ә)", "iv.", "2.1." Pure. */
#pragma once

#include <glib.h>

enum { OQ_NUMBERING_LEVELS = 10 }; /* of lists within each other that are counted */

typedef enum {
	OQ_NUMBERING_NONE, /* bullets, or nothing */
	OQ_NUMBERING_DECIMAL,
	OQ_NUMBERING_PADDED,  /* "01" */
	OQ_NUMBERING_LETTERS, /* Latin ones: z, aa, ab */
	OQ_NUMBERING_DOUBLED, /* … z, aa, bb */
	OQ_NUMBERING_ROMAN,
	OQ_NUMBERING_RUSSIAN, /* letters, those that lists have: я, аа, аб */
	OQ_NUMBERING_RUSSIAN_DOUBLED,
} OqNumberingSigns;

/** How a level of a list is numbered. */
typedef struct {
	OqNumberingSigns signs;
	gboolean is_upper;
	gboolean is_decimal; /* the levels above it, too, whatever their signs are */
	gint start;
	guint restart; /* a level at which it begins anew, from 1: that, and those above; 0: none */
	char *pattern; /* owned (nullable): "%1.%2)", in which %1 is the outermost level; NULL: none
			*/
} OqNumberingLevel;

/** Where the levels of a list are; all zero: at its beginning. */
typedef struct {
	gint numbers[OQ_NUMBERING_LEVELS];
	gboolean is_begun[OQ_NUMBERING_LEVELS];
} OqNumbering;

/** oq_numbering_append: "iv" of 4; what the signs cannot say is decimal. */
void oq_numbering_append(GString *out, OqNumberingSigns signs, gboolean is_upper, gint64 number);

/** oq_numbering_next: an item of this level, from 0. @levels: OQ_NUMBERING_LEVELS of them, each
 * nullable. */
void oq_numbering_next(OqNumbering *numbering, const OqNumberingLevel *const *levels, guint level);

/** oq_numbering_label: Returns: (transfer full) (nullable): what stands before the item that
 * oq_numbering_next() was called for last; NULL: nothing. */
char *oq_numbering_label(
	const OqNumbering *numbering, const OqNumberingLevel *const *levels, guint level);

/** oq_numbering_level_init: decimal, from 1, begins anew with any level above; no pattern. */
void oq_numbering_level_init(OqNumberingLevel *level);
void oq_numbering_level_clear(OqNumberingLevel *level);
