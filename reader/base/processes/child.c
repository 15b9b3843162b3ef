/* child.c - see the header. */
#include "base/processes/child.h"

#include "base/processes/records.h"
#include "base/reason.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define DEFAULT_SILENCE_MS 10000
/* Of waiting at a stretch; while we are stopped, no more than this counts as the child's silence.
 */
#define ROUND_MS           500

struct _OqChild {
	int socket; /* -1: it has closed its end */
	int leash;  /* -1: it has ended */
	guint max_silence_ms;
	gint64 silent_us;
	GByteArray *out; /* still to be sent, from n_sent on */
	gsize n_sent;
	OqRecordsPart part;
	gboolean is_broken; /* it ended in the middle of a record */
	GError *failure;    /* how it ended; NULL: with success */
};

G_DEFINE_QUARK(oq_child_error, oq_child_error)

OqChild *
oq_child_new(int socket, int leash, guint max_silence_ms)
{
	OqChild *child = g_new0(OqChild, 1);
	child->socket = socket;
	child->leash = leash;
	child->max_silence_ms = max_silence_ms > 0 ? max_silence_ms : DEFAULT_SILENCE_MS;
	child->out = g_byte_array_new();
	return child;
}

static void
close_once(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void
let_go(OqChild *child)
{
	close_once(&child->socket);
	close_once(&child->leash);
}

void
oq_child_free(OqChild *child)
{
	if (child == NULL)
		return;
	let_go(child);
	g_byte_array_unref(child->out);
	oq_records_clear(&child->part);
	g_clear_error(&child->failure);
	g_free(child);
}

static gboolean
has_queued(const OqChild *child)
{
	return child->socket >= 0 && child->out->len > child->n_sent;
}

static void
flush(OqChild *child)
{
	while (has_queued(child)) {
		gssize n = send(child->socket, child->out->data + child->n_sent,
			child->out->len - child->n_sent, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (n < 0 && errno == EAGAIN)
			return;
		if (n >= 0)
			child->n_sent += (gsize)n;
		else if (errno != EINTR) /* nobody takes it any more */
			child->n_sent = child->out->len;
	}
	g_byte_array_set_size(child->out, 0);
	child->n_sent = 0;
}

void
oq_child_send(OqChild *child, gconstpointer content, gsize n_bytes)
{
	g_return_if_fail(child != NULL && n_bytes <= OQ_RECORDS_MAX_BYTES);
	if (child->socket < 0)
		return;
	oq_records_append(child->out, content, n_bytes);
	flush(child);
}

static void
fail_hung(OqChild *child)
{
	let_go(child);
	child->failure = g_error_new(OQ_CHILD_ERROR, OQ_CHILD_ERROR_HUNG,
		_("a helper process gave no answer and was stopped"));
}

static void
fail_crashed(OqChild *child, const char *how)
{
	let_go(child);
	child->failure = g_error_new(
		OQ_CHILD_ERROR, OQ_CHILD_ERROR_CRASHED, _("a helper process crashed: %s"), how);
}

static void
fail_killed(OqChild *child)
{
	let_go(child);
	child->failure = g_error_new(OQ_CHILD_ERROR, OQ_CHILD_ERROR_KILLED,
		_("a helper process was killed: is there too little memory?"));
}

static void
fail_by_signal(OqChild *child, int number)
{
	if (number == SIGKILL)
		fail_killed(child);
	else if (number == SIGXCPU)
		fail_hung(child);
	else
		fail_crashed(child, g_strsignal(number));
}

/* @status: as waitpid() gives it, or a negated errno when no child could be made. */
static void
conclude(OqChild *child, int status)
{
	let_go(child);
	if (status < 0)
		child->failure = g_error_new(OQ_CHILD_ERROR, OQ_CHILD_ERROR_FAILED,
			_("there is no helper process to be had: %s"), oq_reason(-status));
	else if (WIFSIGNALED(status))
		fail_by_signal(child, WTERMSIG(status));
	else if (WEXITSTATUS(status) != 0 || child->is_broken)
		fail_crashed(child, _("it ended before its time"));
}

/* The nursery's last word; none: the nursery is dead, and its children die with it. */
static gboolean
take_end(OqChild *child)
{
	int status;
	gssize n = recv(child->leash, &status, sizeof status, MSG_DONTWAIT);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return FALSE;
	if (n == (gssize)sizeof status)
		conclude(child, status);
	else
		fail_killed(child);
	return TRUE;
}

/* Returns FALSE when no record will come any more. */
static gboolean
take_record(OqChild *child, GBytes **record)
{
	gsize n_taken = child->part.n_taken;
	OqRecordsState state = oq_records_take(&child->part, child->socket, record);
	if (child->part.n_taken != n_taken || state == OQ_RECORDS_WHOLE)
		child->silent_us = 0;
	if (state == OQ_RECORDS_WHOLE || state == OQ_RECORDS_WAITING)
		return TRUE;
	if (state == OQ_RECORDS_GARBLED)
		fail_crashed(child, _("its answer makes no sense"));
	child->is_broken = state == OQ_RECORDS_BROKEN;
	close_once(&child->socket);
	return FALSE;
}

OqChildState
oq_child_try_receive(OqChild *child, GBytes **record, GError **error)
{
	g_return_val_if_fail(child != NULL && record != NULL, OQ_CHILD_ENDED);
	*record = NULL;
	flush(child);
	if (child->socket >= 0 && take_record(child, record))
		return *record != NULL ? OQ_CHILD_GAVE : OQ_CHILD_WORKING;
	if (child->leash >= 0 && !take_end(child))
		return OQ_CHILD_WORKING;
	if (child->failure == NULL)
		return OQ_CHILD_ENDED;
	g_propagate_error(error, g_error_copy(child->failure));
	return OQ_CHILD_FAILED;
}

int
oq_child_fd(const OqChild *child)
{
	g_return_val_if_fail(child != NULL, -1);
	return child->socket >= 0 ? child->socket : child->leash;
}

static gint64
patience_us(const OqChild *child)
{
	return (gint64)child->max_silence_ms * 1000 - child->silent_us;
}

/* Returns how long may be waited for them, 0 if there is no need to. */
static int
prepare(OqChild *const *children, guint n_children, GPollFD *fds)
{
	gint64 limit_us = ROUND_MS * 1000;
	for (guint i = 0; i < n_children; i++) {
		int out = has_queued(children[i]) ? G_IO_OUT : 0;
		fds[i] = (GPollFD){oq_child_fd(children[i]), (gushort)(G_IO_IN | out), 0};
		limit_us = fds[i].fd < 0 ? 0 : MIN(limit_us, patience_us(children[i]));
	}
	return (int)((MAX(limit_us, 0) + 999) / 1000);
}

/* Returns if there is something to be had from it. */
static gboolean
look(OqChild *child, int events, gint64 waited_us)
{
	if (child->leash < 0 || (events & ~G_IO_OUT) != 0)
		return TRUE;
	if ((events & G_IO_OUT) != 0)
		flush(child);
	child->silent_us += waited_us;
	if (patience_us(child) > 0)
		return FALSE;
	fail_hung(child);
	return TRUE;
}

/* @fds has room for the children and one more, which is there or is not. */
static gboolean
wait_a_round(OqChild *const *children, guint n_children, GPollFD *fds, guint n_fds)
{
	int limit_ms = prepare(children, n_children, fds);
	gint64 started_us = g_get_monotonic_time();
	gboolean is_valid = g_poll(fds, n_fds, limit_ms) >= 0;
	gint64 waited_us = MIN(g_get_monotonic_time() - started_us, ROUND_MS * 1000);
	gboolean is_there = FALSE;
	for (guint i = 0; i < n_children; i++)
		if (look(children[i], is_valid ? fds[i].revents : 0, waited_us))
			is_there = TRUE;
	return is_there;
}

gboolean
oq_child_wait(OqChild *const *children, guint n_children, GCancellable *stop, GError **error)
{
	g_return_val_if_fail(n_children > 0, TRUE);
	g_autofree GPollFD *fds = g_new0(GPollFD, n_children + 1);
	gboolean is_watched = g_cancellable_make_pollfd(stop, &fds[n_children]);
	gboolean is_there = FALSE;
	while (!is_there && !g_cancellable_set_error_if_cancelled(stop, error)) {
		guint n_fds = n_children + (is_watched ? 1 : 0);
		is_there = wait_a_round(children, n_children, fds, n_fds);
	}
	if (is_watched)
		g_cancellable_release_fd(stop);
	return is_there;
}

GBytes *
oq_child_receive(OqChild *child, GCancellable *stop, GError **error)
{
	GBytes *record = NULL;
	while (oq_child_try_receive(child, &record, error) == OQ_CHILD_WORKING)
		if (!oq_child_wait(&child, 1, stop, error))
			return NULL;
	return record;
}
