/* turn.h - readers of one user take turns: no two of them ever speak at once.
 *
 * Whoever reads, or pauses in reading, holds a lock in $XDG_RUNTIME_DIR/oqyrman, which the system
 * frees however its holder ends. The lock file tells whose it is. Where there is no such folder of
 * the user's, everyone has the turn.
 */
#pragma once

#include <gio/gio.h>

#define OQ_TURN_ERROR (oq_turn_error_quark())
GQuark oq_turn_error_quark(void);

typedef enum {
	OQ_TURN_ERROR_TAKEN, /* another one reads, and nobody wished to wait for it or to stop it */
	OQ_TURN_ERROR_STUCK, /* it was asked to stop, and did not */
	OQ_TURN_ERROR_ASKED, /* for faces: another one asked for the turn that one had */
} OqTurnError;

typedef enum {
	OQ_TURN_REFUSE,    /* only a turn that is free */
	OQ_TURN_WAIT,      /* until it is free */
	OQ_TURN_INTERRUPT, /* the reader that has it stops */
} OqTurnWish;

typedef struct _OqTurn OqTurn;
typedef void (*OqTurnAsked)(gpointer data);

/**
 * oq_turn_take:
 * @title: (nullable): what is to be read, to be told to others; kept from other users
 * @stop: (nullable)
 *
 * Waits for a free turn, or up to two seconds for one that is asked for.
 *
 * Returns: NULL and OQ_TURN_ERROR, whose message is for the user, or G_IO_ERROR_CANCELLED
 */
OqTurn *oq_turn_take(OqTurnWish wish, const char *title, GCancellable *stop, GError **error);

/** oq_turn_on_asked: calls @asked, once, in the thread's default context, when another reader asks
 * for the turn; also when that was before. The turn has to be freed within a second. */
void oq_turn_on_asked(OqTurn *turn, OqTurnAsked asked, gpointer data);

/** oq_turn_set_title: what is read now. */
void oq_turn_set_title(OqTurn *turn, const char *title);

/** oq_turn_free: it is the next one's. @turn may be NULL. */
void oq_turn_free(OqTurn *turn);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTurn, oq_turn_free)
