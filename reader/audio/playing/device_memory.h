/* device_memory.h - a device for tests: its clock is the test, which says how much is heard.
 *
 * What is below may be called by other threads than the controlling one; oq_device_memory_hear()
 * stands for the realtime thread. */
#pragma once

#include "audio/playing/device.h"

/** oq_device_memory_new: n_latency frames are taken ahead of what is heard, from start on. */
OqDevice *oq_device_memory_new(guint rate_hz, gsize n_latency);

/** oq_device_memory_hear: lets n_frames be heard, if it runs: sound, or silence where none came. */
void oq_device_memory_hear(OqDevice *device, gsize n_frames);

/** oq_device_memory_lose: it is lost, and hear does nothing, until the next start. The last
 * n_doubtful frames were perhaps not heard: stop does not count them. */
void oq_device_memory_lose(OqDevice *device, gsize n_doubtful);

/** oq_device_memory_refuse: each later start is a loss, until this is taken back. */
void oq_device_memory_refuse(OqDevice *device, gboolean refuses);

gboolean oq_device_memory_is_running(OqDevice *device);

/** oq_device_memory_frames: (transfer none): of gint16, all that was heard; by the test's thread.
 */
const GArray *oq_device_memory_frames(const OqDevice *device);
