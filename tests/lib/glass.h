/* glass.h - a terminal for tests: what a person would see of the bytes that were written.
 *
 * It follows the few escape sequences that the program may use, and any other control ends the
 * test; so does a move that leaves the screen. As on a terminal that is in raw mode for input
 * alone, a line feed returns to the first column, too. */
#pragma once

#include <glib.h>

typedef struct _Glass Glass;

/** GlassColumns: how many a character takes up; 0: it stands on the one before. */
typedef guint (*GlassColumns)(gunichar c);

/** glass_new: @columns_of: (nullable): NULL: as most terminals have it */
Glass *glass_new(guint columns, guint rows, GlassColumns columns_of);
void glass_free(Glass *glass);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Glass, glass_free)

/** glass_feed: bytes, cut anywhere. */
void glass_feed(Glass *glass, const char *bytes, gsize n_bytes);

/** glass_text: (transfer full): all rows from the first on, those that left the screen at its top
 * included, each without blanks at its end and with a newline, up to the cursor's or the last that
 * is not empty. */
char *glass_text(const Glass *glass);

#define GLASS_HEARD  '\001'
#define GLASS_BEHIND '\002'

/** glass_heard: (transfer full): the same with GLASS_HEARD before each piece of a row that is
 * inverse, and GLASS_BEHIND behind it. */
char *glass_heard(const Glass *glass);

/** glass_n_controls: escape sequences and carriage returns so far. */
guint glass_n_controls(const Glass *glass);

/** glass_column: of the cursor, from 0. */
guint glass_column(const Glass *glass);

/** glass_black: (transfer full): the text of all that is white on black. */
char *glass_black(const Glass *glass);
