/* figures.h - how far off something is, many times. */
#pragma once

#include <glib.h>

/** Of many figures in frames what counts is the largest, or that which most do not exceed. */
typedef struct {
	const char *what;
	GArray *frames; /* of gint64 */
} Figures;

void figures_init(Figures *figures, const char *what);
void figures_clear(Figures *figures);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Figures, figures_clear)
void figures_add(Figures *figures, gint64 n_frames);

gint64 figures_median(Figures *figures);

/** figures_tell: prints how they are distributed, if there are any. */
void figures_tell(Figures *figures);

/** figures_assert: that 95 of 100 are at most so many frames; tells. */
void figures_assert(Figures *figures, gint64 limit);
