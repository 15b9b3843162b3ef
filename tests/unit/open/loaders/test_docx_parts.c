#include "open/loaders/docx_parts.h"

#include "made_zip.h"
#include "nameless.h"

#define RELATIONS(type, target)                                                                    \
	"<Relationships><Relationship Type='x/other' Target='none.xml'/><Relationship "            \
	"Type='x/" type "' Target='" target "'/></Relationships>"

static OqArchive *
open_members(const char *const *members, int *fd)
{
	g_autoptr(GBytes) bytes = made_zip_of(FALSE, members);
	gsize n_bytes = g_bytes_get_size(bytes);
	*fd = nameless_new(g_bytes_get_data(bytes, NULL), n_bytes);
	const OqOpenJob job = {.fd = *fd, .n_bytes = n_bytes, .extension = ""};
	OqArchive *archive = oq_archive_open(&job, NULL);
	g_assert_nonnull(archive);
	return archive;
}

static void
assert_document(const char *const *members, const char *expected)
{
	int fd;
	g_autoptr(OqArchive) archive = open_members(members, &fd);
	g_autofree char *document = oq_docx_parts_document(archive);
	g_assert_cmpstr(document, ==, expected);
	close(fd);
}

static void
test_document(void)
{
	const char *const usual[] = {"word/document.xml", "", NULL};
	const char *const named[] = {"word/document2.xml", "", "_rels/.rels",
		RELATIONS("officeDocument", "/word/document2.xml"), NULL};
	const char *const beside[] = {"word/document2.xml", "", "_rels/.rels",
		RELATIONS("officeDocument", "word/document2.xml"), NULL};
	const char *const sheet[] = {"xl/workbook.xml", "", "_rels/.rels",
		RELATIONS("officeDocument", "xl/workbook.xml"), NULL};
	const char *const missing[] = {
		"_rels/.rels", RELATIONS("officeDocument", "word/document2.xml"), NULL};
	const char *const outside[] = {
		"_rels/.rels", RELATIONS("officeDocument", "../../etc/passwd"), NULL};
	assert_document(usual, "word/document.xml");
	assert_document(named, "word/document2.xml");
	assert_document(beside, "word/document2.xml");
	assert_document(sheet, NULL);
	assert_document(missing, NULL);
	assert_document(outside, NULL);
}

static void
test_related(void)
{
	const char *const members[] = {"word/document2.xml", "", "word/styles2.xml", "",
		"word/styles.xml", "", "word/notes.xml", "", "word/footnotes.xml", "",
		"word/_rels/document2.xml.rels",
		"<a>" RELATIONS("styles", "styles2.xml")
			RELATIONS("comments", "/word/notes.xml") "</a>",
		NULL};
	int fd;
	g_autoptr(OqArchive) archive = open_members(members, &fd);
	g_autofree char *styles = oq_docx_parts_related(archive, "word/document2.xml", "styles");
	g_autofree char *usual = oq_docx_parts_related(archive, "word/document2.xml", "footnotes");
	g_autofree char *from_root =
		oq_docx_parts_related(archive, "word/document2.xml", "comments");
	g_autofree char *none = oq_docx_parts_related(archive, "word/document2.xml", "endnotes");
	g_assert_cmpstr(styles, ==, "word/styles2.xml");
	g_assert_cmpstr(usual, ==, "word/footnotes.xml");
	g_assert_cmpstr(from_root, ==, "word/notes.xml");
	g_assert_null(none);
	close(fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/docx_parts/document", test_document);
	g_test_add_func("/docx_parts/related", test_related);
	return g_test_run();
}
