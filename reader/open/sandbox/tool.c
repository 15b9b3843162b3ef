/* tool.c - see the header. */
#include "open/sandbox/tool.h"

#include "base/processes/records.h"
#include "document/sniff.h"
#include "open/limits.h"
#include "open/sandbox/tool_box.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { HEAD_BYTES = 1024, MAX_WORDS = 8, MAX_ANSWER_BYTES = OQ_LIMIT_TREE_MB << 20 };

struct _OqTool {
	OqToolKind kind;
	pid_t process; /* that starts the program */
	int requests;
	int answers;
};

/** A program that may be there, and how it is called. */
typedef struct {
	OqToolKind kind;
	const char *words[MAX_WORDS];
} Program;

/* The better one first; where it finds nothing, such as antiword in a short letter, the next one is
 * asked. */
static const Program programs[] = {
	{OQ_TOOL_WORD, {"antiword", "-m", "UTF-8.txt", "-w", "0", "/proc/self/fd/0"}},
	{OQ_TOOL_WORD, {"catdoc", "-d", "utf-8", "-w", "/proc/self/fd/0"}},
	{OQ_TOOL_PICTURE, {"tesseract", "stdin", "stdout", "-l", "kaz+rus", "tsv"}},
};

static const char *const usual_folders[] = {"/usr/bin", "/usr/local/bin", NULL};

/* A PDF may hold pictures of pages. */
static gboolean
find_kind(const OqOpenJob *job, OqToolKind *kind)
{
	char head[HEAD_BYTES];
	gsize n_head = (gsize)MAX(oq_loader_read(job, 0, head, HEAD_BYTES, NULL), 0);
	gboolean is_word = oq_sniff_is_ole(head, n_head);
	*kind = is_word ? OQ_TOOL_WORD : OQ_TOOL_PICTURE;
	return is_word || oq_sniff_is_pdf(head, n_head) || oq_sniff_is_picture(head, n_head);
}

/* Those that are there. @paths: (element-type utf8), @found: the places in programs */
static void
find_programs(OqToolKind kind, const char *const *folders, GPtrArray *paths, GPtrArray *found)
{
	for (gsize i = 0; i < G_N_ELEMENTS(programs); i++)
		for (gsize j = 0; programs[i].kind == kind && folders[j] != NULL; j++) {
			char *path = g_build_filename(folders[j], programs[i].words[0], NULL);
			if (!g_file_test(path, G_FILE_TEST_IS_EXECUTABLE)) {
				g_free(path);
				continue;
			}
			g_ptr_array_add(paths, path);
			g_ptr_array_add(found, GUINT_TO_POINTER(i));
			break;
		}
}

/* Returns: (nullable): what the other side sent. */
static GBytes *
take(int fd, guint32 max_bytes)
{
	OqRecordsPart part = {.max_bytes = max_bytes};
	GBytes *record = NULL;
	if (oq_records_take(&part, fd, &record) != OQ_RECORDS_WHOLE)
		oq_records_clear(&part);
	return record;
}

/* Returns: (nullable): what it wrote. */
static GBytes *
run_program(const char *path, const Program *program, int file, GBytes *picture)
{
	const char *words[MAX_WORDS];
	char *nothing[] = {NULL};
	gboolean has_picture = program->kind == OQ_TOOL_PICTURE;
	g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(
		G_SUBPROCESS_FLAGS_STDOUT_PIPE |
		(has_picture ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE));
	GBytes *written = NULL;
	memcpy(words, program->words, sizeof words);
	words[0] = path;
	g_subprocess_launcher_set_environ(launcher, nothing);
	g_subprocess_launcher_setenv(launcher, "LC_ALL", "C.UTF-8", TRUE);
	g_subprocess_launcher_setenv(launcher, "OMP_THREAD_LIMIT", "1", TRUE);
	g_subprocess_launcher_set_child_setup(launcher, oq_tool_box_limit, NULL, NULL);
	if (!has_picture)
		g_subprocess_launcher_take_stdin_fd(launcher, fcntl(file, F_DUPFD_CLOEXEC, 3));
	g_autoptr(GSubprocess) process = g_subprocess_launcher_spawnv(launcher, words, NULL);
	if (process == NULL || !g_subprocess_communicate(process, has_picture ? picture : NULL,
				       NULL, &written, NULL, NULL))
		return NULL;
	if (!g_subprocess_get_successful(process) || g_bytes_get_size(written) > MAX_ANSWER_BYTES)
		g_clear_pointer(&written, g_bytes_unref);
	return written;
}

