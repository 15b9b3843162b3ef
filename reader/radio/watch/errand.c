/* errand.c - see the header. */
#include "radio/watch/errand.h"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

struct _OqErrand {
	GSubprocess *process;
	GCancellable *stop;
	OqErrandDone done;
	gpointer data;
	gboolean has_ended;
};

/* In the child, before it becomes the other program. */
static void
bind_to_parent(gpointer parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != GPOINTER_TO_INT(parent))
		kill(getpid(), SIGKILL);
}

static char *
said_in(GBytes *bytes)
{
	gsize n_bytes = 0;
	const char *text = bytes != NULL ? g_bytes_get_data(bytes, &n_bytes) : NULL;

	return g_utf8_make_valid(text != NULL ? text : "", (gssize)n_bytes);
}

/* Of an errand that was freed meanwhile nothing is left but this call. */
static void
take_end(GObject *process, GAsyncResult *result, gpointer data)
{
	g_autoptr(GBytes) bytes = NULL;
	OqErrand *errand = data;

	g_subprocess_communicate_finish(G_SUBPROCESS(process), result, NULL, &bytes, NULL);
	if (g_cancellable_is_cancelled(g_task_get_cancellable(G_TASK(result))))
		return;
	g_autofree char *said = said_in(bytes);
	errand->has_ended = TRUE;
	int status = g_subprocess_get_if_signaled(errand->process)
			     ? -g_subprocess_get_term_sig(errand->process)
			     : g_subprocess_get_exit_status(errand->process);
	errand->done(status, said, errand->data);
}

OqErrand *
oq_errand_new(char *const *command, OqErrandDone done, gpointer data, GError **error)
{
	g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(
		G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

	g_subprocess_launcher_set_child_setup(
		launcher, bind_to_parent, GINT_TO_POINTER(getpid()), NULL);
	GSubprocess *process =
		g_subprocess_launcher_spawnv(launcher, (const char *const *)command, error);
	if (process == NULL)
		return NULL;
	OqErrand *errand = g_new0(OqErrand, 1);
	errand->process = process;
	errand->stop = g_cancellable_new();
	errand->done = done;
	errand->data = data;
	g_subprocess_communicate_async(process, NULL, errand->stop, take_end, errand);
	return errand;
}

void
oq_errand_free(OqErrand *errand)
{
	if (errand == NULL)
		return;
	if (!errand->has_ended) {
		g_subprocess_force_exit(errand->process);
		g_cancellable_cancel(errand->stop);
		g_subprocess_wait(errand->process, NULL, NULL);
	}
	g_object_unref(errand->process);
	g_object_unref(errand->stop);
	g_free(errand);
}
