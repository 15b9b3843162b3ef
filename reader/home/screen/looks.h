/* looks.h - what may be written to standard output: a pipe, a terminal, one that follows escape
 * sequences. Pure. */
#pragma once

#include <glib.h>

typedef struct {
	gboolean is_terminal; /* lines are wrapped; answers and prompts are shown. Else the
				 sentences alone are written, a line each */
	gboolean rewrites;    /* by escape sequences; without them only whole lines are written */
	gboolean is_utf8;     /* its characters: blocks can be drawn */
	const char *charset;  /* (nullable): what to write in, NULL being UTF-8 */
} OqLooks;

/**
 * oq_looks_choose:
 * @charset: the locale's
 * @no_color: the user asked for plain lines
 * @environment: as g_get_environ() gives it: NO_COLOR, ACCESSIBLE and TERM may ask for the same
 */
OqLooks oq_looks_choose(
	gboolean is_terminal, const char *charset, gboolean no_color, char **environment);

/** oq_looks_of: those of an open file, in this process's environment and locale. */
OqLooks oq_looks_of(int fd, gboolean no_color);
