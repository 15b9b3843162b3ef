/* brood.c - see the header. */
#include "base/processes/brood.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_FDS         2
/* Room made once, so that no child finds the heap another than its sisters did. */
#define USUAL_WARDS   64
/* For the nursery to take a request. */
#define ROOM_LIMIT_MS 2000

typedef struct {
	pid_t pid;
	int leash; /* -1: let go, and the child killed */
} Ward;

typedef struct {
	int control;
	int signals;
	OqNurseryRun run;
	gpointer data;
	GArray *wards;
} Brood;

typedef struct {
	OqChildLimits limits;
	int fds[N_FDS]; /* the child's socket, its leash */
} Request;

typedef union {
	struct cmsghdr head; /* for its alignment */
	char bytes[CMSG_SPACE(sizeof(int) * N_FDS)];
} Passage;

/* Some hundred requests find room. When somebody wants more at once, the nursery forks as fast as
 * it can; it may also be stopped, and then it is not waited for. */
static int
send_request(int control, const struct msghdr *message)
{
	struct pollfd room = {control, POLLOUT, 0};
	gint64 end_us = g_get_monotonic_time() + ROOM_LIMIT_MS * G_TIME_SPAN_MILLISECOND;
	while (sendmsg(control, message, MSG_NOSIGNAL | MSG_DONTWAIT) < 0) {
		int why = errno;
		gint64 left_us = end_us - g_get_monotonic_time();
		if ((why != EAGAIN && why != EINTR) || left_us <= 0)
			return why;
		poll(&room, 1, why == EAGAIN ? (int)(left_us / 1000) + 1 : 0);
	}
	return 0;
}

int
oq_brood_ask(int control, const OqChildLimits *limits, int socket, int leash)
{
	OqChildLimits content = *limits;
	int fds[N_FDS] = {socket, leash};
	Passage passage = {0};
	struct iovec piece = {&content, sizeof content};
	struct msghdr message = {.msg_iov = &piece,
		.msg_iovlen = 1,
		.msg_control = passage.bytes,
		.msg_controllen = sizeof passage.bytes};
	struct cmsghdr *head = CMSG_FIRSTHDR(&message);
	head->cmsg_level = SOL_SOCKET;
	head->cmsg_type = SCM_RIGHTS;
	head->cmsg_len = CMSG_LEN(sizeof fds);
	memcpy(CMSG_DATA(head), fds, sizeof fds);
	return send_request(control, &message);
}

/* Something this small, with descriptors, comes in one piece. */
static gboolean
take_request(int control, Request *request)
{
	Passage passage = {0};
	struct iovec piece = {&request->limits, sizeof request->limits};
	struct msghdr message = {.msg_iov = &piece,
		.msg_iovlen = 1,
		.msg_control = passage.bytes,
		.msg_controllen = sizeof passage.bytes};
	gssize n = recvmsg(control, &message, MSG_CMSG_CLOEXEC);
	struct cmsghdr *head = CMSG_FIRSTHDR(&message);
	if (n != (gssize)sizeof request->limits || head == NULL)
		return FALSE;
	gsize n_bytes = head->cmsg_len - CMSG_LEN(0);
	memcpy(request->fds, CMSG_DATA(head), MIN(n_bytes, sizeof request->fds));
	if (n_bytes == sizeof request->fds)
		return TRUE;
	if (n_bytes == sizeof(int)) /* there are too few descriptors to be had */
		close(request->fds[0]);
	return FALSE;
}

/* What the process has already, as the limit is one of the whole; 0: cannot be told. */
static guint64
own_bytes(void)
{
	char line[64] = "";
	int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	gssize n = fd >= 0 ? read(fd, line, sizeof line - 1) : -1;
	if (fd >= 0)
		close(fd);
	return n > 0 ? g_ascii_strtoull(line, NULL, 10) * (guint64)sysconf(_SC_PAGESIZE) : 0;
}

static void
limit_memory(guint64 max_bytes)
{
	guint64 own = own_bytes();
	struct rlimit limit = {own + max_bytes, own + max_bytes};
	if (own > 0 && !OQ_BROOD_SANITIZED) /* whose shadow memory is large beyond all limits */
		setrlimit(RLIMIT_AS, &limit);
}

