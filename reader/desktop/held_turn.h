/* held_turn.h - the turn among readers (bus/turn.h), for one who may not wait for it: whoever holds
 * it is asked to let go. */
#pragma once

#include "bus/turn.h"

typedef struct {
	/* It is held, or, with an error, is not; not from within oq_held_turn_take(). */
	void (*taken)(const GError *error, gpointer data);
	void (*asked)(gpointer data); /* another reader wants it: it is given back already */
} OqHeldTurnCalls;

typedef struct _OqHeldTurn OqHeldTurn;

/** oq_held_turn_new: not held; @calls, which are kept by the caller, are made in the thread's
 * default context. */
OqHeldTurn *oq_held_turn_new(const OqHeldTurnCalls *calls, gpointer data);

/** oq_held_turn_free: may wait for a moment. @turn may be NULL. */
void oq_held_turn_free(OqHeldTurn *turn);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqHeldTurn, oq_held_turn_free)

/** oq_held_turn_take: TRUE: it is held. FALSE: another reader has it, and was asked. */
gboolean oq_held_turn_take(OqHeldTurn *turn);

/** oq_held_turn_give_back: it is held no longer, nor wanted. */
void oq_held_turn_give_back(OqHeldTurn *turn);
