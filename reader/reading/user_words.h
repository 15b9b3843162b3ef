/* user_words.h - the user's own dictionary as a file that is added to. */
#pragma once

#include <glib.h>

/**
 * oq_user_words_add:
 * @path: of a table as dictionary.h has it; its folder and itself are made where they are missing
 * @written, @spoken: what was judged to be right (oq_dictionary_put()); a tab or a line break in
 *   them becomes a blank
 *
 * The row takes the place of the one for the same written word, or stands last; all other lines
 * stay as they are, byte for byte. The file is whole at every moment.
 *
 * Returns: FALSE and G_FILE_ERROR or OQ_BESIDE_ERROR; the file is as it was
 */
gboolean oq_user_words_add(
	const char *path, const char *written, const char *spoken, GError **error);

/** oq_user_words_has: there is a row for just this written word. */
gboolean oq_user_words_has(const char *path, const char *written);

/** oq_user_words_remove: all such rows; otherwise as oq_user_words_add(). */
gboolean oq_user_words_remove(const char *path, const char *written, GError **error);
