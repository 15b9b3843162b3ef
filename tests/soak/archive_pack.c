/* archive_pack.c - see the header. */
#include "archive_pack.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static void
free_member(gpointer data)
{
	ArchiveMember *member = data;
	g_free(member->name);
	g_bytes_unref(member->bytes);
	g_free(member);
}

static GBytes *
read_all(struct archive *zip)
{
	g_autoptr(GByteArray) all = g_byte_array_new();
	guint8 bytes[4096];
	la_ssize_t n;
	while ((n = archive_read_data(zip, bytes, sizeof bytes)) > 0)
		g_byte_array_append(all, bytes, (guint)n);
	g_assert_cmpint(n, ==, 0);
	return g_byte_array_free_to_bytes(g_steal_pointer(&all));
}

GPtrArray *
archive_unpack(GBytes *bytes)
{
	gsize n_bytes;
	const char *all = g_bytes_get_data(bytes, &n_bytes);
	struct archive *zip = archive_read_new();
	struct archive_entry *entry;
	if (n_bytes < 4 || memcmp(all, "PK\003\004", 4) != 0) {
		archive_read_free(zip);
		return NULL;
	}
	GPtrArray *members = g_ptr_array_new_with_free_func(free_member);
	archive_read_support_format_zip_seekable(zip);
	g_assert_cmpint(archive_read_open_memory(zip, all, n_bytes), ==, ARCHIVE_OK);
	while (archive_read_next_header(zip, &entry) == ARCHIVE_OK) {
		ArchiveMember *member = g_new0(ArchiveMember, 1);
		member->name = g_strdup(archive_entry_pathname(entry));
		member->bytes = read_all(zip);
		g_ptr_array_add(members, member);
	}
	archive_read_free(zip);
	return members;
}

static void
put(struct archive *zip, const ArchiveMember *member)
{
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(member->bytes, &n_bytes);
	struct archive_entry *entry = archive_entry_new();
	archive_entry_set_pathname(entry, member->name);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	archive_entry_set_size(entry, (la_int64_t)n_bytes);
	if (g_str_equal(member->name, "mimetype"))
		archive_write_zip_set_compression_store(zip);
	else
		archive_write_zip_set_compression_deflate(zip);
	g_assert_cmpint(archive_write_header(zip, entry), ==, ARCHIVE_OK);
	if (n_bytes > 0)
		archive_write_data(zip, bytes, n_bytes);
	archive_entry_free(entry);
}

GBytes *
archive_pack(const GPtrArray *members)
{
	gsize room = 65536, n_used = 0;
	for (guint i = 0; i < members->len; i++)
		room += 4096 + 2 * g_bytes_get_size(((ArchiveMember *)members->pdata[i])->bytes);
	char *bytes = g_malloc(room);
	struct archive *zip = archive_write_new();
	archive_write_set_format_zip(zip);
	g_assert_cmpint(archive_write_open_memory(zip, bytes, room, &n_used), ==, ARCHIVE_OK);
	for (guint i = 0; i < members->len; i++)
		put(zip, g_ptr_array_index(members, i));
	g_assert_cmpint(archive_write_close(zip), ==, ARCHIVE_OK);
	archive_write_free(zip);
	return g_bytes_new_take(bytes, n_used);
}
