/* read_png.h - a PNG file of colours from a palette, as the tests read it: each sum and length is
 * looked at. */
#pragma once

#include <gio/gio.h>
#include <string.h>

typedef struct {
	guint width;
	guint height;
	GByteArray *pixels; /* row by row, an index each */
	GByteArray *colors; /* red, green and blue of each */
} ReadPng;

static inline guint32
read_png_number(const guint8 *bytes)
{
	guint32 number;
	memcpy(&number, bytes, sizeof number);
	return GUINT32_FROM_BE(number);
}

/* As the standard has it: a division by the polynomial, the lowest bit first. */
static inline guint32
read_png_crc(const guint8 *bytes, gsize n_bytes)
{
	guint32 rest = 0xFFFFFFFF;
	for (gsize bit = 0; bit < n_bytes * 8; bit++) {
		gboolean is_set = ((rest ^ (guint32)(bytes[bit / 8] >> bit % 8)) & 1) != 0;
		rest = (rest >> 1) ^ (is_set ? 0xEDB88320 : 0);
	}
	return rest ^ 0xFFFFFFFF;
}

static inline GByteArray *
read_png_inflate(const GByteArray *packed)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GInputStream) memory =
		g_memory_input_stream_new_from_data(packed->data, packed->len, NULL);
	g_autoptr(GZlibDecompressor) zlib = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
	g_autoptr(GInputStream) stream = g_converter_input_stream_new(memory, G_CONVERTER(zlib));
	GByteArray *all = g_byte_array_new();
	guint8 part[4096];
	for (gssize n; (n = g_input_stream_read(stream, part, sizeof part, NULL, &error)) > 0;)
		g_byte_array_append(all, part, (guint)n);
	g_assert_no_error(error);
	return all;
}

/* Each row begins with its filter: none, or what it is more than the row above it. */
static inline void
read_png_rows(ReadPng *png, const GByteArray *packed)
{
	g_autoptr(GByteArray) rows = read_png_inflate(packed);
	g_assert_cmpuint(rows->len, ==, (png->width + 1) * png->height);
	for (guint row = 0; row < png->height; row++) {
		const guint8 *bytes = rows->data + (gsize)row * (png->width + 1);
		g_assert_true(bytes[0] == 0 || bytes[0] == 2);
		g_byte_array_append(png->pixels, bytes + 1, png->width);
		guint8 *pixels = png->pixels->data + (gsize)row * png->width;
		for (guint x = 0; x < png->width && bytes[0] == 2 && row > 0; x++)
			pixels[x] = (guint8)(pixels[x] + (pixels - png->width)[x]);
	}
}

static inline void
read_png_head(ReadPng *png, const guint8 *body, guint n_bytes)
{
	g_assert_cmpuint(n_bytes, ==, 13);
	png->width = read_png_number(body);
	png->height = read_png_number(body + 4);
	g_assert_cmpmem(body + 8, 5, "\x08\x03\0\0\0", 5); /* 8 bits, a palette */
}

/** read_png_init: anything that is wrong with the file ends the test. */
static inline void
read_png_init(ReadPng *png, GBytes *file)
{
	gsize n_bytes;
	const guint8 *bytes = g_bytes_get_data(file, &n_bytes);
	g_autoptr(GByteArray) packed = g_byte_array_new();
	g_autoptr(GString) names = g_string_new(NULL);
	*png = (ReadPng){0, 0, g_byte_array_new(), g_byte_array_new()};
	g_assert_cmpmem(bytes, 8, "\x89PNG\r\n\x1A\n", 8);
	for (gsize at = 8; at < n_bytes;) {
		guint length = read_png_number(bytes + at);
		const guint8 *name = bytes + at + 4, *body = name + 4;
		g_assert_cmpuint(at + 12 + length, <=, n_bytes);
		g_assert_cmphex(read_png_crc(name, length + 4), ==, read_png_number(body + length));
		g_string_append_len(names, (const char *)name, 4);
		if (memcmp(name, "IHDR", 4) == 0)
			read_png_head(png, body, length);
		else if (memcmp(name, "PLTE", 4) == 0)
			g_byte_array_append(png->colors, body, length);
		else if (memcmp(name, "IDAT", 4) == 0)
			g_byte_array_append(packed, body, length);
		at += 12 + length;
	}
	g_assert_cmpstr(names->str, ==, "IHDRPLTEIDATIEND");
	read_png_rows(png, packed);
}

static inline void
read_png_clear(ReadPng *png)
{
	g_clear_pointer(&png->pixels, g_byte_array_unref);
	g_clear_pointer(&png->colors, g_byte_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ReadPng, read_png_clear)

static inline guint8
read_png_pixel(const ReadPng *png, guint x, guint y)
{
	g_assert_true(x < png->width && y < png->height);
	return png->pixels->data[(gsize)y * png->width + x];
}
