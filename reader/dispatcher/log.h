/* log.h - what goes wrong, and on demand what is asked for: never a word of what is said. */
#pragma once

#include <glib.h>

typedef struct _OqLog OqLog;

/** oq_log_new: into standard error, which Speech Dispatcher keeps in a file. */
OqLog *oq_log_new(void);
void oq_log_free(OqLog *log);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqLog, oq_log_free)

/** oq_log_open: all of it goes into that file from now on, too; NULL: no longer. FALSE: it cannot
 * be opened. */
gboolean oq_log_open(OqLog *log, const char *path);

/** oq_log_set_level: from 4 on requests are told. */
void oq_log_set_level(OqLog *log, guint level);

/** oq_log_tell: what went wrong. Any thread. */
void oq_log_tell(OqLog *log, const char *what);

/** oq_log_trace: what is asked for. */
void oq_log_trace(OqLog *log, const char *what);
