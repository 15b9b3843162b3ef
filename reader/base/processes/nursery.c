/* nursery.c - see the header. */
#include "base/processes/nursery.h"

#include "base/processes/brood.h"
#include "base/processes/keeper.h"
#include "base/reason.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* A process that is stopped or stuck in the kernel is not waited for. */
#define END_LIMIT_MS 2000

struct _OqNursery {
	int control;
	pid_t keeper;
};

static gboolean
fail(int why, GError **error)
{
	g_set_error(error, OQ_CHILD_ERROR, OQ_CHILD_ERROR_FAILED,
		_("there is no helper process to be had: %s"), oq_reason(why));
	return FALSE;
}

/* No signal may come to the keeper before it has chosen which ones it ignores. */
static pid_t
fork_with_signals_blocked(void)
{
	sigset_t all, before;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	pid_t pid = fork();
	int why = errno;
	if (pid != 0)
		pthread_sigmask(SIG_SETMASK, &before, NULL);
	errno = why;
	return pid;
}

OqNursery *
oq_nursery_new(OqNurseryWarm warm, OqNurseryRun run, gpointer data, GError **error)
{
	g_return_val_if_fail(run != NULL, NULL);
	int ends[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
		fail(errno, error);
		return NULL;
	}
	pid_t keeper = fork_with_signals_blocked();
	if (keeper == 0)
		oq_keeper_run(ends[1], warm, run, data);
	int why = errno;
	close(ends[1]);
	if (keeper < 0) {
		close(ends[0]);
		fail(why, error);
		return NULL;
	}
	OqNursery *nursery = g_new0(OqNursery, 1);
	nursery->control = ends[0];
	nursery->keeper = keeper;
	return nursery;
}

/* The nursery's ends of a child's sockets go to it and are closed here. */
static gboolean
ask(OqNursery *nursery, const OqChildLimits *limits, const int *sockets, const int *leash,
	GError **error)
{
	int why = oq_brood_ask(nursery->control, limits, sockets[1], leash[1]);
	close(sockets[1]);
	close(leash[1]);
	return why == 0 || fail(why, error);
}

OqChild *
oq_nursery_fork(OqNursery *nursery, const OqChildLimits *limits, GError **error)
{
	static const OqChildLimits none = {0};
	g_return_val_if_fail(nursery != NULL, NULL);
	int sockets[2], leash[2];
	if (limits == NULL)
		limits = &none;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
		fail(errno, error);
		return NULL;
	}
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, leash) != 0) {
		fail(errno, error);
		close(sockets[0]);
		close(sockets[1]);
		return NULL;
	}
	g_unix_set_fd_nonblocking(sockets[0], TRUE, NULL);
	OqChild *child = oq_child_new(sockets[0], leash[0], limits->max_silence_ms);
	if (!ask(nursery, limits, sockets, leash, error))
		g_clear_pointer(&child, oq_child_free);
	return child;
}

/* All that hold the other end, keeper and nursery, have gone when it is closed; nothing is read. */
static gboolean
wait_for_end(int control)
{
	struct pollfd watched = {control, POLLIN, 0};
	int n;
	do {
		n = poll(&watched, 1, END_LIMIT_MS);
	} while (n < 0 && errno == EINTR);
	return n > 0;
}

void
oq_nursery_free(OqNursery *nursery)
{
	if (nursery == NULL)
		return;
	shutdown(nursery->control, SHUT_WR);
	if (!wait_for_end(nursery->control))
		kill(nursery->keeper, SIGKILL);
	close(nursery->control);
	while (waitpid(nursery->keeper, NULL, 0) < 0 && errno == EINTR)
		continue;
	g_free(nursery);
}
