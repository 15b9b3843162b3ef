#include "document/sniff.h"

#include "document/document.h"

#include <string.h>

static void
assert_text(const char *bytes, gsize n_bytes)
{
	g_autoptr(GError) error = NULL;

	OqSniffed found;
	g_assert_true(oq_sniff_text(bytes, n_bytes, "file.txt", &found, &error));
	g_assert_no_error(error);
	g_assert_null(found.encoding);
	g_assert_cmpint(found.mojibake, ==, OQ_MOJIBAKE_NONE);
}

static void
assert_refused(const char *bytes, gsize n_bytes, const char *cure)
{
	g_autoptr(GError) error = NULL;

	OqSniffed found;
	g_assert_false(oq_sniff_text(bytes, n_bytes, "file.txt", &found, &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT);
	g_assert_nonnull(strstr(error->message, "file.txt"));
	g_assert_nonnull(strstr(error->message, cure));
}

static void
assert_found(const char *bytes, gsize n_bytes, const char *expected, gsize n_bom)
{
	g_autoptr(GError) error = NULL;
	OqSniffed found;
	g_assert_true(oq_sniff_text(bytes, n_bytes, "file.txt", &found, &error));
	g_assert_no_error(error);
	g_assert_cmpstr(found.encoding, ==, expected);
	g_assert_cmpuint(found.n_bom, ==, n_bom);
	g_assert_cmpint(found.mojibake, ==, OQ_MOJIBAKE_NONE);
}

/* Converts the text, which needs no BOM. */
static void
assert_found_in(const char *encoding, const char *text, const char *expected)
{
	g_autoptr(GError) error = NULL;
	gsize n_bytes = 0;
	g_autofree char *bytes = g_convert(text, -1, encoding, "UTF-8", NULL, &n_bytes, &error);

	g_assert_no_error(error);
	assert_found(bytes, n_bytes, expected, 0);
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
	ASSERT_BINARY("\211PNG\r\n\032\n");
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
		OqSniffed found;
		g_assert_false(oq_sniff_text(
			(const char *)words, sizeof words, "file.txt", &found, &error));
		g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT);
	}
}

static void
test_utf16(void)
{
	assert_found_in("UTF-16LE", "Қазақ тілі, 2015 жыл", "UTF-16LE");
	assert_found_in("UTF-16BE", "Қазақ тілі, 2015 жыл", "UTF-16BE");
	assert_found_in("UTF-16LE", "English", "UTF-16LE");
	assert_found("\377\376\331\004", 4, "UTF-16LE", 2);
	assert_found("\0\0\376\377\0\0\4\331", 8, "UTF-32BE", 4);
}

static void
test_eight_bits(void)
{
	assert_found_in("RK1048", "Қазақстан Республикасы", "KZ-1048");
	assert_found_in("PT154", "Елдің және түннің әні", "PT154");
	assert_found_in("WINDOWS-1251", "Да", "windows-1251");
	assert_found_in("WINDOWS-1251", "2015: Алматы (Almaty) облысы", "KZ-1048");
	assert_found_in("KOI8-R", "Привет, мир!", "KOI8-R");
}

/* What no Kazakh or Russian is must be named. */
static void
test_other_letters(void)
{
	assert_refused("\xE1\xE5\xED \xF9\xEC\xE5\xED a\xE9\x62\xE8\x63", 13, "--encoding KZ-1048");
}

static void
assert_mojibake(const char *text, OqMojibake expected)
{
	g_autoptr(GError) error = NULL;
	OqSniffed found;
	g_assert_true(oq_sniff_text(text, strlen(text), "file.txt", &found, &error));
	g_assert_null(found.encoding);
	g_assert_cmpint(found.mojibake, ==, expected);
}

static void
test_mojibake(void)
{
	assert_mojibake("Ќазаќстан халќы ўлы жеѕісті бїгін де жјне ертеѕ де есте саќтайды.",
		OQ_MOJIBAKE_KZ_1048_AS_1251);
	assert_mojibake("Қазақстан халқы ұлы жеңісті бүгін де есте сақтайды.", OQ_MOJIBAKE_NONE);
}