static void
set_limits(const OqChildLimits *limits)
{
	struct rlimit seconds = {limits->max_seconds, limits->max_seconds + 1};
	if (limits->max_seconds > 0)
		setrlimit(RLIMIT_CPU, &seconds);
	if (limits->max_bytes > 0)
		limit_memory(limits->max_bytes);
}

/* The child. It must hold nothing whose closing means something to others. */
G_NORETURN static void
be_child(const Brood *brood, const Request *request, pid_t parent)
{
	sigset_t none;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent) /* it died before that */
		_exit(0);
	prctl(PR_SET_NAME, "oqyrman-child");
	close(brood->control);
	close(brood->signals);
	close(request->fds[1]);
	for (guint i = 0; i < brood->wards->len; i++)
		if (g_array_index(brood->wards, Ward, i).leash >= 0)
			close(g_array_index(brood->wards, Ward, i).leash);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	set_limits(&request->limits);
	_exit(brood->run(request->fds[0], brood->data));
}

static void
tell_end(int leash, int status)
{
	if (leash < 0)
		return;
	send(leash, &status, sizeof status, MSG_NOSIGNAL | MSG_DONTWAIT);
	close(leash);
}

static void
fork_child(Brood *brood, const Request *request)
{
	pid_t parent = getpid();
	pid_t pid = fork();
	int why = errno;
	if (pid == 0)
		be_child(brood, request, parent);
	close(request->fds[0]);
	Ward ward = {pid, request->fds[1]};
	if (pid > 0)
		g_array_append_val(brood->wards, ward);
	else
		tell_end(ward.leash, -why);
}

static void
forget(Brood *brood, pid_t pid, int status)
{
	for (guint i = 0; i < brood->wards->len; i++) {
		const Ward *ward = &g_array_index(brood->wards, Ward, i);
		if (ward->pid != pid)
			continue;
		tell_end(ward->leash, status);
		g_array_remove_index(brood->wards, i);
		return;
	}
}

static void
reap(Brood *brood)
{
	struct signalfd_siginfo ignored;
	int status;
	pid_t pid;
	if (read(brood->signals, &ignored, sizeof ignored) < 0)
		return;
	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		forget(brood, pid, status);
}

/* It is ours and not reaped yet: the number can mean no other process. */
static void
kill_let_go(Brood *brood, guint i, int events)
{
	Ward *ward = &g_array_index(brood->wards, Ward, i);
	if ((events & (POLLHUP | POLLERR)) == 0)
		return;
	kill(ward->pid, SIGKILL);
	close(ward->leash);
	ward->leash = -1;
}

/* Returns NULL when it was disturbed. */
static const struct pollfd *
watch(const Brood *brood, GArray *fds)
{
	struct pollfd fixed[] = {
		{brood->control, POLLIN | POLLRDHUP, 0}, {brood->signals, POLLIN, 0}};
	g_array_set_size(fds, 0);
	g_array_append_vals(fds, fixed, G_N_ELEMENTS(fixed));
	for (guint i = 0; i < brood->wards->len; i++) {
		struct pollfd leash = {g_array_index(brood->wards, Ward, i).leash, 0, 0};
		g_array_append_val(fds, leash);
	}
	struct pollfd *all = &g_array_index(fds, struct pollfd, 0);
	return poll(all, fds->len, -1) >= 0 ? all : NULL;
}

/* Returns FALSE when the program has gone. */
static gboolean
serve_once(Brood *brood, const struct pollfd *fds)
{
	Request request;
	if ((fds[0].revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0)
		return FALSE;
	for (guint i = brood->wards->len; i-- > 0;)
		kill_let_go(brood, i, fds[2 + i].revents);
	if ((fds[1].revents & POLLIN) != 0)
		reap(brood);
	if ((fds[0].revents & POLLIN) != 0 && take_request(brood->control, &request))
		fork_child(brood, &request);
	return TRUE;
}

void
oq_brood_serve(int control, int signals, OqNurseryRun run, gpointer data)
{
	g_autoptr(GArray) wards = g_array_sized_new(FALSE, FALSE, sizeof(Ward), USUAL_WARDS);
	g_autoptr(GArray) fds = g_array_sized_new(FALSE, TRUE, sizeof(struct pollfd), USUAL_WARDS);
	Brood brood = {control, signals, run, data, wards};
	const struct pollfd *seen;
	do {
		seen = watch(&brood, fds);
	} while (seen == NULL || serve_once(&brood, seen));
}
