#include "radio/watch/errand.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
	GMainLoop *loop;
	int status;
	char *said;
} Answer;

static void
hear(int status, const char *said, gpointer data)
{
	Answer *answer = data;

	answer->status = status;
	answer->said = g_strdup(said);
	g_main_loop_quit(answer->loop);
}

static void
assert_answer(const char *script, int status, const char *said)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GMainLoop) loop = g_main_loop_new(NULL, FALSE);
	Answer answer = {.loop = loop};
	char *const command[] = {
		(char[]){"/bin/sh"}, (char[]){"-c"}, (char *)(guintptr)script, NULL};
	g_autoptr(OqErrand) errand = oq_errand_new(command, hear, &answer, &error);

	g_assert_no_error(error);
	g_main_loop_run(loop);
	g_assert_cmpint(answer.status, ==, status);
	g_assert_cmpstr(answer.said, ==, said);
	g_free(answer.said);
}

static void
test_answers(void)
{
	assert_answer("exit 0", 0, "");
	assert_answer("echo not heard; echo '1' >&2; echo 2 >&2; exit 3", 3, "1\n2\n");
	assert_answer("kill -KILL $$", -SIGKILL, "");
	assert_answer("printf '\\377' >&2; exit 1", 1, "\357\277\275");
}

static void
fail_when_heard(
	int status G_GNUC_UNUSED, const char *said G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
	g_assert_not_reached();
}

/* It is gone, and nothing is heard of it. */
static void
test_freed(void)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *script = g_strdup_printf("kill -STOP $$; touch %s/late", folder);
	char *const command[] = {(char[]){"/bin/sh"}, (char[]){"-c"}, script, NULL};
	OqErrand *errand = oq_errand_new(command, fail_when_heard, NULL, NULL);

	oq_errand_free(errand);
	while (g_main_context_iteration(NULL, FALSE))
		continue;
	g_assert_cmpint(rmdir(folder), ==, 0);
}

static void
test_no_program(void)
{
	g_autoptr(GError) error = NULL;
	char *const command[] = {(char[]){"/nowhere/at/all"}, NULL};

	g_assert_null(oq_errand_new(command, fail_when_heard, NULL, &error));
	g_assert_nonnull(error);
}

/* Whoever sent it is killed, and so is it: this process is the next who hears of it. */
static void
test_orphan(void)
{
	int status;
	g_assert_cmpint(prctl(PR_SET_CHILD_SUBREAPER, 1), ==, 0);
	pid_t sender = fork();
	if (sender == 0) {
		char *const command[] = {
			(char[]){"/bin/sh"}, (char[]){"-c"}, (char[]){"kill -STOP $$"}, NULL};
		oq_errand_new(command, fail_when_heard, NULL, NULL);
		kill(getpid(), SIGKILL);
	}
	g_assert_cmpint(waitpid(sender, NULL, 0), ==, sender);
	g_assert_cmpint(waitpid(-1, &status, 0), >, 0);
	g_assert_true(WIFSIGNALED(status));
	g_assert_cmpint(WTERMSIG(status), ==, SIGKILL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/errand/answers", test_answers);
	g_test_add_func("/errand/freed", test_freed);
	g_test_add_func("/errand/no-program", test_no_program);
	g_test_add_func("/errand/orphan", test_orphan);
	return g_test_run();
}
