/* glyphs.c - see the header. */
#include "home/screen/glyphs.h"

#include "base/rows.h"

#include <glib/gi18n.h>
#include <string.h>

#define UNKNOWN 0xFFFD

struct _OqGlyphs {
	GHashTable *shapes; /* of OqGlyph by its character */
};

enum { COLUMN_CHARACTER, COLUMN_WIDTH, COLUMN_PIXELS };

void
oq_glyphs_free(OqGlyphs *glyphs)
{
	if (glyphs == NULL)
		return;
	g_hash_table_unref(glyphs->shapes);
	g_free(glyphs);
}

static gboolean
read_pixels(const OqRow *row, OqGlyph *glyph, GError **error)
{
	g_auto(GStrv) numbers = g_strsplit(oq_row_cell(row, COLUMN_PIXELS), " ", -1);
	guint64 high = (G_GUINT64_CONSTANT(1) << glyph->columns) - 1;

	if (g_strv_length(numbers) != OQ_GLYPH_ROWS)
		return oq_row_refuse(
			row, error, _("there must be %d rows of pixels"), OQ_GLYPH_ROWS);
	for (guint i = 0; i < OQ_GLYPH_ROWS; i++) {
		guint64 pixels = 0;
		if (!g_ascii_string_to_unsigned(numbers[i], 16, 0, high, &pixels, NULL))
			return oq_row_refuse(row, error,
				_("“%s” is no row of pixels of that width"), numbers[i]);
		glyph->rows[i] = (guint16)pixels;
	}
	return TRUE;
}

static gboolean
add_row(gpointer into, const OqRow *row, GError **error)
{
	OqGlyphs *glyphs = into;
	OqGlyph glyph = {0};
	gunichar character;
	guint64 columns;

	if (!oq_row_character(row, COLUMN_CHARACTER, &character, error) ||
		!oq_row_number(row, COLUMN_WIDTH, OQ_GLYPH_MAX_COLUMNS, &columns, error))
		return FALSE;
	glyph.columns = (guint8)columns;
	if (!read_pixels(row, &glyph, error))
		return FALSE;
	g_hash_table_insert(
		glyphs->shapes, GUINT_TO_POINTER(character), g_memdup2(&glyph, sizeof glyph));
	return TRUE;
}

OqGlyphs *
oq_glyphs_load(const char *path, GError **error)
{
	static const char *const columns[] = {"character", "width", "pixels", NULL};
	static const OqRows rows = {columns, 3, NULL, 0, add_row};
	g_autoptr(OqGlyphs) glyphs = g_new0(OqGlyphs, 1);

	glyphs->shapes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	if (!oq_rows_load(path, &rows, glyphs, error))
		return NULL;
	if (!g_hash_table_contains(glyphs->shapes, GUINT_TO_POINTER(UNKNOWN))) {
		oq_rows_miss(path, "U+FFFD", error);
		return NULL;
	}
	return g_steal_pointer(&glyphs);
}

/* The first character in one of Unicode's forms, where a letter and its mark are one or two. */
static const OqGlyph *
find_in_form(const OqGlyphs *glyphs, const char *letter, gsize n_bytes, GNormalizeMode form)
{
	g_autofree char *text = g_utf8_normalize(letter, n_bytes, form);

	return text == NULL ? NULL
			    : g_hash_table_lookup(
				      glyphs->shapes, GUINT_TO_POINTER(g_utf8_get_char(text)));
}

const OqGlyph *
oq_glyphs_find(const OqGlyphs *glyphs, const char *letter, gsize n_bytes)
{
	const OqGlyph *glyph = find_in_form(glyphs, letter, n_bytes, G_NORMALIZE_NFC);

	if (glyph == NULL)
		glyph = find_in_form(glyphs, letter, n_bytes, G_NORMALIZE_NFKD);
	if (glyph == NULL)
		glyph = g_hash_table_lookup(glyphs->shapes, GUINT_TO_POINTER(UNKNOWN));
	return glyph;
}

gboolean
oq_glyphs_has_pixel(const OqGlyph *glyph, guint column, guint row)
{
	return column < glyph->columns && row < OQ_GLYPH_ROWS &&
	       (glyph->rows[row] >> (glyph->columns - 1 - column) & 1) != 0;
}
