/* opened_blocks.h - for tests: what a loader makes of some bytes, in lines such as "heading 1: …".
 */
#pragma once

#include "base/processes/records.h"
#include "nameless.h"
#include "open/loader.h"

#include <string.h>

static inline const char *
opened_blocks_kind(guint8 kind)
{
	static const char *const names[] = {
		"lines", "paragraph", "heading", "item", "cell", "quote", "note"};
	g_assert_cmpuint(kind, <, G_N_ELEMENTS(names));
	return names[kind];
}

static inline void
opened_blocks_item(GString *lines, const OqWireHead *head, const char *text)
{
	static const char *const names[] = {"title", "author", "language", NULL, "page"};
	int n = (int)head->n_bytes;
	if (head->type == OQ_WIRE_BLOCK) {
		g_string_append(lines, opened_blocks_kind(head->kind));
		if (head->level > 0)
			g_string_append_printf(lines, " %u", head->level);
		if (head->lang < OQ_N_LANGS)
			g_string_append_printf(lines, " %s", oq_lang_name(head->lang));
		g_string_append_printf(lines, "%s: %.*s\n", head->is_cut ? " cut" : "", n, text);
	} else if (head->type == OQ_WIRE_FAULT) {
		g_string_append_printf(lines, "fault %u: %.*s\n", head->level, n, text);
	} else if (head->type < G_N_ELEMENTS(names)) {
		g_string_append_printf(lines, "%s: %.*s\n", names[head->type], n, text);
	}
}

/** (transfer full): of what stands in a file that a writer wrote; its place is moved. */
static inline char *
opened_blocks_of(int fd)
{
	GString *lines = g_string_new(NULL);
	g_assert_cmpint(lseek(fd, 0, SEEK_SET), ==, 0);
	for (GBytes *record; (record = oq_records_read(fd)) != NULL; g_bytes_unref(record)) {
		gsize n_bytes;
		const char *bytes = g_bytes_get_data(record, &n_bytes);
		for (gsize at = 0; at < n_bytes;) {
			OqWireHead head;
			memcpy(&head, bytes + at, sizeof head);
			opened_blocks_item(lines, &head, bytes + at + sizeof head);
			at += sizeof head + head.n_bytes;
			g_assert_cmpuint(at, <=, n_bytes);
		}
	}
	return g_string_free(lines, FALSE);
}

/** (transfer full): @extension, @encoding (nullable) and @notes: of the job. */
static inline char *
opened_blocks(const OqLoader *loader, const void *bytes, gsize n_bytes, const char *extension,
	const char *encoding, OqNotes notes)
{
	g_autoptr(GError) failure = NULL;
	int in = nameless_new(bytes, n_bytes), out = nameless_new("", 0);
	const OqOpenJob job = {in, n_bytes, extension, encoding, notes, NULL};
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(out);
	if (loader->prepare != NULL)
		loader->prepare();
	gboolean is_read = loader->load(&job, writer, &failure);
	g_assert_true(is_read == (failure == NULL));
	oq_block_writer_finish(writer, failure);
	char *lines = opened_blocks_of(out);
	close(in);
	close(out);
	return lines;
}

/** assert_blocks: of a text. */
static inline void
assert_blocks(const OqLoader *loader, const char *text, const char *expected)
{
	g_autofree char *lines = opened_blocks(loader, text, strlen(text), "", NULL, OQ_NOTES_SKIP);
	g_assert_cmpstr(lines, ==, expected);
}
