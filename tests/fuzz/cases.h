/* cases.h - the texts of tests/cases, as seeds. */
#pragma once

#include <glib.h>

/** cases_load: (transfer full) (element-type utf8): each row's first column and each line of prose,
 * sorted by file; ends the process when there is none. */
GPtrArray *cases_load(const char *folder);
