/* at_home.h - a text that is driven by ear, with what the options and config.ini say of it: keys,
 * screen, the place that is kept. */
#pragma once

#include "cli/listen.h"

/** What an OqInputsConsume is given as its data. */
typedef struct {
	const OqCall *call;
	OqReader *reader;
	OqListen *listen;
	const char *const *paths; /* NULL-terminated: what is read, as it was named */
} OqAtHome;

/** oq_at_home_read: reads @cursor aloud until its end, or until the listener leaves; an
 * OqInputsConsume, whose @data is an OqAtHome. Errors as oq_session_run(). */
gboolean oq_at_home_read(OqCursor *cursor, gboolean *said, gpointer data, GError **error);
