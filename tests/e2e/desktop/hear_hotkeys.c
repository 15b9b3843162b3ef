/* hear_hotkeys DEED=KEY...: prints the deeds whose keys are pressed, what is refused, and "bound N"
 * when N of them have their keys. A line "retry" on standard input has it try again, its end ends
 * it. */
#include "desktop/hotkeys/hotkeys.h"

#include <glib-unix.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LOOK_MS = 10 };

typedef struct {
	GMainLoop *loop;
	OqHotkeys *hotkeys;
	guint n_bound;
} Hearing;

static void
print_pressed(OqDeed deed, gpointer data)
{
	(void)data;
	printf("pressed %s\n", oq_deed_name(deed));
}

static void
print_refused(OqDeed deed, const char *key, const GError *error, gpointer data)
{
	(void)data;
	printf("refused %s %s %d: %s\n", deed == OQ_N_DEEDS ? "all" : oq_deed_name(deed),
		key != NULL ? key : "-", error->code, error->message);
}

static gboolean
look(gpointer data)
{
	Hearing *hearing = data;
	guint n_bound = oq_hotkeys_count(hearing->hotkeys);
	if (n_bound != hearing->n_bound)
		printf("bound %u\n", n_bound);
	hearing->n_bound = n_bound;
	return G_SOURCE_CONTINUE;
}

static gboolean
obey(gint fd, GIOCondition condition, gpointer data)
{
	Hearing *hearing = data;
	char line[64] = "";
	gssize n_bytes = (condition & G_IO_IN) != 0 ? read(fd, line, sizeof line - 1) : 0;
	if (n_bytes <= 0) {
		g_main_loop_quit(hearing->loop);
		return G_SOURCE_REMOVE;
	}
	if (strstr(line, "retry") != NULL)
		oq_hotkeys_retry(hearing->hotkeys);
	return G_SOURCE_CONTINUE;
}

int
main(int argc, char *argv[])
{
	const char *keys[OQ_N_DEEDS] = {NULL};
	g_autoptr(GMainLoop) loop = g_main_loop_new(NULL, FALSE);
	Hearing hearing = {loop, NULL, 0};

	setvbuf(stdout, NULL, _IOLBF, 0);
	for (int i = 1; i < argc; i++) {
		OqDeed deed;
		char *key = strchr(argv[i], '=');
		if (key == NULL)
			return 2;
		*key = '\0';
		if (!oq_deed_parse(argv[i], &deed))
			return 2;
		keys[deed] = key + 1;
	}
	g_autoptr(OqHotkeys) hotkeys = oq_hotkeys_new(keys, print_pressed, print_refused, NULL);
	hearing.hotkeys = hotkeys;
	g_timeout_add(LOOK_MS, look, &hearing);
	g_unix_fd_add(STDIN_FILENO, G_IO_IN | G_IO_HUP, obey, &hearing);
	g_main_loop_run(loop);
	return 0;
}
