/* slice.h - a borrowed piece of text: not NUL-terminated, never owned. */
#pragma once

#include <glib.h>

typedef struct {
	const char *data;
	gsize length; /* bytes */
} OqSlice;

OqSlice oq_slice(const char *string);
gboolean oq_slice_equals(OqSlice slice, const char *string);

/** oq_slice_has_prefix: also TRUE when both are equal. */
gboolean oq_slice_has_prefix(OqSlice slice, OqSlice prefix);

/** oq_slice_has_suffix: also TRUE when both are equal. */
gboolean oq_slice_has_suffix(OqSlice slice, OqSlice suffix);

/** oq_slice_skip: without its first n_bytes, of which it must have so many. */
OqSlice oq_slice_skip(OqSlice slice, gsize n_bytes);

/** oq_slice_hash, oq_slice_equal: for a GHashTable whose keys are OqSlice pointers. */
guint oq_slice_hash(gconstpointer slice);
gboolean oq_slice_equal(gconstpointer a, gconstpointer b);
