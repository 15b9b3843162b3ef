/* treble.h - whether sound reaches so high that a change of its rate will cost some of it: samples
 * are taken of it, an eighth of all. */
#pragma once

#include <glib.h>

typedef struct _OqTreble OqTreble;

OqTreble *oq_treble_new(guint n_channels);
void oq_treble_free(OqTreble *treble);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTreble, oq_treble_free)

/** oq_treble_add: the first channel is looked at. */
void oq_treble_add(OqTreble *treble, const gfloat *frames, gsize n_frames);

/** oq_treble_share: which part of the power lies in the upper tenth of the band, about; what lies
 * in the upper third counts a little, too. 0: there is no sound. */
double oq_treble_share(const OqTreble *treble);
