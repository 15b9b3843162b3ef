#include "open/loaders/pdf/pdf_picture.h"

#include <string.h>

/* A page of 60 by 30 points, or more, with that on it. */
static GBytes *
picture_of(const char *width, const char *stream, double *scale)
{
	g_autofree char *pdf = g_strdup_printf(
		"%%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
		"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s 30]/Contents 4 0 R>>endobj\n"
		"4 0 obj<</Length %" G_GSIZE_FORMAT ">>stream\n%s\nendstream endobj\n"
		"trailer<</Root 1 0 R>>\n%%%%EOF\n",
		width, strlen(stream), stream);
	g_autoptr(GBytes) bytes = g_bytes_new(pdf, strlen(pdf));
	PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, NULL);
	PopplerPage *page = poppler_document_get_page(document, 0);
	GBytes *picture = oq_pdf_picture_new(page, scale);
	g_object_unref(page);
	g_object_unref(document);
	return picture;
}

/* A black half, to the left. */
static void
test_half(void)
{
	double scale;
	g_autoptr(GBytes) picture = picture_of("60", "0 0 30 30 re f", &scale);
	static const char head[] = "P5\n250 125\n255\n";
	gsize n_bytes;
	const guint8 *bytes = g_bytes_get_data(picture, &n_bytes);
	g_assert_cmpuint(n_bytes, ==, sizeof head - 1 + 250 * 125);
	g_assert_cmpmem(bytes, sizeof head - 1, head, sizeof head - 1);
	g_assert_cmpuint(bytes[sizeof head - 1 + 60 * 250 + 120], ==, 0);
	g_assert_cmpuint(bytes[sizeof head - 1 + 60 * 250 + 130], ==, 255);
	g_assert_cmpfloat_with_epsilon(scale, 0.24, 1e-9);
}

static void
test_empty(void)
{
	double scale;
	g_assert_null(picture_of("60", "1 1 1 rg 0 0 30 30 re f", &scale));
}

/* A large page has no more pixels than a large picture. */
static void
test_large(void)
{
	double scale;
	g_autoptr(GBytes) picture = picture_of("200000", "0 0 100000 30 re f", &scale);
	g_assert_nonnull(picture);
	g_assert_cmpuint(g_bytes_get_size(picture), <, 25000100);
	g_assert_cmpfloat(scale, >, 0.24);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf_picture/half", test_half);
	g_test_add_func("/pdf_picture/empty", test_empty);
	g_test_add_func("/pdf_picture/large", test_large);
	return g_test_run();
}
