/* opened.h - what a loader writes, as lines of text: "heading 1 kk: …", "item 2: …", "page: 12",
 * "fault 2: …". */
#pragma once

#include "open/loader.h"

/** opened_writer: (transfer full): one whose items opened_lines() tells. */
OqBlockWriter *opened_writer(int *fd);

/** opened_lines: (transfer full): frees the writer. Lines of a block are joined by " / "; a block
 * whose sentence goes on in the next one ends in " +". */
char *opened_lines(OqBlockWriter *writer, int fd);

/** opened_items: (transfer full): the same of a file that some writer has finished. */
char *opened_items(int fd);

/** opened_load: (transfer full): of a file of these bytes. @error: what the loader said; the lines
 * are those that it wrote before. */
char *opened_load(const OqLoader *loader, const char *bytes, gsize n_bytes, const char *extension,
	OqNotes notes, GError **error);

/** opened_load_as: likewise, with the encoding that the user names. */
char *opened_load_as(const OqLoader *loader, const char *bytes, gsize n_bytes, const char *encoding,
	GError **error);

/** opened_blocks: likewise, with both; what the loader said is the last of the lines. */
char *opened_blocks(const OqLoader *loader, const char *bytes, gsize n_bytes, const char *extension,
	const char *encoding, OqNotes notes);

/** opened_zip: the same of a zip file of these members, as made_zip_of() has them. */
char *opened_zip(const OqLoader *loader, const char *const *members, OqNotes notes);

/** assert_blocks: of a text. */
void assert_blocks(const OqLoader *loader, const char *text, const char *expected);

/** opened_archive: of these bytes; its file stays open, as the process's. */
struct _OqArchive *opened_archive(GBytes *zip);
