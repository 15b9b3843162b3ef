/* mutated FOLDER COUNT SEED [FIRST] - damages the documents of the folder, COUNT times, and opens
 * what comes of it, as the reader does: it is read, or refused in one line, and nothing is left
 * behind. Now and then OQ_PROGRAM reads it, too. FIRST: the number of the first one (0): so that
 * one that went wrong is tried again. With OQ_KEEP, a folder, those are kept there. What takes more
 * than OQ_CPU_S (10) seconds of processor time hangs, whatever else the machine does, and so does
 * what is there after OQ_WALL_S (120) seconds. */
#include "leftovers.h"
#include "mutation.h"
#include "process_tree.h"

#include "document/document.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <malloc.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	BATCH = 500, /* of a process */
	WARM = 150,  /* then it has what it keeps */
	PROGRAM_EVERY = 100,
	MAX_LINE_BYTES = 1000,
	LOOK_US = 20000,
	SOON_US = 500000,           /* before that nothing hangs */
	MAX_GROWTH_BYTES = 1 << 20, /* of a batch */
};

/** What came of them. */
typedef struct {
	guint32 number;      /* the one that is tried */
	gint64 begun_us;     /* when it began */
	gint64 begun_cpu_us; /* what its process had used by then */
	guint n_whole, n_partly, n_refused, n_crashed, n_wrong, n_by_program;
	gint64 longest_us; /* of processor time */
	guint32 longest;   /* which one that was */
	gint64 growth_bytes;
} Tally;

typedef struct {
	const Mutation *mutation;
	guint32 seed;
	Tally *tally; /* of all processes */
	char *folder;
	char *path; /* of the file that is tried */
	const char *extension;
	gint64 max_cpu_us, max_wall_us;
} Trial;

static int ended_by; /* the signal that ended a process of ours, other than our own; 0 */

/* In place of that of the C library: what opener.c does not ask for. */
pid_t
waitpid(pid_t pid, int *status, int options)
{
	int own = 0;
	pid_t ended = wait4(pid, &own, options, NULL);
	if (ended > 0 && WIFSIGNALED(own) && WTERMSIG(own) != SIGKILL)
		ended_by = WTERMSIG(own);
	if (status != NULL)
		*status = own;
	return ended;
}

static void
keep(const Trial *trial, const char *what)
{
	const char *folder = g_getenv("OQ_KEEP");
	g_autofree char *name = g_strdup_printf(
		"%s-%u-%u.%s", what, trial->seed, trial->tally->number, trial->extension);
	g_autofree char *path = folder != NULL ? g_build_filename(folder, name, NULL) : NULL;
	g_autofree char *bytes = NULL;
	gsize n_bytes;
	if (path != NULL && g_file_get_contents(trial->path, &bytes, &n_bytes, NULL))
		g_file_set_contents(path, bytes, (gssize)n_bytes, NULL);
}

static void G_GNUC_PRINTF(2, 3) complain(Trial *trial, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *what = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_print("%u, %s: %s\n", trial->tally->number, trial->extension, what);
	trial->tally->n_wrong++;
	keep(trial, "wrong");
}

static void
check_line(Trial *trial, const char *line)
{
	if (*line == '\0' || strchr(line, '\n') != NULL || strlen(line) > MAX_LINE_BYTES ||
		!g_utf8_validate(line, -1, NULL))
		complain(trial, "no line of a message: “%s”", line);
}

static gboolean
read_block(Trial *trial, OqDocument *document, GError **error)
{
	char buffer[4096];
	gssize n;
	while ((n = oq_document_read(document, buffer, sizeof buffer, error)) > 0)
		if (!g_utf8_validate_len(buffer, (gsize)n, NULL))
			complain(trial, "its text is no UTF-8");
	return n == 0;
}

/* To its end, and a block in its middle once more. */
static gboolean
read_all(Trial *trial, OqDocument *document, GError **error)
{
	OqBlock block = {0};
	guint64 last = 0;
	while (oq_document_next(document, &block, error)) {
		if (block.start < last)
			complain(trial, "its places do not ascend");
		last = block.start;
		if (!read_block(trial, document, error))
			return FALSE;
	}
	if (!oq_document_seek(document, last / 2, NULL) ||
		(last > 0 && !oq_document_next(document, &block, NULL)) || block.start > last)
		complain(trial, "its middle is not found");
	return error == NULL || *error == NULL;
}

