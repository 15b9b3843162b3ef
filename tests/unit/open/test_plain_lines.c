#include "open/plain_lines.h"

#include "opened.h"

#include <string.h>

/* As tesseract ends a page. */
static void
test_recognised(void)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	static const char page[] = "Тақырып\n\nбірінші жол\n екінші \n\n \nсоңы\n\f";
	g_autoptr(GBytes) text = g_bytes_new_static(page, sizeof page - 1);
	g_autoptr(GBytes) broken = g_bytes_new_static("\377\n", 2);
	oq_plain_lines_write_recognised(text, writer);
	oq_plain_lines_write_recognised(broken, writer);
	g_autofree char *lines = opened_lines(writer, fd);
	g_assert_cmpstr(lines, ==,
		"paragraph: Тақырып\nlines: бірінші жол / екінші\nparagraph: соңы\n"
		"paragraph: \357\277\275\n");
}

static const char word[] = "\n\nКітап [1]\n[pic]\nжылы [1936], сөз[12].\n|Аты  |Саны [2]|\n"
			   "|алма |     |\na\tb\n\n-----------------------\n[1] Бірінші.\n[2] "
			   "Екінші.\n";

static char *
write_word(OqNotes notes)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(GBytes) text = g_bytes_new_static(word, sizeof word - 1);
	oq_plain_lines_write_word(text, notes, writer);
	return opened_lines(writer, fd);
}

#define BODY                                                                                                   \
	"paragraph: Кітап\nparagraph: жылы [1936], сөз.\ncell: Аты; Саны\ncell: алма\n" \
	"cell: a; b\n"

/* Where a note is referred to nothing stands; a year between brackets is none. */
static void
test_word(void)
{
	g_autofree char *skipped = write_word(OQ_NOTES_SKIP);
	g_autofree char *told = write_word(OQ_NOTES_END);
	g_assert_cmpstr(skipped, ==, BODY);
	g_assert_cmpstr(told, ==, BODY "note: Бірінші.\nnote: Екінші.\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/plain_lines/recognised", test_recognised);
	g_test_add_func("/plain_lines/word", test_word);
	return g_test_run();
}
