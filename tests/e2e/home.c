/* home.c - the reader at home, as home_case.h has it: what its keys print, and that they are heard;
 * that it goes on where it was left. */
#include "home_case.h"

#include <sys/wait.h>

static void
test_moves(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	static const Step steps[] = {
		{"\033[C", "жерде 2 сөйлем", FALSE},
		{"3", NULL, FALSE},
		{"\033[C", "жерде 5 сөйлем", FALSE},
		{"\033[D", "жерде 4 сөйлем", FALSE},
		{"\033[B", "жерде 7 сөйлем", FALSE},
		{"\033[A", "жерде 4 сөйлем", FALSE},
		{"\033[1;5C", NULL, FALSE},
		{"\033[1;5D", NULL, FALSE},
		{"r", NULL, FALSE},
		{"\033[6~", " сөйлем", FALSE},
		{"\033[5~", " сөйлем", FALSE},
		{"\033[F", "жерде 90 сөйлем", FALSE},
		{"\033[H", "жерде 1 сөйлем", FALSE},
		{"\033[D", "the beginning of the text", FALSE},
		{".", " сөйлем", FALSE},
		{",", " сөйлем", FALSE},
		{" ", NULL, TRUE},
		{"\033[C", NULL, FALSE},
		{"w", ", word 1 of 5", FALSE},
		{"w", NULL, FALSE},
		{" ", NULL, FALSE},
	};
	begin(h, "read", h->book);
	see(h, "жерде 1 сөйлем");
	hear_something(h);
	FOLLOW(h, steps);
	end(h);
}

static void
test_voice(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	static const Step steps[] = {
		{"+", "speed 140", FALSE},
		{"=", "speed 150", FALSE},
		{"-", "speed 140", FALSE},
		{"]", "pitch 55", FALSE},
		{"[", "pitch 50", FALSE},
		{"(", "volume 95", FALSE},
		{")", "volume 100", FALSE},
		{"v", "\n", FALSE},
		{"2p", "2 seconds of pause behind every sentence", FALSE},
		{"p", "no pause behind sentences", FALSE},
		{"20(", "silent", TRUE},
		{"20)", "volume 100", FALSE},
	};
	begin(h, "read", h->book);
	see(h, "жерде 1 сөйлем");
	FOLLOW(h, steps);
	end(h);
}

static void
test_places(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	static const Step steps[] = {
		{"t", "book, 0 per cent, ", FALSE},
		{"w", ", word ", FALSE},
		{"w", NULL, FALSE},
		{"?", "F1 says them", FALSE},
		{"\033OP", "pause, or go on", FALSE},
		{"/", "find: ", FALSE},
		{"60", "60", FALSE},
		{"\r", "жерде 60 сөйлем", FALSE},
		{"n", "not found", FALSE},
		{"N", NULL, FALSE},
		{"g", "go to: ", FALSE},
		{"50\r", "сөйлем", FALSE},
		{"gp1\r", "жерде 1 сөйлем", FALSE},
		{"o", "this text has no headings", FALSE},
		{"B", "there are no bookmarks in this text", FALSE},
		{"b", "name of the bookmark", FALSE},
		{"abc\r", "bookmark: abc", FALSE},
		{"\033[F", "жерде 90 сөйлем", FALSE},
		{"B", "abc, 1 of 1", FALSE},
		{"\r", "жерде 1 сөйлем", FALSE},
		{"B", "abc, 1 of 1", FALSE},
		{"\033[3~", "there are no bookmarks", FALSE},
		{"s", "15 minutes, 1 of 8", FALSE},
		{"s", "30 minutes, 2 of 8", FALSE},
		{"\r", "the reading ends in 30 minutes", FALSE},
		{"s\033[F", "no sleep timer, 8 of 8", FALSE},
		{"\r", "the sleep timer is off", FALSE},
		{"c", "said? Write it as it sounds", FALSE},
		{"алма\r", "learnt: ", FALSE},
		{"/", "find: ", FALSE},
		{"\033", "never mind", FALSE},
	};
	begin(h, "read", h->book);
	see(h, "жерде 1 сөйлем");
	FOLLOW(h, steps);
	end(h);
}

/* ---- the place ---- */

static void
leave_at(Home *h, const char *keys, const char *shown)
{
	listener_press(&h->listener, keys);
	see(h, shown);
	hear_something(h);
	end(h);
}

static void
test_goes_on(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *renamed = g_build_filename(h->hearing.folder, "renamed.txt", NULL);

	begin(h, "read", h->book);
	see(h, "жерде 1 сөйлем");
	leave_at(h, "40\033[C", "жерде 41 сөйлем");
	begin(h, "read", h->book);
	see(h, "going on at 4");
	see(h, "жерде 41 сөйлем");
	leave_at(h, "+9\033[C", "жерде 50 сөйлем");
	g_assert_cmpint(g_rename(h->book, renamed), ==, 0);
	begin(h, "read", renamed);
	see(h, "renamed, going on at 5");
	see(h, "жерде 50 сөйлем");
	leave_at(h, "+", "speed 150"); /* as it was chosen for this text */
	begin(h, "continue", NULL);
	see(h, "жерде 50 сөйлем");
	leave_at(h, "\033[C", "жерде 51 сөйлем");
	begin(h, "recent", NULL);
	see(h, "renamed");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	begin(h, "--beginning", renamed);
	see(h, "жерде 1 сөйлем");
	g_assert_null(strstr(h->listener.shown->str, "going on"));
	end(h);
}

/* By its end a text is read, and begins anew. */
static void
test_ends(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	begin(h, "read", h->book);
	see(h, "жерде 1 сөйлем");
	listener_press(&h->listener, "\033[F");
	see(h, "жерде 90 сөйлем");
	see(h, "the end");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	g_assert_cmpint(h->listener.status, ==, 0);
	begin(h, "read", h->book);
	see(h, "жерде 1 сөйлем");
	end(h);
}

static void
test_missing(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	begin(h, "read", "no-such-file.txt");
	hear_something(h);
	see(h, "no-such-file.txt");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	g_assert_cmpint(WEXITSTATUS(h->listener.status), ==, 3);
}

/* Any key breaks it off; it would be heard for much longer. */
static void
break_off(Home *h, const char *verb, const char *argument, int status)
{
	begin(h, verb, argument);
	hear_something(h);
	listener_press(&h->listener, " ");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	g_assert_cmpint(WEXITSTATUS(h->listener.status), ==, status);
}

static void
test_broken_off(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GString) path = g_string_new("--");
	for (guint i = 0; i < 100; i++)
		g_string_append(path, "/мұндай-қалта-жоқ");
	break_off(h, "read", path->str + 2, 3);
	break_off(h, "read", path->str, 2);
}

/* Nor does a command line that is wrong end in silence. */
static void
test_wrong(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	begin(h, "read", "--sped");
	hear_something(h);
	see(h, "--speed");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	g_assert_cmpint(WEXITSTATUS(h->listener.status), ==, 2);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("moves", test_moves);
	ADD("voice", test_voice);
	ADD("places", test_places);
	ADD("goes-on", test_goes_on);
	ADD("ends", test_ends);
	ADD("missing", test_missing);
	ADD("wrong", test_wrong);
	ADD("broken-off", test_broken_off);
	return g_test_run();
}
