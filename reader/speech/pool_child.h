/* pool_child.h - what a pool's children run: the voice, as it is made ready in their nursery. */
#pragma once

#include "speech/style.h"

/** What the nursery makes ready; only where it is, and in which style, is said beforehand. */
typedef struct _OqPoolChild OqPoolChild;

/**
 * oq_pool_child_new:
 * @folder: of the voices, as voices/ of the source tree
 * @style: that is most likely to be asked for
 */
OqPoolChild *oq_pool_child_new(const char *folder, const OqStyle *style);
void oq_pool_child_free(OqPoolChild *child);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPoolChild, oq_pool_child_free)

/** oq_pool_child_warm, _run: an OqNurseryWarm and an OqNurseryRun; @data: an OqPoolChild. */
void oq_pool_child_warm(gpointer data);
int oq_pool_child_run(int fd, gpointer data);
