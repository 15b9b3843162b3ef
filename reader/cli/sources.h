/* sources.h - the files that audio is made of, which no audio may be written over. */
#pragma once

#include "reading/settings.h"

/**
 * oq_sources_new: (transfer full) (element-type filename)
 * @read: NULL-terminated: texts and sounds; "-" is standard input
 *
 * These, the dictionaries, the configuration, and the program's own tables and voices.
 */
GPtrArray *oq_sources_new(const OqSettings *settings, char *const *read);

/** oq_sources_hold: whether @path is one of them, by whatever name; "-" is standard output. */
gboolean oq_sources_hold(const GPtrArray *sources, const char *path);
