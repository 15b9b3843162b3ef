/* outlet.c - see the header. */
#include "home/screen/outlet.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where a file may block, so many bytes find room once it says that there is some: PIPE_BUF. */
#define PIECE_BYTES 4096

/* A terminal that takes nothing for so long is held, or nobody looks at it. */
#define HELD_MS 1000

/* Whoever leaves waits no longer for others. */
#define HURRY_MS 300

typedef enum {
	WAY_FREELY, /* it never blocks, or the descriptor is our own */
	WAY_SOCKET,
	WAY_BY_PIECES, /* it could not be opened once more */
} Way;

struct _OqOutlet {
	int fd;
	int own_fd; /* -1: none */
	Way way;
	gboolean is_terminal;
	GString *waiting;
	int failure;
	GMainContext *context;
	GSource *room; /* (nullable): as long as something waits */
	OqOutletDrained drained;
	gpointer data;
};

/* The terminal of this session is there for whoever may not open it by its name. */
static int
open_terminal(int fd)
{
	guint wanted = 0, found = 0;
	int own_fd = open("/dev/tty", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	if (own_fd < 0)
		return -1;
	if (ioctl(fd, TIOCGDEV, &wanted) == 0 && ioctl(own_fd, TIOCGDEV, &found) == 0 &&
		wanted == found)
		return own_fd;
	close(own_fd);
	return -1;
}

static int
open_again(int fd)
{
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
	int own_fd = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	return own_fd >= 0 || !isatty(fd) ? own_fd : open_terminal(fd);
}

static void
choose_way(OqOutlet *outlet)
{
	struct stat status;

	outlet->own_fd = -1;
	outlet->way = WAY_FREELY;
	if (fstat(outlet->fd, &status) != 0)
		return;
	if (S_ISSOCK(status.st_mode)) {
		outlet->way = WAY_SOCKET;
	} else if (S_ISFIFO(status.st_mode) || isatty(outlet->fd)) {
		outlet->own_fd = open_again(outlet->fd);
		if (outlet->own_fd < 0)
			outlet->way = WAY_BY_PIECES;
		else
			outlet->fd = outlet->own_fd;
	}
}

OqOutlet *
oq_outlet_new(int fd, OqOutletDrained drained, gpointer data)
{
	OqOutlet *outlet = g_new0(OqOutlet, 1);

	outlet->fd = fd;
	outlet->is_terminal = isatty(fd);
	outlet->waiting = g_string_new(NULL);
	outlet->context = g_main_context_ref_thread_default();
	outlet->drained = drained;
	outlet->data = data;
	choose_way(outlet);
	return outlet;
}

static void
stop_waiting(OqOutlet *outlet)
{
	if (outlet->room == NULL)
		return;
	g_source_destroy(outlet->room);
	g_clear_pointer(&outlet->room, g_source_unref);
}

void
oq_outlet_free(OqOutlet *outlet)
{
	if (outlet == NULL)
		return;
	stop_waiting(outlet);
	if (outlet->own_fd >= 0)
		close(outlet->own_fd);
	g_string_free(outlet->waiting, TRUE);
	g_main_context_unref(outlet->context);
	g_free(outlet);
}

static gboolean
has_room(const OqOutlet *outlet)
{
	struct pollfd room = {outlet->fd, POLLOUT, 0};

	return poll(&room, 1, 0) > 0;
}

/* -1 and EAGAIN: there is no room. */
static gssize
write_some(const OqOutlet *outlet)
{
	const char *bytes = outlet->waiting->str;
	gsize n_bytes = outlet->waiting->len;

	if (outlet->way == WAY_SOCKET)
		return send(outlet->fd, bytes, n_bytes, MSG_DONTWAIT | MSG_NOSIGNAL);
	if (outlet->way == WAY_FREELY)
		return write(outlet->fd, bytes, n_bytes);
	if (has_room(outlet))
		return write(outlet->fd, bytes, MIN(n_bytes, PIECE_BYTES));
	errno = EAGAIN;
	return -1;
}

static void
write_waiting(OqOutlet *outlet)
{
	while (outlet->waiting->len > 0) {
		gssize n_written = write_some(outlet);
		if (n_written >= 0) {
			g_string_erase(outlet->waiting, 0, n_written);
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			return;
		} else if (errno != EINTR) {
			outlet->failure = errno;
			g_string_truncate(outlet->waiting, 0);
		}
	}
}

static gboolean
take_room(int fd G_GNUC_UNUSED, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	OqOutlet *outlet = data;

	write_waiting(outlet);
	if (outlet->waiting->len > 0)
		return G_SOURCE_CONTINUE;
	g_clear_pointer(&outlet->room, g_source_unref);
	outlet->drained(outlet->data);
	return G_SOURCE_REMOVE;
}

static void
wait_for_room(OqOutlet *outlet)
{
	outlet->room = g_unix_fd_source_new(outlet->fd, G_IO_OUT | G_IO_ERR | G_IO_HUP);
	g_source_set_callback(outlet->room, G_SOURCE_FUNC(take_room), outlet, NULL);
	g_source_attach(outlet->room, outlet->context);
}

void
oq_outlet_write(OqOutlet *outlet, const char *bytes, gsize n_bytes)
{
	if (outlet->failure != 0)
		return;
	g_string_append_len(outlet->waiting, bytes, n_bytes);
	if (outlet->room != NULL)
		return;
	write_waiting(outlet);
	if (outlet->waiting->len > 0)
		wait_for_room(outlet);
}

gboolean
oq_outlet_is_idle(const OqOutlet *outlet)
{
	return outlet->waiting->len == 0;
}

int
oq_outlet_failure(const OqOutlet *outlet)
{
	return outlet->failure;
}

/* How long room is waited for; -1: for ever. */
static int
limit_ms(const OqOutlet *outlet, gint64 end_us)
{
	gint64 left_us = MAX(end_us - g_get_monotonic_time(), 0);

	if (end_us > 0)
		return (int)(left_us / G_TIME_SPAN_MILLISECOND);
	return outlet->is_terminal ? HELD_MS : -1;
}

gboolean
oq_outlet_finish(OqOutlet *outlet, gboolean is_hurried, GCancellable *stop)
{
	gint64 end_us =
		is_hurried ? g_get_monotonic_time() + HURRY_MS * G_TIME_SPAN_MILLISECOND : 0;
	int stop_fd = g_cancellable_get_fd(stop);
	struct pollfd fds[] = {{outlet->fd, POLLOUT, 0}, {stop_fd, POLLIN, 0}};

	stop_waiting(outlet);
	write_waiting(outlet);
	while (outlet->waiting->len > 0 && !g_cancellable_is_cancelled(stop)) {
		if (poll(fds, G_N_ELEMENTS(fds), limit_ms(outlet, end_us)) == 0)
			break;
		write_waiting(outlet);
	}
	if (stop_fd >= 0)
		g_cancellable_release_fd(stop);
	return outlet->waiting->len == 0 && outlet->failure == 0;
}
