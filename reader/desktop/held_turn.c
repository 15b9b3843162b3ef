/* held_turn.c - see the header. */
#include "desktop/held_turn.h"

#include "desktop/worker.h"

struct _OqHeldTurn {
	const OqHeldTurnCalls *calls;
	gpointer data;
	OqWorker *worker;
	OqTurn *turn; /* nullable */
	gboolean is_wanted;
};

static void
note_asked(gpointer data)
{
	OqHeldTurn *held = data;

	oq_held_turn_give_back(held);
	held->calls->asked(held->data);
}

/* What is read is nobody's business. */
static gboolean
hold(OqHeldTurn *held, OqTurn *turn)
{
	held->turn = turn;
	if (turn != NULL)
		oq_turn_on_asked(turn, note_asked, held);
	return turn != NULL;
}

static gpointer
wait_for_it(gpointer data G_GNUC_UNUSED, GCancellable *stop, GError **error)
{
	return oq_turn_take(OQ_TURN_INTERRUPT, NULL, stop, error);
}

static void
take_it(gpointer result, const GError *error, gpointer data)
{
	OqHeldTurn *held = data;

	if (!held->is_wanted || held->turn != NULL) {
		oq_turn_free(result);
		return;
	}
	hold(held, result);
	held->calls->taken(error, held->data);
}

static void
free_turn(gpointer turn)
{
	oq_turn_free(turn);
}

OqHeldTurn *
oq_held_turn_new(const OqHeldTurnCalls *calls, gpointer data)
{
	OqHeldTurn *held = g_new0(OqHeldTurn, 1);

	held->calls = calls;
	held->data = data;
	held->worker = oq_worker_new(wait_for_it, take_it, free_turn, held);
	return held;
}

void
oq_held_turn_free(OqHeldTurn *held)
{
	if (held == NULL)
		return;
	oq_worker_free(held->worker);
	oq_turn_free(held->turn);
	g_free(held);
}

gboolean
oq_held_turn_take(OqHeldTurn *held)
{
	held->is_wanted = TRUE;
	if (held->turn != NULL || hold(held, oq_turn_take(OQ_TURN_REFUSE, NULL, NULL, NULL)))
		return TRUE;
	oq_worker_start(held->worker);
	return FALSE;
}

void
oq_held_turn_give_back(OqHeldTurn *held)
{
	held->is_wanted = FALSE;
	g_clear_pointer(&held->turn, oq_turn_free);
}
