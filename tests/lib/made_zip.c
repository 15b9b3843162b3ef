/* made_zip.c - see the header. */
#include "made_zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdarg.h>
#include <string.h>

enum { HEAD_BYTES = 1024 }; /* of a member, and more than that */

static void
put(struct archive *zip, gboolean is_packed, gboolean is_utf8, const char *name,
	const char *content)
{
	struct archive_entry *entry = archive_entry_new();
	gsize n_bytes = strlen(content);
	if (is_utf8)
		archive_entry_set_pathname_utf8(entry, name);
	else
		archive_entry_set_pathname(entry, name);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	archive_entry_set_size(entry, (la_int64_t)n_bytes);
	if (is_packed && strcmp(name, "mimetype") != 0)
		archive_write_zip_set_compression_deflate(zip);
	else
		archive_write_zip_set_compression_store(zip);
	g_assert_cmpint(archive_write_header(zip, entry), ==, ARCHIVE_OK);
	g_assert_cmpint(archive_write_data(zip, content, n_bytes), ==, (la_ssize_t)n_bytes);
	archive_entry_free(entry);
}

static GBytes *
make(gboolean is_packed, gboolean is_utf8, const char *const *members)
{
	gsize room = 65536, n_bytes = 0;
	for (guint i = 0; members[i] != NULL; i++)
		room += strlen(members[i]) + HEAD_BYTES;
	char *bytes = g_malloc(room);
	struct archive *zip = archive_write_new();
	archive_write_set_format_zip(zip);
	if (is_utf8)
		archive_write_set_options(zip, "zip:hdrcharset=UTF-8");
	g_assert_cmpint(archive_write_open_memory(zip, bytes, room, &n_bytes), ==, ARCHIVE_OK);
	for (guint i = 0; members[i] != NULL; i += 2)
		put(zip, is_packed, is_utf8, members[i], members[i + 1]);
	g_assert_cmpint(archive_write_close(zip), ==, ARCHIVE_OK);
	archive_write_free(zip);
	return g_bytes_new_take(bytes, n_bytes);
}

GBytes *
made_zip(const char *name, ...)
{
	g_autoptr(GPtrArray) members = g_ptr_array_new();
	va_list rest;
	va_start(rest, name);
	for (; name != NULL; name = va_arg(rest, const char *)) {
		g_ptr_array_add(members, (gpointer)(gintptr)name);
		g_ptr_array_add(members, va_arg(rest, char *));
	}
	va_end(rest);
	g_ptr_array_add(members, NULL);
	return make(TRUE, TRUE, (const char *const *)members->pdata);
}

GBytes *
made_zip_of(gboolean is_packed, const char *const *members)
{
	return make(is_packed, FALSE, members);
}
