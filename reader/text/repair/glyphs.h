/* glyphs.h - the characters of a dirty sentence, each with its place in the source, and the repairs
 * that look at single characters. Part of clean.c. */
#pragma once

#include "text/lexicon/lexicon.h"

/** A soft hyphen, as word processors give it away. Both stay in the glyphs at the end of a line
 * only, until oq_joins_lines() has seen them. */
#define OQ_GLYPHS_NOT_SIGN 0x00AC

typedef struct {
	gunichar c;
	guint32 start; /* bytes of the sentence; several glyphs may share them */
	guint32 end;
	guint32 clean; /* byte of the repaired text, as clean.c writes it */
} OqGlyph;

/**
 * oq_glyphs_read:
 * @glyphs: (element-type OqGlyph): overwritten by the sentence without what is invisible or steers
 *   a terminal, composed (NFC), with all digits and wide letters in ASCII; what signs.tsv has a
 *   word for stays
 */
void oq_glyphs_read(const OqLexicon *lexicon, OqSlice sentence, GArray *glyphs);

/** oq_glyphs_is_simple: FALSE when oq_glyphs_read() would change it. */
gboolean oq_glyphs_is_simple(gunichar c);
