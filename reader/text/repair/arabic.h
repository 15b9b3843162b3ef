/* arabic.h - a Kazakh word in Arabic letters (төте жазу) as letters of 2021. Part of clean.c.
 *
 * Vowels are the same signs in front and in back words; the hamza before a word, ە, ك and گ tell
 * which it is. */
#pragma once

#include "text/repair/kinship.h"

/** oq_arabic_read: appends to letters (element-type OqGlyph), each with its place. */
void oq_arabic_read(
	const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun run, GArray *letters);
