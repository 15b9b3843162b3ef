/* said.h - what another oqyrman says on standard error: lines that begin with its name, and perhaps
 * those of libraries between them. */
#pragma once

#include <glib.h>

/** oq_said_why: (transfer full): why it failed, in one line without its name. */
char *oq_said_why(const char *said);

/** oq_said_lines: (transfer full): all that it says itself, without its name; NULL-terminated. */
char **oq_said_lines(const char *said);
