/* speak.h - what read, render and say have in common: an engine, a sink and texts between them. */
#pragma once

#include "audio/files/sink.h"
#include "cli/commands.h"

/** OqSpeakSink: makes the sink that a verb speaks into. */
typedef OqSink *(*OqSpeakSink)(const OqCall *call, guint rate_hz, gpointer data, GError **error);

/**
 * oq_speak_files:
 * @data: for @make_sink
 * @shows_progress: print how far it is, when standard error is a terminal
 *
 * Speaks the files of the call to their end; the sink is finished, or, after an error and when
 * there was nothing to say, discarded.
 */
gboolean oq_speak_files(const OqCall *call, OqSpeakSink make_sink, gpointer data,
	gboolean shows_progress, GError **error);

/** oq_speak_text: the same for a text; @make_sink gets no data. */
gboolean oq_speak_text(const OqCall *call, OqSpeakSink make_sink, const char *text, GError **error);
