/* showing.c - see the header. */
#include "cli/showing.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* 0: nobody knows how long it is. */
static guint64
size_of(const char *file)
{
	struct stat info;

	return stat(file, &info) == 0 && S_ISREG(info.st_mode) ? (guint64)info.st_size : 0;
}

/* 0: one of them is not known, or only a part is wanted. */
static guint64
size_of_all(const OqInputs *inputs)
{
	const OqOptions *options = inputs->call->options;
	guint64 n_bytes = 0;

	for (char **file = inputs->files; *file != NULL; file++) {
		guint64 size = size_of(*file);
		if (size == 0 || options->start != NULL || options->end != NULL)
			return 0;
		n_bytes += size;
	}
	return n_bytes;
}

void
oq_showing_init(OqShowing *showing, const OqInputs *inputs)
{
	gboolean is_shown = !inputs->call->options->quiet && inputs->call->telling == NULL;
	OqProgressKind kind =
		is_shown ? oq_progress_kind_of(STDERR_FILENO, FALSE) : OQ_PROGRESS_NONE;

	*showing = (OqShowing){.call = inputs->call};
	pthread_mutex_init(&showing->lock, NULL);
	oq_progress_init(&showing->progress, kind, size_of_all(inputs), g_get_monotonic_time());
}

void
oq_showing_begin(OqShown *shown, guint rate_hz)
{
	OqShowing *showing = shown->all;

	if (showing == NULL)
		return;
	pthread_mutex_lock(&showing->lock);
	oq_progress_drop(&showing->progress, &shown->file);
	showing->progress.rate_hz = rate_hz;
	pthread_mutex_unlock(&showing->lock);
}

void
oq_showing_begin_text(OqShown *shown, const char *file, OqCursor *cursor)
{
	OqDocument *document = oq_cursor_document(cursor);

	oq_progress_begin_text(&shown->file, file != NULL ? size_of(file) : 0,
		document != NULL ? oq_document_info(document).n_bytes : 0);
}

/* The line before may have been longer. */
static void
show(OqShowing *showing, const char *line)
{
	gsize n_columns = (gsize)g_utf8_strlen(line, -1);
	int n_blanks = (int)(showing->n_open > n_columns ? showing->n_open - n_columns : 0);

	if (showing->progress.kind != OQ_PROGRESS_BAR) {
		fprintf(stderr, "%s\n", line);
		return;
	}
	fprintf(stderr, "\r%s%*s", line, n_blanks, "");
	showing->n_open = n_columns;
}

static void
count_and_show(OqShown *shown, const OqRenderCount *count, gboolean is_shown)
{
	OqShowing *showing = shown->all;
	g_autofree char *line = NULL;

	if (showing == NULL)
		return;
	pthread_mutex_lock(&showing->lock);
	oq_progress_count(&showing->progress, &shown->file, count);
	if (is_shown)
		line = oq_progress_step(&showing->progress, g_get_monotonic_time());
	if (line != NULL)
		show(showing, line);
	pthread_mutex_unlock(&showing->lock);
}

void
oq_showing_step(const OqRenderCount *count, gpointer data)
{
	count_and_show(data, count, TRUE);
}

void
oq_showing_count(OqShown *shown, const OqRenderCount *count)
{
	count_and_show(shown, count, FALSE);
}

void
oq_showing_sum(OqShowing *showing)
{
	OqProgressKind kind = showing->progress.kind;
	g_autofree char *line = oq_progress_line(&showing->progress, g_get_monotonic_time());

	if (showing->progress.n_frames > 0 &&
		(showing->call->options->verbose || kind == OQ_PROGRESS_BAR ||
			kind == OQ_PROGRESS_LINES))
		show(showing, line);
}

void
oq_showing_end(OqShowing *showing)
{
	if (showing->n_open > 0)
		fputc('\n', stderr);
	showing->n_open = 0;
	pthread_mutex_destroy(&showing->lock);
}
