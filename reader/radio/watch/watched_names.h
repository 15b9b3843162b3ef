/* watched_names.h - names of files in a watched folder: which of them are texts, and which name is
 * free. */
#pragma once

#include <glib.h>

/** oq_watched_names_is_text: FALSE for what is hidden, is still on its way, or was put there by an
 * editor or a desktop for itself. */
gboolean oq_watched_names_is_text(const char *name);

/** oq_watched_names_stem: how many bytes of @name stand before its extension. */
gsize oq_watched_names_stem(const char *name);

/** oq_watched_names_with: (transfer full): "a.wav" of "a.txt" for ".wav"; of a long name less, so
 * that the system takes it, and a number still fits. */
char *oq_watched_names_with(const char *name, const char *extension);

/**
 * oq_watched_names_number:
 * @n_stem: bytes of @name behind which the number goes
 *
 * Returns: (transfer full): @name for 1; "a-2.wav" of "a.wav" for 2, and so on; what would be too
 *   long is shortened before the number
 */
char *oq_watched_names_number(const char *name, gsize n_stem, guint n);

/**
 * oq_watched_names_free:
 * @names: NULL-terminated
 * @stem: what those that belong together begin with; the number goes behind it
 *
 * Returns: the first number with which none of @names is taken in @folder
 */
guint oq_watched_names_free(const char *folder, char *const *names, const char *stem);

/** oq_watched_names_stem_in: the same bytes in a name that may not begin with @stem. */
gsize oq_watched_names_stem_in(const char *name, const char *stem);
