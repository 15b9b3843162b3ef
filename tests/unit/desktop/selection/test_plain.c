#include "desktop/selection/plain.h"

#include <string.h>

static void
check(const char *bytes, gsize n_bytes, OqPlainEncoding encoding, const char *wanted)
{
	GByteArray *array = g_byte_array_new();
	g_byte_array_append(array, (const guint8 *)bytes, n_bytes);
	g_autoptr(GBytes) text = oq_plain_text(array, encoding);

	if (wanted == NULL) {
		g_assert_null(text);
		return;
	}
	gsize n_text;
	const char *got = g_bytes_get_data(text, &n_text);
	g_assert_cmpmem(got, n_text, wanted, strlen(wanted));
}

#define CHECK(bytes, encoding, wanted) check(bytes, sizeof(bytes) - 1, encoding, wanted)

static void
test_utf8(void)
{
	CHECK("Сәлем, ңғүұқөһі", OQ_PLAIN_UTF8, "Сәлем, ңғүұқөһі");
	CHECK("a\0b\0", OQ_PLAIN_UTF8, "ab");
	CHECK("a\xFFz\xD2", OQ_PLAIN_UTF8, "a\uFFFDz\uFFFD");
	CHECK("\xD2\0\x9B", OQ_PLAIN_UTF8, "қ");
}

static void
test_latin1(void)
{
	CHECK("caf\xE9\0", OQ_PLAIN_LATIN1, "café");
	CHECK("қала", OQ_PLAIN_LATIN1, "қала"); /* by those who call UTF-8 so */
}

static void
test_nothing(void)
{
	CHECK("", OQ_PLAIN_UTF8, NULL);
	CHECK("\0\0", OQ_PLAIN_LATIN1, NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/plain/utf8", test_utf8);
	g_test_add_func("/plain/latin1", test_latin1);
	g_test_add_func("/plain/nothing", test_nothing);
	return g_test_run();
}
