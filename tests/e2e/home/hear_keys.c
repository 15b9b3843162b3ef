/* hear_keys.c - a reader that has nothing to read: it only tells what its keys would do, and what
 * becomes of its terminal, a line each.
 * usage: hear_keys LOG [stuck]
 * It ends with quit, with the terminal, or by a signal; when it is stuck, _exit() has to end it. */
#include "cli/signals.h"
#include "home/keys/bindings.h"
#include "home/keys/terminal.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
	OqTerminal *terminal; /* nullable */
	OqLayouts *layouts;
	OqBindings *bindings;
	GMainContext *context;
	FILE *log;
	gboolean is_stuck, has_ended;
} Hearing;

/* On the terminal as well: its output is as it always was. */
static void G_GNUC_PRINTF(2, 3) tell(const Hearing *hearing, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *line = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	fprintf(hearing->log, "%s\n", line);
	fflush(hearing->log);
	printf("%s\n", line);
	fflush(stdout);
}

static void
hear_key(const OqKey *key, gpointer data)
{
	Hearing *hearing = data;
	guint count = 0;
	OqAction action = oq_bindings_take(hearing->bindings, key, &count);
	if (action == OQ_ACTION_NONE)
		return;
	tell(hearing, "%s %u", oq_actions_row(action)->name, count);
	if (action == OQ_ACTION_SUSPEND)
		oq_terminal_suspend(hearing->terminal);
	hearing->has_ended |= action == OQ_ACTION_QUIT;
}

static void
hear_resized(guint n_columns, guint n_rows, gpointer data)
{
	tell(data, "resized %u %u", n_columns, n_rows);
}

static void
hear_back(gpointer data)
{
	tell(data, "back");
}

static void
hear_gone(gpointer data)
{
	Hearing *hearing = data;
	tell(hearing, "gone");
	hearing->has_ended = TRUE;
}

static void
wake(GCancellable *stop G_GNUC_UNUSED, gpointer data)
{
	g_main_context_wakeup(data);
}

static int
hear(gpointer data, GCancellable *stop)
{
	static const OqTerminalWatch watch = {hear_key, hear_resized, hear_back, hear_gone};
	Hearing *hearing = data;
	hearing->context = g_main_context_new();
	gulong id = g_cancellable_connect(stop, G_CALLBACK(wake), hearing->context, NULL);
	oq_terminal_attach(hearing->terminal, hearing->context, &watch, hearing);
	tell(hearing, "begun %d", (int)getpid());
	while (!hearing->has_ended && (hearing->is_stuck || !g_cancellable_is_cancelled(stop)))
		g_main_context_iteration(hearing->context, TRUE);
	oq_terminal_detach(hearing->terminal);
	g_cancellable_disconnect(stop, id);
	g_main_context_unref(hearing->context);
	tell(hearing, "ended");
	return 0;
}

static void
leave(gpointer data)
{
	oq_terminal_restore(((Hearing *)data)->terminal);
}

int
main(int argc, char **argv)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GError) error = NULL;
	if (argc < 2)
		g_error("usage: hear_keys LOG [stuck]");
	Hearing hearing = {.is_stuck = argc > 2, .log = fopen(argv[1], "a")};
	hearing.layouts = oq_layouts_load(OQ_TEST_VOICES "/kk", &error);
	if (hearing.layouts == NULL || hearing.log == NULL)
		g_error("%s", error != NULL ? error->message : argv[1]);
	hearing.bindings = oq_bindings_new(hearing.layouts, NULL, 0, notices);
	hearing.terminal = oq_terminal_new();
	if (hearing.terminal == NULL)
		tell(&hearing, "none");
	int status = hearing.terminal != NULL ? oq_signals_run(hear, leave, &hearing) : 0;
	oq_terminal_free(hearing.terminal);
	oq_bindings_free(hearing.bindings);
	oq_layouts_free(hearing.layouts);
	fclose(hearing.log);
	return status;
}