/* The letters that tell may stand far behind the beginning. */
static void
test_late(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	while (text->len < 20000)
		g_string_append(text, "<a href=\"/1\">2015</a>\n");
	g_string_append(text, "\x8D\xE0\xE7\xE0\x9D \xF2\xB3\xEB\xB3");
	assert_found(text->str, text->len, "KZ-1048", 0);
}

/* What a file is shows at its beginning: zeros behind a text are damage. */
static void
test_zeros_behind(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	while (text->len < 5000)
		g_string_append(text, "Қазақ тілі.\n");
	g_string_set_size(text, 15000);
	memset(text->str + 5000, 0, 10000);
	assert_text(text->str, text->len);
	g_assert_false(oq_sniff_is_binary(text->str, text->len));
}

/* What a pipe has said so far is enough, or not. */
static void
test_sure(void)
{
	g_assert_false(oq_sniff_is_sure("", 0));
	g_assert_false(oq_sniff_is_sure("a", 1));
	g_assert_false(oq_sniff_is_sure("ab", 2));
	g_assert_false(oq_sniff_is_sure("PK\n", 3));
	g_assert_true(oq_sniff_is_sure("ab\323\231", 4));
	g_assert_false(oq_sniff_is_sure("ab\323", 3)); /* half a letter */
	g_assert_false(oq_sniff_is_sure("<!d", 3));
	g_assert_false(oq_sniff_is_sure("<!doctype html><html>", 21));
	g_assert_true(oq_sniff_is_sure("Сәлем.\n", strlen("Сәлем.\n")));
	g_assert_false(oq_sniff_is_sure("\377\376", 2));
	g_assert_false(oq_sniff_is_sure("a\0b\0", 4));
	g_assert_false(oq_sniff_is_sure("\x8D\xE0\xE7", 3));
	g_assert_false(oq_sniff_is_sure("Ќазаќ", strlen("Ќазаќ")));
	g_autofree char *much = g_strnfill(4096, '\x8D');
	g_assert_false(oq_sniff_is_sure(much, 4095));
	g_assert_true(oq_sniff_is_sure(much, 4096));
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
	g_assert_cmpuint(oq_sniff_utf8_bom("\357\273\277", 3), ==, 3);
	g_assert_cmpuint(oq_sniff_utf8_bom("\357\273\277a", 4), ==, 3);
	g_assert_cmpuint(oq_sniff_utf8_bom("\357\273\277", 2), ==, 0);
	g_assert_cmpuint(oq_sniff_utf8_bom("a\357\273\277", 4), ==, 0);
}

/* What is text in an encoding that must be named is not binary. */
static void
test_is_binary(void)
{
	g_assert_true(oq_sniff_is_binary("\211PNG\r\n", 6));
	g_assert_true(oq_sniff_is_picture("\211PNG\r\n", 6));
	g_assert_true(oq_sniff_is_document("\211PNG\r\n", 6, ""));
	g_assert_false(oq_sniff_is_picture("%PDF-1.7", 8));
	g_assert_true(oq_sniff_is_binary("\1\2\3\4\5\6\7", 7));
	g_assert_false(oq_sniff_is_binary("\317\360\350\342\345\362", 6));
	g_assert_false(oq_sniff_is_binary("a\0b\0c\0d\0e\0f\0", 12));
	g_assert_false(oq_sniff_is_binary("\377\376\1\0\2\0\3\0\1\0\1\0", 12));
	g_assert_false(oq_sniff_is_binary("", 0));
}

