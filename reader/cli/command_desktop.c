/* command_desktop.c - oqyrman desktop: the service of the session, a program of its own, and what
 * is set up for it. */
#include "base/paths.h"
#include "base/reason.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/setup/setup.h"
#include "cli/setup_speech.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define PROGRAM "oqyrman-desktop"

static void
print_line(const char *line, gpointer data)
{
	GError **error = data;
	g_autofree char *ended = g_strconcat(line, "\n", NULL);

	if (*error == NULL)
		oq_output_print(ended, error);
}

static OqConfig *
load_config(void)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *path = oq_paths_config();
	OqConfig *config = oq_config_load(path, notices);

	for (guint i = 0; i < notices->len; i++)
		oq_messages_say(g_ptr_array_index(notices, i));
	return config;
}

/* What cannot be printed is done all the same. */
static gboolean
set_up(gboolean undoes, GError **error)
{
	g_autoptr(OqConfig) config = load_config();
	g_autoptr(GError) unprinted = NULL;
	g_autofree char *program = g_file_read_link("/proc/self/exe", error);
	if (program == NULL)
		return FALSE;
	gboolean is_done = undoes ? oq_undo_keys(print_line, &unprinted, error)
				  : oq_setup_keys(config, program, print_line, &unprinted, error);
	if (!is_done || unprinted == NULL)
		return is_done;
	g_propagate_error(error, g_steal_pointer(&unprinted));
	return FALSE;
}

#define RESTART                                                                                    \
	N_("Start Speech Dispatcher again: killall speech-dispatcher; the next program that "      \
	   "speaks "                                                                               \
	   "starts it. A running Orca: orca --replace")

static gboolean
print(const char *what, const char *then, GError **error)
{
	g_autofree char *lines = then != NULL ? g_strjoin("\n", what, then, "", NULL)
					      : g_strconcat(what, "\n", NULL);

	return oq_output_print(lines, error);
}

static gboolean
set_up_speech(const OqSpeechPlaces *places, gboolean for_all, GError **error)
{
	g_autofree char *name = g_filename_display_name(places->file);
	g_autofree char *done = g_strdup_printf(
		for_all ? _("%s: Speech Dispatcher will speak with Oqyrman.")
			: _("%s: Speech Dispatcher will speak Kazakh with Oqyrman."),
		name);

	return oq_setup_speech(places, for_all, error) && print(done, _(RESTART), error);
}

static gboolean
undo_speech(const OqSpeechPlaces *places, GError **error)
{
	g_autofree char *name = g_filename_display_name(places->file);
	g_autofree char *done = g_strdup_printf(_("%s: all is as it was before."), name);
	g_autofree char *nothing =
		g_strdup_printf(_("%s: there is nothing of Oqyrman in it."), name);
	gboolean was_there;

	if (!oq_setup_speech_undo(places, &was_there, error))
		return FALSE;
	return was_there ? print(done, _(RESTART), error) : print(nothing, NULL, error);
}

static gboolean
set_up_speech_for_user(const OqOptions *options, GError **error)
{
	g_autofree char *file = g_build_filename(
		g_get_user_config_dir(), "speech-dispatcher", "speechd.conf", NULL);
	g_autofree char *program = oq_paths_program("sd_oqyrman");
	const OqSpeechPlaces places = {file, OQ_SPEECHD_CONF, OQ_SPEECHD_MODULES, program};

	return options->undo_speech ? undo_speech(&places, error)
				    : set_up_speech(&places, options->setup_speech_all, error);
}

static gboolean
start_service(GError **error)
{
	g_autofree char *path = oq_paths_program(PROGRAM);

	if (path != NULL) {
		char *arguments[] = {path, NULL};
		execv(path, arguments);
	}
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
		_("%s cannot be started: %s; install oqyrman again"), PROGRAM,
		oq_reason(path != NULL ? errno : ENOENT));
	return FALSE;
}

gboolean
oq_command_desktop(const OqCall *call, GError **error)
{
	const OqOptions *options = call->options;
	gboolean is_for_keys = options->setup || options->undo;
	gboolean is_for_speech =
		options->setup_speech || options->setup_speech_all || options->undo_speech;

	if (!oq_call_has_no_words(call, "desktop", error) ||
		(is_for_keys && !set_up(options->undo, error)) ||
		(is_for_speech && !set_up_speech_for_user(options, error)))
		return FALSE;
	return is_for_keys || is_for_speech || start_service(error);
}
