/* relay.h - a sink that gives what it takes to another one in a thread of its own, so that whoever
 * makes the sound need not wait while it is encoded and written.
 *
 * A few blocks are under way at most. What the other sink fails at is what the next write returns,
 * or finish. Frames alone: marks, tags and names are for the other sink itself. */
#pragma once

#include "audio/files/sink.h"

/**
 * oq_relay_new:
 * @to: outlives it, and is left alone by others until the relay is finished or freed
 *
 * oq_sink_finish() waits until @to has taken all, and does not finish that. Freed before, it drops
 * what is under way.
 */
OqSink *oq_relay_new(OqSink *to);