/* Whether it has succeeded, and then what it wrote. */
static gboolean
answer(int answers, GBytes *written)
{
	const guint8 is_done = written != NULL;
	gsize n_bytes = 0;
	const void *bytes = is_done ? g_bytes_get_data(written, &n_bytes) : NULL;
	return oq_records_write(answers, &is_done, sizeof is_done) &&
	       (!is_done || oq_records_write(answers, bytes, n_bytes));
}

/* Returns: (nullable): what the first one wrote that wrote anything. */
static GBytes *
run_programs(const GPtrArray *paths, const GPtrArray *found, int file, GBytes *picture)
{
	GBytes *written = NULL;
	for (guint i = 0; i < found->len; i++) {
		g_clear_pointer(&written, g_bytes_unref);
		written = run_program(paths->pdata[i], &programs[GPOINTER_TO_UINT(found->pdata[i])],
			file, picture);
		if (written != NULL && g_bytes_get_size(written) > 0)
			break;
	}
	return written;
}

/* In the process of its own: an answer to each request. */
static void
serve(int requests, int answers, int file, const GPtrArray *paths, const GPtrArray *found)
{
	if (!oq_tool_box_enter(file, (char *const *)paths->pdata))
		return;
	for (;;) {
		g_autoptr(GBytes) request = oq_records_read(requests);
		g_autoptr(GBytes) written =
			request != NULL ? run_programs(paths, found, file, request) : NULL;
		if (request == NULL || !answer(answers, written))
			return;
	}
}

/* It has the file, and neither the pipe to whoever reads nor any right that it can do without. */
static void
become_server(const int *requests, const int *answers, const OqOpenJob *job, GPtrArray *paths,
	const GPtrArray *found)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	close(requests[1]);
	close(answers[0]);
	int nothing = open("/dev/null", O_RDWR);
	dup2(nothing, STDOUT_FILENO);
	close(nothing);
	g_ptr_array_add(paths, NULL);
	serve(requests[0], answers[1], job->fd, paths, found);
	_exit(0);
}

OqTool *
oq_tool_new(const OqOpenJob *job, const char *const *folders)
{
	OqToolKind kind;
	int requests[2], answers[2];
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) found = g_ptr_array_new();
	if (find_kind(job, &kind))
		find_programs(kind, folders != NULL ? folders : usual_folders, paths, found);
	if (found->len == 0 || pipe2(requests, O_CLOEXEC) != 0)
		return NULL;
	if (pipe2(answers, O_CLOEXEC) != 0) {
		close(requests[0]);
		close(requests[1]);
		return NULL;
	}
	pid_t process = fork();
	if (process == 0)
		become_server(requests, answers, job, paths, found);
	close(requests[0]);
	close(answers[1]);
	OqTool *tool = g_new(OqTool, 1);
	*tool = (OqTool){kind, process, requests[1], answers[0]};
	return tool;
}

void
oq_tool_free(OqTool *tool)
{
	if (tool == NULL)
		return;
	close(tool->requests); /* by which it ends */
	close(tool->answers);
	if (tool->process > 0)
		waitpid(tool->process, NULL, 0);
	g_free(tool);
}

OqToolKind
oq_tool_kind(const OqTool *tool)
{
	return tool->kind;
}

/* Returns: (nullable): what it wrote. */
static GBytes *
ask(OqTool *tool, const void *bytes, gsize n_bytes)
{
	if (!oq_records_write(tool->requests, bytes, n_bytes))
		return NULL;
	g_autoptr(GBytes) is_done = take(tool->answers, 1);
	gsize n_done = 0;
	const guint8 *done = is_done != NULL ? g_bytes_get_data(is_done, &n_done) : NULL;
	return n_done == 1 && done[0] ? take(tool->answers, MAX_ANSWER_BYTES) : NULL;
}

GBytes *
oq_tool_run(OqTool *tool, const void *bytes, gsize n_bytes, GError **error)
{
	GBytes *written = ask(tool, bytes, n_bytes);
	if (written == NULL)
		g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "");
	return written;
}
