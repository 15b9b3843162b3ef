/* process_tree.c - see the header. */
#include "process_tree.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_DEPTH = 16, LOOK_US = 1000 };

/* In what stands behind its name, which may hold anything: state, ten others, then these. */
static gint64
own_ticks(pid_t pid)
{
	char path[64];
	long long own, kernel, waited, waited_kernel;
	g_autofree char *line = NULL;
	g_snprintf(path, sizeof path, "/proc/%d/stat", pid);
	if (!g_file_get_contents(path, &line, NULL, NULL) || strrchr(line, ')') == NULL ||
		sscanf(strrchr(line, ')') + 1,
			" %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lld %lld %lld %lld", &own,
			&kernel, &waited, &waited_kernel) != 4)
		return 0;
	return own + kernel + waited + waited_kernel;
}

static void
add_children(const char *path, GArray *children)
{
	g_autofree char *words = NULL;
	if (!g_file_get_contents(path, &words, NULL, NULL))
		return;
	g_auto(GStrv) numbers = g_strsplit(words, " ", -1);
	for (char **number = numbers; *number != NULL; number++) {
		pid_t child = (pid_t)g_ascii_strtoll(*number, NULL, 10);
		if (child > 0)
			g_array_append_val(children, child);
	}
}

/* Each thread has its own. */
static GArray *
children_of(pid_t pid)
{
	GArray *children = g_array_new(FALSE, FALSE, sizeof(pid_t));
	g_autofree char *tasks = g_strdup_printf("/proc/%d/task", pid);
	g_autoptr(GDir) dir = g_dir_open(tasks, 0, NULL);
	const char *task;
	while (dir != NULL && (task = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(tasks, task, "children", NULL);
		add_children(path, children);
	}
	return children;
}

static gint64
ticks_of(pid_t pid, guint depth)
{
	gint64 ticks = own_ticks(pid);
	if (depth == MAX_DEPTH)
		return ticks;
	g_autoptr(GArray) children = children_of(pid);
	for (guint i = 0; i < children->len; i++)
		ticks += ticks_of(g_array_index(children, pid_t, i), depth + 1);
	return ticks;
}

gint64
process_tree_cpu_us(pid_t pid)
{
	return ticks_of(pid, 0) * (G_USEC_PER_SEC / sysconf(_SC_CLK_TCK));
}

void
process_tree_end_children(void)
{
	pid_t ended;
	while ((ended = wait4(-1, NULL, WNOHANG, NULL)) >= 0 || errno != ECHILD) {
		g_autoptr(GArray) children = children_of(getpid());
		for (guint i = 0; i < children->len; i++)
			kill(g_array_index(children, pid_t, i), SIGKILL);
		if (ended == 0)
			g_usleep(LOOK_US);
	}
}
