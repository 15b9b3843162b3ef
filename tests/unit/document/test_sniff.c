#include "document/sniff.h"

#include "document/document.h"

#include <string.h>

static void
assert_text(const char *bytes, gsize n_bytes)
{
	g_autoptr(GError) error = NULL;

	g_assert_true(oq_sniff_check(bytes, n_bytes, "file.txt", &error));
	g_assert_no_error(error);
}

static void
assert_refused(const char *bytes, gsize n_bytes, const char *cure)
{
	g_autoptr(GError) error = NULL;

	g_assert_false(oq_sniff_check(bytes, n_bytes, "file.txt", &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT);
	g_assert_nonnull(strstr(error->message, "file.txt"));
	g_assert_nonnull(strstr(error->message, cure));
}

/* Converts the text, which needs no BOM, and expects the cure. */
static void
assert_refused_in(const char *encoding, const char *text, const char *cure)
{
	g_autoptr(GError) error = NULL;
	gsize n_bytes = 0;
	g_autofree char *bytes = g_convert(text, -1, encoding, "UTF-8", NULL, &n_bytes, &error);

	g_assert_no_error(error);
	assert_refused(bytes, n_bytes, cure);
}

#define ASSERT_TEXT(bytes)   assert_text(bytes, sizeof(bytes) - 1)
#define ASSERT_BINARY(bytes) assert_refused(bytes, sizeof(bytes) - 1, "plain text")

static void
test_text(void)
{
	ASSERT_TEXT("");
	ASSERT_TEXT("ә");
	ASSERT_TEXT("\xD3"); /* the first half of ә: a pipe may begin so */
	ASSERT_TEXT("\357\273\277Қазақ тілі");
	ASSERT_TEXT("plain ASCII\r\nwith\ttabs\f and \033[1mcolours\033[0m\032");
	ASSERT_TEXT("2015 жыл – 25,5 %\n");
}

static void
test_few_faults(void)
{
	ASSERT_TEXT("Қазақстан\0Республикасы");
	ASSERT_TEXT("Қазақстан \xFF Республикасының \xD0 халқы");
	ASSERT_TEXT("a caf\xE9 in Paris");
	ASSERT_TEXT("a\0b");
}

static void
test_binary(void)
{
	ASSERT_BINARY("\177ELF\2\1\1\0");
	assert_refused("\211PNG\r\n\032\n", 8, "picture");
	ASSERT_BINARY("PK\003\004\024\0");
	ASSERT_BINARY("%PDF-1.7\n");
	ASSERT_BINARY("{\\rtf1\\ansi");
	ASSERT_BINARY("\0\0\0\0\0\0\0\0");
	ASSERT_BINARY("text \1\2\3\4\5\6 and \0\0\0 controls");
	ASSERT_BINARY("H\0\0\0e\0\0\0l\0\0\0l\0\0\0"); /* UTF-32 */
}

/* Random bytes are never taken for text. */
static void
test_random(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(1048);

	for (guint i = 0; i < 1000; i++) {
		g_autoptr(GError) error = NULL;
		guint32 words[64];
		for (gsize k = 0; k < G_N_ELEMENTS(words); k++)
			words[k] = g_rand_int(rand);
		g_assert_false(
			oq_sniff_check((const char *)words, sizeof words, "file.txt", &error));
		g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT);
	}
}

static void
test_utf16(void)
{
	assert_refused_in("UTF-16LE", "Қазақ тілі, 2015 жыл", "--encoding UTF-16LE");
	assert_refused_in("UTF-16BE", "Қазақ тілі, 2015 жыл", "--encoding UTF-16BE");
	assert_refused_in("UTF-16LE", "English", "--encoding UTF-16LE");
}

static void
test_eight_bits(void)
{
	assert_refused_in("RK1048", "Қазақстан Республикасы", "--encoding KZ-1048");
	assert_refused_in("WINDOWS-1251", "Да", "windows-1251");
	assert_refused_in("WINDOWS-1251", "2015: Алматы (Almaty) облысы", "windows-1251");
	assert_refused_in("KOI8-R", "Привет, мир!", "--encoding");
}

static void
test_bom(void)
{
	gsize size = 9;

	g_assert_cmpstr(oq_sniff_bom("\377\376\331\004", 4, &size), ==, "UTF-16LE");
	g_assert_cmpuint(size, ==, 2);
	g_assert_cmpstr(oq_sniff_bom("\376\377\004\331", 4, &size), ==, "UTF-16BE");
	g_assert_cmpuint(size, ==, 2);
	g_assert_cmpstr(oq_sniff_bom("\377\376\0\0", 4, &size), ==, "UTF-32LE");
	g_assert_cmpuint(size, ==, 4);
	g_assert_cmpstr(oq_sniff_bom("\0\0\376\377", 4, &size), ==, "UTF-32BE");
	g_assert_null(oq_sniff_bom("\357\273\277a", 4, &size));
	g_assert_cmpuint(size, ==, 0);
	g_assert_null(oq_sniff_bom("\377", 1, &size));
	g_assert_null(oq_sniff_bom(NULL, 0, &size));
}

/* What is text in an encoding that must be named is not binary. */
static void
test_is_binary(void)
{
	g_assert_true(oq_sniff_is_binary("\211PNG\r\n", 6));
	g_assert_true(oq_sniff_is_binary("\1\2\3\4\5\6\7", 7));
	g_assert_false(oq_sniff_is_binary("\317\360\350\342\345\362", 6));
	g_assert_false(oq_sniff_is_binary("a\0b\0c\0d\0e\0f\0", 12));
	g_assert_false(oq_sniff_is_binary("\377\376\1\0\2\0\3\0\1\0\1\0", 12));
	g_assert_false(oq_sniff_is_binary("", 0));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/sniff/text", test_text);
	g_test_add_func("/sniff/few-faults", test_few_faults);
	g_test_add_func("/sniff/binary", test_binary);
	g_test_add_func("/sniff/random", test_random);
	g_test_add_func("/sniff/utf16", test_utf16);
	g_test_add_func("/sniff/eight-bits", test_eight_bits);
	g_test_add_func("/sniff/bom", test_bom);
	g_test_add_func("/sniff/is-binary", test_is_binary);
	return g_test_run();
}
