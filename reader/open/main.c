/* main.c - oqyrman-open: the file on standard input as blocks on standard output. */
#include "open/formats.h"
#include "open/limits.h"
#include "open/sandbox/box.h"
#include "open/sandbox/orphan.h"
#include "open/sandbox/tool.h"
#include "open/text_input.h"

#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

/* oqyrman-open EXTENSION NOTES [ENCODING]: oqyrman starts it, nobody else. */
enum { EXTENSION = 1, NOTES, ENCODING };

static gboolean
look_at_file(OqOpenJob *job, GError **error)
{
	struct stat status;
	if (fstat(job->fd, &status) != 0 || !S_ISREG(status.st_mode)) {
		g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_FAILED, "no regular file");
		return FALSE;
	}
	job->n_bytes = (guint64)status.st_size;
	if (job->n_bytes <= (guint64)OQ_LIMIT_FILE_MB << 20)
		return TRUE;
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT, "MB: %d", OQ_LIMIT_FILE_MB);
	return FALSE;
}

static gboolean
enter_box(OqBlockWriter *writer, GError **error)
{
	gboolean has_landlock = FALSE;
	gboolean is_entered = oq_box_enter(&has_landlock, error);
	if (is_entered && !has_landlock)
		oq_block_writer_tell(writer, OQ_WIRE_NO_LANDLOCK, "seccomp");
	return is_entered;
}

static gboolean
load(OqOpenJob *job, OqBlockWriter *writer, GError **error)
{
	const OqLoader *loader = oq_formats_choose(job, error);
	return loader != NULL && loader->load(job, writer, error);
}

int
main(int argc, char **argv)
{
	OqOpenJob job = {.fd = STDIN_FILENO, .extension = ""};
	g_autoptr(GError) failure = NULL;
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(STDOUT_FILENO);

	setlocale(LC_CTYPE, "C.UTF-8"); /* that of the names in zip files */
	if (argc > EXTENSION)
		job.extension = argv[EXTENSION];
	if (argc > NOTES)
		job.notes = (OqNotes)g_ascii_strtoull(argv[NOTES], NULL, 10);
	if (argc > ENCODING)
		job.encoding = argv[ENCODING];
	job.tool = oq_tool_new(&job, NULL);
	oq_text_input_prepare(job.encoding);
	oq_formats_prepare();
	oq_orphan_watch();
	if (look_at_file(&job, &failure) && enter_box(writer, &failure))
		load(&job, writer, &failure);
	oq_block_writer_finish(writer, failure);
	/* What the libraries hold is not worth the time. */
	_exit(0);
}
