/* playback_shape.c - speeches as they are queued: of a word that was begun in another style only
 * the rest is heard, and behind a sentence there may be a longer pause. */
#include "reading/playback/playback-private.h"

enum { RISE_MS = 5 }; /* so that a sound that begins in its middle does not click */

/* Where the word behind the first one begins, which may have several marks. */
static gsize
end_of_first_word(const OqSpeech *speech)
{
	for (guint i = 1; i < speech->n_marks; i++)
		if (speech->marks[i].start != speech->marks[0].start)
			return speech->marks[i].frame;
	return speech->n_voiced;
}

static void
rise(gint16 *samples, gsize n, guint rate_hz)
{
	gsize n_rise = (gsize)rate_hz * RISE_MS / 1000;

	for (gsize i = 0; i < MIN(n_rise, n); i++)
		samples[i] = (gint16)(samples[i] * (gint64)i / (gint64)n_rise);
}

/* Those before the cut are at the beginning now, but one has to be there. */
static OqMark *
copy_marks(const OqSpeech *speech, gsize n_cut, guint *n_marks)
{
	guint n_gone = 0;

	while (n_gone + 1 < speech->n_marks && speech->marks[n_gone + 1].frame <= n_cut)
		n_gone++;
	*n_marks = speech->n_marks - n_gone;
	OqMark *marks = g_memdup2(speech->marks + n_gone, *n_marks * sizeof *marks);
	for (guint i = 0; i < *n_marks; i++)
		marks[i].frame = marks[i].frame > n_cut ? (guint32)(marks[i].frame - n_cut) : 0;
	return marks;
}

/* (transfer full) */
static OqSpeech *
copy(const OqSpeech *speech, gsize n_cut, guint gap_ms, gboolean rises)
{
	OqSpeech head = *speech;

	head.n_voiced -= n_cut;
	head.n_frames += (gsize)((guint64)gap_ms * speech->rate_hz / 1000) - n_cut;
	g_autofree gint16 *samples =
		g_memdup2(speech->samples + n_cut, head.n_voiced * sizeof *samples);
	g_autofree OqMark *marks = copy_marks(speech, n_cut, &head.n_marks);
	if (rises)
		rise(samples, head.n_voiced, speech->rate_hz);
	head.samples = samples;
	head.marks = marks;
	return oq_speech_new(&head);
}

OqSpeech *
oq_playback_cut_word(OqSpeech *speech, gdouble part)
{
	g_autoptr(OqSpeech) whole = speech;

	if (speech->n_voiced == 0 || speech->n_marks == 0 || part <= 0)
		return g_steal_pointer(&whole);
	gsize begin = speech->marks[0].frame;
	gsize n_cut = begin + (gsize)(part * (gdouble)(end_of_first_word(speech) - begin));
	return copy(speech, n_cut, 0, n_cut > 0);
}

OqSpeech *
oq_playback_shape(OqSpeech *speech, gsize n_cut, guint gap_ms)
{
	g_autoptr(OqSpeech) whole = speech;

	if (speech->n_voiced == 0 || speech->n_marks == 0 || (n_cut == 0 && gap_ms == 0))
		return g_steal_pointer(&whole);
	return copy(speech, n_cut, gap_ms, FALSE);
}
