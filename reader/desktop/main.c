/* main.c - oqyrman-desktop: reads what is selected, by a key, all through the session. */
#include "audio/playing/device_portaudio.h"
#include "audio/playing/introduce.h"
#include "audio/playing/no_cookie.h"
#include "base/last_words.h"
#include "base/line.h"
#include "base/paths.h"
#include "desktop/agent.h"
#include "desktop/hotkeys/hotkeys.h"
#include "reading/config/config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <unistd.h>

enum { STATUS_FAILED = 1, STATUS_INTERRUPTED = 130 };
enum { BUS_S = 2, MAX_LINE = 4096 };
enum { BUSY_REPLACE, BUSY_QUEUE }; /* of the configuration */

typedef struct {
	OqSettings settings;
	OqConfig *config;
	OqNursery *nursery;
	OqReader *reader;
	OqSelection *selection;
	OqAgent *agent;
	OqHotkeys *hotkeys; /* (nullable): not before it is known that no other one has them */
	guint patience;     /* a source: a bus that says nothing is not waited for; 0: none */
	guint settling;     /* a source: what has come of bus and keys is looked at; 0: none */
	GPtrArray *notices; /* (nullable): of config.ini; NULL: they were told */
	gboolean has_no_bus;
	gboolean is_leaving;
	GMainLoop *loop;
	int status;
} Program;

static void
tell(const char *line, gpointer data G_GNUC_UNUSED)
{
	g_autofree char *shown = oq_line_new(line, -1, MAX_LINE);

	g_printerr("oqyrman-desktop: %s\n", shown != NULL ? shown : "");
}

static void
tell_from(const GPtrArray *notices, guint first)
{
	for (guint i = first; i < notices->len; i++)
		tell(g_ptr_array_index(notices, i), NULL);
}

/* A device that is always wanted may be unplugged today. */
static OqDevice *
open_device(guint rate_hz, gpointer data, GCancellable *stop, GError **error)
{
	const OqSettings *settings = &((const Program *)data)->settings;
	g_autoptr(GError) missing = NULL;
	int stop_fd = g_cancellable_get_fd(stop);
	OqDevice *device = oq_device_portaudio_new(settings->device, rate_hz, stop_fd, &missing);

	if (device == NULL && settings->device != NULL &&
		g_error_matches(missing, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE)) {
		tell(missing->message, NULL);
		g_clear_error(&missing);
		device = oq_device_portaudio_new(NULL, rate_hz, stop_fd, &missing);
	}
	if (g_error_matches(missing, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE))
		g_set_error_literal(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE,
			_("there is no sound device; connect one, or start the sound server, and "
			  "ask again"));
	else if (device == NULL)
		g_propagate_error(error, g_steal_pointer(&missing));
	else
		oq_device_portaudio_set_lead(device, settings->lead_ms);
	return device;
}

static void
ask(OqSelectionWanted wanted, GCancellable *stop, OqSelectionAnswer answer, gpointer answer_data,
	gpointer data)
{
	oq_selection_ask(((Program *)data)->selection, wanted, stop, answer, answer_data);
}

static void
press(OqDeed deed, gpointer data)
{
	oq_agent_do(((Program *)data)->agent, deed);
}

/* ---- what has come of bus and keys ---- */

/* Whoever has typed its name would not know that it runs. */
static void
greet(const Program *program)
{
	gboolean has_key = oq_hotkeys_has(program->hotkeys, OQ_DEED_READ_SELECTION);
	const char *way = has_key ? oq_config_text(program->config, OQ_CONFIG_READ_SELECTION)
				  : "oqyrman selection";
	g_autofree char *line = g_strdup_printf(
		_("it runs until Ctrl+C; %s reads what is selected, and stops"), way);

	if (isatty(STDERR_FILENO))
		tell(line, NULL);
}

/* What is wrong in config.ini every command prints, but that nobody sees here. */
static void
complain(Program *program)
{
	g_autoptr(GPtrArray) notices = g_steal_pointer(&program->notices);

	if (notices->len == 0)
		return;
	const char *first = g_ptr_array_index(notices, 0);
	guint n_more = notices->len - 1;
	g_autofree char *all = g_strdup_printf(
		ngettext("%s; the command oqyrman config --check tells %u more",
			"%s; the command oqyrman config --check tells %u more", n_more),
		first, n_more);
	oq_agent_complain(program->agent, n_more > 0 ? all : first);
	tell_from(notices, 1);
}

/* Without a bus there is nobody but keys to ask it for anything. */
static void
leave_if_alone(Program *program)
{
	if (program->is_leaving || !program->has_no_bus || !oq_hotkeys_is_deaf(program->hotkeys))
		return;
	program->is_leaving = TRUE;
	tell(_("there is neither a session bus nor a key to ask it for anything: it ends"), NULL);
	oq_agent_leave(program->agent);
}

static gboolean
settle(gpointer data)
{
	Program *program = data;

	program->settling = 0;
	leave_if_alone(program);
	if (program->notices == NULL)
		return G_SOURCE_REMOVE;
	if (!program->is_leaving)
		greet(program);
	complain(program);
	return G_SOURCE_REMOVE;
}

/* When the keys had their turn. */
static void
settle_later(Program *program)
{
	if (program->settling == 0)
		program->settling = g_idle_add_full(G_PRIORITY_LOW, settle, program, NULL);
}

