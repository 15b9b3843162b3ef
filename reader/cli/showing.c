/* showing.c - see the header. */
#include "cli/showing.h"

#include "audio/files/sink_file.h"
#include "base/line.h"

#include <stdio.h>
#include <string.h>
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
	showing->names = g_ptr_array_new_with_free_func(g_free);
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
end_line(OqShowing *showing)
{
	if (showing->n_open > 0)
		fputc('\n', stderr);
	showing->n_open = 0;
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
oq_showing_name(OqShown *shown, const char *output)
{
	OqShowing *showing = shown->all;

	if (showing == NULL || strcmp(oq_sink_file_path(output), "-") == 0)
		return;
	pthread_mutex_lock(&showing->lock);
	g_ptr_array_add(showing->names, oq_line_shown(output));
	pthread_mutex_unlock(&showing->lock);
}

/* One is told on the line of the sum. */
static void
show_names(OqShowing *showing, const char *sum)
{
	const OqOptions *options = showing->call->options;
	gboolean is_printed = options->number || options->each != NULL;
	guint n_names = is_printed ? 0 : showing->names->len;
	const char *first = n_names > 0 ? g_ptr_array_index(showing->names, 0) : NULL;
	g_autofree char *both = n_names == 1 ? g_strdup_printf("%s: %s", first, sum) : NULL;

	for (guint i = 0; i < n_names && n_names > 1; i++) {
		show(showing, g_ptr_array_index(showing->names, i));
		end_line(showing);
	}
	show(showing, both != NULL ? both : sum);
}

void
oq_showing_sum(OqShowing *showing)
{
	OqProgressKind kind = showing->progress.kind;
	g_autofree char *line = oq_progress_line(&showing->progress, g_get_monotonic_time());

	if (showing->progress.n_frames > 0 &&
		(showing->call->options->verbose || kind == OQ_PROGRESS_BAR ||
			kind == OQ_PROGRESS_LINES))
		show_names(showing, line);
}

void
oq_showing_end(OqShowing *showing)
{
	end_line(showing);
	g_ptr_array_unref(showing->names);
	pthread_mutex_destroy(&showing->lock);
}
