/* pdf_streams.c - see the header. */
#include "pdf_streams.h"

#include <gio/gio.h>
#include <string.h>

#define FILTER "/Filter/FlateDecode"

/* (transfer full) (nullable): NULL: it is no such stream. */
static GBytes *
inflate(const char *bytes, gsize n_bytes)
{
	g_autoptr(GZlibDecompressor) zlib = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
	g_autoptr(GInputStream) packed = g_memory_input_stream_new_from_data(bytes, n_bytes, NULL);
	g_autoptr(GInputStream) stream = g_converter_input_stream_new(packed, G_CONVERTER(zlib));
	g_autoptr(GByteArray) all = g_byte_array_new();
	guint8 some[4096];
	gssize n;
	while ((n = g_input_stream_read(stream, some, sizeof some, NULL, NULL)) > 0)
		g_byte_array_append(all, some, (guint)n);
	return n == 0 ? g_byte_array_free_to_bytes(g_steal_pointer(&all)) : NULL;
}

/* The head of a stream, up to @at, without its filter; FALSE: it has none. */
static gboolean
forget_filter(GString *out)
{
	const char *object = g_strrstr_len(out->str, (gssize)out->len, " obj");
	const char *filter =
		object != NULL ? g_strstr_len(object, out->str + out->len - object, FILTER) : NULL;
	if (filter == NULL)
		return FALSE;
	g_string_erase(out, filter - out->str, strlen(FILTER));
	return TRUE;
}

GBytes *
pdf_streams_unpack(GBytes *pdf)
{
	gsize n_bytes;
	const char *all = g_bytes_get_data(pdf, &n_bytes), *at = all;
	GString *out = g_string_new(NULL);
	guint n_unpacked = 0;
	for (const char *begin;
		(begin = memmem(at, n_bytes - (gsize)(at - all), ">>\nstream\n", 10)) != NULL;) {
		begin += 10;
		g_string_append_len(out, at, begin - at);
		at = begin;
		const char *end = memmem(at, n_bytes - (gsize)(at - all), "endstream", 9);
		g_autoptr(GBytes) plain = end != NULL ? inflate(at, (gsize)(end - at)) : NULL;
		if (plain == NULL || !forget_filter(out))
			continue;
		g_string_append_len(
			out, g_bytes_get_data(plain, NULL), (gssize)g_bytes_get_size(plain));
		at = end;
		n_unpacked++;
	}
	g_string_append_len(out, at, (gssize)n_bytes - (at - all));
	g_assert_cmpuint(n_unpacked, >, 0);
	return g_string_free_to_bytes(out);
}
