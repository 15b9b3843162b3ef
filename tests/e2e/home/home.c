/* home.c - the reader at home: what its keys print, and that they are heard. */
#include "home_case.h"

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
	home_case_begin(h, "read", h->book);
	home_case_see(h, "жерде 1 сөйлем");
	home_case_hear(h);
	FOLLOW(h, steps);
	home_case_end(h);
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
	home_case_begin(h, "read", h->book);
	home_case_see(h, "жерде 1 сөйлем");
	FOLLOW(h, steps);
	home_case_end(h);
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
	home_case_begin(h, "read", h->book);
	home_case_see(h, "жерде 1 сөйлем");
	FOLLOW(h, steps);
	home_case_end(h);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("moves", test_moves);
	ADD("voice", test_voice);
	ADD("places", test_places);
	return g_test_run();
}
