/* terminal.c - see the header. */
#include "home/keys/terminal.h"

#include "home/keys/burst.h"
#include "home/keys/keys.h"
#include "home/keys/tty.h"

#include <errno.h>
#include <glib-unix.h>
#include <pthread.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#define READ_BYTES 512
/* Sequences come in one piece, or nearly; a finger that presses Escape is slower. */
#define ESCAPE_MS  50
/* Nobody tells a job that it is in the foreground again. */
#define LOOK_MS    500

struct _OqTerminal { /* counted, as a call may free it */
	OqTty *tty;
	int signals;
	sigset_t signals_before;
	OqKeys *keys;
	OqBurst burst;
	guint n_columns, n_rows;
	GMainContext *context; /* nullable: attached to none, as all below */
	const OqTerminalWatch *watch;
	gpointer data;
	gboolean is_lost;
	GSource *input, *escape, *look, *signalled;
};

/* ---- making it ---- */

static void
fill_signals(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGWINCH);
	sigaddset(set, SIGCONT);
	sigaddset(set, SIGTSTP);
}

OqTerminal *
oq_terminal_new(void)
{
	sigset_t watched;
	g_autoptr(OqTty) tty = oq_tty_open();
	fill_signals(&watched);
	int signals = tty != NULL ? signalfd(-1, &watched, SFD_NONBLOCK | SFD_CLOEXEC) : -1;
	if (signals < 0)
		return NULL;
	OqTerminal *terminal = g_rc_box_new0(OqTerminal);
	terminal->tty = g_steal_pointer(&tty);
	terminal->signals = signals;
	oq_burst_init(&terminal->burst);
	pthread_sigmask(SIG_BLOCK, &watched, &terminal->signals_before);
	return terminal;
}

static void
clear(gpointer data)
{
	OqTerminal *terminal = data;
	oq_keys_free(terminal->keys);
	oq_burst_clear(&terminal->burst);
	oq_tty_free(terminal->tty);
	close(terminal->signals);
}

void
oq_terminal_free(OqTerminal *terminal)
{
	if (terminal == NULL)
		return;
	oq_terminal_detach(terminal);
	pthread_sigmask(SIG_SETMASK, &terminal->signals_before, NULL);
	g_rc_box_release_full(terminal, clear);
}

void
oq_terminal_restore(OqTerminal *terminal)
{
	if (terminal != NULL)
		oq_tty_restore(terminal->tty);
}

void
oq_terminal_size(const OqTerminal *terminal, guint *n_columns, guint *n_rows)
{
	oq_tty_size(terminal->tty, n_columns, n_rows);
}

/* ---- sources ---- */

typedef gboolean (*FdCall)(int fd, GIOCondition condition, gpointer data);

static void
drop(GSource **source)
{
	if (*source == NULL)
		return;
	g_source_destroy(*source);
	g_clear_pointer(source, g_source_unref);
}

static void
begin(OqTerminal *terminal, GSource **place, GSource *source, GSourceFunc call)
{
	drop(place);
	g_source_set_callback(source, call, terminal, NULL);
	g_source_attach(source, terminal->context);
	*place = source;
}

/* What has come goes before: it may have come in time. */
static GSource *
new_silence(guint wait_ms)
{
	GSource *source = g_timeout_source_new(wait_ms);
	g_source_set_priority(source, G_PRIORITY_DEFAULT + 1);
	return source;
}

static GSource *
new_file(int fd)
{
	return g_unix_fd_source_new(fd, G_IO_IN | G_IO_HUP | G_IO_ERR);
}

static void
stop_listening(OqTerminal *terminal)
{
	drop(&terminal->input);
	drop(&terminal->escape);
	drop(&terminal->look);
}

static void
lose(OqTerminal *terminal)
{
	stop_listening(terminal);
	terminal->is_lost = TRUE;
	terminal->watch->gone(terminal->data);
}

/* ---- keys ---- */