/* By the bytes that it begins with alone: text may tell of them. */
static void
test_kinds(void)
{
	static const struct {
		gboolean (*is_it)(const char *bytes, gsize n_bytes);
		const char *bytes;
		gsize n_bytes;
	} kinds[] = {{oq_sniff_is_zip, "PK\003\004", 4}, {oq_sniff_is_zip, "PK\005\006", 4},
		{oq_sniff_is_zip, "PK\007\010", 4}, {oq_sniff_is_ole, "\320\317\021\340", 4},
		{oq_sniff_is_pdf, "%PDF-", 5}, {oq_sniff_is_rtf, "{\\rtf", 5},
		{oq_sniff_is_picture, "\211PNG", 4}, {oq_sniff_is_picture, "\377\330\377", 3},
		{oq_sniff_is_picture, "II*\0", 4}, {oq_sniff_is_picture, "MM\0*", 4}};
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		char behind[16] = " ";
		memcpy(behind + 1, kinds[i].bytes, kinds[i].n_bytes);
		g_assert_false(kinds[i].is_it(behind, kinds[i].n_bytes + 1));
		g_assert_false(kinds[i].is_it(kinds[i].bytes, kinds[i].n_bytes - 1));
		for (guint j = 0; j < G_N_ELEMENTS(kinds); j++)
			g_assert_cmpint(kinds[j].is_it(kinds[i].bytes, kinds[i].n_bytes), ==,
				kinds[j].is_it == kinds[i].is_it);
		g_assert_true(oq_sniff_is_document(kinds[i].bytes, kinds[i].n_bytes, ""));
		g_assert_true(oq_sniff_is_binary(kinds[i].bytes, kinds[i].n_bytes));
	}
	g_assert_false(oq_sniff_is_zip("PK, PR", 6));
}

static void
test_cures(void)
{
	assert_refused("Rar!\032\a\0", 7, "unpack it first");
	assert_refused("7z\274\257'\034", 6, "unpack it first");
	assert_refused("\037\213\b\0", 4, "unpack it first");
	assert_refused("\3757zXZ\0", 6, "unpack it first");
	assert_refused("ITSF\3\0\0\0", 8, "an EPUB or HTML of it first");
	ASSERT_TEXT("Rar! 7z. ITSF");
}

/* Nothing that is installed reads it: other pictures may be recognised. */
static void
test_djvu(void)
{
	static const char book[] = "AT&TFORM\0\0\0\1DJVM";
	g_autoptr(GError) error = NULL;
	OqSniffed found;
	g_assert_false(oq_sniff_is_document(book, sizeof book, "djvu"));
	g_assert_true(oq_sniff_is_binary(book, sizeof book));
	g_assert_false(oq_sniff_text(book, sizeof book, "a.djvu", &found, &error));
	g_assert_cmpstr(error->message, ==,
		"a.djvu is DjVu: make a PDF or plain text of it first, by ddjvu or djvutxt");
}

static gboolean
is_letter(const char *text)
{
	return oq_sniff_is_document(text, strlen(text), "");
}

static void
test_letters(void)
{
	g_assert_true(is_letter("MIME-Version: 1.0"));
	g_assert_true(is_letter("From a Mon\nX-A1: b\r\nmime-version: 1.0\r\n"));
	g_assert_false(is_letter("From: a\nTo: b\n"));
	g_assert_false(is_letter("Ескерту\nMIME-Version: 1.0\n"));
	g_assert_false(is_letter("a"));
	g_assert_false(is_letter(""));
	g_assert_true(oq_sniff_is_document("a", 1, "eml"));
	static const char mailbox[] = "From a Mon\nTo: b\n";
	g_assert_true(oq_sniff_mail_fields(mailbox, strlen(mailbox)) == strstr(mailbox, "To"));
	g_assert_null(oq_sniff_mail_fields("Ескерту: a\n", 20));
	g_assert_null(oq_sniff_mail_fields("To", 2));
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
	g_test_add_func("/sniff/other-letters", test_other_letters);
	g_test_add_func("/sniff/mojibake", test_mojibake);
	g_test_add_func("/sniff/late", test_late);
	g_test_add_func("/sniff/zeros-behind", test_zeros_behind);
	g_test_add_func("/sniff/sure", test_sure);
	g_test_add_func("/sniff/bom", test_bom);
	g_test_add_func("/sniff/is-binary", test_is_binary);
	g_test_add_func("/sniff/kinds", test_kinds);
	g_test_add_func("/sniff/djvu", test_djvu);
	g_test_add_func("/sniff/cures", test_cures);
	g_test_add_func("/sniff/letters", test_letters);
	return g_test_run();
}
