/* home_pipe.c - the reader at home, when standard output is a pipe: what that gets, and that nobody
 * waits for it. */
#include "home_case.h"

#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

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
	home_case_hear(h);
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

static void
fill(int fd)
{
	static const char bytes[4096];
	int flags = fcntl(fd, F_GETFL);

	g_assert_cmpint(fcntl(fd, F_SETFL, flags | O_NONBLOCK), ==, 0);
	while (write(fd, bytes, sizeof bytes) > 0)
		continue;
	g_assert_cmpint(fcntl(fd, F_SETFL, flags), ==, 0);
}

/* Whoever reads the text stands still: all is heard, and any key ends it. */
static void
end_held(Home *h, const char *command, const char *before, const char *key, int status)
{
	const char *argv[] = {"/bin/sh", "-c", command, NULL};

	listener_begin(&h->listener, argv);
	home_case_hear(h);
	if (before[0] != '\0') {
		listener_press(&h->listener, before);
		home_case_hear_nothing(h);
	}
	listener_press(&h->listener, key);
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	g_assert_cmpint(WEXITSTATUS(h->listener.status), ==, status);
}
static void
test_held(Home *h, gconstpointer data G_GNUC_UNUSED)
{
	int fds[2];
	g_assert_cmpint(pipe(fds), ==, 0);
	fill(fds[1]);
	g_autofree char *command = g_strdup_printf(
		"exec \"$OQ_PROGRAM\" read '%s' >/proc/self/fd/%d", h->book, fds[1]);

	end_held(h, command, "", "q", 0);
	end_held(h, command, "\033[F", "q", 0);
	end_held(h, command, "\033[F", "\003", 130); /* as the signal does */
	close(fds[0]);
	close(fds[1]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("pipe", test_pipe);
	ADD("held", test_held);
	return g_test_run();
}