/* Where nobody gives keys, or no longer, the desktop's own may do all that: no news at each start.
 * The next session may have some, whose service shall find no other in its way. */
static void
refuse(OqDeed deed G_GNUC_UNUSED, const char *key G_GNUC_UNUSED, const GError *error, gpointer data)
{
	OqAgent *agent = ((Program *)data)->agent;
	gboolean has_none = g_error_matches(error, OQ_HOTKEYS_ERROR, OQ_HOTKEYS_ERROR_NO_SOURCE) ||
			    g_error_matches(error, OQ_HOTKEYS_ERROR, OQ_HOTKEYS_ERROR_GONE);

	if (has_none)
		tell(error->message, NULL);
	else
		oq_agent_complain(agent, error->message);
	if (has_none)
		oq_agent_yield(agent);
	settle_later(data);
}

static void
listen_to_keys(Program *program)
{
	const char *keys[OQ_N_DEEDS];

	if (program->patience != 0)
		g_source_remove(program->patience);
	program->patience = 0;
	if (program->hotkeys != NULL)
		return;
	for (guint deed = 0; deed < OQ_N_DEEDS; deed++) {
		const char *key = oq_config_text(program->config, OQ_CONFIG_READ_SELECTION + deed);
		keys[deed] = key != NULL && *key != '\0' ? key : NULL;
	}
	program->hotkeys = oq_hotkeys_new(keys, press, refuse, program);
	settle_later(program);
}

static gboolean
lose_patience(gpointer data)
{
	((Program *)data)->patience = 0;
	listen_to_keys(data);
	return G_SOURCE_REMOVE;
}

static void
end(Program *program, int status)
{
	program->status = status;
	g_main_loop_quit(program->loop);
}

static void
meet(OqReaderMeeting meeting, gpointer data)
{
	switch (meeting) {
	case OQ_READER_SECOND:
		tell(_("it runs in this session already; oqyrman selection reads what is selected"),
			NULL);
		end(data, 0);
		return;
	case OQ_READER_REPLACED:
		tell(_("the service of another display has taken its place"), NULL);
		end(data, 0);
		return;
	case OQ_READER_NO_BUS:
		tell(_("there is no session bus: only keys are heard, not oqyrman selection"),
			NULL);
		break;
	case OQ_READER_BUS_GONE:
		tell(_("the session bus has gone: only keys are heard from now on"), NULL);
		break;
	default:
		break;
	}
	if (meeting != OQ_READER_NAMED) {
		((Program *)data)->has_no_bus = TRUE;
		settle_later(data);
	}
	listen_to_keys(data);
}

/* What it is ended by when the session ends is no failure. */
static gboolean
take_end(gpointer data)
{
	end(data, 0);
	return G_SOURCE_CONTINUE;
}

static void
leave(gpointer data)
{
	end(data, 0);
}

static gboolean
take_interrupt(gpointer data)
{
	end(data, STATUS_INTERRUPTED);
	return G_SOURCE_CONTINUE;
}

/* The voice is made ready in a process of its own, which has to be made before any thread. */
static gboolean
load(Program *program, GError **error)
{
	g_autofree char *path = oq_paths_config();

	program->notices = g_ptr_array_new_with_free_func(g_free);
	program->config = oq_config_load(path, program->notices);
	oq_config_apply(program->config, &program->settings);
	oq_no_cookie();
	oq_introduce(_("Oqyrman"));
	program->nursery = oq_reader_nursery(&program->settings, error);
	if (program->nursery == NULL)
		return FALSE;
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	program->reader = oq_reader_new(&program->settings, program->nursery, notices, error);
	tell_from(notices, 0);
	return program->reader != NULL;
}

static void
run(Program *program)
{
	program->loop = g_main_loop_new(NULL, FALSE);
	g_unix_signal_add(SIGTERM, take_end, program);
	g_unix_signal_add(SIGHUP, take_end, program);
	g_unix_signal_add(SIGINT, take_interrupt, program);
	program->selection = oq_selection_new();
	program->agent = oq_agent_new(&(OqAgentParts){.reader = program->reader,
		.style = program->settings.style,
		.open = open_device,
		.queues = oq_config_number(program->config, OQ_CONFIG_BUSY) == BUSY_QUEUE,
		.ask = ask,
		.tell = tell,
		.met = meet,
		.left = leave,
		.data = program});
	program->patience = g_timeout_add_seconds(BUS_S, lose_patience, program);
	g_main_loop_run(program->loop);
	g_clear_handle_id(&program->settling, g_source_remove);
	oq_hotkeys_free(program->hotkeys);
	oq_agent_free(program->agent);
	oq_selection_free(program->selection);
	g_main_loop_unref(program->loop);
}

static void
clear(Program *program)
{
	g_clear_pointer(&program->notices, g_ptr_array_unref);
	oq_reader_free(program->reader);
	oq_nursery_free(program->nursery);
	oq_config_free(program->config);
	oq_settings_clear(&program->settings);
}

int
main(void)
{
	Program program = {.status = STATUS_FAILED};
	g_autoptr(GError) error = NULL;

	signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of write() */
	oq_last_words_begin("oqyrman-desktop");
	oq_settings_init(&program.settings);
	if (load(&program, &error)) {
		program.status = 0;
		run(&program);
	} else {
		tell(error->message, NULL);
	}
	clear(&program);
	return program.status;
}
