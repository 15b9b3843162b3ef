/* listener.c - see the header. */
#include "listener.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

void
listener_init(Listener *listener)
{
	*listener = (Listener){.terminal = -1, .shown = g_string_new(NULL)};
}

static void
hang_up(Listener *listener)
{
	if (listener->terminal >= 0)
		close(listener->terminal);
	listener->terminal = -1;
}

void
listener_clear(Listener *listener)
{
	listener_kill(listener);
	hang_up(listener);
	g_string_free(listener->shown, TRUE);
}

static void
run(const char *const *argv)
{
	gsize n = 0;

	while (argv[n] != NULL)
		n++;
	g_autofree char **args = g_memdup2(argv, (n + 1) * sizeof *argv);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setenv("TERM", "xterm-256color", 1);
	setenv("NO_COLOR", "1", 1);
	setenv("LANGUAGE", "en", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	execv(args[0], args);
	_exit(127);
}

void
listener_begin(Listener *listener, const char *const *argv)
{
	const struct winsize size = {.ws_row = 50, .ws_col = 1000};

	g_assert_cmpint(listener->pid, ==, 0);
	hang_up(listener);
	g_string_truncate(listener->shown, 0);
	listener->begun_us = g_get_monotonic_time();
	listener->pid = forkpty(&listener->terminal, NULL, NULL, &size);
	g_assert_cmpint(listener->pid, >=, 0);
	if (listener->pid == 0)
		run(argv);
}

gint64
listener_press(const Listener *listener, const char *keys)
{
	gint64 now_us = g_get_monotonic_time();

	g_assert_cmpint(write(listener->terminal, keys, strlen(keys)), ==, (gssize)strlen(keys));
	return now_us;
}

/* Sequences of escape, such as the one that asks for pastes to be told, show nothing. */
static void
show(Listener *listener, char byte)
{
	if (byte == '\033')
		listener->in_sequence = TRUE;
	else if (listener->in_sequence)
		listener->in_sequence = !g_ascii_isalpha(byte);
	else if (byte != '\r')
		g_string_append_c(listener->shown, byte);
}

gboolean
listener_look(Listener *listener, guint wait_ms)
{
	struct pollfd fd = {listener->terminal, POLLIN, 0};
	char bytes[4096];

	if (poll(&fd, 1, (int)wait_ms) <= 0)
		return FALSE;
	gssize n = read(listener->terminal, bytes, sizeof bytes);
	if (n <= 0)
		g_usleep(1000); /* it has ended */
	for (gssize i = 0; i < n; i++)
		show(listener, bytes[i]);
	return n > 0;
}

static gint64
left_ms(gint64 end_us)
{
	return MAX((end_us - g_get_monotonic_time()) / 1000, 0);
}

gboolean
listener_shows(Listener *listener, gsize from, const char *text, guint wait_ms)
{
	gint64 end_us = g_get_monotonic_time() + wait_ms * G_GINT64_CONSTANT(1000);

	do {
		listener_look(listener, (guint)MIN(left_ms(end_us), 100));
		if (strstr(listener->shown->str + from, text) != NULL)
			return TRUE;
	} while (left_ms(end_us) > 0);
	return FALSE;
}

gboolean
listener_ended(Listener *listener, guint wait_ms)
{
	gint64 end_us = g_get_monotonic_time() + wait_ms * G_GINT64_CONSTANT(1000);

	while (listener->pid != 0) {
		listener_look(listener, 5);
		if (waitpid(listener->pid, &listener->status, WNOHANG) == listener->pid)
			listener->pid = 0;
		else if (left_ms(end_us) == 0)
			return FALSE;
	}
	while (listener_look(listener, 0))
		continue;
	return TRUE;
}

void
listener_kill(Listener *listener)
{
	if (listener->pid == 0)
		return;
	kill(listener->pid, SIGKILL);
	waitpid(listener->pid, &listener->status, 0);
	listener->pid = 0;
}
