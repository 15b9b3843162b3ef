/* remote.h - whether a file lies on another machine, or as good as that: the system then does not
 * know all that happens to it. */
#pragma once

#include <glib.h>

/** oq_remote_is: TRUE, too, when it cannot be known. */
gboolean oq_remote_is(int fd);
