/* made_spool.h - for tests: sound on the disk that is made of a function of its frames. */
#pragma once

#include "audio/files/spool.h"

typedef gfloat (*MadeSpoolSample)(guint64 frame, guint channel);

static inline OqSpool *
made_spool_new(guint rate_hz, guint n_channels, guint64 n_frames, MadeSpoolSample sample)
{
	g_autoptr(GError) error = NULL;
	OqSpool *spool = oq_spool_new(NULL, rate_hz, n_channels, &error);
	g_assert_no_error(error);
	g_autoptr(OqSink) sink = oq_spool_sink(spool);
	for (guint64 i = 0; i < n_frames; i++) {
		gfloat frame[2];
		for (guint k = 0; k < n_channels; k++)
			frame[k] = sample(i, k);
		g_assert_true(oq_sink_write(sink, frame, 1, NULL, &error));
	}
	g_assert_true(oq_sink_finish(sink, NULL, &error));
	return spool;
}
