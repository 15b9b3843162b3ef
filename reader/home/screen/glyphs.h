/* glyphs.h - the shapes of big letters, from a table of pixels (share/large.tsv tells its form).
 * Immutable once loaded. */
#pragma once

#include <glib.h>

#define OQ_GLYPH_ROWS        20
#define OQ_GLYPH_MAX_COLUMNS 16

typedef struct {
	guint8 columns;              /* without a distance to the next one */
	guint16 rows[OQ_GLYPH_ROWS]; /* the lowest bit is the rightmost column */
} OqGlyph;

typedef struct _OqGlyphs OqGlyphs;

/** oq_glyphs_load: NULL and OQ_TABLE_ERROR when the table cannot be read. */
OqGlyphs *oq_glyphs_load(const char *path, GError **error);
void oq_glyphs_free(OqGlyphs *glyphs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqGlyphs, oq_glyphs_free)

/** oq_glyphs_find: (transfer none): what is shown for @letter, a character and its marks, in UTF-8:
 * its shape; without one, that of the character without marks; else that of U+FFFD. */
const OqGlyph *oq_glyphs_find(const OqGlyphs *glyphs, const char *letter, gsize n_bytes);

/** oq_glyphs_has_pixel: @column, @row: from the left and from the top. */
gboolean oq_glyphs_has_pixel(const OqGlyph *glyph, guint column, guint row);
