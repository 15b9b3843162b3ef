#include "home/screen/screen.h"

#include "screen_case.h"

#include <errno.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static const OqLooks pretty = {TRUE, TRUE, TRUE, NULL};
static const OqLooks plain = {TRUE, FALSE, TRUE, NULL};
static const OqLooks piped = {FALSE, FALSE, TRUE, NULL};

static void
test_words(void)
{
	ScreenCase test = screen_case_begin(&pretty);

	g_assert_true(oq_screen_sentence(test.screen, "Бір екі\nүш төрт бес.", 1000));
	screen_case_assert(&test, "Бір екі үш төрт\nбес.\n");
	g_assert_true(oq_screen_word(test.screen, 1000, 1006));
	screen_case_assert(&test, "<Бір> екі үш төрт\nбес.\n");
	oq_screen_word(test.screen, 1007, 1013);
	screen_case_assert(&test, "Бір <екі> үш төрт\nбес.\n");
	oq_screen_word(test.screen, 1028, 1035);
	screen_case_assert(&test, "Бір екі үш төрт\n<бес.>\n");
	oq_screen_sentence(test.screen, "Алты.", 1036);
	screen_case_assert(&test, "Бір екі үш төрт\nбес.\nАлты.\n");
	oq_screen_word(test.screen, 1036, 1044);
	screen_case_assert(&test, "Бір екі үш төрт\nбес.\n<Алты>.\n");
	screen_case_end(&test);
}

/* A word that has not begun, or is of another sentence. */
static void
test_no_word(void)
{
	static const guint64 places[][2] = {{1002, 1002}, {0, 1000}, {1013, 1020}, {5000, 5001},
		{0, 0}, {G_MAXUINT64 - 1, G_MAXUINT64}, {1005, 1001}};
	ScreenCase test = screen_case_begin(&pretty);

	oq_screen_word(test.screen, 0, 10);
	screen_case_assert(&test, "");
	oq_screen_sentence(test.screen, "Бір екі", 1000);
	for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
		oq_screen_word(test.screen, 1000, 1006);
		screen_case_assert(&test, "<Бір> екі\n");
		oq_screen_word(test.screen, places[i][0], places[i][1]);
		screen_case_assert(&test, "Бір екі\n");
	}
	oq_screen_word(test.screen, 990, 1003);
	screen_case_assert(&test, "<Бі>р екі\n");
	oq_screen_sentence(test.screen, " \n", 2000);
	oq_screen_word(test.screen, 2000, 2001);
	screen_case_assert(&test, "Бір екі\n");
	screen_case_end(&test);
}

static void
test_answers(void)
{
	ScreenCase test = screen_case_begin(&pretty);

	oq_screen_answer(test.screen, "Сәлем");
	oq_screen_sentence(test.screen, "Бір екі", 0);
	oq_screen_word(test.screen, 0, 6);
	oq_screen_answer(test.screen, "Жылдамдық минутына 140 сөз\n\nүш");
	screen_case_assert(&test, "Сәлем\nБір екі\nЖылдамдық минутына\n140 сөз\n\nүш\n");
	oq_screen_word(test.screen, 7, 13);
	screen_case_assert(&test, "Сәлем\nБір <екі>\nЖылдамдық минутына\n140 сөз\n\nүш\n");
	oq_screen_answer(test.screen, "\033[2Jтөрт\n");
	screen_case_assert(&test, "Сәлем\nБір екі\nЖылдамдық минутына\n140 сөз\n\nүш\nтөрт\n");
	oq_screen_answer(test.screen, "");
	oq_screen_answer(test.screen, "5\n6");
	oq_screen_answer(test.screen, "7\n8");
	oq_screen_word(test.screen, 0, 6);
	screen_case_assert(
		&test, "Сәлем\nБір екі\nЖылдамдық минутына\n140 сөз\n\nүш\nтөрт\n5\n6\n7\n8\n");
	screen_case_end(&test);
}

