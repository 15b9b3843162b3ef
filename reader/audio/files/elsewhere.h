/* elsewhere.h - audio formats that are made of ours by another program. */
#pragma once

#include <glib.h>

/**
 * oq_elsewhere_advise:
 * @path: what was to be written
 *
 * Returns: (transfer full) (nullable): for .mp2, .m4a and .aac: the message with the command
 */
char *oq_elsewhere_advise(const char *path);

/** oq_elsewhere_refuse: (transfer full): the same, or that the name has none of the endings that
 * are
 * @known. */
char *oq_elsewhere_refuse(const char *path, const char *known);
