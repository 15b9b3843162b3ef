#include "open/loaders/mail/mht.h"

#include "opened.h"

#include <string.h>

#define HEAD                                                                                       \
	"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"      \
	"\ttype=\"text/html\";\r\n\tboundary=\"--B=1\"\r\n\r\n\r\n"
#define CSS  "----B=1\r\nContent-Type: text/css\r\n\r\np { }\r\n"
#define END  "\r\n----B=1--\r\n"
#define HTML "----B=1\r\nContent-Type: text/html"

static void
assert_page(const char *file, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *blocks =
		opened_load(&oq_loader_mht, file, strlen(file), "mht", OQ_NOTES_SKIP, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(blocks, ==, expected);
}

static void
test_codings(void)
{
	assert_page(HEAD CSS HTML "\r\ncontent-transfer-encoding: Quoted-Printable\r\n\r\n"
				  "<p lang=3Dru>=D3=\r\n=99 =3Da=</p>" END,
		"paragraph: ә =a=\n");
	assert_page(HEAD HTML "; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
			      "PHA+05k8\r\nL3A+" END,
		"paragraph: ә\n");
	assert_page(HEAD HTML "; charset=KZ-1048\r\n\r\n<p>\xBC</p>" END CSS, "paragraph: ә\n");
	assert_page(HEAD HTML "\r\nContent-Location: http://a/?charset=koi8-r\r\n\r\n"
			      "<meta charset=KZ-1048><p>\xBC</p>" END,
		"paragraph: ә\n"); /* that is another field */
}

/* Another program puts the page into a part of its own. */
static void
test_inner(void)
{
	static const char inner[] = "----B=1\r\nContent-Type: multipart/alternative;\r\n"
				    "\tboundary=\"C\"\r\n\r\n";
	g_autofree char *file =
		g_strconcat(HEAD CSS, inner, "--C\r\nContent-Type: text/plain\r\n\r\nБ\r\n--C\r\n",
			"Content-Type: text/html; charset=x-user-defined\r\n\r\n<p>Ә</p>\r\n--C--",
			END, NULL);
	assert_page(file, "paragraph: Ә\n");
	g_autoptr(GString) deep = g_string_new(HEAD);
	for (guint i = 0; i < 100; i++)
		g_string_append(
			deep, "----B=1\r\nContent-Type: multipart/x; boundary=--B=1\r\n\r\n");
	g_autoptr(GError) error = NULL;
	g_autofree char *blocks =
		opened_load(&oq_loader_mht, deep->str, deep->len, "mht", OQ_NOTES_SKIP, &error);
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
}

static void
test_cut(void)
{
	assert_page(HEAD HTML "\r\n\r\n<p>А", "paragraph: А\n");
	assert_page(HEAD HTML "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>А=",
		"paragraph: А=\n");
}

static void
test_damaged(void)
{
	static const char *const files[] = {"", HEAD, HEAD CSS, HEAD "----B=1",
		"Content-Type: multipart/related; boundary=\r\n\r\n<p>А", "a"};
	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *blocks = opened_load(
			&oq_loader_mht, files[i], strlen(files[i]), "mht", OQ_NOTES_SKIP, &error);
		g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
		g_assert_cmpstr(blocks, ==, "");
	}
}

static void
test_fit(void)
{
	OqOpenJob job = {.extension = ""};
	OqSample sample = {&job, HEAD, strlen(HEAD), NULL};
	g_assert_cmpint(oq_loader_mht.fit(&sample), ==, OQ_FIT_SURE);
	sample.head = "Content-Type: text/plain";
	g_assert_cmpint(oq_loader_mht.fit(&sample), ==, OQ_FIT_NONE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/mht/codings", test_codings);
	g_test_add_func("/mht/cut", test_cut);
	g_test_add_func("/mht/damaged", test_damaged);
	g_test_add_func("/mht/fit", test_fit);
	g_test_add_func("/mht/inner", test_inner);
	return g_test_run();
}