static void
test_prompt(void)
{
	ScreenCase test = screen_case_begin(&pretty);

	oq_screen_sentence(test.screen, "Бір екі", 0);
	oq_screen_prompt(test.screen, "Іздеу: ", 12);
	screen_case_assert(&test, "Бір екі\nІздеу:\n");
	g_assert_cmpuint(glass_column(test.glass), ==, 7);
	oq_screen_prompt(test.screen, "Іздеу: аб", 16);
	oq_screen_word(test.screen, 0, 6);
	screen_case_assert(&test, "<Бір> екі\nІздеу: аб\n");
	g_assert_cmpuint(glass_column(test.glass), ==, 9);
	oq_screen_answer(test.screen, "Жоқ");
	screen_case_assert(&test, "Бір екі\nЖоқ\nІздеу: аб\n");
	oq_screen_word(test.screen, 7, 13);
	screen_case_assert(&test, "Бір <екі>\nЖоқ\nІздеу: аб\n");
	oq_screen_sentence(test.screen, "Үш", 14);
	screen_case_assert(&test, "Бір екі\nЖоқ\nҮш\nІздеу: аб\n");
	oq_screen_prompt(test.screen, "Іздеу: абай құнанбайұлы", strlen("Іздеу: абай құнанбайұлы"));
	screen_case_assert(&test, "Бір екі\nЖоқ\nҮш\n: абай құнанбайұлы\n");
	oq_screen_prompt(test.screen, NULL, 0);
	screen_case_assert(&test, "Бір екі\nЖоқ\nҮш\n");
	g_assert_cmpuint(glass_column(test.glass), ==, 0);
	oq_screen_prompt(test.screen, NULL, 0);
	screen_case_assert(&test, "Бір екі\nЖоқ\nҮш\n");
	screen_case_end(&test);
}

/* Another size: nothing is touched until the next sentence behind a moment of rest. */
static void
test_resize(void)
{
	ScreenCase test = screen_case_begin(&pretty);

	oq_screen_sentence(test.screen, "Бір екі", 0);
	oq_screen_word(test.screen, 0, 6);
	oq_screen_prompt(test.screen, "а", 2);
	oq_screen_resize(test.screen, 12, 10);
	oq_screen_word(test.screen, 7, 13);
	screen_case_read(&test);
	screen_case_compare(&test, "<Бір> екі\nа\nа\n");
	oq_screen_prompt(test.screen, NULL, 0);
	oq_screen_sentence(test.screen, "Үш төрт бес алты", 14);
	oq_screen_word(test.screen, 14, 18);
	screen_case_read(&test);
	screen_case_compare(&test, "<Бір> екі\nа\nҮш төрт бес\nалты\n");
	g_main_context_iteration(NULL, TRUE);
	oq_screen_word(test.screen, 19, 27);
	oq_screen_sentence(test.screen, "Жеті", 50);
	oq_screen_word(test.screen, 50, 58);
	screen_case_assert(&test, "<Бір> екі\nа\nҮш төрт бес\nалты\n<Жеті>\n");
	screen_case_end(&test);
}

/* Suspended: the shell writes below; afterwards the words come back with the next sentence. */
static void
test_rest(void)
{
	ScreenCase test = screen_case_begin(&pretty);

	oq_screen_sentence(test.screen, "Бір екі", 0);
	oq_screen_word(test.screen, 0, 6);
	oq_screen_prompt(test.screen, "аб", 4);
	oq_screen_rest(test.screen);
	screen_case_assert(&test, "Бір екі\n");
	g_assert_cmpuint(glass_column(test.glass), ==, 0);
	g_assert_cmpint(write(test.write_fd, "$ fg\n", 5), ==, 5);
	oq_screen_word(test.screen, 7, 13);
	screen_case_assert(&test, "Бір екі\n$ fg\n");
	oq_screen_sentence(test.screen, "Бір екі", 0);
	oq_screen_word(test.screen, 7, 13);
	screen_case_assert(&test, "Бір екі\n$ fg\nБір <екі>\n");
	g_assert_true(oq_screen_finish(test.screen, FALSE, NULL));
	screen_case_assert(&test, "Бір екі\n$ fg\nБір екі\n");
	screen_case_end(&test);
}

