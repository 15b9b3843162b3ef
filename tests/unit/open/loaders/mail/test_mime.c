#include "open/loaders/mail/mime.h"

#include <string.h>

static void
assert_words(const char *field, const char *expected)
{
	g_autofree char *words = oq_mime_words(field);
	g_assert_cmpstr(words, ==, expected);
}

static void
test_words(void)
{
	assert_words("=?koi8-r?B?8A==?=", "П");
	assert_words("=?utf-8?q?=D3=98_=D3=98?= =?UTF-8?B?05g=?= a", "Ә ӘӘ a");
	assert_words("Re: =?utf-8?Q?=D3=98?= =?x", "Re: Ә =?x");
	assert_words("=?a?b?c", "=?a?b?c");
	assert_words("=?=", "=?=");
	assert_words(" Ә ", "Ә");
}

static void
assert_name(const char *field, const char *expected)
{
	g_autofree char *name = oq_mime_name(field, "name");
	g_assert_cmpstr(name, ==, expected);
}

static void
test_names(void)
{
	assert_name("a; name=\"b c.txt\"; d=e", "b c.txt");
	assert_name("a; name*=koi8-r'ru'%F0", "П");
	assert_name("a; name*0*=utf-8''%D3; name*1*=%98; name*2=\".b\"", "Ә.b");
	assert_name("a; name=b; name*=utf-8''%D3%98", "Ә");
	assert_name("a; name*=b", NULL);
	assert_name("a", NULL);
}

static gboolean
is_second(const OqMimePart *part, gpointer data)
{
	guint *n = data;
	return oq_mime_is_type(part, "text/") && ++*n == 2;
}

static void
test_find(void)
{
	static const char file[] = "Content-Type: multipart/mixed;\r\n boundary=\"b\"\r\n\r\n"
				   "--b\r\nContent-Type: text/plain\r\n\r\n1\r\n--b\r\n"
				   "Content-Type: TEXT/x; charset=y\r\n"
				   "Content-Transfer-Encoding: base64\r\n\r\n05g=\r\n--b--";
	OqMimePart whole = oq_mime_read(file, file + strlen(file)), found = {0};
	guint n = 0;
	g_assert_true(oq_mime_find(&whole, is_second, &n, &found));
	g_assert_cmpstr(found.charset, ==, "y");
	GString *bytes = oq_mime_bytes(&found);
	g_assert_cmpstr(bytes->str, ==, "Ә");
	g_string_free(bytes, TRUE);
	oq_mime_part_clear(&found);
	g_assert_false(oq_mime_find(&whole, is_second, &n, &found));
	oq_mime_part_clear(&whole);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/mime/find", test_find);
	g_test_add_func("/mime/names", test_names);
	g_test_add_func("/mime/words", test_words);
	return g_test_run();
}