static void
open_file(Trial *trial)
{
	g_autoptr(GError) error = NULL;
	Tally *tally = trial->tally;
	g_autoptr(OqDocument) document = oq_document_open(trial->path, NULL, NULL, &error);
	if (document == NULL)
		tally->n_refused++;
	else if (read_all(trial, document, &error))
		tally->n_whole++;
	else
		tally->n_partly++;
	if (error != NULL) {
		check_line(trial, error->message);
		if (error->domain != OQ_DOCUMENT_ERROR)
			complain(trial, "another error: %s", error->message);
	}
}

static void
check_told(Trial *trial, int status, char *told)
{
	int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	if (code != 0 && code != 3)
		complain(trial, "oqyrman text ends with %d: %s", code, told);
	if (code != 3)
		return;
	gsize length = strlen(told);
	if (length > 0 && told[length - 1] == '\n')
		told[length - 1] = '\0';
	check_line(trial, told);
}

static void
run_program(Trial *trial)
{
	const char *program = g_getenv("OQ_PROGRAM");
	g_autofree char *command = g_strdup_printf("%s text %s", program, trial->path);
	g_autofree char *said = NULL, *told = NULL;
	g_autoptr(GError) error = NULL;
	int status;
	if (program == NULL || trial->tally->number % PROGRAM_EVERY != 0)
		return;
	trial->tally->n_by_program++;
	if (!g_spawn_command_line_sync(command, &said, &told, &status, &error))
		g_error("%s", error->message);
	check_told(trial, status, told);
}

static void
tell_left(gpointer data, const char *what)
{
	complain(data, "%s", what);
}

static void
tell_crash(Trial *trial)
{
	if (ended_by == 0)
		return;
	g_print("%u, %s: the sealed program was ended by signal %d\n", trial->tally->number,
		trial->extension, ended_by);
	trial->tally->n_crashed++;
	keep(trial, "crashed");
	ended_by = 0;
}

static void
write_file(Trial *trial)
{
	g_autoptr(GError) error = NULL;
	gsize n_bytes;
	g_autoptr(GBytes) file = mutation_make(
		trial->mutation, trial->seed, trial->tally->number, &trial->extension);
	const char *bytes = g_bytes_get_data(file, &n_bytes);
	g_free(trial->path);
	g_autofree char *name = g_strconcat("file.", trial->extension, NULL);
	trial->path = g_build_filename(trial->folder, name, NULL);
	if (!g_file_set_contents_full(trial->path, bytes != NULL ? bytes : "", (gssize)n_bytes,
		    G_FILE_SET_CONTENTS_NONE, 0600, &error))
		g_error("%s", error->message);
}

static void
try_one(Trial *trial)
{
	Tally *tally = trial->tally;
	Leftovers before;
	write_file(trial);
	leftovers_look(&before);
	tally->begun_cpu_us = process_tree_cpu_us(getpid());
	tally->begun_us = g_get_monotonic_time();
	open_file(trial);
	run_program(trial);
	gint64 took_us = process_tree_cpu_us(getpid()) - tally->begun_cpu_us;
	tell_crash(trial);
	leftovers_take(&before, trial->folder, trial->path, tell_left, trial);
	if (took_us <= tally->longest_us)
		return;
	tally->longest_us = took_us;
	tally->longest = tally->number;
}

static void
try_batch(Trial *trial, guint32 n)
{
	Tally *tally = trial->tally;
	gsize used = 0;
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	for (guint32 i = 0; i < n; i++, tally->number++) {
		try_one(trial);
		if (i == WARM)
			used = mallinfo2().uordblks + mallinfo2().hblkhd;
	}
	gint64 growth = (gint64)(mallinfo2().uordblks + mallinfo2().hblkhd) - (gint64)used;
	if (used == 0)
		return;
	tally->growth_bytes = MAX(tally->growth_bytes, growth);
	if (growth > MAX_GROWTH_BYTES)
		complain(trial, "memory has grown by %" G_GINT64_FORMAT " bytes", growth);
}

/* The process of a batch, by its file; what it says of a file that has just ended counts for none.
 */
static gboolean
hangs(const Trial *trial, pid_t pid)
{
	const volatile Tally *tally = trial->tally;
	guint32 number = tally->number;
	gint64 begun_cpu_us = tally->begun_cpu_us;
	gint64 wall_us = g_get_monotonic_time() - tally->begun_us;
	if (wall_us < SOON_US)
		return FALSE;
	gint64 cpu_us = process_tree_cpu_us(pid) - begun_cpu_us;
	return tally->number == number && begun_cpu_us == tally->begun_cpu_us &&
	       (wall_us > trial->max_wall_us || cpu_us > trial->max_cpu_us);
}

