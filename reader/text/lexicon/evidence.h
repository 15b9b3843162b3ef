/* evidence.h - what single words say of their language. Immutable once filled; filled by the
 * lexicon from languages.tsv, whose head tells what the kinds mean. */
#pragma once

#include "base/slice.h"

/** What a row of languages.tsv tells of. */
typedef enum {
	OQ_EVIDENCE_KK_LETTER,
	OQ_EVIDENCE_KK_WORD,
	OQ_EVIDENCE_KK_ENDING,
	OQ_EVIDENCE_RU_WORD,
	OQ_EVIDENCE_RU_WEAK,
	OQ_EVIDENCE_RU_ENDING,
	OQ_EVIDENCE_RU_SURE_ENDING,
	OQ_EVIDENCE_BOTH,
} OqEvidenceKind;

/** Points that a word gives to Russian. */
#define OQ_EVIDENCE_KAZAKH G_MININT8 /* surely Kazakh: none of the points around it matter */

typedef struct _OqEvidence OqEvidence;

OqEvidence *oq_evidence_new(void);
void oq_evidence_free(OqEvidence *evidence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqEvidence, oq_evidence_free)

/** oq_evidence_add: FALSE when the value is none for that kind: Cyrillic letters in lower case, one
 * for a letter, two or more for an ending. */
gboolean oq_evidence_add(OqEvidence *evidence, OqEvidenceKind kind, const char *value);

/**
 * oq_evidence_may_be_russian: a quick look at the length and the last two letters.
 * @word: in any case
 *
 * Returns: FALSE when oq_evidence_points() would surely give none
 */
gboolean oq_evidence_may_be_russian(const OqEvidence *evidence, OqSlice word, guint n_chars);

/**
 * oq_evidence_points:
 * @word: in lower case
 *
 * Returns: from -1 to 2, or OQ_EVIDENCE_KAZAKH
 */
gint oq_evidence_points(const OqEvidence *evidence, OqSlice word);
