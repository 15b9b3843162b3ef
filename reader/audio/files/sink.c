/* sink.c - see the header. */
#include "audio/files/sink.h"

G_DEFINE_QUARK(oq_audio_error, oq_audio_error)

gboolean
oq_sink_write(
	OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	return !g_cancellable_set_error_if_cancelled(stop, error) &&
	       sink->klass->write(sink, frames, n_frames, stop, error);
}

void
oq_sink_mark(OqSink *sink, guint64 frame, const char *label)
{
	if (sink->klass->mark != NULL)
		sink->klass->mark(sink, frame, label);
}

void
oq_sink_set_tags(OqSink *sink, const OqTags *tags)
{
	if (sink->klass->set_tags != NULL)
		sink->klass->set_tags(sink, tags);
}

gboolean
oq_sink_rename(OqSink *sink, const char *path, GError **error)
{
	return sink->klass->rename == NULL || sink->klass->rename(sink, path, error);
}

gboolean
oq_sink_settle(OqSink *sink, GCancellable *stop, GError **error)
{
	return !g_cancellable_set_error_if_cancelled(stop, error) &&
	       (sink->klass->settle == NULL || sink->klass->settle(sink, stop, error));
}

gboolean
oq_sink_finish(OqSink *sink, GCancellable *stop, GError **error)
{
	return !g_cancellable_set_error_if_cancelled(stop, error) &&
	       sink->klass->finish(sink, stop, error);
}

void
oq_sink_free(OqSink *sink)
{
	if (sink != NULL)
		sink->klass->free(sink);
}