/* Returns: whether it had to be ended. */
static gboolean
wait_for(const Trial *trial, pid_t pid, int *status)
{
	gboolean is_ended = FALSE;
	while (wait4(pid, status, WNOHANG, NULL) == 0) {
		if (hangs(trial, pid)) {
			is_ended = TRUE;
			kill(pid, SIGKILL);
			wait4(pid, status, 0, NULL);
			break;
		}
		g_usleep(LOOK_US);
	}
	process_tree_end_children();
	return is_ended;
}

/* How the process of a batch ended; it goes on behind the file that ended it, which is made again
 * to be kept. */
static void
judge_end(Trial *trial, gboolean hung, int status)
{
	Tally *tally = trial->tally;
	leftovers_clear(trial->folder);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return;
	write_file(trial);
	if (hung)
		complain(trial, "the reader hangs");
	else
		complain(trial, "the reader crashed: %d", status);
	leftovers_clear(trial->folder);
	tally->number++;
}

static void
try_all(Trial *trial, guint32 count)
{
	guint32 end = trial->tally->number + count;
	while (trial->tally->number < end) {
		int status = 0;
		trial->tally->begun_us = g_get_monotonic_time();
		pid_t pid = fork();
		g_assert_cmpint(pid, >=, 0);
		if (pid == 0) {
			try_batch(trial, MIN(BATCH, end - trial->tally->number));
			return;
		}
		gboolean hung = wait_for(trial, pid, &status);
		judge_end(trial, hung, status);
	}
}

static void
tell(const Tally *tally, gint64 took_us)
{
	g_print("%u whole, %u partly, %u refused; the sealed program crashed: %u; wrong: %u\n"
		"by the program: %u; longest %" G_GINT64_FORMAT
		" ms of processor time (number %u); a batch grew by %" G_GINT64_FORMAT
		" bytes at most; %.1f s\n",
		tally->n_whole, tally->n_partly, tally->n_refused, tally->n_crashed, tally->n_wrong,
		tally->n_by_program, tally->longest_us / 1000, tally->longest, tally->growth_bytes,
		(gdouble)took_us / G_USEC_PER_SEC);
}

static guint32
number_of(const char *word)
{
	return (guint32)g_ascii_strtoull(word, NULL, 10);
}

static gint64
seconds(const char *name, gint64 otherwise)
{
	const char *word = g_getenv(name);
	return (word != NULL ? g_ascii_strtoll(word, NULL, 10) : otherwise) * G_USEC_PER_SEC;
}

/* What is left anywhere is left there. */
static char *
make_folder(void)
{
	const char *tmp = g_getenv("TMPDIR"); /* g_get_tmp_dir() would remember it */
	char *folder = g_build_filename(tmp != NULL ? tmp : "/tmp", "oqyrman-mutated-XXXXXX", NULL);
	if (g_mkdtemp(folder) == NULL)
		g_error("%s: %s", folder, g_strerror(errno));
	g_setenv("TMPDIR", folder, TRUE);
	return folder;
}

int
main(int argc, char **argv)
{
	pid_t own = getpid();
	if (argc < 4)
		g_error("usage: mutated FOLDER COUNT SEED [FIRST]");
	g_autoptr(Mutation) mutation = mutation_new(argv[1]);
	Tally *tally = mmap(
		NULL, sizeof *tally, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	g_assert_true(tally != MAP_FAILED);
	tally->number = argc > 4 ? number_of(argv[4]) : 0;
	Trial trial = {mutation, number_of(argv[3]), tally, make_folder(), NULL, "",
		seconds("OQ_CPU_S", 10), seconds("OQ_WALL_S", 120)};
	gint64 begun_us = g_get_monotonic_time();
	setvbuf(stdout, NULL, _IOLBF, 0);
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	try_all(&trial, number_of(argv[2]));
	if (getpid() == own) {
		tell(tally, g_get_monotonic_time() - begun_us);
		g_rmdir(trial.folder);
	}
	g_free(trial.folder);
	g_free(trial.path);
	return getpid() == own && (tally->n_wrong > 0 || tally->n_crashed > 0);
}
