/* watch.c - see the header. */
#include "radio/watch/watch.h"

#include "base/stop_source.h"
#include "radio/watch/arrivals.h"
#include "radio/watch/watch_job.h"
#include "radio/watch/watch_trial.h"

#include <glib-unix.h>
#include <string.h>
#include <sys/stat.h>

enum {
	PATROL_S = 5, /* between looks that nothing asked for */
	RETRY_S = 5,
	LOST_S = 2,
};

typedef struct _Watch Watch;

/** When it is time for something. */
typedef struct {
	GSource source;
	Watch *watch;
} Pulse;

struct _Watch {
	const OqWatchWish *wish;
	OqWatchFolders folders;
	OqArrivals *arrivals; /* NULL while the folder is gone */
	GPtrArray *jobs;      /* of OqWatchJob */
	GMainLoop *loop;
	Pulse *pulse;
	GSource *events; /* nullable */
	dev_t device;    /* of the watched folder, with its number */
	ino_t number;
	gint64 patrol_us;    /* when others' claims are looked for next */
	gint64 retry_us;     /* when what is stuck is tried next */
	gboolean is_waiting; /* and that was told */
	GHashTable *refused; /* names of texts that cannot be taken */
	GError *error;       /* (nullable): why it cannot go on */
};

static gint64
seconds(int n)
{
	return n * (gint64)G_TIME_SPAN_SECOND;
}

static void
tell(const Watch *watch, OqWatchKind kind, const char *name, const char *said)
{
	const OqWatchNews news = {kind, name, NULL, said};

	watch->wish->tell(&news, watch->wish->data);
}

static void
wake(Watch *watch)
{
	g_source_set_ready_time(&watch->pulse->source, 0);
}

/* ---- the folder ---- */

static gboolean
hear_event(gint fd G_GNUC_UNUSED, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	wake(data);
	return G_SOURCE_CONTINUE;
}

static void
leave_folder(Watch *watch)
{
	if (watch->events != NULL)
		g_source_destroy(watch->events);
	g_clear_pointer(&watch->events, g_source_unref);
	g_clear_pointer(&watch->arrivals, oq_arrivals_free);
}

static void
enter_folder(Watch *watch)
{
	struct stat status = {0};

	stat(watch->folders.watched, &status);
	watch->device = status.st_dev;
	watch->number = status.st_ino;
	watch->patrol_us = 0;
	watch->arrivals = oq_arrivals_new(watch->folders.watched, watch->wish->settle_ms);
	int fd = oq_arrivals_fd(watch->arrivals);
	if (fd < 0)
		return;
	watch->events = g_unix_fd_source_new(fd, G_IO_IN);
	g_source_set_callback(watch->events, G_SOURCE_FUNC(hear_event), watch, NULL);
	g_source_attach(watch->events, g_main_context_get_thread_default());
}

static gboolean
is_there(const Watch *watch)
{
	struct stat status;

	return stat(watch->folders.watched, &status) == 0 && S_ISDIR(status.st_mode) &&
	       (watch->arrivals == NULL ||
		       (status.st_dev == watch->device && status.st_ino == watch->number));
}

/* FALSE: it is gone, or is back and cannot be used: a service that is started anew may see it with
 * other eyes. */
static gboolean
keep_folder(Watch *watch)
{
	if (watch->arrivals != NULL && is_there(watch))
		return TRUE;
	if (watch->arrivals != NULL) {
		leave_folder(watch);
		tell(watch, OQ_WATCH_LOST, NULL, NULL);
	}
	if (!is_there(watch))
		return FALSE;
	if (!oq_watch_folders_make(&watch->folders, &watch->error)) {
		g_main_loop_quit(watch->loop);
		return FALSE;
	}
	enter_folder(watch);
	tell(watch, OQ_WATCH_FOUND, NULL, NULL);
	return TRUE;
}

/* ---- texts ---- */

static void
hear_change(OqWatchJob *job G_GNUC_UNUSED, gpointer data)
{
	wake(data);
}

/* @claim: (transfer full) */
static void
begin(Watch *watch, OqClaim *claim)
{
	OqWatchJob *job = oq_watch_job_new(watch->wish, &watch->folders, claim, hear_change, watch);

	g_ptr_array_add(watch->jobs, job);
	tell(watch, OQ_WATCH_BEGUN, oq_watch_job_name(job), NULL);
	oq_watch_job_try(job);
}

