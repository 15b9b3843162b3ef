#include "open/ole.h"

#include "nameless.h"

#include <string.h>

enum { SECTOR_BYTES = 512 };

static const char stream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

static OqOleKind
kind_of(const guint8 *bytes, gsize n_bytes)
{
	const OqOpenJob job = {
		.fd = nameless_new(bytes, n_bytes), .n_bytes = n_bytes, .extension = ""};
	OqOleKind kind = oq_ole_kind(&job);
	close(job.fd);
	return kind;
}

static gboolean
is_locked(const guint8 *bytes, gsize n_bytes)
{
	return kind_of(bytes, n_bytes) == OQ_OLE_LOCKED;
}

/* A file with the name in its directory, and behind that a text of Word's with these flags. */
static OqOleKind
kind_of_name(const char *name, const char *second, guint8 flags)
{
	guint8 bytes[6 * SECTOR_BYTES] = "\320\317\021\340\241\261\032\341";
	bytes[30] = 9;
	bytes[48] = 1;
	guint8 *directory = bytes + 2 * SECTOR_BYTES, *text = bytes + 4 * SECTOR_BYTES;
	for (gsize i = 0; name[i] != '\0'; i++)
		directory[2 * i] = (guint8)name[i];
	for (gsize i = 0; second[i] != '\0'; i++)
		directory[128 + 2 * i] = (guint8)second[i];
	directory[116] = directory[128 + 116] = 3;
	text[0] = 0xEC;
	text[1] = 0xA5;
	text[11] = flags;
	return kind_of(bytes, sizeof bytes);
}

static void
test_kinds(void)
{
	g_assert_cmpint(kind_of_name("WordDocument", "", 0), ==, OQ_OLE_OTHER);
	g_assert_cmpint(kind_of_name("WordDocument", "", 1), ==, OQ_OLE_LOCKED);
	g_assert_cmpint(kind_of_name("WordDocument2", "", 1), ==, OQ_OLE_OTHER);
	g_assert_cmpint(kind_of_name("Workbook", "WordDocument", 0), ==, OQ_OLE_OTHER);
	g_assert_cmpint(kind_of_name("Workbook", "x", 0), ==, OQ_OLE_SHEETS);
	g_assert_cmpint(kind_of_name("x", "Book", 0), ==, OQ_OLE_SHEETS);
	g_assert_cmpint(kind_of_name("x", "PowerPoint Document", 0), ==, OQ_OLE_SLIDES);
	g_assert_cmpint(kind_of_name("", "", 1), ==, OQ_OLE_OTHER);
	g_assert_cmpint(kind_of((const guint8 *)"%PDF-", 5), ==, OQ_OLE_NONE);
	g_assert_cmpint(kind_of((const guint8 *)"\320\317\021\340", 4), ==, OQ_OLE_OTHER);
}

static void
test_locked(void)
{
	guint8 bytes[4 * SECTOR_BYTES] = "\320\317\021\340\241\261\032\341";
	bytes[30] = 9;
	bytes[48] = 1;
	memcpy(bytes + SECTOR_BYTES, stream, sizeof stream); /* before the directory */
	g_assert_false(is_locked(bytes, sizeof bytes));
	memcpy(bytes + 2 * SECTOR_BYTES + 128, stream, sizeof stream);
	g_assert_true(is_locked(bytes, sizeof bytes));
	for (guint8 *p = bytes + 2 * SECTOR_BYTES; p < bytes + sizeof bytes; p++)
		*p = (guint8)g_ascii_toupper((char)*p);
	g_assert_true(is_locked(bytes, sizeof bytes));
	g_assert_false(is_locked(bytes, 2 * SECTOR_BYTES));
	g_assert_false(is_locked(bytes, 20));
	memset(bytes + 48, 0xFF, 4);
	g_assert_false(is_locked(bytes, sizeof bytes));
	bytes[30] = bytes[31] = 0xFF;
	g_assert_false(is_locked(bytes, sizeof bytes));
	memset(bytes + 48, 0, 4);
	bytes[30] = 10;
	bytes[31] = bytes[0] = 0;
	g_assert_false(is_locked(bytes, sizeof bytes));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ole/locked", test_locked);
	g_test_add_func("/ole/kinds", test_kinds);
	return g_test_run();
}
