/* share.h - how many of the children that several pools have in common are with one of them. */
#pragma once

#include <glib.h>

typedef struct {
	gint *n_free;  /* (nullable): of all; NULL: there is no end of them */
	guint n_taken; /* by this one */
} OqShare;

/** oq_share_reach: as many as @n are wanted; FALSE: there are not so many. Any thread may have a
 * share of the same ones. */
gboolean oq_share_reach(OqShare *share, guint n);

/** oq_share_keep: gives back all but @n. */
void oq_share_keep(OqShare *share, guint n);