static guint
n_free(const Watch *watch)
{
	return watch->wish->n_jobs - MIN(watch->jobs->len, watch->wish->n_jobs);
}

/* A folder that is gone is another matter. */
static void
be_waiting(Watch *watch, const char *name, const char *trouble)
{
	if (!is_there(watch))
		return;
	if (!watch->is_waiting)
		tell(watch, OQ_WATCH_WAITING, name, trouble);
	watch->is_waiting = TRUE;
}

static OqWatchJob *
find_stuck(const Watch *watch)
{
	for (guint i = 0; i < watch->jobs->len; i++) {
		OqWatchJob *job = g_ptr_array_index(watch->jobs, i);
		if (oq_watch_job_state(job) == OQ_WATCH_JOB_STUCK)
			return job;
	}
	return NULL;
}

/* Something came to its end. */
static gboolean
drop_over(Watch *watch)
{
	guint n_before = watch->jobs->len;

	for (guint i = watch->jobs->len; i > 0; i--) {
		OqWatchJob *job = g_ptr_array_index(watch->jobs, i - 1);
		if (oq_watch_job_state(job) == OQ_WATCH_JOB_OVER)
			g_ptr_array_remove_index(watch->jobs, i - 1);
	}
	return watch->jobs->len < n_before;
}

static void
go_on(Watch *watch)
{
	if (watch->is_waiting)
		tell(watch, OQ_WATCH_GOES_ON, NULL, NULL);
	watch->is_waiting = FALSE;
}

static void
retry(Watch *watch, gint64 now_us)
{
	if (now_us < watch->retry_us)
		return;
	watch->retry_us = now_us + seconds(RETRY_S);
	oq_watch_folders_make(&watch->folders, NULL);
	for (guint i = 0; i < watch->jobs->len; i++) {
		OqWatchJob *job = g_ptr_array_index(watch->jobs, i);
		if (oq_watch_job_state(job) == OQ_WATCH_JOB_STUCK)
			oq_watch_job_try(job);
	}
}

/* What others left, and what was removed. */
static void
patrol(Watch *watch, gint64 now_us)
{
	if (now_us < watch->patrol_us || n_free(watch) == 0)
		return;
	watch->patrol_us = now_us + seconds(PATROL_S);
	oq_watch_folders_make(&watch->folders, NULL);
	oq_watch_folders_sweep(&watch->folders);
	g_autoptr(GPtrArray) claims = oq_claim_adopt(watch->folders.watched, n_free(watch));
	for (guint i = 0; i < claims->len; i++)
		begin(watch, g_ptr_array_index(claims, i));
}

/* The same name again is the next version, and waits for its turn. */
static gboolean
is_under_way(const Watch *watch, const char *name)
{
	for (guint i = 0; i < watch->jobs->len; i++)
		if (strcmp(oq_watch_job_name(g_ptr_array_index(watch->jobs, i)), name) == 0)
			return TRUE;
	return FALSE;
}

/* One that cannot be taken keeps no other one waiting. */
static void
take(Watch *watch, const char *name)
{
	g_autoptr(GError) error = NULL;

	if (is_under_way(watch, name))
		return;
	OqClaim *claim = oq_claim_take(watch->folders.watched, name, &error);
	if (claim != NULL)
		begin(watch, claim);
	if (error == NULL)
		g_hash_table_remove(watch->refused, name);
	else if (is_there(watch) && g_hash_table_add(watch->refused, g_strdup(name)))
		tell(watch, OQ_WATCH_REFUSED, name, error->message);
}

/* FALSE: the folder cannot be read. */
static gboolean
take_arrived(Watch *watch, gint64 now_us)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) names = oq_arrivals_look(watch->arrivals, now_us, &error);

	if (names == NULL) {
		be_waiting(watch, NULL, error->message);
		return FALSE;
	}
	if (names->len == 0)
		g_hash_table_remove_all(watch->refused);
	for (guint i = 0; i < names->len && n_free(watch) > 0; i++)
		take(watch, g_ptr_array_index(names, i));
	return TRUE;
}

/* ---- the pulse ---- */

/* Nothing new is begun while something is stuck: what has no room would only become more. FALSE:
 * something still is. @is_done: (out): something came to its end */
