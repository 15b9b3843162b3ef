/* listener.h - somebody who listens to the program: it runs in a terminal of its own, whose keys
 * are pressed and whose lines are read here. */
#pragma once

#include <glib.h>

typedef struct {
	GPid pid;       /* 0: none, or it has ended */
	int terminal;   /* the other end of it; -1: none */
	GString *shown; /* all that was printed, without carriage returns and sequences of escape */
	gboolean in_sequence;
	int status; /* as waitpid() tells it, when it has ended */
	gint64 begun_us;
} Listener;

void listener_init(Listener *listener);

/** listener_clear: ends the program, if need be by force. */
void listener_clear(Listener *listener);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Listener, listener_clear)

/** listener_begin: @argv: the program and its arguments, in a terminal of plain, wide lines; what
 * was shown before is forgotten. */
void listener_begin(Listener *listener, const char *const *argv);

/** listener_press: bytes as a terminal sends them. Returns: when that was */
gint64 listener_press(const Listener *listener, const char *keys);

/** listener_look: reads what is printed; waits so long for something. FALSE: nothing came. */
gboolean listener_look(Listener *listener, guint wait_ms);

/** listener_shows: whether @text is printed behind the place @from of what is shown, in time. */
gboolean listener_shows(Listener *listener, gsize from, const char *text, guint wait_ms);

/** listener_ended: whether it ends in time. */
gboolean listener_ended(Listener *listener, guint wait_ms);

/** listener_kill: at once, by SIGKILL. */
void listener_kill(Listener *listener);
