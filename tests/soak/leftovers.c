/* leftovers.c - see the header. */
#include "leftovers.h"

#include "process_tree.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LOOK_US = 10000, PATIENCE_LOOKS = 200 };

static gboolean
is_open(int fd)
{
	return fcntl(fd, F_GETFD) >= 0;
}

void
leftovers_look(Leftovers *before)
{
	for (int fd = 0; fd < LEFTOVERS_MAX_FILES; fd++)
		before->is_open[fd] = is_open(fd);
}

/* Helpers of a process that was killed follow it. */
static gboolean
is_alone(void)
{
	for (guint i = 0; i < PATIENCE_LOOKS; i++) {
		pid_t child = wait4(-1, NULL, WNOHANG, NULL);
		if (child < 0 && errno == ECHILD)
			return TRUE;
		if (child == 0)
			g_usleep(LOOK_US);
	}
	process_tree_end_children();
	return FALSE;
}

static gboolean
close_files(const Leftovers *before)
{
	gboolean was_open = FALSE;
	for (int fd = 0; fd < LEFTOVERS_MAX_FILES; fd++) {
		if (before->is_open[fd] || !is_open(fd))
			continue;
		was_open = TRUE;
		close(fd);
	}
	return was_open;
}

static gboolean
has_others(const char *folder, const char *path)
{
	gboolean has = FALSE;
	const char *name;
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *other = g_build_filename(folder, name, NULL);
		has |= !g_str_equal(other, path);
	}
	return has;
}

void
leftovers_clear(const char *folder)
{
	const char *name;
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_remove(path);
	}
}

void
leftovers_take(const Leftovers *before, const char *folder, const char *path,
	void (*tell)(gpointer data, const char *what), gpointer data)
{
	if (!is_alone())
		tell(data, "a process is left");
	if (close_files(before))
		tell(data, "a file is left open");
	if (has_others(folder, path))
		tell(data, "a file is left in the folder");
	leftovers_clear(folder);
}