static gboolean
free_stuck(Watch *watch, gint64 now_us, gboolean *is_done)
{
	*is_done = drop_over(watch);
	if (find_stuck(watch) != NULL)
		retry(watch, now_us);
	*is_done |= drop_over(watch);
	OqWatchJob *stuck = find_stuck(watch);
	if (stuck != NULL)
		be_waiting(watch, oq_watch_job_name(stuck), oq_watch_job_trouble(stuck));
	return stuck == NULL;
}

/* Returns: when it is to be called again, at the latest. */
static gint64
work(Watch *watch, gint64 now_us)
{
	gboolean is_done;

	if (!keep_folder(watch))
		return now_us + seconds(LOST_S);
	if (!free_stuck(watch, now_us, &is_done))
		return watch->retry_us;
	patrol(watch, now_us);
	if (!take_arrived(watch, now_us))
		return is_there(watch) ? now_us + seconds(RETRY_S) : now_us;
	if (is_done || watch->jobs->len == 0)
		go_on(watch);
	gint64 patrol_us = MAX(watch->patrol_us, now_us + seconds(1));
	return MIN(oq_arrivals_next_us(watch->arrivals), patrol_us);
}

static gboolean
beat(GSource *source, GSourceFunc callback G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
	Watch *watch = ((Pulse *)source)->watch;

	g_source_set_ready_time(source, -1);
	gint64 next_us = work(watch, g_get_monotonic_time());
	if (g_source_get_ready_time(source) != 0)
		g_source_set_ready_time(source, next_us);
	return G_SOURCE_CONTINUE;
}

static Pulse *
make_pulse(Watch *watch, GMainContext *context)
{
	static const GSourceFuncs functions = {.dispatch = beat};
	/* GLib takes them as if it could change them, and does not. */
	GSource *source = g_source_new((GSourceFuncs *)(guintptr)&functions, sizeof(Pulse));
	Pulse *pulse = (Pulse *)source;

	pulse->watch = watch;
	g_source_set_ready_time(source, 0);
	g_source_attach(source, context);
	return pulse;
}

static gboolean
quit(gint fd G_GNUC_UNUSED, GIOCondition condition G_GNUC_UNUSED, gpointer loop)
{
	g_main_loop_quit(loop);
	return G_SOURCE_REMOVE;
}

/* ---- from beginning to end ---- */

static void
run(Watch *watch, GMainContext *context)
{
	watch->pulse = make_pulse(watch, context);
	enter_folder(watch);
	g_main_loop_run(watch->loop);
	g_source_destroy(&watch->pulse->source);
	g_ptr_array_set_size(watch->jobs, 0);
	leave_folder(watch);
	g_source_unref(&watch->pulse->source);
}

static void
free_job(gpointer job)
{
	oq_watch_job_free(job);
}

/* Both the trial and the watch end with the loop. */
static void
run_in(GMainContext *context, Watch *watch, GCancellable *stop, GError **error)
{
	g_autoptr(GSource) stopping = oq_stop_source_new(stop);
	g_autoptr(GMainLoop) loop = g_main_loop_new(context, FALSE);

	watch->loop = loop;
	g_source_set_callback(stopping, G_SOURCE_FUNC(quit), loop, NULL);
	g_source_attach(stopping, context);
	gboolean is_right = oq_watch_trial_run(watch->wish, &watch->folders, loop, error);
	if (is_right && !g_cancellable_is_cancelled(stop))
		run(watch, context);
	g_source_destroy(stopping);
	if (watch->error != NULL)
		g_propagate_error(error, watch->error);
	else if (is_right)
		g_cancellable_set_error_if_cancelled(stop, error);
}

gboolean
oq_watch_run(const OqWatchWish *wish, GCancellable *stop, GError **error)
{
	g_auto(OqWatchFolders) folders;
	if (!oq_watch_folders_init(&folders, wish->watched, wish->out, error))
		return FALSE;
	g_autoptr(GMainContext) context = g_main_context_new();
	g_autoptr(GPtrArray) jobs = g_ptr_array_new_with_free_func(free_job);
	g_autoptr(GHashTable) refused =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	Watch watch = {.wish = wish, .folders = folders, .jobs = jobs, .refused = refused};
	g_main_context_push_thread_default(context);
	run_in(context, &watch, stop, error);
	g_main_context_pop_thread_default(context);
	return FALSE;
}
