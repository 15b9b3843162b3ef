#include "open/loaders/mail/eml.h"

#include "opened.h"

#include <string.h>

#define HEAD                                                                                       \
	"Received: from a\r\nFrom: =?utf-8?Q?=D3=98=D0=BB=D0=B8?= <ali@example.kz>\r\n"            \
	"Subject: =?utf-8?B?0KXQsNGC?=\r\n =?utf-8?B?INC80LXQvQ==?= 2\r\nMIME-Version: 1.0\r\n"
#define FACTS "title: Хат мен 2\nheading 1: Хат мен 2\nauthor: Әли\nparagraph: Әли\n"
#define PARTS "Content-Type: multipart/mixed; boundary=B\r\n\r\nold programs\r\n--B\r\n"
#define NEXT  "\r\n--B\r\n"
#define PLAIN "Content-Type: text/plain; charset=windows-1251\r\n\r\n\xD5\xE0\xF2\r\n"
#define PAGE  "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Бет</p>\r\n"
#define NAMED "Content-Disposition: attachment; filename"

static void
assert_letter(const char *file, const char *expected)
{
	assert_blocks(&oq_loader_eml, file, expected);
}

static void
test_text(void)
{
	assert_letter(HEAD PLAIN, FACTS "paragraph: Хат\n");
	assert_letter(
		HEAD "Content-Transfer-Encoding: base64\r\n\r\n05jQu9C4", FACTS "paragraph: Әли\n");
	assert_letter(HEAD PAGE, FACTS "paragraph: Бет\n");
	assert_letter(HEAD PARTS PAGE NEXT PLAIN NEXT, FACTS "paragraph: Хат\n");
	assert_letter(
		"From: \"Әли\" <a@b>\n\nХат", "author: Әли\nparagraph: Әли\nparagraph: Хат\n");
	assert_letter("From: a@b.kz\n\n", "author: a@b.kz\nparagraph: a@b.kz\n");
	assert_letter("Хат", "paragraph: Хат\n");
	assert_letter(
		"From a Mon Jul 20\nSubject: Ә\n\nХат", "title: Ә\nheading 1: Ә\nparagraph: Хат\n");
	assert_letter("", "");
}

static void
test_lines(void)
{
	assert_letter("Subject:\n\nБірінші\nекінші\n\n>> Үшінші\n> \n> төртінші\n--\nЕсімім",
		"lines: Бірінші / екінші\nquote: Үшінші\nquote: төртінші\nparagraph: Есімім\n");
}

/* They are named, and what they hold is not read; a picture within the text is none of them. */
static void
test_files(void)
{
	assert_letter(HEAD PARTS PLAIN NEXT NAMED
		"=a.txt\r\nContent-Type: text/plain\r\n\r\nЖоқ" NEXT NAMED
		"*0*=utf-8''%D3%98;\r\n filename*1=\".doc\"\r\n\r\nx" NEXT
		"Content-Disposition: inline; filename=p.png\r\nContent-Type: "
		"image/png\r\n\r\nx" NEXT,
		FACTS "paragraph: Хат\nitem 1: a.txt\nitem 1: Ә.doc\n");
	assert_letter("To: a\n" NAMED "*=utf-8''%D3%98\n\n", "item 1: Ә\n");
	assert_letter("To: a\n" NAMED "=\"=?utf-8?Q?=D3=98?=\"\n\n", "item 1: Ә\n");
	assert_letter("To: a\nContent-Type: a/b; name=c\nContent-Disposition: attachment\n\n",
		"item 1: c\n");
}

static OqFit
fit_of(const char *head, const char *extension)
{
	OqOpenJob job = {.extension = extension};
	OqSample sample = {&job, head, strlen(head), NULL};
	return oq_loader_eml.fit(&sample);
}

static void
test_fit(void)
{
	g_assert_cmpint(fit_of(HEAD, ""), ==, OQ_FIT_SURE);
	g_assert_cmpint(fit_of("From x\n" HEAD, ""), ==, OQ_FIT_SURE);
	g_assert_cmpint(fit_of("From: a\nMIME-Version: 1.0\n", ""), ==, OQ_FIT_LIKELY);
	g_assert_cmpint(fit_of("Сәлем", "eml"), ==, OQ_FIT_EXTENSION);
	g_assert_cmpint(fit_of("Сәлем", ""), ==, OQ_FIT_NONE);
	g_assert_cmpint(fit_of("Ескерту: бар\nTo: a\n", ""), ==, OQ_FIT_NONE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/eml/files", test_files);
	g_test_add_func("/eml/fit", test_fit);
	g_test_add_func("/eml/lines", test_lines);
	g_test_add_func("/eml/text", test_text);
	return g_test_run();
}
