#include "open/plain_lines.h"

#include "opened.h"

#include <string.h>

static const char word[] = "\n\nКітап [1]\n[pic]\nжылы [1936], сөз[12].\n|Аты  |Саны [2]|\n"
			   "|алма |     |\na\tb\n\n-----------------------\n[1] Бірінші.\n[2] "
			   "Екінші.\n";

static char *
write_word(OqNotes notes)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(GBytes) text = g_bytes_new_static(word, sizeof word - 1);
	oq_plain_lines_write(text, notes, writer);
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
	g_test_add_func("/plain_lines/word", test_word);
	return g_test_run();
}
