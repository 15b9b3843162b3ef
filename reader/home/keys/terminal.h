/* terminal.h - keys from a terminal, in a main loop; what becomes of it when the job is stopped,
 * sent to the background, or loses it.
 *
 *     OqTerminal *terminal = oq_terminal_new();      before the first thread
 *     oq_terminal_attach(terminal, context, …);      on the thread that runs the context
 *     oq_terminal_detach(terminal);                  on that thread, too
 *     oq_terminal_free(terminal);
 *
 * Whoever reads standard input for its text has no keys: do not make a terminal, then. Nothing here
 * waits; a terminal that is lost, or another job's, costs nothing. */
#pragma once

#include "home/keys/key.h"

typedef struct _OqTerminal OqTerminal;

/** What is heard of it, by the thread of the context. Each may detach the terminal, or free it. */
typedef struct {
	/* a text that was pasted is one, too (keys.h, burst.h) */
	void (*key)(const OqKey *key, gpointer data);
	/* it has another size; is called before back() when that changed meanwhile */
	void (*resized)(guint n_columns, guint n_rows, gpointer data);
	/* it was another job's, with its lines on the screen, and is ours again */
	void (*back)(gpointer data);
	/* it is lost: no more keys will come; the last call */
	void (*gone)(gpointer data);
} OqTerminalWatch;

/**
 * oq_terminal_new: before the first thread: signals are blocked that all threads must have blocked
 * (SIGWINCH, SIGCONT, SIGTSTP), and from then on are answered while it is attached. What is forked
 * before is not concerned.
 *
 * Returns: NULL: there is none to be had, or we are in its background; nothing was changed
 */
OqTerminal *oq_terminal_new(void);
void oq_terminal_free(OqTerminal *terminal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTerminal, oq_terminal_free)

/**
 * oq_terminal_attach: makes it raw, and begins.
 * @watch: must outlive it; none of its members is NULL
 */
void oq_terminal_attach(
	OqTerminal *terminal, GMainContext *context, const OqTerminalWatch *watch, gpointer data);

/** oq_terminal_detach: as it was found. */
void oq_terminal_detach(OqTerminal *terminal);

void oq_terminal_size(const OqTerminal *terminal, guint *n_columns, guint *n_rows);

/**
 * oq_terminal_suspend: what Ctrl+Z is for: the terminal as it was found, and the whole job stopped.
 * When it goes on, back() is called, from here or, if it went on in the background, later.
 *
 * Before it, sound must be paused and the line on the screen ended.
 */
void oq_terminal_suspend(OqTerminal *terminal);

/** oq_terminal_restore: (nullable): as it was found, right before _exit(): any thread, at any time.
 */
void oq_terminal_restore(OqTerminal *terminal);
