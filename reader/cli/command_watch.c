/* command_watch.c - oqyrman watch: a folder whose texts become audio. */
#include "base/line.h"
#include "cli/commands.h"
#include "cli/handed_on.h"
#include "cli/messages.h"
#include "cli/options_radio.h"
#include "cli/output.h"
#include "radio/watch/said.h"
#include "radio/watch/watch.h"
#include <glib/gi18n.h>
#include <stdio.h>

#define DEFAULT_FORMAT "wav"

typedef struct {
	const OqCall *call;
	gboolean is_closed; /* nobody reads standard output any more */
} Watching;

static void
repeat_lines(const char *name, const char *said)
{
	g_auto(GStrv) lines = oq_said_lines(said);

	for (char **line = lines; *line != NULL; line++) {
		g_autofree char *told = g_strdup_printf("%s: %s", name, *line);
		oq_messages_say(told);
	}
}

static void
tell_done(Watching *watching, const OqWatchNews *news, const char *name)
{
	g_autofree char *place = g_filename_display_name(news->place);
	g_autofree char *line = g_strdup_printf("%s -> %s", name, place);

	g_autofree char *shown = oq_line_shown(line);
	g_autofree char *ended = g_strconcat(shown, "\n", NULL);
	if (!watching->call->options->quiet && !watching->is_closed)
		watching->is_closed = !oq_output_print(ended, NULL);
	if (news->said != NULL)
		repeat_lines(name, news->said);
}

static void
tell_failed(const OqWatchNews *news, const char *name)
{
	g_autofree char *place = g_filename_display_name(news->place);
	g_autofree char *why = news->said != NULL ? oq_said_why(news->said) : NULL;
	g_autofree char *line =
		why != NULL
			? g_strdup_printf(_("%s; moved to %s"), why, place)
			: g_strdup_printf(_("%s could not be rendered; moved to %s"), name, place);

	oq_messages_say(line);
}

static void
say_about(const char *name, const char *text)
{
	g_autofree char *line =
		name != NULL ? g_strdup_printf("%s: %s", name, text) : g_strdup(text);

	oq_messages_say(line);
}

static void
tell(const OqWatchNews *news, gpointer data)
{
	Watching *watching = data;
	g_autofree char *name = news->name != NULL ? g_filename_display_name(news->name) : NULL;
	g_autofree char *folder = g_filename_display_name(watching->call->words[0]);
	g_autofree char *line = NULL;

	switch (news->kind) {
	case OQ_WATCH_BEGUN:
		if (!watching->call->options->verbose)
			return;
		line = g_strdup_printf(_("reading %s"), name);
		oq_messages_say(line);
		return;
	case OQ_WATCH_DONE:
		tell_done(watching, news, name);
		return;
	case OQ_WATCH_FAILED:
		tell_failed(news, name);
		return;
	case OQ_WATCH_REFUSED:
	case OQ_WATCH_WAITING:
		line = g_strdup_printf(_("%s (waiting, and trying again)"), news->said);
		break;
	case OQ_WATCH_GOES_ON:
		line = g_strdup(_("it works again"));
		break;
	case OQ_WATCH_LOST:
		line = g_strdup_printf(_("'%s' is gone; waiting until it is there again"), folder);
		break;
	case OQ_WATCH_FOUND:
		line = g_strdup_printf(_("'%s' is there again"), folder);
		break;
	}
	say_about(name, line);
}

/* (transfer full) (element-type filename): renders like this program was told to. Its warnings
 * would be told once for each text. */
static GPtrArray *
make_command(const OqCall *call, GError **error)
{
	const OqCommand *render = oq_commands_find("render"), *watch = oq_commands_find("watch");
	g_autoptr(GPtrArray) command = g_ptr_array_new_with_free_func(g_free);
	char *program = g_file_read_link("/proc/self/exe", error);

	if (program == NULL)
		return NULL;
	g_ptr_array_add(command, program);
	g_ptr_array_add(command, g_strdup("render"));
	oq_handed_on(call->options, render->traits, watch->traits, command);
	g_ptr_array_add(command, g_strdup("--jobs=1"));
	g_ptr_array_add(command, g_strdup("--quiet"));
	g_ptr_array_add(command, NULL);
	return g_steal_pointer(&command);
}

static gboolean
check(const OqCall *call, GError **error)
{
	if (call->words[0] != NULL && call->words[1] == NULL)
		return TRUE;
	g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("name one folder: oqyrman watch FOLDER"));
	return FALSE;
}

gboolean
oq_command_watch(const OqCall *call, GError **error)
{
	const OqOptions *options = call->options;
	const char *format = options->format != NULL ? options->format : DEFAULT_FORMAT;
	if (!check(call, error))
		return FALSE;
	g_autoptr(GPtrArray) command = make_command(call, error);
	if (command == NULL)
		return FALSE;
	g_autofree char *extension = g_strconcat(".", format, NULL);
	if (!oq_options_radio_fit(options, extension, error))
		return FALSE;
	Watching watching = {.call = call};
	const OqWatchWish wish = {
		.watched = call->words[0],
		.out = options->out,
		.extension = extension,
		.command = (char *const *)command->pdata,
		.n_jobs = oq_settings_n_jobs(call->settings),
		.settle_ms = options->settle_s * 1000,
		.tell = tell,
		.data = &watching,
	};
	return oq_watch_run(&wish, call->stop, error);
}
