/* letter_pairs.h - how much a text looks like Kazakh or Russian, by which letters stand side by
 * side in it. What is counted is in quarters of a bit: above 0 where the letters are likelier than
 * at random; text scores from 6 to 9 for each pair. */
#pragma once

#include <glib.h>

typedef struct {
	guint n_pairs;
	gint n_points; /* of each word, in the language in which it is likelier */
	gint n_kazakh; /* of all words, in Kazakh … */
	gint n_russian;
	guint n_letters; /* of the two alphabets */

	guint n_marked; /* words that were marked, their pairs, and their points in Kazakh */
	guint n_marked_pairs;
	gint n_marked_points;

	gint word[2]; /* of the word that has begun … */
	guint n_in_word;
	guint8 last; /* … and of its last letter: 0: none */
	gboolean was_small;
	gboolean was_foreign; /* a letter of another alphabet */
	gboolean is_marked;
} OqLetterPairs;

/** oq_letter_pairs_is_letter: one of the Kazakh alphabet, which holds the Russian one. */
gboolean oq_letter_pairs_is_letter(gunichar c);

/** oq_letter_pairs_is_kazakh: of these, one that Russian has not, nor a code page for it. */
gboolean oq_letter_pairs_is_kazakh(gunichar c);

/** oq_letter_pairs_add: the next character; @pairs begins as {0}. */
void oq_letter_pairs_add(OqLetterPairs *pairs, gunichar c);

/** oq_letter_pairs_mark: the word that the last character is in is one that matters. */
void oq_letter_pairs_mark(OqLetterPairs *pairs);

/** oq_letter_pairs_end: a word ends here. */
void oq_letter_pairs_end(OqLetterPairs *pairs);

/** oq_letter_pairs_add_text: @text: valid UTF-8; a word ends behind it. */
void oq_letter_pairs_add_text(OqLetterPairs *pairs, const char *text, gsize n_bytes);
