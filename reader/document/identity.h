/* identity.h - what a file is known by, wherever it is moved: a hash of what stands in it.
 *
 * A short file is hashed as a whole. Of one of 4 kB and more it is the beginning, as long as the
 * greatest power of two that is in its length, but not more than 64 kB, and beyond that 4 kB at
 * each greater power of two. So a file that grows stays the same until its length has doubled, and
 * two books that begin alike for long differ all the same.
 *
 * A book is known by 4 kB of each of its first files, of as many as the greatest power of two in
 * their number, but not more than eight. */
#pragma once

#include <glib.h>

/** oq_identity_of_file: (transfer full) (nullable): 32 hexadecimal digits; NULL: it is no regular
 * file, is empty or cannot be read. */
char *oq_identity_of_file(const char *path);

/** oq_identity_of_book: (transfer full) (nullable): the same; NULL: one of those files is none. */
char *oq_identity_of_book(const char *const *paths, guint n_paths);
