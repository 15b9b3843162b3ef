/* entry.h - one row of a dictionary: what is written and what is said (dictionary.h). */
#pragma once

#include "text/lexicon/lexicon.h"

/** What phonemes begin with. */
#define OQ_ENTRY_SOUNDS "[["

/** A token of what is written. */
typedef struct {
	char *lower;
	char *exact;      /* NULL: in whatever capitals */
	gboolean has_gap; /* white space before it */
	gboolean is_dash; /* whichever it is */
} OqEntryPart;

/** No phrase has as many; so far a text is looked ahead from each of its words. */
#define OQ_ENTRY_MAX_PARTS 64

typedef struct {
	GArray *parts; /* of OqEntryPart, at least one */
	char *spoken;  /* words with single spaces, each of them letters or [[phonemes]] */
	gboolean is_exact;
	gboolean is_stem;        /* the last part */
	gboolean is_possessed;   /* … Республикасы */
	gboolean ends_in_sounds; /* the last word is phonemes: endings behind it stay as written */
} OqEntry;

/**
 * oq_entry_new:
 * @written, @spoken, @exact: the columns
 * @why: (out) (transfer none): what is wrong with them
 *
 * Returns: (transfer full): NULL and @why
 */
OqEntry *oq_entry_new(const OqLexicon *lexicon, const char *written, const char *spoken,
	const char *exact, const char **why);
void oq_entry_free(OqEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqEntry, oq_entry_free)

const OqEntryPart *oq_entry_part(const OqEntry *entry, guint index);

/** oq_entry_compare: below 0 when @a goes before @b where both fit; 0 for the same written words.
 */
int oq_entry_compare(const OqEntry *a, const OqEntry *b);
