/* png.c - see the header. */
#include "radio/sidecars/png.h"

#include <string.h>

enum {
	BITS = 8,
	PALETTE = 3, /* the type of colour */
	LEVEL = 6,
	UP = 2, /* the filter */
};

#define CRC_POLYNOMIAL 0xEDB88320u

static void
append_number(GByteArray *out, guint32 number)
{
	number = GUINT32_TO_BE(number);
	g_byte_array_append(out, (const guint8 *)&number, sizeof number);
}

static guint32
find_crc(const guint8 *bytes, gsize n_bytes)
{
	guint32 crc = G_MAXUINT32;

	for (gsize i = 0; i < n_bytes; i++) {
		crc ^= bytes[i];
		for (guint bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ ((crc & 1) != 0 ? CRC_POLYNOMIAL : 0);
	}
	return ~crc;
}

static void
append_chunk(GByteArray *out, const char *name, gconstpointer body, gsize n_bytes)
{
	append_number(out, (guint32)n_bytes);
	guint start = out->len;
	g_byte_array_append(out, (const guint8 *)name, 4);
	g_byte_array_append(out, body, (guint)n_bytes);
	append_number(out, find_crc(out->data + start, out->len - start));
}

static void
append_head(GByteArray *out, guint width, guint height)
{
	static const guint8 signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
	static const guint8 rest[] = {BITS, PALETTE, 0, 0, 0};
	g_autoptr(GByteArray) head = g_byte_array_new();

	g_byte_array_append(out, signature, sizeof signature);
	append_number(head, width);
	append_number(head, height);
	g_byte_array_append(head, rest, sizeof rest);
	append_chunk(out, "IHDR", head->data, head->len);
}

static void
append_colors(GByteArray *out, const guint32 *colors, guint n_colors)
{
	g_autoptr(GByteArray) palette = g_byte_array_new();

	for (guint i = 0; i < n_colors; i++) {
		const guint8 color[] = {
			(guint8)(colors[i] >> 16), (guint8)(colors[i] >> 8), (guint8)colors[i]};
		g_byte_array_append(palette, color, sizeof color);
	}
	append_chunk(out, "PLTE", palette->data, palette->len);
}

/* What a row is more than the one above it, which is nothing where a picture has upright lines. */
static void
filter_row(const guint8 *row, const guint8 *above, guint width, guint8 *filtered)
{
	filtered[0] = UP;
	for (guint x = 0; x < width; x++)
		filtered[1 + x] = (guint8)(row[x] - (above != NULL ? above[x] : 0));
}

static gboolean
write_rows(GOutputStream *stream, const guint8 *pixels, guint width, guint height, GError **error)
{
	g_autofree guint8 *filtered = g_malloc((gsize)width + 1);
	const guint8 *above = NULL;

	for (guint y = 0; y < height; y++) {
		const guint8 *row = pixels + (gsize)y * width;
		filter_row(row, above, width, filtered);
		if (!g_output_stream_write_all(
			    stream, filtered, (gsize)width + 1, NULL, NULL, error))
			return FALSE;
		above = row;
	}
	return g_output_stream_close(stream, NULL, error);
}

GBytes *
oq_png_encode(const guint8 *pixels, guint width, guint height, const guint32 *colors,
	guint n_colors, GError **error)
{
	g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable();
	g_autoptr(GZlibCompressor) zlib =
		g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);
	g_autoptr(GOutputStream) stream = g_converter_output_stream_new(memory, G_CONVERTER(zlib));

	if (!write_rows(stream, pixels, width, height, error))
		return NULL;
	g_autoptr(GBytes) packed =
		g_memory_output_stream_steal_as_bytes(G_MEMORY_OUTPUT_STREAM(memory));
	GByteArray *out = g_byte_array_new();
	append_head(out, width, height);
	append_colors(out, colors, n_colors);
	append_chunk(out, "IDAT", g_bytes_get_data(packed, NULL), g_bytes_get_size(packed));
	append_chunk(out, "IEND", NULL, 0);
	return g_byte_array_free_to_bytes(out);
}
