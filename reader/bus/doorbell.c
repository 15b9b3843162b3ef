/* doorbell.c - see the header. */
#include "bus/doorbell.h"

#include <errno.h>
#include <glib-unix.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define NAME    "turn.socket"
#define REQUEST "let go\n"

/* Those who wait; more of them are left in the queue, where they wait as well. */
enum { MAX_CALLERS = 64, QUEUE = 64 };

struct _OqDoorbell {
	int folder;
	int socket;
	GMainContext *context; /* NULL: it does not listen */
	GSource *door;         /* NULL: no more come in */
	GPtrArray *callers;    /* of Caller */
	OqDoorbellRung rung;   /* NULL: it was called */
	gpointer data;
};

typedef struct {
	OqDoorbell *doorbell;
	int connection;
	GSource *source; /* owned */
} Caller;

/* A name of any folder is short enough in this way. */
static void
set_address(struct sockaddr_un *address, int folder)
{
	memset(address, 0, sizeof *address);
	address->sun_family = AF_UNIX;
	g_snprintf(address->sun_path, sizeof address->sun_path, "/proc/self/fd/%d/" NAME, folder);
}

static gboolean
is_own(int connection, pid_t *process)
{
	struct ucred peer;
	socklen_t size = sizeof peer;

	if (getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0 ||
		peer.uid != geteuid())
		return FALSE;
	*process = peer.pid;
	return TRUE;
}

static int
make_socket(void)
{
	return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

OqDoorbell *
oq_doorbell_new(int folder)
{
	struct sockaddr_un address;
	int fd = make_socket();

	if (fd < 0)
		return NULL;
	set_address(&address, folder);
	unlinkat(folder, NAME, 0);
	if (bind(fd, (struct sockaddr *)&address, sizeof address) != 0 || listen(fd, QUEUE) != 0) {
		close(fd);
		return NULL;
	}
	OqDoorbell *doorbell = g_new0(OqDoorbell, 1);
	doorbell->folder = folder;
	doorbell->socket = fd;
	return doorbell;
}

static void
free_caller(gpointer data)
{
	Caller *caller = data;

	g_source_destroy(caller->source);
	g_source_unref(caller->source);
	close(caller->connection);
	g_free(caller);
}

static GSource *
watch(OqDoorbell *doorbell, int fd, GUnixFDSourceFunc ready, gpointer data)
{
	GSource *source = g_unix_fd_source_new(fd, G_IO_IN | G_IO_HUP | G_IO_ERR);

	g_source_set_callback(source, G_SOURCE_FUNC(ready), data, NULL);
	g_source_attach(source, doorbell->context);
	return source;
}

static void open_door(OqDoorbell *doorbell);

static void
ring(OqDoorbell *doorbell)
{
	OqDoorbellRung rung = doorbell->rung;

	doorbell->rung = NULL;
	if (rung != NULL)
		rung(doorbell->data);
}

/* What is no request is not answered. The bell may be gone after it rang. */
static gboolean
hear_caller(gint fd, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	Caller *caller = data;
	OqDoorbell *doorbell = caller->doorbell;
	char bytes[sizeof REQUEST];
	gssize n_bytes = recv(fd, bytes, sizeof bytes, MSG_DONTWAIT);

	if (n_bytes == (gssize)strlen(REQUEST) && memcmp(bytes, REQUEST, (gsize)n_bytes) == 0) {
		ring(doorbell);
		return G_SOURCE_CONTINUE;
	}
	g_ptr_array_remove_fast(doorbell->callers, caller);
	open_door(doorbell);
	return G_SOURCE_REMOVE;
}

static void
add_caller(OqDoorbell *doorbell, int connection)
{
	Caller *caller = g_new0(Caller, 1);

	caller->doorbell = doorbell;
	caller->connection = connection;
	caller->source = watch(doorbell, connection, hear_caller, caller);
	g_ptr_array_add(doorbell->callers, caller);
}

/* A process that may not open more files lets nobody in before another one has left. */
static gboolean
let_in(gint fd, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	OqDoorbell *doorbell = data;
	pid_t process;
	int connection = accept4(fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
	gboolean is_full = connection < 0 && (errno == EMFILE || errno == ENFILE);

	if (connection >= 0 && is_own(connection, &process))
		add_caller(doorbell, connection);
	else if (connection >= 0)
		close(connection);
	if (!is_full && doorbell->callers->len < MAX_CALLERS)
		return G_SOURCE_CONTINUE;
	g_clear_pointer(&doorbell->door, g_source_unref);
	return G_SOURCE_REMOVE;
}

static void
open_door(OqDoorbell *doorbell)
{
	if (doorbell->door == NULL)
		doorbell->door = watch(doorbell, doorbell->socket, let_in, doorbell);
}

void
oq_doorbell_listen(OqDoorbell *doorbell, OqDoorbellRung rung, gpointer data)
{
	g_return_if_fail(doorbell->context == NULL);
	doorbell->context = g_main_context_ref_thread_default();
	doorbell->callers = g_ptr_array_new_with_free_func(free_caller);
	doorbell->rung = rung;
	doorbell->data = data;
	open_door(doorbell);
}

void
oq_doorbell_hide(OqDoorbell *doorbell)
{
	unlinkat(doorbell->folder, NAME, 0);
}

void
oq_doorbell_free(OqDoorbell *doorbell)
{
	if (doorbell == NULL)
		return;
	if (doorbell->door != NULL)
		g_source_destroy(doorbell->door);
	g_clear_pointer(&doorbell->door, g_source_unref);
	g_clear_pointer(&doorbell->callers, g_ptr_array_unref);
	g_clear_pointer(&doorbell->context, g_main_context_unref);
	close(doorbell->socket);
	g_free(doorbell);
}

int
oq_doorbell_reach(int folder, pid_t *holder)
{
	struct sockaddr_un address;
	int connection = make_socket();

	if (connection < 0)
		return -1;
	set_address(&address, folder);
	if (connect(connection, (struct sockaddr *)&address, sizeof address) == 0 &&
		is_own(connection, holder))
		return connection;
	close(connection);
	return -1;
}

void
oq_doorbell_ring(int connection)
{
	/* Where it does not arrive the holder is gone, or will not have answered in time. */
	if (send(connection, REQUEST, strlen(REQUEST), MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
		return;
}

/* What the holder sends is not looked at: only its end is. */
OqDoorbellOutcome
oq_doorbell_wait(int connection, guint limit_ms, GCancellable *stop)
{
	struct pollfd fds[] = {{.fd = connection}, {.fd = -1, .events = POLLIN}};
	GPollFD stopping;
	gboolean has_fd = stop != NULL && g_cancellable_make_pollfd(stop, &stopping);

	if (has_fd)
		fds[1].fd = stopping.fd;
	int n = poll(fds, G_N_ELEMENTS(fds), (int)MIN(limit_ms, G_MAXINT));
	if (has_fd)
		g_cancellable_release_fd(stop);
	if (n > 0 && fds[1].revents != 0)
		return OQ_DOORBELL_STOPPED;
	return n > 0 ? OQ_DOORBELL_GONE : OQ_DOORBELL_LATER;
}
