/* watch_job.c - see the header. */
#include "radio/watch/watch_job.h"

#include "base/reason.h"
#include "radio/watch/errand.h"
#include "radio/watch/moves.h"
#include "radio/watch/said.h"
#include "radio/watch/watched_names.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* In the claim's folder, and hidden: that is what claim.h removes. */
#define LIST_NAME ".moves"
#define LOG_NAME  ".log"

/* Somebody who kills what renders cannot mean the text, unless it happens time and again. */
enum { MAX_KILLED = 5 };

struct _OqWatchJob {
	const OqWatchWish *wish;
	const OqWatchFolders *folders;
	OqClaim *claim;
	OqWatchJobChanged changed;
	gpointer data;
	OqWatchJobState state;
	OqErrand *errand; /* nullable */
	char *name;
	char *stage;   /* the folder in which the audio is made */
	char *list;    /* what shall be moved where */
	char *said;    /* (nullable): by what rendered it */
	char *trouble; /* nullable */
	guint n_killed;
};

static void render(OqWatchJob *job);

static void
change(OqWatchJob *job, OqWatchJobState state)
{
	job->state = state;
	job->changed(job, job->data);
}

static void
be_stuck(OqWatchJob *job, const char *trouble)
{
	g_free(job->trouble);
	job->trouble = g_strdup(trouble);
	change(job, oq_claim_is_there(job->claim) ? OQ_WATCH_JOB_STUCK : OQ_WATCH_JOB_OVER);
}

/* The audio is what goes first, the text goes last. */
static void
tell(OqWatchJob *job, const GPtrArray *places)
{
	const char *first = g_ptr_array_index(places, 0);
	const char *text = g_ptr_array_index(places, places->len - 1);
	g_autofree char *folder = g_path_get_dirname(text);
	OqWatchNews news = {OQ_WATCH_DONE, job->name, first, job->said};

	if (strcmp(folder, job->folders->failed) == 0) {
		news.kind = OQ_WATCH_FAILED;
		news.place = text;
	}
	job->wish->tell(&news, job->wish->data);
}

/* Behind the last move the claim is without its text. */
static void
finish(OqWatchJob *job)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) places = oq_moves_perform(job->list, &error);

	if (places == NULL) {
		be_stuck(job, error->message);
		return;
	}
	if (places->len > 0)
		tell(job, places);
	oq_watch_folders_clean(job->folders, job->stage);
	g_clear_pointer(&job->claim->name, g_free);
	change(job, OQ_WATCH_JOB_OVER);
}

/* @moves: (transfer full) */
static void
record(OqWatchJob *job, GPtrArray *taken)
{
	g_autoptr(GPtrArray) moves = taken;
	g_autoptr(GError) error = NULL;

	if (oq_moves_record(moves, job->list, &error))
		finish(job);
	else
		be_stuck(job, error->message);
}

static void
add_move(GPtrArray *moves, const char *from, const char *folder, const char *name, gsize n_stem,
	guint n)
{
	g_autofree char *numbered = oq_watched_names_number(name, n_stem, n);
	g_autofree char *to = g_build_filename(folder, numbered, NULL);

	oq_moves_add(moves, from, to);
}

static char *
stem_of(const char *name)
{
	return g_strndup(name, oq_watched_names_stem(name));
}

/* ---- what became audio ---- */

static char *
audio_of(const OqWatchJob *job)
{
	return oq_watched_names_with(job->name, job->wish->extension);
}

/* (element-type filename): what was rendered, the audio first; what is hidden was left by one that
 * was killed. */
static GPtrArray *
list_stage(const OqWatchJob *job)
{
	g_autofree char *audio = audio_of(job);
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GDir) stage = g_dir_open(job->stage, 0, NULL);

	for (const char *name; stage != NULL && (name = g_dir_read_name(stage)) != NULL;) {
		if (name[0] != '.')
			g_ptr_array_insert(
				names, strcmp(name, audio) == 0 ? 0 : -1, g_strdup(name));
	}
	g_ptr_array_add(names, NULL);
	return names;
}

/* Of files that belong together: with the same number. */
static void
add_rendered(const OqWatchJob *job, GPtrArray *moves)
{
	g_autoptr(GPtrArray) rendered = list_stage(job);
	g_autofree char *audio = audio_of(job);
	g_autofree char *stem = stem_of(audio);
	char *const *names = (char *const *)rendered->pdata;
	guint n = oq_watched_names_free(job->folders->out, names, stem);

	for (; *names != NULL; names++) {
		g_autofree char *from = g_build_filename(job->stage, *names, NULL);
		gsize n_stem = oq_watched_names_stem_in(*names, stem);
		add_move(moves, from, job->folders->out, *names, n_stem, n);
	}
}

static void
deliver(OqWatchJob *job)
{
	g_autoptr(GPtrArray) moves = oq_moves_new();
	g_autofree char *text = oq_claim_path(job->claim, job->name);

	add_rendered(job, moves);
	add_move(moves, text, job->folders->done, job->name, 0, 1);
	record(job, g_steal_pointer(&moves));
}

/* ---- what did not ---- */

static char *
log_of(const char *name)
{
	g_autofree char *whole = g_strconcat(name, ".log", NULL);

	return oq_watched_names_with(whole, ".log");
}

