/* tty.h - the terminal from which keys come: its modes and its size.
 *
 * That of standard input where it is one, so that a text may come from elsewhere and go elsewhere;
 * else the one that controls the process. Nothing here waits, and nothing stops the process: what a
 * process in the background may not do is not tried. */
#pragma once

#include <glib.h>

typedef struct _OqTty OqTty;

/** oq_tty_open: remembers its modes and leaves them. NULL: there is none, or it is another job's.
 */
OqTty *oq_tty_open(void);

/** oq_tty_free: as oq_tty_restore(). */
void oq_tty_free(OqTty *tty);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTty, oq_tty_free)

/** oq_tty_fd: to read from; never waits. */
int oq_tty_fd(const OqTty *tty);

typedef enum {
	OQ_TTY_OURS,
	OQ_TTY_ANOTHERS, /* this process is in the background */
	OQ_TTY_GONE,
} OqTtyOwner;

OqTtyOwner oq_tty_owner(const OqTty *tty);

/**
 * oq_tty_make_raw: every key comes at once, as bytes, and is not shown: no signal, no line, no
 * echo. What is written looks as before. Pasting is told apart from typing, where TERM is not
 * "dumb".
 *
 * Returns: FALSE: it is not ours
 */
gboolean oq_tty_make_raw(OqTty *tty);

/** oq_tty_restore: the modes as they were, if they were changed and it is ours. Any thread may call
 * it, and a signal handler. */
void oq_tty_restore(OqTty *tty);

/** oq_tty_size: in characters; 80 and 24 where the terminal does not know. */
void oq_tty_size(const OqTty *tty, guint *n_columns, guint *n_rows);
