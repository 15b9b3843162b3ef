#include "open/loaders/mail/letter.h"

#include "opened.h"

static void
assert_letter(const char *text, const char *expected)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	oq_letter_write(text, writer);
	g_autofree char *lines = opened_lines(writer, fd);
	g_assert_cmpstr(lines, ==, expected);
}

static void
test_paragraphs(void)
{
	assert_letter("Бір\r\nекі\r\n\r\nүш", "lines: Бір / екі\nparagraph: үш\n");
	assert_letter("Бір\n-- \nӘли", "paragraph: Бір\nparagraph: Әли\n");
	assert_letter("", "");
}

static void
test_quoted(void)
{
	assert_letter("Бір\n> екі\n>\n> > үш\nтөрт",
		"paragraph: Бір\nquote: екі\nquote: үш\nparagraph: төрт\n");
	assert_letter(">", "");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/letter/paragraphs", test_paragraphs);
	g_test_add_func("/letter/quoted", test_quoted);
	return g_test_run();
}
