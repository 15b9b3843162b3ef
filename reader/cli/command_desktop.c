/* command_desktop.c - oqyrman desktop: Speech Dispatcher is told of our module. */
#include "base/paths.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/setup_speech.h"

#include <glib/gi18n.h>

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
set_up_speech(const OqSpeechPlaces *places, GError **error)
{
	g_autofree char *name = g_filename_display_name(places->file);
	g_autofree char *done =
		g_strdup_printf(_("%s: Speech Dispatcher will speak Kazakh with Oqyrman."), name);

	return oq_setup_speech(places, error) && print(done, _(RESTART), error);
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

gboolean
oq_command_desktop(const OqCall *call, GError **error)
{
	g_autofree char *file = g_build_filename(
		g_get_user_config_dir(), "speech-dispatcher", "speechd.conf", NULL);
	g_autofree char *program = oq_paths_program("sd_oqyrman");
	const OqSpeechPlaces places = {file, OQ_SPEECHD_CONF, OQ_SPEECHD_MODULES, program};

	if (!oq_call_has_no_words(call, "desktop", error))
		return FALSE;
	if (call->options->setup_speech)
		return set_up_speech(&places, error);
	if (call->options->undo_speech)
		return undo_speech(&places, error);
	g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("say what is to be set up, as in: oqyrman desktop --setup-speech"));
	return FALSE;
}
