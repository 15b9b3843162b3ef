#include "radio/sidecars/png.h"

#include "read_png.h"

static const guint32 colors[] = {0xFFFFFF, 0x010203, 0xA0B0C0};

static void
test_round_trip(void)
{
	enum { WIDTH = 301, HEIGHT = 77 };
	g_autoptr(GError) error = NULL;
	guint8 pixels[WIDTH * HEIGHT];
	for (guint i = 0; i < sizeof pixels; i++)
		pixels[i] = (guint8)g_test_rand_int_range(0, 3);
	g_autoptr(GBytes) file = oq_png_encode(pixels, WIDTH, HEIGHT, colors, 3, &error);
	g_assert_no_error(error);
	g_auto(ReadPng) png;
	read_png_init(&png, file);
	g_assert_cmpuint(png.width, ==, WIDTH);
	g_assert_cmpuint(png.height, ==, HEIGHT);
	g_assert_cmpmem(png.pixels->data, png.pixels->len, pixels, sizeof pixels);
	g_assert_cmpmem(
		png.colors->data, png.colors->len, "\xFF\xFF\xFF\x01\x02\x03\xA0\xB0\xC0", 9);
}

/* The sum of the last chunk is the same in all files there are. */
static void
test_end(void)
{
	const guint8 pixel = 1;
	g_autoptr(GBytes) file = oq_png_encode(&pixel, 1, 1, colors, 3, NULL);
	gsize n_bytes;
	const guint8 *bytes = g_bytes_get_data(file, &n_bytes);
	g_assert_cmpmem(bytes + n_bytes - 12, 12, "\0\0\0\0IEND\xAE\x42\x60\x82", 12);
}

static void
test_plain_is_small(void)
{
	g_autofree guint8 *pixels = g_new0(guint8, 8000 * 316);
	g_autoptr(GBytes) file = oq_png_encode(pixels, 8000, 316, colors, 3, NULL);
	g_assert_cmpuint(g_bytes_get_size(file), <, 10000);
}

/* A column that is the same in all rows takes no more than one of them. */
static void
test_upright_is_small(void)
{
	enum { WIDTH = 4000, HEIGHT = 316 };
	g_autofree guint8 *pixels = g_new0(guint8, WIDTH * HEIGHT);
	for (guint x = 0; x < WIDTH; x++)
		for (guint y = (guint)g_test_rand_int_range(0, 150); y < 200; y++)
			pixels[y * WIDTH + x] = 1;
	g_autoptr(GBytes) file = oq_png_encode(pixels, WIDTH, HEIGHT, colors, 3, NULL);
	g_assert_cmpuint(g_bytes_get_size(file), <, 12500);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/png/round-trip", test_round_trip);
	g_test_add_func("/png/end", test_end);
	g_test_add_func("/png/plain-is-small", test_plain_is_small);
	g_test_add_func("/png/upright-is-small", test_upright_is_small);
	return g_test_run();
}