/* Without escape sequences: whole lines, and of what is typed what was added. */
static void
test_plain(void)
{
	ScreenCase test = screen_case_begin(&plain);

	oq_screen_sentence(test.screen, "Бір екі үш төрт бес", 0);
	oq_screen_word(test.screen, 0, 6);
	oq_screen_answer(test.screen, "Дайын");
	oq_screen_prompt(test.screen, "Іздеу: ", 12);
	oq_screen_prompt(test.screen, "Іздеу: а", 14);
	oq_screen_prompt(test.screen, "Іздеу: аб", 16);
	oq_screen_prompt(test.screen, "Іздеу: а", 14);
	oq_screen_answer(test.screen, "Жоқ");
	oq_screen_prompt(test.screen, NULL, 0);
	oq_screen_rest(test.screen);
	screen_case_assert(
		&test, "Бір екі үш төрт бес\nДайын\nІздеу: аб\nІздеу: а\nЖоқ\nІздеу: а\n");
	g_assert_cmpuint(glass_n_controls(test.glass), ==, 0);
	screen_case_end(&test);
}

/* The sentences alone, a line each. */
static void
test_pipe(void)
{
	static const char text[] =
		"Бұл – құбырға жазылатын ұзын сөйлем,\n жиырма бағаннан \033[31mұзын.";
	ScreenCase test = screen_case_begin_sized(&piped, NULL, 100, 10);

	oq_screen_answer(test.screen, "Жоқ");
	oq_screen_prompt(test.screen, "Іздеу: ", 12);
	oq_screen_sentence(test.screen, text, 0);
	oq_screen_sentence(test.screen, "", 0);
	oq_screen_word(test.screen, 0, 6);
	oq_screen_resize(test.screen, 10, 10);
	oq_screen_sentence(test.screen, text, 0);
	oq_screen_rest(test.screen);
	screen_case_assert(&test, "Бұл – құбырға жазылатын ұзын сөйлем, жиырма бағаннан ұзын.\n"
				  "Бұл – құбырға жазылатын ұзын сөйлем, жиырма бағаннан ұзын.\n");
	g_assert_cmpuint(glass_n_controls(test.glass), ==, 0);
	screen_case_end(&test);
}

static void
test_charset(void)
{
	OqLooks looks = {TRUE, TRUE, FALSE, "KOI8-R"};
	ScreenCase test = screen_case_begin(&looks);
	char buffer[100];

	oq_screen_sentence(test.screen, "Лқ", 0);
	g_assert_cmpint(read(test.read_fd, buffer, sizeof buffer), ==, 3);
	g_assert_cmpmem(buffer, 3, "\xEC?\n", 3);
	screen_case_end(&test);
}

static guint
count_rows(ScreenCase *test)
{
	guint n_rows = 0;

	screen_case_look(test);
	g_autofree char *text = glass_text(test->glass);
	for (const char *p = text; *p != '\0'; p++)
		n_rows += *p == '\n';
	return n_rows;
}

static guint
count_heard(ScreenCase *test)
{
	guint n_rows = 0;

	screen_case_look(test);
	g_autofree char *text = glass_heard(test->glass);
	for (const char *p = text; *p != '\0'; p++)
		n_rows += *p == GLASS_HEARD;
	return n_rows;
}

/* The part around the word is printed when it is not there yet. */
static void
test_large(void)
{
	static const char text[] = "бір екі үш төрт бес алты жеті сегіз";
	ScreenCase test = screen_case_begin_sized(&pretty, screen_case_load_glyphs(), 80, 24);

	oq_screen_sentence(test.screen, text, 0);
	g_assert_cmpuint(count_rows(&test), ==, 20);
	g_assert_cmpuint(count_heard(&test), ==, 0);
	oq_screen_word(test.screen, 0, 6);
	g_assert_cmpuint(count_rows(&test), ==, 20);
	g_assert_cmpuint(count_heard(&test), ==, 10);
	oq_screen_word(test.screen, 18, 26);
	g_assert_cmpuint(count_heard(&test), ==, 10);
	oq_screen_word(test.screen, strlen(text) - 10, strlen(text));
	g_assert_cmpuint(count_rows(&test), >, 20);
	g_assert_cmpuint(count_heard(&test), ==, 10);
	guint n_rows = count_rows(&test);
	oq_screen_word(test.screen, 0, 6);
	g_assert_cmpuint(count_rows(&test), ==, n_rows + 20);
	g_assert_cmpuint(count_heard(&test), ==, 10);
	oq_screen_rest(test.screen);
	g_assert_cmpuint(count_heard(&test), ==, 0);
	screen_case_end(&test);
}

