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
oq_progress_begin_text(OqProgress *progress, guint64 n_file_bytes, guint64 n_text_bytes)
{
	progress->n_done += progress->n_text_bytes;
	progress->n_text_bytes = n_file_bytes;
	progress->n_text_chars = n_text_bytes > 0 ? n_text_bytes : n_file_bytes;
}

void
oq_progress_end_file(OqProgress *progress, const OqRenderCount *count)
{
	progress->n_sentences += (guint)count->n_sentences;
	progress->n_frames += count->n_frames;
}

/* Of all the work; below 0: nobody knows. */
static double
share_done(const OqProgress *progress, const OqRenderCount *count)
{
	double of_text = 0;

	if (progress->n_bytes == 0)
		return -1;
	if (progress->n_text_chars > 0)
		of_text = MIN((double)count->end / (double)progress->n_text_chars, 1);
	double n_bytes = (double)progress->n_done + of_text * (double)progress->n_text_bytes;
	return MIN(n_bytes / (double)progress->n_bytes, 1);
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
oq_progress_step(OqProgress *progress, const OqRenderCount *count, gint64 now_us)
{
	double share = share_done(progress, count);

	if (progress->kind == OQ_PROGRESS_NONE || now_us < progress->next_us)
		return NULL;
	progress->next_us = now_us + every_us[progress->kind];
	if (progress->kind == OQ_PROGRESS_BAR && share > 0)
		return draw_bar(progress, share, now_us);
	g_autofree char *line = oq_progress_line(progress, count, now_us);
	g_autofree char *left = time_left(progress, share, now_us);
	return left[0] != '\0' ? g_strdup_printf("%s: %s", left, line) : g_steal_pointer(&line);
}

char *
oq_progress_line(const OqProgress *progress, const OqRenderCount *count, gint64 now_us)
{
	double audio_s = (double)(progress->n_frames + count->n_frames) / MAX(progress->rate_hz, 1);
	double spent_s = (double)MAX(now_us - progress->begun_us, 1) / G_USEC_PER_SEC;
	gulong whole_s = (gulong)audio_s;
	gulong n_sentences = (gulong)(progress->n_sentences + count->n_sentences);
	return g_strdup_printf(
		ngettext("%lu sentence, %lu:%02lu of audio, %.0f times faster than real time",
			"%lu sentences, %lu:%02lu of audio, %.0f times faster than real time",
			n_sentences),
		n_sentences, whole_s / 60, whole_s % 60, audio_s / spent_s);
}