static void
tell_keys(OqTerminal *terminal)
{
	OqKey key;
	while (terminal->context != NULL && oq_keys_next(terminal->keys, &key))
		terminal->watch->key(&key, terminal->data);
}

static void
tell_paste(OqTerminal *terminal)
{
	OqKey key = {.kind = OQ_KEY_PASTE, .text = oq_burst_finish(&terminal->burst)};
	if (key.text != NULL && terminal->context != NULL)
		terminal->watch->key(&key, terminal->data);
}

/* So long one waits for more of a text that is pasted. */
static gboolean
end_paste(gpointer data)
{
	OqTerminal *terminal = g_rc_box_acquire(data);
	drop(&terminal->escape);
	tell_paste(terminal);
	g_rc_box_release_full(terminal, clear);
	return G_SOURCE_REMOVE;
}

/* So long one waits for what comes behind ESC. */
static gboolean
end_escape(gpointer data)
{
	OqTerminal *terminal = g_rc_box_acquire(data);
	drop(&terminal->escape);
	oq_keys_flush(terminal->keys);
	tell_keys(terminal);
	g_rc_box_release_full(terminal, clear);
	return G_SOURCE_REMOVE;
}

static void
take_bytes(OqTerminal *terminal, const char *bytes, gsize n_bytes)
{
	drop(&terminal->escape);
	while (n_bytes > 0 && terminal->context != NULL) {
		gsize n_taken = oq_keys_feed(terminal->keys, bytes, n_bytes);
		bytes += n_taken;
		n_bytes -= n_taken;
		tell_keys(terminal);
	}
	if (terminal->context != NULL && oq_keys_is_waiting(terminal->keys))
		begin(terminal, &terminal->escape, new_silence(ESCAPE_MS), end_escape);
}

/* What is pasted, where that is not marked, and keys. */
static void
sort_bytes(OqTerminal *terminal, const char *bytes, gsize n_bytes)
{
	gsize n_pasted = 0;
	if (oq_keys_is_ground(terminal->keys))
		n_pasted = oq_burst_take(&terminal->burst, bytes, n_bytes, g_get_monotonic_time());
	if (n_pasted > 0)
		begin(terminal, &terminal->escape, new_silence(OQ_BURST_MS), end_paste);
	if (n_pasted == n_bytes)
		return;
	tell_paste(terminal);
	take_bytes(terminal, bytes + n_pasted, n_bytes - n_pasted);
}

static void return_to(OqTerminal *terminal);

static void
read_input(OqTerminal *terminal, GIOCondition condition)
{
	char bytes[READ_BYTES];
	OqTtyOwner owner = oq_tty_owner(terminal->tty);
	if (owner == OQ_TTY_ANOTHERS) {
		return_to(terminal);
		return;
	}
	gssize n_bytes = read(oq_tty_fd(terminal->tty), bytes, sizeof bytes);
	gboolean again = n_bytes < 0 && (errno == EAGAIN || errno == EINTR);
	if (n_bytes > 0)
		sort_bytes(terminal, bytes, (gsize)n_bytes);
	else if (!again || (condition & (G_IO_HUP | G_IO_ERR)) != 0)
		lose(terminal);
}

static gboolean
hear_input(int fd G_GNUC_UNUSED, GIOCondition condition, gpointer data)
{
	OqTerminal *terminal = g_rc_box_acquire(data);
	read_input(terminal, condition);
	g_rc_box_release_full(terminal, clear);
	return G_SOURCE_CONTINUE; /* unless it was dropped */
}

/* ---- whose it is ---- */

static void
look_at_size(OqTerminal *terminal)
{
	guint n_columns, n_rows;
	oq_tty_size(terminal->tty, &n_columns, &n_rows);
	if (n_columns == terminal->n_columns && n_rows == terminal->n_rows)
		return;
	terminal->n_columns = n_columns;
	terminal->n_rows = n_rows;
	terminal->watch->resized(n_columns, n_rows, terminal->data);
}

