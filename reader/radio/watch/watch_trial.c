/* watch_trial.c - see the header. */
#include "radio/watch/watch_trial.h"

#include "radio/watch/errand.h"
#include "radio/watch/said.h"

enum { WRONG_USAGE = 2 }; /* as oqyrman.1 has the exit statuses */

typedef struct {
	GMainLoop *loop;
	int status;
	char *said;
} Trial;

static void
hear_trial(int status, const char *said, gpointer data)
{
	Trial *trial = data;

	trial->status = status;
	trial->said = g_strdup(said);
	g_main_loop_quit(trial->loop);
}

/* What @command says of an empty stage: FALSE when its options are wrong. */
static gboolean
run_command(const OqWatchFolders *folders, const char *stage, GMainLoop *loop, char *const *command,
	GError **error)
{
	Trial trial = {.loop = loop};
	OqErrand *errand = oq_errand_new(command, hear_trial, &trial, error);

	if (errand == NULL)
		return FALSE;
	g_main_loop_run(loop);
	oq_errand_free(errand);
	g_autofree char *said = trial.said;
	if (trial.status != WRONG_USAGE)
		return TRUE;
	g_autofree char *why = oq_said_why(said);
	g_autoptr(GString) line = g_string_new(why);
	g_string_replace(line, stage, folders->out, 0);
	g_set_error_literal(error, OQ_WATCH_ERROR, OQ_WATCH_ERROR_RENDER, line->str);
	return FALSE;
}

/* Places are looked for in each text; the one of the trial has none. */
static gboolean
is_of_text(const char *word)
{
	return g_str_has_prefix(word, "--start=") || g_str_has_prefix(word, "--end=");
}

gboolean
oq_watch_trial_run(
	const OqWatchWish *wish, const OqWatchFolders *folders, GMainLoop *loop, GError **error)
{
	g_autofree char *stage = oq_watch_folders_stage(folders, "trial");
	g_autofree char *text = g_build_filename(stage, "trial.txt", NULL);
	g_autofree char *audio = g_strconcat(stage, "/trial", wish->extension, NULL);
	g_autoptr(GPtrArray) command = g_ptr_array_new();
	char *const more[] = {(char[]){"-o"}, audio, (char[]){"--"}, text, NULL};

	for (char *const *word = wish->command; *word != NULL; word++)
		if (!is_of_text(*word))
			g_ptr_array_add(command, *word);
	for (gsize i = 0; i < G_N_ELEMENTS(more); i++)
		g_ptr_array_add(command, more[i]);
	g_mkdir_with_parents(stage, 0777);
	g_file_set_contents(text, "1\n", -1, NULL);
	gboolean is_right = run_command(folders, stage, loop, (char *const *)command->pdata, error);
	oq_watch_folders_clean(folders, stage);
	return is_right;
}
