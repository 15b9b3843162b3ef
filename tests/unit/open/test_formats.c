#include "open/formats.h"

#include "made_zip.h"
#include "nameless.h"

#include <string.h>

static const char *
chosen(const void *bytes, gsize n_bytes, const char *extension)
{
	g_autoptr(GError) error = NULL;
	const OqOpenJob job = {
		.fd = nameless_new(bytes, n_bytes), .n_bytes = n_bytes, .extension = extension};
	const OqLoader *loader = oq_formats_choose(&job, &error);
	g_assert_true((loader == NULL) == (error != NULL));
	close(job.fd);
	return loader != NULL ? loader->name : "none";
}

static const char *
chosen_text(const char *text, const char *extension)
{
	return chosen(text, strlen(text), extension);
}

static const char *
chosen_zip(const char *name, const char *text, const char *extension)
{
	const char *const members[] = {name, text, NULL};
	g_autoptr(GBytes) bytes = made_zip_of(FALSE, members);
	return chosen(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), extension);
}

/* By what it holds; the name decides only where that says nothing. */
static void
test_choose(void)
{
	g_assert_cmpstr(chosen_text("%PDF-1.7", "md"), ==, "pdf");
	g_assert_cmpstr(chosen_text("{\\rtf1}", "pdf"), ==, "rtf");
	g_assert_cmpstr(chosen_text("<?xml version='1.0'?><FictionBook>", ""), ==, "fb2");
	g_assert_cmpstr(chosen_text("WEBVTT\n", ""), ==, "srt");
	g_assert_cmpstr(chosen_text("# А", "md"), ==, "markdown");
	g_assert_cmpstr(
		chosen_text("# А\n\n    <FictionBook>\n    <dtbook>", "md"), ==, "markdown");
	g_assert_cmpstr(chosen_text("PDF \"%PDF-\" деп басталады", "md"), ==, "markdown");
	g_assert_cmpstr(chosen_text("PK деп басталады", "md"), ==, "markdown");
	g_assert_cmpstr(chosen_zip("metadata.opf", "<a/>", ""), ==, "none");
	g_assert_cmpstr(chosen_text("а;б", "csv"), ==, "csv");
	g_assert_cmpstr(chosen_text("1\n", "srt"), ==, "srt");
	g_assert_cmpstr(chosen_text("сөз", "xyz"), ==, "none");
	g_assert_cmpstr(chosen_zip("word/document.xml", "<a/>", "epub"), ==, "docx");
	g_assert_cmpstr(chosen_zip("k.fb2", "<a/>", ""), ==, "fb2");
	g_assert_cmpstr(
		chosen_zip("mimetype", "application/vnd.oasis.opendocument.text", ""), ==, "odt");
	g_assert_cmpstr(chosen_text("\211PNG", "md"), ==, "image");
	g_assert_cmpstr(chosen_text("\377\330\377\340", ""), ==, "image");
	g_assert_cmpstr(chosen_text("II*", "csv"), ==, "csv");
	g_assert_cmpstr(chosen_zip("a.txt", "сөз", "zip"), ==, "none");
	oq_formats_prepare();
}

static int
code_of(const void *bytes, gsize n_bytes)
{
	g_autoptr(GError) error = NULL;
	const OqOpenJob job = {
		.fd = nameless_new(bytes, n_bytes), .n_bytes = n_bytes, .extension = ""};
	g_assert_null(oq_formats_choose(&job, &error));
	close(job.fd);
	return error->code;
}

static int
code_of_zip(const char *name, const char *text)
{
	const char *const members[] = {name, text, NULL};
	g_autoptr(GBytes) bytes = made_zip_of(FALSE, members);
	return code_of(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

/* What is to be done with each kind differs. */
static void
test_kinds(void)
{
	static const char type[] = "application/vnd.oasis.opendocument.";
	g_autofree char *sheets = g_strconcat(type, "spreadsheet", NULL);
	g_autofree char *slides = g_strconcat(type, "presentation-template", NULL);
	g_autofree char *picture = g_strconcat(type, "graphics", NULL);
	g_assert_cmpint(code_of_zip("xl/workbook.xml", "<a/>"), ==, OQ_OPEN_ERROR_SHEETS);
	g_assert_cmpint(code_of_zip("ppt/presentation.xml", "<a/>"), ==, OQ_OPEN_ERROR_SLIDES);
	g_assert_cmpint(code_of_zip("mimetype", sheets), ==, OQ_OPEN_ERROR_SHEETS);
	g_assert_cmpint(code_of_zip("mimetype", slides), ==, OQ_OPEN_ERROR_SLIDES);
	g_assert_cmpint(code_of_zip("mimetype", picture), ==, OQ_OPEN_ERROR_UNKNOWN);
	g_assert_cmpint(code_of_zip("a/b.txt", "сөз"), ==, OQ_OPEN_ERROR_PACKED);
}

static void
test_refuse(void)
{
	static const char stream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	const char *const members[] = {"a.txt", "сөз сөз сөз сөз сөз сөз сөз сөз", NULL};
	char locked[2048] = "\320\317\021\340\241\261\032\341";
	g_autoptr(GBytes) zip = made_zip_of(FALSE, members);
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(zip, &n_bytes);
	g_assert_cmpint(code_of(bytes, n_bytes), ==, OQ_OPEN_ERROR_PACKED);
	g_assert_cmpint(code_of(bytes, n_bytes / 2), ==, OQ_OPEN_ERROR_DAMAGED);
	locked[30] = 9;
	g_assert_cmpint(code_of(locked, sizeof locked), ==, OQ_OPEN_ERROR_UNKNOWN);
	memcpy(locked + 512, stream, sizeof stream);
	g_assert_cmpint(code_of(locked, sizeof locked), ==, OQ_OPEN_ERROR_LOCKED);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/formats/choose", test_choose);
	g_test_add_func("/formats/refuse", test_refuse);
	g_test_add_func("/formats/kinds", test_kinds);
	return g_test_run();
}
