/* joins.h - words that a line end or spaces between their letters took apart. Part of clean.c.
 *
 * A hyphen at the end of a line goes on in the next one: "қала-⏎лар" is қалалар. It stays
 * - where the next part begins with a vowel, as no syllable does within a Kazakh word (ата-⏎ана),
 * - where both parts begin with the same two letters, as paired words often do (сауда-⏎саттық),
 * - behind digits, capitals, a single letter and another alphabet (2015-⏎жылы, АҚШ-⏎тың).
 * Other paired words cannot be told from a word that was divided, and sound the same. */
#pragma once

#include "text/repair/glyphs.h"

/** oq_joins_quotes: takes away the > with which the lines of quoted mail begin; "> 5 кг" alone is
 * no such line. */
void oq_joins_quotes(const OqLetters *letters, GArray *glyphs);

/** oq_joins_lines: takes the line breaks out of hyphenated words. */
void oq_joins_lines(const OqLetters *letters, GArray *glyphs);

/**
 * oq_joins_letters: "Қ А З А Қ" becomes one word.
 *
 * Four letters or more with single spaces between them, unless they cannot be spoken as a word or
 * stand in the order of the alphabet: А Ә Б В Г.
 */
void oq_joins_letters(const OqLetters *letters, GArray *glyphs);
