/* pdf_picture.c - see the header. */
#include "open/loaders/pdf/pdf_picture.h"

#include <string.h>

#define DOTS_PER_POINT (300 / 72.0) /* what tesseract wants of small print */

enum {
	MAX_PIXELS = 25000000, /* a large page is seen from afar */
	MAX_SIDE = 30000,      /* cairo has no more than 32767 */
	MIN_DARK = 200,        /* pixels, or there is nothing to be read */
	DARK = 128,
};

/* Green is most of what the eye takes for light. */
static GBytes *
gray_of(cairo_surface_t *surface, int width, int height)
{
	g_autofree char *head = g_strdup_printf("P5\n%d %d\n255\n", width, height);
	GByteArray *file = g_byte_array_sized_new((guint)(width * height) + 32);
	const guint8 *row = cairo_image_surface_get_data(surface);
	guint n_dark = 0;
	g_byte_array_append(file, (const guint8 *)head, (guint)strlen(head));
	guint at = file->len;
	g_byte_array_set_size(file, at + (guint)(width * height));
	for (int y = 0; y < height; y++, row += cairo_image_surface_get_stride(surface))
		for (int x = 0; x < width; x++) {
			guint32 pixel = ((const guint32 *)(gconstpointer)row)[x];
			guint8 gray = (guint8)(((pixel >> 16 & 0xFF) + 2 * (pixel >> 8 & 0xFF) +
						       (pixel & 0xFF)) /
					       4);
			n_dark += gray < DARK;
			file->data[at++] = gray;
		}
	if (n_dark >= MIN_DARK)
		return g_byte_array_free_to_bytes(file);
	g_byte_array_unref(file);
	return NULL;
}

static void
paint(cairo_surface_t *surface, PopplerPage *page, double scale)
{
	cairo_t *brush = cairo_create(surface);
	cairo_set_source_rgb(brush, 1, 1, 1);
	cairo_paint(brush);
	cairo_scale(brush, scale, scale);
	poppler_page_render(page, brush);
	cairo_destroy(brush);
	cairo_surface_flush(surface);
}

GBytes *
oq_pdf_picture_new(PopplerPage *page, double *points_per_pixel)
{
	double width = 0, height = 0, scale = DOTS_PER_POINT;
	poppler_page_get_size(page, &width, &height);
	if (!(width >= 1 && height >= 1 && width < 1e6 && height < 1e6))
		return NULL;
	while (width * scale * height * scale > MAX_PIXELS || MAX(width, height) * scale > MAX_SIDE)
		scale /= 1.25;
	int n_columns = (int)(width * scale), n_rows = (int)(height * scale);
	if (n_columns < 1 || n_rows < 1)
		return NULL;
	cairo_surface_t *surface =
		cairo_image_surface_create(CAIRO_FORMAT_RGB24, n_columns, n_rows);
	GBytes *picture = NULL;
	if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
		paint(surface, page, scale);
		picture = gray_of(surface, n_columns, n_rows);
	}
	cairo_surface_destroy(surface);
	*points_per_pixel = 1 / scale;
	return picture;
}
