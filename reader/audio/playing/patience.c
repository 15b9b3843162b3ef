/* patience.c - see the header. */
#include "audio/playing/patience.h"

void
oq_patience_init(OqPatience *patience, guint limit_ms, gint64 now_us)
{
	*patience = (OqPatience){.left_us = (gint64)limit_ms * 1000, .seen_us = now_us};
}

gboolean
oq_patience_lasts(OqPatience *patience, gint64 now_us)
{
	patience->left_us -= MIN(now_us - patience->seen_us, OQ_PATIENCE_SLICE_US);
	patience->seen_us = now_us;
	return patience->left_us > 0;
}

gint64
oq_patience_slice_us(const OqPatience *patience)
{
	return CLAMP(patience->left_us, 0, OQ_PATIENCE_SLICE_US);
}