static void
set_aside(OqWatchJob *job)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *log_path = oq_claim_path(job->claim, LOG_NAME);
	g_autofree char *text_path = oq_claim_path(job->claim, job->name);

	if (!g_file_set_contents(log_path, job->said, -1, &error)) {
		g_autofree char *why = g_strdup_printf("%s: %s", log_path, oq_reason_of(error));
		be_stuck(job, why);
		return;
	}
	g_autofree char *log = log_of(job->name);
	g_autofree char *stem = stem_of(job->name);
	char *const names[] = {log, job->name, NULL};
	guint n = oq_watched_names_free(job->folders->failed, names, stem);
	g_autoptr(GPtrArray) moves = oq_moves_new();
	add_move(moves, log_path, job->folders->failed, log, strlen(stem), n);
	add_move(moves, text_path, job->folders->failed, job->name, strlen(stem), n);
	record(job, g_steal_pointer(&moves));
}

/* ---- rendering ---- */

/* Where the text and the audio are meanwhile is nobody's business. */
static char *
with_own_paths(const OqWatchJob *job, const char *said)
{
	g_autoptr(GString) text = g_string_new(said);

	g_string_replace(text, job->claim->folder, job->folders->watched, 0);
	g_string_replace(text, job->stage, job->folders->out, 0);
	return g_string_free(g_steal_pointer(&text), FALSE);
}

/* The program that renders speaks the same language as this one. */
static gboolean
is_fault_of_disk(const OqWatchJob *job)
{
	static const int codes[] = {ENOSPC, EDQUOT, EROFS, EIO, ESTALE, ENOTCONN};

	if (access(job->stage, W_OK) != 0)
		return TRUE;
	for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
		if (strstr(job->said, oq_reason(codes[i])) != NULL)
			return TRUE;
	return FALSE;
}

static void
fail(OqWatchJob *job)
{
	if (!is_fault_of_disk(job)) {
		set_aside(job);
		return;
	}
	g_autofree char *why = oq_said_why(job->said);
	be_stuck(job, why);
}

/* So that the log never is empty. */
static char *
add_end(const char *said, int status)
{
	if (status < 0)
		return g_strdup_printf(
			_("%soqyrman: signal %d ended the program that rendered it\n"), said,
			-status);
	if (*said == '\0')
		return g_strdup_printf(
			_("oqyrman: the program that rendered it ended with the status %d\n"),
			status);
	return g_strdup(said);
}

static void
hear_rendered(int status, const char *said, gpointer data)
{
	OqWatchJob *job = data;
	g_autofree char *own = with_own_paths(job, said);

	g_clear_pointer(&job->errand, oq_errand_free);
	g_free(job->said);
	job->said = status == 0 ? g_steal_pointer(&own) : add_end(own, status);
	if (status == 0)
		deliver(job);
	else if (status == -SIGKILL && ++job->n_killed < MAX_KILLED)
		render(job);
	else
		fail(job);
}

static gboolean
make_stage(const OqWatchJob *job)
{
	oq_watch_folders_clean(job->folders, job->stage);
	return (mkdir(job->folders->stage, 0777) == 0 || errno == EEXIST) &&
	       mkdir(job->stage, 0777) == 0;
}

static char **
make_command(const OqWatchJob *job)
{
	GPtrArray *command = g_ptr_array_new();
	g_autofree char *audio = audio_of(job);

	for (char *const *word = job->wish->command; *word != NULL; word++)
		g_ptr_array_add(command, g_strdup(*word));
	g_ptr_array_add(command, g_strdup("-o"));
	g_ptr_array_add(command, g_build_filename(job->stage, audio, NULL));
	g_ptr_array_add(command, g_strdup("--"));
	g_ptr_array_add(command, oq_claim_path(job->claim, job->name));
	g_ptr_array_add(command, NULL);
	return (char **)g_ptr_array_free(command, FALSE);
}

static void
render(OqWatchJob *job)
{
	g_autoptr(GError) error = NULL;
	g_auto(GStrv) command = make_command(job);

	if (!make_stage(job)) {
		g_autofree char *trouble =
			g_strdup_printf("%s: %s", job->folders->out, oq_reason(errno));
		be_stuck(job, trouble);
		return;
	}
	job->errand = oq_errand_new(command, hear_rendered, job, &error);
	if (job->errand == NULL)
		be_stuck(job, error->message);
}

OqWatchJob *
oq_watch_job_new(const OqWatchWish *wish, const OqWatchFolders *folders, OqClaim *claim,
	OqWatchJobChanged changed, gpointer data)
{
	OqWatchJob *job = g_new0(OqWatchJob, 1);

	job->wish = wish;
	job->folders = folders;
	job->claim = claim;
	job->changed = changed;
	job->data = data;
	job->name = g_strdup(claim->name);
	job->stage = oq_watch_folders_stage(folders, claim->id);
	job->list = oq_claim_path(claim, LIST_NAME);
	return job;
}

void
oq_watch_job_free(OqWatchJob *job)
{
	if (job == NULL)
		return;
	oq_errand_free(job->errand);
	if (job->state != OQ_WATCH_JOB_OVER && !oq_moves_is_recorded(job->list)) {
		oq_watch_folders_clean(job->folders, job->stage);
		oq_claim_put_back(job->claim);
	}
	oq_claim_free(job->claim);
	g_free(job->name);
	g_free(job->stage);
	g_free(job->list);
	g_free(job->said);
	g_free(job->trouble);
	g_free(job);
}

void
oq_watch_job_try(OqWatchJob *job)
{
	job->state = OQ_WATCH_JOB_WORKING;
	g_clear_pointer(&job->trouble, g_free);
	if (oq_moves_is_recorded(job->list))
		finish(job);
	else
		render(job);
}

OqWatchJobState
oq_watch_job_state(const OqWatchJob *job)
{
	return job->state;
}

const char *
oq_watch_job_name(const OqWatchJob *job)
{
	return job->name;
}

const char *
oq_watch_job_trouble(const OqWatchJob *job)
{
	return job->trouble;
}
