/* zipped.h - for tests: zip files that are made of given members. */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>
#include <string.h>

/** (transfer full): @members: name, text, name, text, …, NULL; all are stored as they are, so that
 * "mimetype" stands where it belongs, or packed. */
static inline GBytes *
zipped_new(gboolean is_packed, const char *const *members)
{
	gsize room = 65536, n_bytes = 0;
	for (guint i = 0; members[i] != NULL; i++)
		room += strlen(members[i]) + 1024;
	char *bytes = g_malloc(room);
	struct archive *zip = archive_write_new();
	archive_write_set_format_zip(zip);
	archive_write_set_options(zip, is_packed ? "compression=deflate" : "compression=store");
	archive_write_open_memory(zip, bytes, room, &n_bytes);
	for (guint i = 0; members[i] != NULL; i += 2) {
		struct archive_entry *entry = archive_entry_new();
		archive_entry_set_pathname(entry, members[i]);
		archive_entry_set_size(entry, (la_int64_t)strlen(members[i + 1]));
		archive_entry_set_filetype(entry, AE_IFREG);
		archive_entry_set_perm(entry, 0644);
		g_assert_cmpint(archive_write_header(zip, entry), ==, ARCHIVE_OK);
		archive_write_data(zip, members[i + 1], strlen(members[i + 1]));
		archive_entry_free(entry);
	}
	g_assert_cmpint(archive_write_close(zip), ==, ARCHIVE_OK);
	archive_write_free(zip);
	return g_bytes_new_take(bytes, n_bytes);
}
