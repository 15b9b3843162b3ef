/* share.c - see the header. */
#include "speech/share.h"

static gboolean
take(OqShare *share)
{
	gint n_free = g_atomic_int_get(share->n_free);

	while (n_free > 0 && !g_atomic_int_compare_and_exchange(share->n_free, n_free, n_free - 1))
		n_free = g_atomic_int_get(share->n_free);
	share->n_taken += n_free > 0;
	return n_free > 0;
}

gboolean
oq_share_reach(OqShare *share, guint n)
{
	gboolean is_there = TRUE;

	while (share->n_free != NULL && share->n_taken < n && is_there)
		is_there = take(share);
	return is_there;
}

void
oq_share_keep(OqShare *share, guint n)
{
	for (; share->n_taken > n; share->n_taken--)
		g_atomic_int_inc(share->n_free);
}
