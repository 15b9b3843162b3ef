/* opened.c - see the header. */
#include "opened.h"

#include "base/processes/records.h"
#include "open/archive.h"

#include "made_zip.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

OqBlockWriter *
opened_writer(int *fd)
{
	*fd = memfd_create("items", MFD_CLOEXEC);
	g_assert_cmpint(*fd, >=, 0);
	return oq_block_writer_new(*fd);
}

static void
append_block(GString *lines, const OqWireHead *head, const char *text)
{
	static const char *const kinds[] = {
		"lines", "paragraph", "heading", "item", "cell", "quote", "note"};
	g_assert_cmpuint(head->kind, <, G_N_ELEMENTS(kinds));
	g_assert_true(g_utf8_validate_len(text, head->n_bytes, NULL));
	g_string_append(lines, kinds[head->kind]);
	if (head->level > 0)
		g_string_append_printf(lines, " %u", head->level);
	if (head->lang != OQ_N_LANGS)
		g_string_append_printf(lines, " %s", oq_lang_name((OqLang)head->lang));
	g_string_append(lines, ": ");
	gsize start = lines->len;
	g_string_append_len(lines, text, (gssize)head->n_bytes);
	for (const char *end; (end = strchr(lines->str + start, '\n')) != NULL;) {
		gssize at = end - lines->str;
		g_string_erase(lines, at, 1);
		g_string_insert(lines, at, " / ");
	}
	g_string_append(lines, head->is_cut ? " +\n" : "\n");
}

static void
append_item(GString *lines, const OqWireHead *head, const char *text)
{
	static const char *const names[] = {[OQ_WIRE_TITLE] = "title",
		[OQ_WIRE_AUTHOR] = "author",
		[OQ_WIRE_LANGUAGE] = "language",
		[OQ_WIRE_PAGE] = "page"};
	if (head->type == OQ_WIRE_BLOCK)
		append_block(lines, head, text);
	else if (head->type == OQ_WIRE_FAULT)
		g_string_append_printf(
			lines, "fault %u: %.*s\n", head->level, (int)head->n_bytes, text);
	else if (head->type < G_N_ELEMENTS(names) && names[head->type] != NULL)
		g_string_append_printf(
			lines, "%s: %.*s\n", names[head->type], (int)head->n_bytes, text);
}

static void
append_record(GString *lines, GBytes *record)
{
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(record, &n_bytes);
	for (gsize i = 0; i < n_bytes;) {
		OqWireHead head;
		g_assert_cmpuint(n_bytes - i, >=, sizeof head);
		memcpy(&head, bytes + i, sizeof head);
		i += sizeof head;
		g_assert_cmpuint(n_bytes - i, >=, head.n_bytes);
		append_item(lines, &head, bytes + i);
		i += head.n_bytes;
	}
}

char *
opened_items(int fd)
{
	GString *lines = g_string_new(NULL);
	g_assert_cmpint(lseek(fd, 0, SEEK_SET), ==, 0);
	for (GBytes *record; (record = oq_records_read(fd)) != NULL;) {
		append_record(lines, record);
		g_bytes_unref(record);
	}
	return g_string_free(lines, FALSE);
}

static char *
finish(OqBlockWriter *writer, int fd, const GError *failure)
{
	oq_block_writer_finish(writer, failure);
	oq_block_writer_free(writer);
	char *lines = opened_items(fd);
	close(fd);
	return lines;
}

char *
opened_lines(OqBlockWriter *writer, int fd)
{
	return finish(writer, fd, NULL);
}

static int
file_of(const char *bytes, gsize n_bytes)
{
	int fd = memfd_create("file", MFD_CLOEXEC);
	g_assert_cmpint(fd, >=, 0);
	for (gsize n = 0; n < n_bytes;) {
		gssize written = write(fd, bytes + n, n_bytes - n);
		g_assert_cmpint(written, >, 0);
		n += (gsize)written;
	}
	return fd;
}

/* @told: the failure is the last of the lines. */
static char *
load(const OqLoader *loader, OqOpenJob *job, const char *bytes, gboolean told, GError **error)
{
	int fd;
	g_autoptr(GError) failure = NULL;
	OqBlockWriter *writer = opened_writer(&fd);
	job->fd = file_of(bytes, (gsize)job->n_bytes);
	if (loader->prepare != NULL)
		loader->prepare();
	gboolean is_done = loader->load(job, writer, &failure);
	g_assert_cmpint(is_done, ==, failure == NULL);
	g_assert_true(failure == NULL || failure->domain == OQ_OPEN_ERROR);
	close(job->fd);
	char *lines = finish(writer, fd, told ? failure : NULL);
	if (failure != NULL && error != NULL)
		*error = g_steal_pointer(&failure);
	return lines;
}

char *
opened_load(const OqLoader *loader, const char *bytes, gsize n_bytes, const char *extension,
	OqNotes notes, GError **error)
{
	OqOpenJob job = {.n_bytes = n_bytes, .extension = extension, .notes = notes};
	return load(loader, &job, bytes, FALSE, error);
}

char *
opened_load_as(const OqLoader *loader, const char *bytes, gsize n_bytes, const char *encoding,
	GError **error)
{
	OqOpenJob job = {.n_bytes = n_bytes, .extension = "", .encoding = encoding};
	return load(loader, &job, bytes, FALSE, error);
}

char *
opened_blocks(const OqLoader *loader, const char *bytes, gsize n_bytes, const char *extension,
	const char *encoding, OqNotes notes)
{
	OqOpenJob job = {.fd = 0,
		.n_bytes = n_bytes,
		.extension = extension,
		.encoding = encoding,
		.notes = notes};
	return load(loader, &job, bytes, TRUE, NULL);
}

char *
opened_zip(const OqLoader *loader, const char *const *members, OqNotes notes)
{
	g_autoptr(GBytes) zip = made_zip_of(FALSE, members);
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(zip, &n_bytes);
	return opened_blocks(loader, bytes, n_bytes, "", NULL, notes);
}

void
assert_blocks(const OqLoader *loader, const char *text, const char *expected)
{
	g_autofree char *lines = opened_blocks(loader, text, strlen(text), "", NULL, OQ_NOTES_SKIP);
	g_assert_cmpstr(lines, ==, expected);
}

OqArchive *
opened_archive(GBytes *zip)
{
	g_autoptr(GError) error = NULL;
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(zip, &n_bytes);
	OqOpenJob job = {.fd = file_of(bytes, n_bytes), .n_bytes = n_bytes, .extension = ""};
	OqArchive *archive = oq_archive_open(&job, &error);
	g_assert_no_error(error);
	return archive;
}
