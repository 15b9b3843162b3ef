/* syncer.h - files are brought to the disk behind their writer's back.
 *
 * What was written and has its name is safe when the program is killed, but only on the disk is it
 * safe from a power cut; and the disk may take its time: milliseconds as a rule, seconds while it
 * wakes up or has much to do. A thread of its own waits for that, and begins at most once a second,
 * however often it is asked. */
#pragma once

#include <glib.h>

typedef struct _OqSyncer OqSyncer;

/** oq_syncer_new: for files of @folder. */
OqSyncer *oq_syncer_new(const char *folder);

/** oq_syncer_wish: @name: of a file in the folder, which is as it shall be; never waits. */
void oq_syncer_wish(OqSyncer *syncer, const char *name);

/** oq_syncer_free: what was wished is done first, as far as the disk does it within a second. */
void oq_syncer_free(OqSyncer *syncer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSyncer, oq_syncer_free)
