/* selected.c - prints what is selected, as the reader would get it.
 *
 * selected [selected|clipboard|paragraph|document] [--times N] [--line]: the text goes to standard
 * output; what has gone wrong to standard error: the code, how many milliseconds it took, and the
 * message; then the status is 1. --line: it asks when a line comes on standard input, until there
 * are no more.
 */
#include "desktop/selection/selection.h"

#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

typedef struct {
	OqSelection *selection;
	OqSelectionWanted wanted;
	gint64 asked_us;
	gint64 n_left;
	gboolean waits_for_lines;
	GMainLoop *loop;
	int status;
} Program;

static void ask(Program *program);

static gboolean
take_line(GIOChannel *channel, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	Program *program = data;
	g_autofree char *line = NULL;

	if (g_io_channel_read_line(channel, &line, NULL, NULL, NULL) == G_IO_STATUS_NORMAL)
		ask(program);
	else
		g_main_loop_quit(program->loop);
	return G_SOURCE_CONTINUE;
}

static void
print_error(const Program *program, const GError *error)
{
	static const char *const codes[] = {"nothing", "timeout", "no-source", "gone", "protected"};
	gint64 took_us = g_get_monotonic_time() - program->asked_us;

	g_assert_true(error->domain == OQ_SELECTION_ERROR);
	g_assert_true(g_utf8_validate(error->message, -1, NULL));
	fprintf(stderr, "%s %" G_GINT64_FORMAT ": %s\n", codes[error->code], took_us / 1000,
		error->message);
}

static void
take(GBytes *text, const GError *error, gpointer data)
{
	Program *program = data;

	g_assert_true((text == NULL) == (error != NULL));
	program->status = error != NULL;
	if (error != NULL) {
		print_error(program, error);
	} else {
		gsize n_bytes;
		const char *bytes = g_bytes_get_data(text, &n_bytes);
		g_assert_true(g_utf8_validate_len(bytes, n_bytes, NULL));
		g_assert_cmpuint(fwrite(bytes, 1, n_bytes, stdout), ==, n_bytes);
		fflush(stdout);
	}
	if (--program->n_left > 0)
		ask(program);
	else if (!program->waits_for_lines)
		g_main_loop_quit(program->loop);
}

static void
ask(Program *program)
{
	program->asked_us = g_get_monotonic_time();
	oq_selection_ask(program->selection, program->wanted, NULL, take, program);
}

static void
read_arguments(Program *program, char **arguments)
{
	static const char *const names[] = {"selected", "clipboard", "paragraph", "document"};

	for (; *arguments != NULL; arguments++) {
		if (strcmp(*arguments, "--times") == 0)
			program->n_left = g_ascii_strtoll(*++arguments, NULL, 10);
		else if (strcmp(*arguments, "--line") == 0)
			program->waits_for_lines = TRUE;
		for (guint i = 0; i < G_N_ELEMENTS(names); i++)
			if (strcmp(*arguments, names[i]) == 0)
				program->wanted = (OqSelectionWanted)i;
	}
}

int
main(int argc G_GNUC_UNUSED, char **argv)
{
	Program program = {.n_left = 1};

	signal(SIGPIPE, SIG_IGN);
	read_arguments(&program, argv + 1);
	program.loop = g_main_loop_new(NULL, FALSE);
	program.selection = oq_selection_new();
	if (program.waits_for_lines) {
		g_autoptr(GIOChannel) lines = g_io_channel_unix_new(0);
		program.n_left = 0;
		g_io_channel_set_flags(lines, G_IO_FLAG_NONBLOCK, NULL);
		g_io_add_watch(lines, G_IO_IN | G_IO_HUP, take_line, &program);
	} else {
		ask(&program);
	}
	g_main_loop_run(program.loop);
	oq_selection_free(program.selection);
	g_main_loop_unref(program.loop);
	return program.status;
}
