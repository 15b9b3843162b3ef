/* progress.c - see the header. */
#include "cli/progress.h"
#include <glib/gi18n.h>

#define FIRST_US (2 * G_USEC_PER_SEC)
#define EVERY_US (10 * G_USEC_PER_SEC)

void
oq_progress_init(OqProgress *progress, guint rate_hz, gint64 now_us)
{
	*progress = (OqProgress){rate_hz, now_us, now_us + FIRST_US};
}

char *
oq_progress_step(OqProgress *progress, const OqRenderCount *count, gint64 now_us)
{
	if (now_us < progress->next_us)
		return NULL;
	progress->next_us = now_us + EVERY_US;
	return oq_progress_line(progress, count, now_us);
}

char *
oq_progress_line(const OqProgress *progress, const OqRenderCount *count, gint64 now_us)
{
	double audio_s = (double)count->n_frames / progress->rate_hz;
	double spent_s = (double)MAX(now_us - progress->begun_us, 1) / G_USEC_PER_SEC;
	gulong whole_s = (gulong)audio_s;
	gulong n_sentences = (gulong)count->n_sentences;
	return g_strdup_printf(
		ngettext("%lu sentence, %lu:%02lu of audio, %.0f times faster than real time",
			"%lu sentences, %lu:%02lu of audio, %.0f times faster than real time",
			n_sentences),
		n_sentences, whole_s / 60, whole_s % 60, audio_s / spent_s);
}
