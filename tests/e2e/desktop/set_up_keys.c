/* set_up_keys setup|undo [KEY=VALUE...]: what oqyrman desktop --setup and --undo do, with these
 * lines of config.ini; $OQ_COMMAND is the path of oqyrman in the commands. */
#include "cli/setup/setup.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static void
print_line(const char *line, gpointer data)
{
	(void)data;
	puts(line);
}

static OqConfig *
load(char *lines[])
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "config.ini", NULL);
	g_autofree char *joined = g_strjoinv("\n", lines);
	g_autofree char *text = g_strconcat("[desktop]\n", joined, "\n", NULL);
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_file_set_contents(path, text, -1, NULL);
	OqConfig *config = oq_config_load(path, notices);
	for (guint i = 0; i < notices->len; i++)
		puts(notices->pdata[i]);
	g_unlink(path);
	g_rmdir(folder);
	return config;
}

int
main(int argc, char *argv[])
{
	g_autoptr(GError) error = NULL;
	if (argc < 2)
		return 2;
	g_autoptr(OqConfig) config = load(argv + 2);
	gboolean is_done =
		strcmp(argv[1], "undo") == 0
			? oq_undo_keys(print_line, NULL, &error)
			: oq_setup_keys(config, g_getenv("OQ_COMMAND"), print_line, NULL, &error);
	if (!is_done)
		printf("error: %s\n", error->message);
	return is_done ? 0 : 1;
}
