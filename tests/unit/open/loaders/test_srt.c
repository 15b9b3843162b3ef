#include "open/loaders/srt.h"

#include "opened.h"

/* A sentence goes on in the next subtitle, another speaker begins a block. */
static void
test_subrip(void)
{
	assert_blocks(&oq_loader_srt,
		"1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>Бүгін</i> біз\r\n\r\n"
		"2\r\n00:00:02,000 --> 00:00:03,000\r\n{\\an8}келдік.\r\n- Кім?\r\n– Біз\r\n\r\n",
		"paragraph: Бүгін біз келдік.\nparagraph: - Кім?\nparagraph: – Біз\n");
}

static void
test_webvtt(void)
{
	assert_blocks(&oq_loader_srt,
		"WEBVTT тақырып\n\nNOTE бұл\nоқылмайды\n\nа\n00:01.000 --> 00:02.000 line:0\n"
		"<v Айгүл>Сәлем!\n",
		"paragraph: Сәлем!\n");
	assert_blocks(&oq_loader_srt, "1\n00:00:01,000 --> 00:00:02,000", "");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/srt/subrip", test_subrip);
	g_test_add_func("/srt/webvtt", test_webvtt);
	return g_test_run();
}