/* The size is the terminal's; another one is seen before it is told. */
static void
test_terminal(void)
{
	struct winsize size = {.ws_col = 15, .ws_row = 10};
	ScreenCase test;

	screen_case_begin_terminal(&test, &pretty, 10);
	oq_screen_sentence(test.screen, "Бір екі үш", 0);
	oq_screen_word(test.screen, 7, 13);
	screen_case_assert(&test, "Бір <екі>\nүш\n");
	g_assert_cmpint(ioctl(test.write_fd, TIOCSWINSZ, &size), ==, 0);
	oq_screen_word(test.screen, 0, 6);
	screen_case_assert(&test, "Бір <екі>\nүш\n");
	screen_case_end(&test);
}

/* While the terminal is stopped words pass, sentences and answers wait; then all is as it should
 * be. */
static void
test_stopped(void)
{
	ScreenCase test;

	screen_case_begin_terminal(&test, &pretty, 20);
	oq_screen_sentence(test.screen, "Бір екі", 0);
	screen_case_assert(&test, "Бір екі\n");
	g_assert_cmpint(tcflow(test.write_fd, TCOOFF), ==, 0);
	for (guint i = 0; i < 2000; i++) {
		oq_screen_word(test.screen, 0, 6);
		oq_screen_word(test.screen, 7, 13);
	}
	oq_screen_sentence(test.screen, "Үш төрт", 13);
	oq_screen_answer(test.screen, "Дайын");
	for (guint i = 0; i < 2000; i++) {
		oq_screen_word(test.screen, 13, 17);
		oq_screen_word(test.screen, 18, 26);
	}
	screen_case_assert(&test, "Бір екі\n");
	g_assert_cmpint(tcflow(test.write_fd, TCOON), ==, 0);
	while (g_main_context_iteration(NULL, TRUE)) {
		screen_case_look(&test);
		g_autofree char *text = glass_heard(test.glass);
		if (strchr(text, GLASS_HEARD) != NULL && strstr(text, "Дайын") != NULL)
			break;
	}
	screen_case_assert(&test, "Бір екі\nҮш <төрт>\nДайын\n");
	g_assert_cmpuint(glass_n_controls(test.glass), <, 40);
	screen_case_end(&test);
}

/* Nobody reads any more: told once. */
static void
test_closed(void)
{
	ScreenCase test = screen_case_begin(&pretty);

	oq_screen_sentence(test.screen, "Бір", 0);
	g_assert_cmpint(oq_screen_failure(test.screen), ==, 0);
	close(test.read_fd);
	g_assert_false(oq_screen_word(test.screen, 0, 6));
	g_assert_cmpint(oq_screen_failure(test.screen), ==, EPIPE);
	g_assert_true(oq_screen_word(test.screen, 0, 4));
	g_assert_true(oq_screen_sentence(test.screen, "Екі", 7));
	g_assert_true(oq_screen_answer(test.screen, "Үш"));
	g_assert_false(oq_screen_finish(test.screen, FALSE, NULL));
	test.read_fd = -1;
	screen_case_end(&test);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	signal(SIGPIPE, SIG_IGN);
	g_test_add_func("/screen/words", test_words);
	g_test_add_func("/screen/no-word", test_no_word);
	g_test_add_func("/screen/answers", test_answers);
	g_test_add_func("/screen/prompt", test_prompt);
	g_test_add_func("/screen/resize", test_resize);
	g_test_add_func("/screen/rest", test_rest);
	g_test_add_func("/screen/plain", test_plain);
	g_test_add_func("/screen/pipe", test_pipe);
	g_test_add_func("/screen/charset", test_charset);
	g_test_add_func("/screen/large", test_large);
	g_test_add_func("/screen/terminal", test_terminal);
	g_test_add_func("/screen/stopped", test_stopped);
	g_test_add_func("/screen/closed", test_closed);
	return g_test_run();
}
