#include "base/last_words.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LINE "oqyrman: жад жоқ\n"

enum { FRAME = 1000 };

static char *
make_file(void)
{
	char *path = NULL;
	int fd = g_file_open_tmp("oqyrman-XXXXXX", &path, NULL);
	g_assert_cmpint(fd, >=, 0);
	close(fd);
	return path;
}

static void
leave(gpointer data)
{
	g_assert_cmpint(write(STDERR_FILENO, data, strlen(data)), >, 0);
}

/* As GLib does where it has no memory for its own message. */
static guint
fill_stack(guint depth)
{
	volatile char frame[FRAME];
	frame[depth % FRAME] = (char)depth;
	return depth == G_MAXUINT ? 0 : fill_stack(depth + 1) + (guint)frame[depth % FRAME];
}

static gpointer
fill(gpointer data G_GNUC_UNUSED)
{
	oq_last_words_in_thread();
	return GUINT_TO_POINTER(fill_stack(1));
}

static void
end_by_message(void)
{
	g_error("creating thread 'gmain'");
}

static void
end_by_stack(void)
{
	fill(NULL);
}

static void
end_by_stack_of_thread(void)
{
	g_thread_join(g_thread_new("full", fill, NULL));
}

static void
end_by_crash(void)
{
	volatile int *volatile nowhere = NULL;
	*nowhere = 1;
}

static void
end_by_child(void)
{
	int status = 0;
	pid_t pid = fork();
	if (pid == 0)
		end_by_message();
	g_assert_cmpint(waitpid(pid, &status, 0), ==, pid);
	_exit(WIFSIGNALED(status) ? 42 : 43);
}

/** One way to end, and what comes of it. */
typedef struct {
	void (*end)(void);
	int status; /* -1: by a signal, or by a sanitizer's report of it */
} Way;

/* The first of two files is taken back meanwhile. */
static void
test_end(gconstpointer data)
{
	const Way *way = data;
	if (g_test_subprocess()) {
		oq_last_words_prepare(LINE);
		oq_last_words_leave(leave, (char[]){"left\n"});
		const char *spared = g_getenv("OQ_SPARED"), *removed = g_getenv("OQ_REMOVED");
		oq_last_words_remove(spared);
		oq_last_words_remove(removed);
		oq_last_words_spare(spared);
		way->end();
		return;
	}
	g_autofree char *spared = make_file();
	g_autofree char *removed = make_file();
	g_setenv("OQ_SPARED", spared, TRUE);
	g_setenv("OQ_REMOVED", removed, TRUE);
	g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
	gboolean is_said = way->status == 1;
	if (is_said)
		g_test_trap_assert_stderr("left\n" LINE);
	else
		g_test_trap_assert_stderr_unmatched("*жад жоқ*");
	g_test_trap_assert_failed();
	g_assert_cmpint(g_access(removed, F_OK) != 0, ==, is_said);
	g_assert_cmpint(g_access(spared, F_OK), ==, 0);
	g_unlink(spared);
	g_unlink(removed);
}

int
main(int argc, char **argv)
{
	static const Way message = {end_by_message, 1}, stack = {end_by_stack, 1},
			 thread = {end_by_stack_of_thread, 1}, crash = {end_by_crash, -1},
			 child = {end_by_child, 42};
	g_test_init(&argc, &argv, NULL);
	g_test_add_data_func("/last_words/message", &message, test_end);
	g_test_add_data_func("/last_words/stack", &stack, test_end);
	g_test_add_data_func("/last_words/stack-of-thread", &thread, test_end);
	g_test_add_data_func("/last_words/crash", &crash, test_end);
	g_test_add_data_func("/last_words/child", &child, test_end);
	return g_test_run();
}
