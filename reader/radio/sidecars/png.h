/* png.h - pictures of few colours as PNG files (ISO/IEC 15948). */
#pragma once

#include <gio/gio.h>

/**
 * oq_png_encode:
 * @pixels: row by row, an index into @colors each
 * @colors: 0xRRGGBB, at most 256 of them
 *
 * Returns: (transfer full): the file; the same bytes for the same picture. NULL and an error of
 *   the compressor
 */
GBytes *oq_png_encode(const guint8 *pixels, guint width, guint height, const guint32 *colors,
	guint n_colors, GError **error);
