/* fade.h - frames that become softer and softer from one position to another, and are silent behind
 * it. One thread sets it; another one, which may be an audio callback, applies it. Neither waits.
 */
#pragma once

#include <glib.h>

typedef struct {
	_Atomic guint64 begin; /* G_MAXUINT64: nothing fades */
	_Atomic guint64 end;
} OqFade;

void oq_fade_init(OqFade *fade);

/** oq_fade_set: @end: behind @begin. */
void oq_fade_set(OqFade *fade, guint64 begin, guint64 end);

/** oq_fade_clear: nothing fades. */
void oq_fade_clear(OqFade *fade);

/** oq_fade_end: G_MAXUINT64: nothing fades. */
guint64 oq_fade_end(const OqFade *fade);

/** oq_fade_apply: @position: of the first frame. Realtime: no lock, no memory, no log. */
void oq_fade_apply(const OqFade *fade, gint16 *frames, gsize n_frames, guint64 position);
