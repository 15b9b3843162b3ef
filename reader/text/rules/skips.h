/* skips.h - what a listener may want to be left out of a text. */
#pragma once

#include <glib.h>

/** Bits of OqSkips, in the order of their names. */
typedef enum {
	OQ_SKIP_NOTES = 1 << 0,      /* marks of notes: [12], [3, p. 15], ¹ behind a word */
	OQ_SKIP_REFERENCES = 1 << 1, /* (Author, 2020) */
	OQ_SKIP_BRACKETS = 1 << 2,   /* whatever stands in round or square ones */
	OQ_SKIP_ADDRESSES = 1 << 3,  /* of long ones all but the host */
	OQ_SKIP_EMOJI = 1 << 4,
	OQ_SKIP_HEADS = 1 << 5, /* numbers of pages, on lines of their own */
} OqSkip;

/** A set of them; 0: all is read. */
typedef guint OqSkips;

#define OQ_SKIPS_ALL ((OQ_SKIP_HEADS << 1) - 1)

/**
 * oq_skips_read_list:
 * @list: names with commas between them, as "notes,emoji"; "" is none
 *
 * Returns: FALSE when there is another name in it; @skips is as before
 */
gboolean oq_skips_read_list(const char *list, OqSkips *skips);
