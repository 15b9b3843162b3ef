/* progress.c - see the header. */
#include "cli/progress.h"
#include "home/screen/looks.h"
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>

enum { BAR_WIDTH = 24 };

/* By kind. */
static const gint64 first_us[] = {0, G_USEC_PER_SEC / 2, 2 * G_USEC_PER_SEC, 60 * G_USEC_PER_SEC};
static const gint64 every_us[] = {0, G_USEC_PER_SEC / 2, 10 * G_USEC_PER_SEC, 60 * G_USEC_PER_SEC};

OqProgressKind
oq_progress_kind_of(int fd, gboolean no_color)
{
	OqLooks looks = oq_looks_of(fd, no_color);
	struct stat info;

	if (looks.is_terminal)
		return looks.rewrites ? OQ_PROGRESS_BAR : OQ_PROGRESS_LINES;
	return fstat(fd, &info) == 0 && S_ISREG(info.st_mode) ? OQ_PROGRESS_LOG : OQ_PROGRESS_NONE;
}

void
oq_progress_init(OqProgress *progress, OqProgressKind kind, guint64 n_bytes, gint64 now_us)
{
	*progress = (OqProgress){.kind = kind,
		.n_bytes = n_bytes,
		.begun_us = now_us,
		.next_us = now_us + first_us[kind]};
}

void
oq_progress_begin_text(OqProgressFile *file, guint64 n_file_bytes, guint64 n_text_bytes)
{
	file->n_done += file->n_text_bytes;
	file->n_text_bytes = n_file_bytes;
	file->n_text_chars = n_text_bytes > 0 ? n_text_bytes : n_file_bytes;
}

/* Instead of what it had before. */
static void
put(OqProgress *progress, OqProgressFile *file, double n_read, const OqRenderCount *count)
{
	progress->n_read += n_read - file->n_read;
	progress->n_sentences += count->n_sentences - file->n_sentences;
	progress->n_frames += count->n_frames - file->n_frames;
	file->n_read = n_read;
	file->n_sentences = count->n_sentences;
	file->n_frames = count->n_frames;
}

void
oq_progress_count(OqProgress *progress, OqProgressFile *file, const OqRenderCount *count)
{
	double of_text = 0;

	if (file->n_text_chars > 0)
		of_text = MIN((double)count->end / (double)file->n_text_chars, 1);
	put(progress, file, (double)file->n_done + of_text * (double)file->n_text_bytes, count);
}

void
oq_progress_drop(OqProgress *progress, OqProgressFile *file)
{
	static const OqRenderCount nothing;

	put(progress, file, 0, &nothing);
	*file = (OqProgressFile){0};
}

/* Of all the work; below 0: nobody knows. */
static double
share_done(const OqProgress *progress)
{
	return progress->n_bytes > 0 ? CLAMP(progress->n_read / (double)progress->n_bytes, 0, 1)
				     : -1;
}

/* "40 %, 0:12 left"; empty when nobody knows. */
static char *
time_left(const OqProgress *progress, double share, gint64 now_us)
{
	double spent_s = (double)(now_us - progress->begun_us) / G_USEC_PER_SEC;

	if (share <= 0)
		return g_strdup("");
	gulong left_s = (gulong)(spent_s * (1 - share) / share + 0.5);
	return g_strdup_printf(
		_("%d %%, %lu:%02lu left"), (int)(share * 100), left_s / 60, left_s % 60);
}

static char *
draw_bar(const OqProgress *progress, double share, gint64 now_us)
{
	g_autofree char *left = time_left(progress, share, now_us);
	char bar[BAR_WIDTH + 1] = {0};

	memset(bar, '-', BAR_WIDTH);
	memset(bar, '#', (gsize)(share * BAR_WIDTH));
	return g_strdup_printf("[%s] %s", bar, left);
}

char *
oq_progress_step(OqProgress *progress, gint64 now_us)
{
	double share = share_done(progress);

	if (progress->kind == OQ_PROGRESS_NONE || now_us < progress->next_us)
		return NULL;
	progress->next_us = now_us + every_us[progress->kind];
	if (progress->kind == OQ_PROGRESS_BAR && share > 0)
		return draw_bar(progress, share, now_us);
	g_autofree char *line = oq_progress_line(progress, now_us);
	g_autofree char *left = time_left(progress, share, now_us);
	return left[0] != '\0' ? g_strdup_printf("%s: %s", left, line) : g_steal_pointer(&line);
}

/* @made: (transfer full) */
static char *
add_times(char *made, gulong n_times)
{
	char *line = g_strdup_printf(ngettext("%s, %lu time faster than real time",
					     "%s, %lu times faster than real time", n_times),
		made, n_times);

	g_free(made);
	return line;
}

char *
oq_progress_line(const OqProgress *progress, gint64 now_us)
{
	double audio_s = (double)progress->n_frames / MAX(progress->rate_hz, 1);
	double spent_s = (double)MAX(now_us - progress->begun_us, 1) / G_USEC_PER_SEC;
	gulong whole_s = (gulong)audio_s, n_times = (gulong)(audio_s / spent_s);
	gulong n_sentences = (gulong)progress->n_sentences;
	char *made = g_strdup_printf(ngettext("%lu sentence, %lu:%02lu of audio",
					     "%lu sentences, %lu:%02lu of audio", n_sentences),
		n_sentences, whole_s / 60, whole_s % 60);

	return n_times > 1 ? add_times(made, n_times) : made;
}
