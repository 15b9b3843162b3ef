/* home.c - the reader at home, with the real voice on the null sink of tests/audio: what its keys
 * print, and that they are heard; that it goes on where it was left; what a pipe gets. OQ_PROGRAM
 * is the program. Each case wants a sound server of its own: run one at a time, by -p. */
#include "hearing.h"
#include "listener.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

enum { N_PARAGRAPHS = 30, N_SENTENCES = 3, SOON_MS = 10000 };

typedef struct {
	Hearing hearing;
	Listener listener;
	char *book;
	char *output; /* of a program without a terminal */
	gsize seen;   /* of what is shown */
} Home;

/* Every sentence is another one. */
static void
write_book(const char *path)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GError) error = NULL;

	for (guint i = 0; i < N_PARAGRAPHS; i++) {
		for (guint k = 1; k <= N_SENTENCES; k++)
			g_string_append_printf(
				text, "Бұл жерде %u сөйлем тұр. ", i * N_SENTENCES + k);
		g_string_append(text, "\n\n");
	}
	g_file_set_contents(path, text->str, (gssize)text->len, &error);
	g_assert_no_error(error);
}

static void
set_up(Home *h, gconstpointer data)
{
	hearing_set_up(&h->hearing, data);
	listener_init(&h->listener);
	h->book = g_build_filename(h->hearing.folder, "book.txt", NULL);
	h->output = g_build_filename(h->hearing.folder, "output", NULL);
	write_book(h->book);
	g_setenv("XDG_STATE_HOME", h->hearing.folder, TRUE);
	g_setenv("XDG_CONFIG_HOME", h->hearing.folder, TRUE);
}

static void
remove_all(const char *path)
{
	const char *argv[] = {"rm", "-rf", "--", path, NULL};
	g_autofree char **args = g_memdup2(argv, sizeof argv);

	g_spawn_sync(NULL, args, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
tear_down(Home *h, gconstpointer data)
{
	g_autofree char *folder = g_strdup(h->hearing.folder);

	listener_clear(&h->listener);
	hearing_tear_down(&h->hearing, data);
	remove_all(folder);
	g_free(h->book);
	g_free(h->output);
}

/* ---- what is pressed, shown and heard ---- */

static void
begin(Home *h, const char *verb, const char *argument)
{
	const char *argv[] = {g_getenv("OQ_PROGRAM"), verb, argument, NULL};

	h->seen = 0;
	listener_begin(&h->listener, argv);
}

static void
see(Home *h, const char *text)
{
	if (!listener_shows(&h->listener, h->seen, text, SOON_MS))
		g_error("not shown: %s\nbut: %s", text, h->listener.shown->str + h->seen);
	const char *found = strstr(h->listener.shown->str + h->seen, text);
	h->seen = (gsize)(found - h->listener.shown->str) + strlen(text);
}

/* Of the last moment of the capture, behind @from. */
static gboolean
sounds(const Home *h, gsize from)
{
	g_autoptr(GArray) capture = hearing_capture(&h->hearing);

	for (gsize i = from; i < capture->len; i++)
		if (g_array_index(capture, gint16, i) != 0)
			return TRUE;
	return FALSE;
}

/* Other than what was heard before the key. */
static void
hear_something(Home *h)
{
	gsize from = hearing_n_captured(&h->hearing) + RATE_HZ / 10;
	gint64 start_us = g_get_monotonic_time();

	while (!sounds(h, from)) {
		listener_look(&h->listener, 20);
		g_assert_cmpint(hearing_ms_since(start_us), <, SOON_MS);
	}
}

static void
hear_nothing(Home *h)
{
	gsize from;

	do {
		from = hearing_n_captured(&h->hearing);
		while (hearing_n_captured(&h->hearing) < from + RATE_HZ / 2)
			listener_look(&h->listener, 20);
	} while (sounds(h, from));
}

static void
end(Home *h)
{
	listener_press(&h->listener, "q");
	see(h, "the place is kept");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	g_assert_cmpint(h->listener.status, ==, 0);
}

/** A key, and what is printed then; with neither sign: it sounds. */
typedef struct {
	const char *keys;
	const char *shown; /* nullable */
	gboolean is_silent;
} Step;

static void
follow(Home *h, const Step *steps, gsize n_steps)
{
	for (gsize i = 0; i < n_steps; i++) {
		g_autofree char *name = g_strescape(steps[i].keys, NULL);
		g_test_message("%s", name);
		listener_press(&h->listener, steps[i].keys);
		if (steps[i].shown != NULL)
			see(h, steps[i].shown);
		if (steps[i].is_silent)
			hear_nothing(h);
		else
			hear_something(h);
	}
}

#define FOLLOW(h, steps) follow(h, steps, G_N_ELEMENTS(steps))

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

/* ---- a pipe ---- */

/* Standard output alone: keys are still those of the terminal. */
static void
test_pipe(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	static const Step steps[] = {
		{"t", NULL, FALSE},
		{"+", NULL, FALSE},
		{"?", NULL, FALSE},
		{"\033[C", NULL, FALSE},
		{"/", NULL, FALSE},
		{"60\r", NULL, FALSE},
	};
	g_autofree char *command =
		g_strdup_printf("exec \"$OQ_PROGRAM\" read '%s' | cat >'%s'", h->book, h->output);
	const char *argv[] = {"/bin/sh", "-c", command, NULL};
	g_autofree char *output = NULL;

	listener_begin(&h->listener, argv);
	hear_something(h);
	FOLLOW(h, steps);
	listener_press(&h->listener, "q");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	g_assert_true(g_file_get_contents(h->output, &output, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(output, "\n", -1);
	for (guint i = 0; lines[i + 1] != NULL; i++)
		if (!g_str_has_prefix(lines[i], "Бұл жерде "))
			g_error("the pipe got: %s", lines[i]);
	g_assert_nonnull(strstr(output, "жерде 1 сөйлем"));
	g_assert_nonnull(strstr(output, "жерде 60 сөйлем"));
}

#define ADD(name, function) g_test_add("/home/" name, Home, NULL, set_up, function, tear_down)

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
	ADD("pipe", test_pipe);
	return g_test_run();
}
