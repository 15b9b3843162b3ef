/* at_home.c - see the header. */
#include "cli/at_home.h"

#include "base/paths.h"
#include "base/reason.h"
#include "cli/messages.h"
#include "home/session.h"
#include "speech/voice.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

/* Those of the configuration. */
enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/** What is made for a session, and freed after it. */
typedef struct {
	OqScreen *screen;
	OqLayouts *layouts;
	OqBindings *bindings;
	OqPlaces *places;
	OqPlace *place;
	GPtrArray *voices;
} Parts;

static void
parts_clear(Parts *parts)
{
	oq_screen_free(parts->screen);
	oq_bindings_free(parts->bindings);
	oq_layouts_free(parts->layouts);
	oq_place_free(parts->place);
	oq_places_free(parts->places);
	g_clear_pointer(&parts->voices, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Parts, parts_clear)

static void
tell(const OqCall *call, const GPtrArray *notices)
{
	for (guint i = 0; i < notices->len && !call->options->quiet; i++)
		oq_messages_say(g_ptr_array_index(notices, i));
}

/* Without keys the terminal is not ours alone, and nothing on it may be rewritten. */
static OqLooks
choose_looks(const OqCall *call)
{
	guint color = oq_config_number(call->config, OQ_CONFIG_COLOR);
	OqLooks looks = oq_looks_of(STDOUT_FILENO, call->options->no_color || color == COLOR_NEVER);

	looks.rewrites = looks.rewrites && call->terminal != NULL;
	return looks;
}

static OqGlyphs *
load_glyphs(const OqCall *call, const OqLooks *looks, GPtrArray *notices)
{
	gboolean is_large =
		call->options->large || oq_config_number(call->config, OQ_CONFIG_LARGE) != 0;
	g_autoptr(GError) error = NULL;

	if (!is_large || !looks->is_terminal)
		return NULL;
	g_autofree char *path = oq_paths_data("large.tsv", &error);
	OqGlyphs *glyphs = path != NULL ? oq_glyphs_load(path, &error) : NULL;
	if (glyphs == NULL)
		g_ptr_array_add(notices, g_strdup(error->message));
	return glyphs;
}

static void
make_screen(const OqCall *call, Parts *parts, GPtrArray *notices)
{
	guint n_columns = 80, n_rows = 24;
	OqLooks looks = choose_looks(call);

	if (call->terminal != NULL)
		oq_terminal_size(call->terminal, &n_columns, &n_rows);
	parts->screen = oq_screen_new(
		STDOUT_FILENO, &looks, load_glyphs(call, &looks, notices), n_columns, n_rows);
}

/* A reader that nobody drives begins at the beginning, as a script expects, and leaves no trace. */
static void
find_place(const OqAtHome *home, OqDocument *document, Parts *parts, GPtrArray *notices)
{
	g_autofree char *identity = oq_document_identity(document);
	g_autofree char *folder = oq_paths_state();

	if (identity == NULL || home->call->terminal == NULL)
		return;
	parts->places = oq_places_new(folder, notices);
	parts->place = oq_places_find(parts->places, identity, home->paths);
	oq_place_set_title(parts->place, oq_document_title(document));
	if (home->call->options->beginning)
		parts->place->place = 0;
}

/* What was chosen for this text goes before the configuration, and options before that. */
static void
choose_style(const OqAtHome *home, const Parts *parts, GPtrArray *notices)
{
	OqStyle style = home->call->settings->style;

	if (parts->place == NULL)
		return;
	if (!oq_place_keep_voice(parts->place, parts->voices))
		g_ptr_array_add(notices,
			g_strdup_printf(_("There is no voice “%s”: see “oqyrman voices”, or "
					  "install the package espeak-ng-data"),
				parts->place->style.voice));
	oq_place_apply_style(parts->place, &style);
	oq_options_change_style(home->call->options, &style);
	oq_playback_set_style(oq_listen_playback(home->listen), &style);
}

static gboolean
make_parts(const OqAtHome *home, OqDocument *document, Parts *parts, GError **error)
{
	const OqCall *call = home->call;
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *folder = oq_paths_data("", error);

	parts->layouts = folder != NULL ? oq_call_layouts(error) : NULL;
	parts->voices = parts->layouts != NULL ? oq_voice_list(folder, NULL, error) : NULL;
	if (parts->voices == NULL)
		return FALSE;
	parts->bindings = oq_bindings_new_configured(parts->layouts, call->config, notices);
	make_screen(call, parts, notices);
	find_place(home, document, parts, notices);
	choose_style(home, parts, notices);
	tell(call, notices);
	return TRUE;
}

/* A reader of the text that has had enough, and a terminal that is gone, are no news. */
static void
tell_unwritten(const OqCall *call, int failure)
{
	if (failure == 0 || failure == EPIPE || failure == EBADF || failure == EIO ||
		call->options->quiet)
		return;
	g_autofree char *line =
		g_strdup_printf(_("standard output cannot be written: %s"), oq_reason(failure));
	oq_messages_say(line);
}

static gboolean
run(const OqAtHome *home, const Parts *parts, OqCursor *cursor, gboolean *said, GError **error)
{
	const OqCall *call = home->call;
	const OqSessionParts session_parts = {.reader = home->reader,
		.playback = oq_listen_playback(home->listen),
		.screen = parts->screen,
		.terminal = call->terminal,
		.bindings = parts->bindings,
		.layouts = parts->layouts,
		.places = parts->places,
		.place = parts->place,
		.voices = parts->voices,
		.turn = oq_listen_turn(home->listen),
		.title = oq_document_title(oq_cursor_document(cursor)),
		.tell = isatty(STDOUT_FILENO) ? NULL : oq_messages_say,
		.study_pause_ms = oq_config_number(call->config, OQ_CONFIG_GAP_MS),
		.is_quiet = call->options->quiet};
	oq_playback_set_loss(session_parts.playback,
		call->terminal != NULL ? OQ_PLAYBACK_LOSS_GO_ON : OQ_PLAYBACK_LOSS_GIVE_UP);
	g_autoptr(OqSession) session =
		oq_session_new(&session_parts, oq_listen_context(home->listen));

	gboolean whole = oq_session_run(session, cursor, said, call->stop, error);
	tell_unwritten(call, oq_screen_failure(parts->screen));
	return whole;
}

gboolean
oq_at_home_read(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	const OqAtHome *home = data;
	GMainContext *context = oq_listen_context(home->listen);
	gboolean whole = FALSE;

	g_main_context_push_thread_default(context);
	{
		g_auto(Parts) parts = {NULL};
		whole = make_parts(home, oq_cursor_document(cursor), &parts, error) &&
			run(home, &parts, cursor, said, error);
	}
	g_main_context_pop_thread_default(context);
	return whole;
}
