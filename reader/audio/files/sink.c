/* sink.c - see the header. */
#include "audio/files/sink.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK(oq_audio_error, oq_audio_error)

gboolean
oq_sink_check(OqSink *sink, GError **error)
{
	if (!g_atomic_int_get(&sink->dropped))
		return TRUE;
	g_set_error_literal(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_CANCELLED, _("stopped"));
	return FALSE;
}

gboolean
oq_sink_write(OqSink *sink, const gint16 *samples, gsize n_frames, GError **error)
{
	return oq_sink_check(sink, error) && sink->klass->write(sink, samples, n_frames, error);
}

gboolean
oq_sink_finish(OqSink *sink, GError **error)
{
	return oq_sink_check(sink, error) && sink->klass->finish(sink, error);
}

void
oq_sink_drop(OqSink *sink)
{
	g_atomic_int_set(&sink->dropped, 1);
	if (sink->klass->drop != NULL)
		sink->klass->drop(sink);
}

void
oq_sink_free(OqSink *sink)
{
	if (sink != NULL)
		sink->klass->free(sink);
}
