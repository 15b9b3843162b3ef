/* made_zip.c - see the header. */
#include "made_zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdarg.h>
#include <string.h>

enum { MAX_BYTES = 8 << 20 };

static void
put(struct archive *zip, const char *name, const char *content)
{
	struct archive_entry *entry = archive_entry_new();
	gboolean is_packed = strcmp(name, "mimetype") != 0;
	archive_entry_set_pathname_utf8(entry, name);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	archive_entry_set_size(entry, (la_int64_t)strlen(content));
	if (is_packed)
		archive_write_zip_set_compression_deflate(zip);
	else
		archive_write_zip_set_compression_store(zip);
	g_assert_cmpint(archive_write_header(zip, entry), ==, ARCHIVE_OK);
	g_assert_cmpint(
		archive_write_data(zip, content, strlen(content)), ==, (la_ssize_t)strlen(content));
	archive_entry_free(entry);
}

GBytes *
made_zip(const char *name, ...)
{
	size_t n_used = 0;
	g_autofree char *bytes = g_malloc(MAX_BYTES);
	struct archive *zip = archive_write_new();
	archive_write_set_format_zip(zip);
	archive_write_set_options(zip, "zip:hdrcharset=UTF-8");
	g_assert_cmpint(archive_write_open_memory(zip, bytes, MAX_BYTES, &n_used), ==, ARCHIVE_OK);
	va_list rest;
	va_start(rest, name);
	for (; name != NULL; name = va_arg(rest, const char *))
		put(zip, name, va_arg(rest, const char *));
	va_end(rest);
	g_assert_cmpint(archive_write_close(zip), ==, ARCHIVE_OK);
	archive_write_free(zip);
	return g_bytes_new(bytes, n_used);
}
