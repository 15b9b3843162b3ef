/* keeper.c - see the header. */
#include "base/processes/keeper.h"

#include "base/processes/brood.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#define CONTROL_FD 3
#define NOWHERE    "/nonexistent"
/* Nurseries in a row that end before they are warm: the next one would do the same. */
#define MAX_FAILED 3

typedef struct {
	int control;
	int signals; /* SIGCHLD */
	int warmed;  /* an eventfd by which the nursery tells that it is ready */
	pid_t nursery;
	guint n_failed;
	OqNurseryWarm warm;
	OqNurseryRun run;
	gpointer data;
} Keeper;

/* Any other file of the program that were open here would have one owner too many: who reads from
 * its standard output must see the end when the program ends. */
static gboolean
keep_control_alone(int control)
{
	if (dup2(control, CONTROL_FD) < 0)
		return FALSE;
	closefrom(CONTROL_FD + 1);
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	if (null < 0)
		return FALSE;
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fd != STDERR_FILENO || !OQ_BROOD_SANITIZED)
			dup2(null, fd);
	close(null);
	return TRUE;
}

/* Those of a crash may have a handler, a sanitizer's, that is needed. */
static void
choose_signals(void)
{
	static const int ignored[] = {
		SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU, SIGXFSZ};
	static const int usual[] = {SIGCHLD, SIGCONT, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU};
	sigset_t blocked;
	for (guint i = 0; i < G_N_ELEMENTS(ignored); i++)
		signal(ignored[i], SIG_IGN);
	for (guint i = 0; i < G_N_ELEMENTS(usual); i++)
		signal(usual[i], SIG_DFL);
	sigemptyset(&blocked);
	sigaddset(&blocked, SIGCHLD);
	sigprocmask(SIG_SETMASK, &blocked, NULL);
}

/* A client of a sound server that is made all the same finds no server to wait for and no home to
 * make folders in. */
static void
choose_environment(void)
{
	static const char *const nowhere[] = {"HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
		"XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME"};
	static const char *const none[] = {
		"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"};
	for (guint i = 0; i < G_N_ELEMENTS(nowhere); i++)
		g_setenv(nowhere[i], NOWHERE, TRUE);
	for (guint i = 0; i < G_N_ELEMENTS(none); i++)
		g_unsetenv(none[i]);
	g_setenv("PULSE_SERVER", "unix:" NOWHERE, TRUE);
}

static void
settle(Keeper *keeper)
{
	const struct rlimit no_core = {0, 0};
	sigset_t watched;
	choose_signals();
	choose_environment();
	setrlimit(RLIMIT_CORE, &no_core);
	prctl(PR_SET_NAME, "oqyrman-keeper");
	/* Children whose nursery has died come to us, to be reaped. */
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	sigemptyset(&watched);
	sigaddset(&watched, SIGCHLD);
	keeper->signals = signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
	keeper->warmed = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (keeper->signals < 0 || keeper->warmed < 0)
		_exit(1);
}

G_NORETURN static void
be_nursery(const Keeper *keeper)
{
	prctl(PR_SET_NAME, "oqyrman-nursery");
	if (keeper->warm != NULL)
		keeper->warm(keeper->data);
	eventfd_write(keeper->warmed, 1);
	close(keeper->warmed);
	oq_brood_serve(keeper->control, keeper->signals, keeper->run, keeper->data);
	_exit(0);
}

static void
fork_nursery(Keeper *keeper)
{
	keeper->nursery = fork();
	if (keeper->nursery == 0)
		be_nursery(keeper);
}

static void
replace_nursery(Keeper *keeper)
{
	eventfd_t n_warmed;
	if (eventfd_read(keeper->warmed, &n_warmed) == 0)
		keeper->n_failed = 0;
	else
		keeper->n_failed++;
	keeper->nursery = -1;
	if (keeper->n_failed < MAX_FAILED)
		fork_nursery(keeper);
}

static void
reap(Keeper *keeper)
{
	struct signalfd_siginfo ignored;
	pid_t pid;
	if (read(keeper->signals, &ignored, sizeof ignored) < 0)
		return;
	while ((pid = waitpid(-1, NULL, WNOHANG)) > 0)
		if (pid == keeper->nursery)
			replace_nursery(keeper);
}

/* Until the program has gone. */
static void
watch(Keeper *keeper)
{
	struct pollfd fds[] = {{keeper->control, POLLRDHUP, 0}, {keeper->signals, POLLIN, 0}};
	while (keeper->nursery > 0 && fds[0].revents == 0) {
		if (poll(fds, G_N_ELEMENTS(fds), -1) < 0)
			continue;
		if (fds[0].revents == 0 && fds[1].revents != 0)
			reap(keeper);
	}
}

void
oq_keeper_run(int control, OqNurseryWarm warm, OqNurseryRun run, gpointer data)
{
	Keeper keeper = {.control = CONTROL_FD, .warm = warm, .run = run, .data = data};
	if (!keep_control_alone(control))
		_exit(1);
	settle(&keeper);
	fork_nursery(&keeper);
	watch(&keeper);
	if (keeper.nursery > 0) /* and its children die with it */
		kill(keeper.nursery, SIGKILL);
	while (waitpid(-1, NULL, 0) > 0 || errno == EINTR)
		continue;
	_exit(0);
}
