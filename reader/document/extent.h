/* extent.h - how long the files of a book are: places of it (document.h) as parts of the
 * whole, and back. */
#pragma once

#include "document/document.h"

typedef struct _OqExtent OqExtent;

OqExtent *oq_extent_new(void);
void oq_extent_free(OqExtent *extent);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqExtent, oq_extent_free)

/** oq_extent_set: @file: of those that are known, or the next one. */
void oq_extent_set(OqExtent *extent, guint file, guint64 n_bytes);

/** oq_extent_total: of all files. */
guint64 oq_extent_total(const OqExtent *extent);

/** oq_extent_at: @fraction: 0 to 1; what is beyond is the beginning or the end. */
guint64 oq_extent_at(const OqExtent *extent, gdouble fraction);

/** oq_extent_fraction: 0 to 1; 0: nothing is known of the length. */
gdouble oq_extent_fraction(const OqExtent *extent, guint64 place);
