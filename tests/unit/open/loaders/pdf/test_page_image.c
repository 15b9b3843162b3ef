#include "open/loaders/pdf/page_image.h"

#include "opened.h"

/* Nothing is read of it without a program that recognises text. */
static void
test_none(void)
{
	static const char png[] = "\211PNG\r\n\032\n";
	g_autofree char *blocks = opened_blocks(
		&oq_loader_page_image, png, sizeof png - 1, "png", NULL, OQ_NOTES_SKIP);
	g_assert_cmpstr(blocks, ==, "fault 5: \n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/page_image/none", test_none);
	return g_test_run();
}