static gboolean
look(gpointer data)
{
	OqTerminal *terminal = g_rc_box_acquire(data);
	OqTtyOwner owner = oq_tty_owner(terminal->tty);
	if (owner == OQ_TTY_GONE)
		lose(terminal);
	else if (owner == OQ_TTY_OURS)
		return_to(terminal);
	g_rc_box_release_full(terminal, clear);
	return G_SOURCE_CONTINUE;
}

/* Whoever reads a terminal that is another job's is stopped: until it is ours again it is only
 * looked at. */
static gboolean
listen_to_it(OqTerminal *terminal)
{
	gboolean is_raw = oq_tty_make_raw(terminal->tty);
	stop_listening(terminal);
	if (is_raw)
		begin(terminal, &terminal->input, new_file(oq_tty_fd(terminal->tty)),
			G_SOURCE_FUNC(hear_input));
	else
		begin(terminal, &terminal->look, g_timeout_source_new(LOOK_MS), look);
	return is_raw;
}

static void
return_to(OqTerminal *terminal)
{
	if (!listen_to_it(terminal))
		return;
	look_at_size(terminal);
	if (terminal->context != NULL)
		terminal->watch->back(terminal->data);
}

/* ---- signals ---- */

/* Sent from here, with nobody else to take it, it stops the process before this goes on. */
static void
stop_process(pid_t whom)
{
	sigset_t stop, before;
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	pthread_sigmask(SIG_UNBLOCK, &stop, &before);
	kill(whom, SIGTSTP);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void
stop(OqTerminal *terminal, pid_t whom)
{
	struct signalfd_siginfo signal;
	stop_listening(terminal);
	oq_tty_restore(terminal->tty);
	stop_process(whom);
	/* SIGCONT, or the size; all is looked at now. */
	while (read(terminal->signals, &signal, sizeof signal) > 0)
		continue;
	if (!terminal->is_lost)
		return_to(terminal);
}

void
oq_terminal_suspend(OqTerminal *terminal)
{
	g_return_if_fail(terminal->context != NULL);
	OqTerminal *kept = g_rc_box_acquire(terminal);
	stop(kept, 0);
	g_rc_box_release_full(kept, clear);
}

static void
answer(OqTerminal *terminal, guint32 signal)
{
	if (signal == SIGTSTP)
		stop(terminal, getpid());
	else if (signal == SIGCONT && !terminal->is_lost)
		return_to(terminal);
	else if (signal == SIGWINCH && terminal->input != NULL)
		look_at_size(terminal);
}

static gboolean
hear_signal(int fd, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	OqTerminal *terminal = g_rc_box_acquire(data);
	struct signalfd_siginfo signal;
	while (terminal->context != NULL && read(fd, &signal, sizeof signal) > 0)
		answer(terminal, signal.ssi_signo);
	g_rc_box_release_full(terminal, clear);
	return G_SOURCE_CONTINUE;
}

void
oq_terminal_attach(
	OqTerminal *terminal, GMainContext *context, const OqTerminalWatch *watch, gpointer data)
{
	g_return_if_fail(terminal->context == NULL);
	terminal->context = g_main_context_ref(context);
	terminal->watch = watch;
	terminal->data = data;
	oq_keys_free(terminal->keys);
	terminal->keys = oq_keys_new();
	oq_tty_size(terminal->tty, &terminal->n_columns, &terminal->n_rows);
	begin(terminal, &terminal->signalled, new_file(terminal->signals),
		G_SOURCE_FUNC(hear_signal));
	listen_to_it(terminal);
}

void
oq_terminal_detach(OqTerminal *terminal)
{
	if (terminal->context == NULL)
		return;
	stop_listening(terminal);
	drop(&terminal->signalled);
	g_clear_pointer(&terminal->context, g_main_context_unref);
	oq_tty_restore(terminal->tty);
}
