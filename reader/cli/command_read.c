/* command_read.c - oqyrman read: files aloud. */
#include "audio/playing/device.h"
#include "cli/at_home.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/unheard.h"
#include "cli/write.h"
#include "radio/naming.h"
#include <glib/gi18n.h>

/* @line: (transfer full) */
static void
say(const OqCall *call, char *line)
{
	if (!call->options->quiet)
		oq_messages_say(line);
	g_free(line);
}

static gboolean
listen_to_files(
	const OqCall *call, OqReader *reader, OqListen *listen, OqInputs *inputs, GError **error)
{
	const char *text = oq_unheard_text(call);
	OqAtHome home = {call, reader, listen, (const char *const *)inputs->names};
	if (!oq_inputs_as_book(inputs, oq_at_home_read, &home, error))
		return FALSE;
	if (text != NULL)
		say(call, g_strdup_printf(_("done: %s was read to its end"), text));
	return TRUE;
}

static gboolean
write_instead(const OqCall *call, const OqReader *reader, OqInputs *inputs, const GError *why,
	GError **error)
{
	g_autofree char *name = oq_unheard_name(oq_unheard_text(call));
	g_autofree char *chosen = oq_naming_number(name, oq_naming_free(name, 0, 1));
	g_autofree char *audio = NULL;
	const OqOrder order = {.output = name, .taken = OQ_TAKEN_NUMBERED};
	oq_messages_say(why->message);
	g_autofree char *line =
		g_strdup_printf(_("it could not be heard, so it is written to %s"), chosen);
	oq_messages_say(line);
	if (!oq_write_files(call, reader, inputs, &order, NULL, &audio, error))
		return FALSE;
	say(call, g_strdup_printf(_("done: %s can be played on any other machine"), audio));
	return TRUE;
}

/* (nullable) (transfer full): what others are told that is read. */
static char *
find_title(const OqCall *call)
{
	const char *file = call->words[0];

	return file != NULL && !g_str_equal(file, "-") ? g_filename_display_basename(file) : NULL;
}

static gboolean
read_files(const OqCall *call, OqReader *reader, OqInputs *inputs, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autofree char *title = find_title(call);
	g_autoptr(OqListen) listen = oq_listen_new(call, reader, title, &failure);
	if (listen != NULL)
		return listen_to_files(call, reader, listen, inputs, error);
	if (failure->domain == OQ_DEVICE_ERROR && oq_unheard_text(call) != NULL &&
		!g_cancellable_is_cancelled(call->stop))
		return write_instead(call, reader, inputs, failure, error);
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

gboolean
oq_command_read(const OqCall *call, GError **error)
{
	g_autoptr(OqReader) reader = oq_call_reader(call, error);
	g_auto(OqInputs) inputs = {NULL};
	if (reader == NULL || !oq_inputs_init(&inputs, call, reader, error))
		return FALSE;
	gboolean whole = read_files(call, reader, &inputs, error);
	return oq_inputs_end(&inputs, whole, error);
}
