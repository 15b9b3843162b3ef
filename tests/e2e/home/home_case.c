/* home_case.c - see the header. */
#include "home_case.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

enum { N_PARAGRAPHS = 30, N_SENTENCES = 3 };

/* Every sentence is another one. */
static void
write_book(const char *path)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GError) error = NULL;

	for (guint i = 0; i < N_PARAGRAPHS; i++) {
		for (guint k = 1; k <= N_SENTENCES; k++)
			g_string_append_printf(
				text, "Бұл жерде %u сөйлем тұр. ", i * N_SENTENCES + k);
		g_string_append(text, "\n\n");
	}
	g_file_set_contents(path, text->str, (gssize)text->len, &error);
	g_assert_no_error(error);
}

void
home_case_set_up(Home *h, gconstpointer data)
{
	hearing_set_up(&h->hearing, data);
	listener_init(&h->listener);
	h->book = g_build_filename(h->hearing.folder, "book.txt", NULL);
	h->output = g_build_filename(h->hearing.folder, "output", NULL);
	write_book(h->book);
	g_setenv("XDG_STATE_HOME", h->hearing.folder, TRUE);
	g_setenv("XDG_CONFIG_HOME", h->hearing.folder, TRUE);
}

static void
remove_all(const char *path)
{
	const char *argv[] = {"rm", "-rf", "--", path, NULL};
	g_autofree char **args = g_memdup2(argv, sizeof argv);

	g_spawn_sync(NULL, args, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

void
home_case_tear_down(Home *h, gconstpointer data)
{
	g_autofree char *folder = g_strdup(h->hearing.folder);

	listener_clear(&h->listener);
	hearing_tear_down(&h->hearing, data);
	remove_all(folder);
	g_free(h->book);
	g_free(h->output);
}

/* ---- what is pressed, shown and heard ---- */

void
home_case_begin(Home *h, const char *verb, const char *argument)
{
	const char *argv[] = {g_getenv("OQ_PROGRAM"), verb, argument, NULL};

	h->seen = 0;
	listener_begin(&h->listener, argv);
}

void
home_case_see(Home *h, const char *text)
{
	if (!listener_shows(&h->listener, h->seen, text, SOON_MS))
		g_error("not shown: %s\nbut: %s", text, h->listener.shown->str + h->seen);
	const char *found = strstr(h->listener.shown->str + h->seen, text);
	h->seen = (gsize)(found - h->listener.shown->str) + strlen(text);
}

/* Of the last moment of the capture, behind @from. */
static gboolean
sounds(const Home *h, gsize from)
{
	g_autoptr(GArray) capture = hearing_capture(&h->hearing);

	for (gsize i = from; i < capture->len; i++)
		if (g_array_index(capture, gint16, i) != 0)
			return TRUE;
	return FALSE;
}

/* Other than what was heard before the key. */
void
home_case_hear(Home *h)
{
	gsize from = hearing_n_captured(&h->hearing) + RATE_HZ / 10;
	gint64 start_us = g_get_monotonic_time();

	while (!sounds(h, from)) {
		listener_look(&h->listener, 20);
		g_assert_cmpint(hearing_ms_since(start_us), <, SOON_MS);
	}
}

void
home_case_hear_nothing(Home *h)
{
	gsize from;

	do {
		from = hearing_n_captured(&h->hearing);
		while (hearing_n_captured(&h->hearing) < from + RATE_HZ / 2)
			listener_look(&h->listener, 20);
	} while (sounds(h, from));
}

void
home_case_end(Home *h)
{
	listener_press(&h->listener, "q");
	home_case_see(h, "the place is kept");
	g_assert_true(listener_ended(&h->listener, SOON_MS));
	g_assert_cmpint(h->listener.status, ==, 0);
}

void
home_case_follow(Home *h, const Step *steps, gsize n_steps)
{
	for (gsize i = 0; i < n_steps; i++) {
		g_autofree char *name = g_strescape(steps[i].keys, NULL);
		g_test_message("%s", name);
		listener_press(&h->listener, steps[i].keys);
		if (steps[i].shown != NULL)
			home_case_see(h, steps[i].shown);
		if (steps[i].is_silent)
			home_case_hear_nothing(h);
		else
			home_case_hear(h);
	}
}
