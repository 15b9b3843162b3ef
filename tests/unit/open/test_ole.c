#include "open/ole.h"

#include "nameless.h"

#include <string.h>

enum { SECTOR_BYTES = 512 };

static const char stream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

static gboolean
is_locked(const guint8 *bytes, gsize n_bytes)
{
	const OqOpenJob job = {
		.fd = nameless_new(bytes, n_bytes), .n_bytes = n_bytes, .extension = ""};
	gboolean is = oq_ole_is_locked(&job);
	close(job.fd);
	return is;
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
	return g_test_run();
}
