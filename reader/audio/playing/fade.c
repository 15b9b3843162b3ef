/* fade.c - see the header. */
#include "audio/playing/fade.h"

#include <stdatomic.h>

void
oq_fade_init(OqFade *fade)
{
	atomic_init(&fade->begin, G_MAXUINT64);
	atomic_init(&fade->end, G_MAXUINT64);
}

void
oq_fade_set(OqFade *fade, guint64 begin, guint64 end)
{
	oq_fade_clear(fade);
	atomic_store(&fade->end, end);
	atomic_store(&fade->begin, begin);
}

/* Whoever is between the two reads below takes what comes for the beginning of a long fade. */
void
oq_fade_clear(OqFade *fade)
{
	atomic_store(&fade->begin, G_MAXUINT64);
	atomic_store(&fade->end, G_MAXUINT64);
}

guint64
oq_fade_end(const OqFade *fade)
{
	return atomic_load(&fade->end);
}

/* The ear hears by ratios: by its square the sound falls more evenly than by the gain itself. */
void
oq_fade_apply(const OqFade *fade, gint16 *frames, gsize n_frames, guint64 position)
{
	guint64 begin = atomic_load(&fade->begin), end = atomic_load(&fade->end);
	if (begin == G_MAXUINT64 || position + n_frames <= begin)
		return;
	for (gsize i = 0; i < n_frames; i++) {
		guint64 at = position + i;
		if (at < begin)
			continue;
		gdouble left = at < end ? (gdouble)(end - at) / (gdouble)(end - begin) : 0;
		frames[i] = (gint16)(frames[i] * left * left);
	}
}
