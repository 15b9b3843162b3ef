/* tty.c - see the header. */
#include "home/keys/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#define CONTROLLING     "/dev/tty"
#define TELL_PASTES     "\033[?2004h"
#define TELL_NO_PASTES  "\033[?2004l"
#define USUAL_N_COLUMNS 80
#define USUAL_N_ROWS    24

struct _OqTty {
	int fd;
	struct termios before;
	gboolean tells_pastes; /* when it is raw */
	gint is_raw;           /* atomic */
};

/* A file of our own, so that not to wait is not the shell's affair, too. A terminal may have no
 * name here, or one that is another user's: that of standard input does, then. */
static int
open_own(void)
{
	const int flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
	char name[PATH_MAX];
	if (!isatty(STDIN_FILENO))
		return open(CONTROLLING, flags);
	int fd = ttyname_r(STDIN_FILENO, name, sizeof name) == 0 ? open(name, flags) : -1;
	return fd >= 0 ? fd : fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
}

static gboolean
tells_pastes(void)
{
	const char *kind = g_getenv("TERM");
	return kind != NULL && kind[0] != '\0' && strcmp(kind, "dumb") != 0;
}

OqTty *
oq_tty_open(void)
{
	g_autoptr(OqTty) tty = g_new0(OqTty, 1);
	tty->fd = open_own();
	tty->tells_pastes = tells_pastes();
	if (tty->fd < 0 || oq_tty_owner(tty) != OQ_TTY_OURS ||
		tcgetattr(tty->fd, &tty->before) != 0)
		return NULL;
	return g_steal_pointer(&tty);
}

void
oq_tty_free(OqTty *tty)
{
	if (tty == NULL)
		return;
	oq_tty_restore(tty);
	if (tty->fd >= 0)
		close(tty->fd);
	g_free(tty);
}

int
oq_tty_fd(const OqTty *tty)
{
	return tty->fd;
}

/* A terminal that does not control us has no jobs, and is ours as much as anybody's. */
OqTtyOwner
oq_tty_owner(const OqTty *tty)
{
	pid_t owner = tcgetpgrp(tty->fd);
	if (owner >= 0)
		return owner == getpgrp() ? OQ_TTY_OURS : OQ_TTY_ANOTHERS;
	return errno == ENOTTY && isatty(tty->fd) ? OQ_TTY_OURS : OQ_TTY_GONE;
}

/* Where the job has come into the background meanwhile, this would stop it. */
static gboolean
set_modes(const OqTty *tty, const struct termios *modes)
{
	sigset_t stops, before;
	sigemptyset(&stops);
	sigaddset(&stops, SIGTTOU);
	pthread_sigmask(SIG_BLOCK, &stops, &before);
	gboolean done = oq_tty_owner(tty) == OQ_TTY_OURS && tcsetattr(tty->fd, TCSANOW, modes) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return done;
}

/* A terminal that is held (Ctrl+S) takes nothing, and is not waited for. */
static void
tell(const OqTty *tty, const char *sequence)
{
	struct pollfd ready = {tty->fd, POLLOUT, 0};
	if (tty->tells_pastes && poll(&ready, 1, 0) == 1 && (ready.revents & POLLOUT) != 0 &&
		write(tty->fd, sequence, strlen(sequence)) < 0)
		return;
}

gboolean
oq_tty_make_raw(OqTty *tty)
{
	struct termios raw = tty->before;
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | ISIG | IEXTEN);
	raw.c_iflag &= ~(tcflag_t)(BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	if (!set_modes(tty, &raw))
		return FALSE;
	g_atomic_int_set(&tty->is_raw, TRUE);
	tell(tty, TELL_PASTES);
	return TRUE;
}

void
oq_tty_restore(OqTty *tty)
{
	if (g_atomic_int_compare_and_exchange(&tty->is_raw, TRUE, FALSE) &&
		set_modes(tty, &tty->before))
		tell(tty, TELL_NO_PASTES);
}

void
oq_tty_size(const OqTty *tty, guint *n_columns, guint *n_rows)
{
	struct winsize size = {0};
	gboolean known = ioctl(tty->fd, TIOCGWINSZ, &size) == 0;
	*n_columns = known && size.ws_col > 0 ? size.ws_col : USUAL_N_COLUMNS;
	*n_rows = known && size.ws_row > 0 ? size.ws_row : USUAL_N_ROWS;
}
