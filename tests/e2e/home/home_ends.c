/* home_ends.c - the reader at home: how it ends, with what status, and where it goes on then. */
#include "home_case.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

static void
leave_at(Home *h, const char *keys, const char *shown)
{
	listener_press(&h->listener, keys);
	home_case_see(h, shown);
	home_case_hear(h);
	home_case_end(h);
}

static void
test_goes_on(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *renamed = g_build_filename(h->hearing.folder, "renamed.txt", NULL);

	home_case_begin(h, "read", h->book);
	home_case_see(h, "жерде 1 сөйлем");
	leave_at(h, "40\033[C", "жерде 41 сөйлем");
	home_case_begin(h, "read", h->book);
	home_case_see(h, "going on at 4");
	home_case_see(h, "жерде 41 сөйлем");
	leave_at(h, "+9\033[C", "жерде 50 сөйлем");
	g_assert_cmpint(g_rename(h->book, renamed), ==, 0);
	home_case_begin(h, "read", renamed);
	home_case_see(h, "renamed, going on at 5");
	home_case_see(h, "жерде 50 сөйлем");
	leave_at(h, "+", "speed 150"); /* as it was chosen for this text */
	home_case_begin(h, "continue", NULL);
	home_case_see(h, "жерде 50 сөйлем");
	leave_at(h, "\033[C", "жерде 51 сөйлем");
	home_case_begin(h, "recent", NULL);
	home_case_see(h, "renamed");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	home_case_begin(h, "--beginning", renamed);
	home_case_see(h, "жерде 1 сөйлем");
	g_assert_null(strstr(h->listener.shown->str, "going on"));
	home_case_end(h);
}

/* By its end a text is read, and begins anew. */
static void
test_ends(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	home_case_begin(h, "read", h->book);
	home_case_see(h, "жерде 1 сөйлем");
	listener_press(&h->listener, "\033[F");
	home_case_see(h, "жерде 90 сөйлем");
	home_case_see(h, "the end");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	g_assert_cmpint(h->listener.status, ==, 0);
	home_case_begin(h, "read", h->book);
	home_case_see(h, "жерде 1 сөйлем");
	home_case_end(h);
}

/* By ear, silence alone might be a pause. */
static void
test_leaves(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	home_case_begin(h, "read", h->book);
	home_case_see(h, "сөйлем");
	listener_press(&h->listener, "q");
	home_case_hear(h);
	home_case_see(h, "the place is kept");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	g_assert_cmpint(h->listener.status, ==, 0);
}

/* As a key Ctrl+C is what it is as a signal: at once, the place kept. */
static void
test_interrupted(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const before[] = {"", "/", "s"};

	for (guint i = 0; i < G_N_ELEMENTS(before); i++) {
		home_case_begin(h, "read", h->book);
		home_case_see(h, "сөйлем");
		listener_press(&h->listener, before[i]);
		listener_press(&h->listener, "\003");
		home_case_see(h, "the place is kept");
		g_assert_true(listener_ended(&h->listener, SOON_MS));
		g_assert_cmpint(WEXITSTATUS(h->listener.status), ==, 130);
	}
}

static void
test_missing(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	home_case_begin(h, "read", "no-such-file.txt");
	home_case_hear(h);
	home_case_see(h, "no-such-file.txt");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	g_assert_cmpint(WEXITSTATUS(h->listener.status), ==, 3);
}

/* What has no word in it did not come to its end: that is told, and no place in it is kept. */
static void
test_empty(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const texts[] = {"", " \n\n«» … —\n"};

	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_assert_true(g_file_set_contents(h->book, texts[i], -1, NULL));
		home_case_begin(h, "read", h->book);
		home_case_hear(h);
		home_case_see(h, "there is nothing to read in ");
		g_assert_true(listener_ended(&h->listener, SOON_MS));
		g_assert_cmpint(WEXITSTATUS(h->listener.status), ==, 3);
		g_assert_null(strstr(h->listener.shown->str, "the end"));
	}
	home_case_begin(h, "recent", NULL);
	home_case_see(h, "nothing was read yet");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
}

/* Another reader, whether it reads, here without a sound, or is paused, is told of by the voice. */
static void
test_taken(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	const char *argv[] = {g_getenv("OQ_PROGRAM"), "read", "--volume", "0", h->book, NULL};
	g_auto(Listener) other;

	listener_init(&other);
	listener_begin(&other, argv);
	for (guint i = 0; i < 2; i++) {
		g_assert_true(listener_shows(&other, 0, "сөйлем", SOON_MS));
		home_case_hear_nothing(h);
		home_case_begin(h, "read", h->book);
		home_case_see(h, "is being read already");
		home_case_hear(h);
		g_assert_true(listener_ended(&h->listener, SOON_MS));
		g_assert_cmpint(WEXITSTATUS(h->listener.status), ==, 1);
		listener_press(&other, " ");
	}
	g_assert_false(listener_ended(&other, 0));
}

/* Nor does a command line that is wrong end in silence. */
static void
test_wrong(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	home_case_begin(h, "read", "--sped");
	home_case_hear(h);
	home_case_see(h, "--speed");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	g_assert_cmpint(WEXITSTATUS(h->listener.status), ==, 2);
}

/* Any key breaks it off; it would be heard for much longer. */
static void
break_off(Home *h, const char *verb, const char *argument, int status)
{
	home_case_begin(h, verb, argument);
	home_case_hear(h);
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

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("goes-on", test_goes_on);
	ADD("ends", test_ends);
	ADD("leaves", test_leaves);
	ADD("interrupted", test_interrupted);
	ADD("missing", test_missing);
	ADD("empty", test_empty);
	ADD("taken", test_taken);
	ADD("wrong", test_wrong);
	ADD("broken-off", test_broken_off);
	return g_test_run();
}
