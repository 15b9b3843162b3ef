#include "desktop/held_turn.h"

#include "desktop_case.h"

typedef struct {
	OqHeldTurn *turn;
	GString *log;
	OqTurn *other; /* nullable */
} Case;

static void
note_taken(const GError *error, gpointer data)
{
	Case *c = data;

	g_string_append(c->log, error == NULL ? "taken;" : "failed;");
}

static void
note_asked(gpointer data)
{
	Case *c = data;

	g_string_append(c->log, "asked;");
}

static const OqHeldTurnCalls calls = {note_taken, note_asked};

/* Another reader, in a way: a lock is held by a file that was opened, not by a process. */
static OqTurn *
take_other(void)
{
	return oq_turn_take(OQ_TURN_REFUSE, NULL, NULL, NULL);
}

static void
let_go(gpointer data)
{
	Case *c = data;

	g_clear_pointer(&c->other, oq_turn_free);
}

static void
until(Case *c, const char *log)
{
	while (!g_str_equal(c->log->str, log))
		g_main_context_iteration(NULL, TRUE);
}

static void
set_up(Case *c, DesktopCase *desktop)
{
	*c = (Case){.log = desktop->log};
	c->turn = oq_held_turn_new(&calls, c);
}

static void
test_free_turn(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c;

	set_up(&c, desktop);
	g_assert_true(oq_held_turn_take(c.turn));
	g_assert_true(oq_held_turn_take(c.turn));
	g_assert_null(take_other());
	oq_held_turn_give_back(c.turn);
	c.other = take_other();
	g_assert_nonnull(c.other);
	oq_turn_free(c.other);
	oq_held_turn_free(c.turn);
	g_assert_cmpstr(c.log->str, ==, "");
}

static void
test_taken_turn(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c;

	set_up(&c, desktop);
	c.other = take_other();
	oq_turn_on_asked(c.other, let_go, &c);
	g_assert_false(oq_held_turn_take(c.turn));
	until(&c, "taken;");
	g_assert_null(c.other);
	g_assert_true(oq_held_turn_take(c.turn));
	oq_held_turn_free(c.turn);
	oq_held_turn_free(NULL);
}

/* Until somebody else has it. */
static void
wait_for_owner(void)
{
	OqTurn *own;

	while ((own = take_other()) != NULL) {
		oq_turn_free(own);
		for (guint i = 0; i < 1000; i++)
			g_thread_yield(); /* in which it can be taken */
	}
}

/* Given back before it is there: then it is another one's. */
static void
test_unwanted_turn(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c;

	set_up(&c, desktop);
	c.other = take_other();
	oq_turn_on_asked(c.other, let_go, &c);
	g_assert_false(oq_held_turn_take(c.turn));
	oq_held_turn_give_back(c.turn);
	while (c.other != NULL)
		g_main_context_iteration(NULL, TRUE);
	wait_for_owner();
	while (c.log->len == 0 && (c.other = take_other()) == NULL)
		g_main_context_iteration(NULL, FALSE);
	g_assert_nonnull(c.other);
	oq_turn_free(c.other);
	oq_held_turn_free(c.turn);
	g_assert_cmpstr(c.log->str, ==, "");
}

static gpointer
interrupt(gpointer data G_GNUC_UNUSED)
{
	return oq_turn_take(OQ_TURN_INTERRUPT, NULL, NULL, NULL);
}

static void
test_asked(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c;

	set_up(&c, desktop);
	g_assert_true(oq_held_turn_take(c.turn));
	GThread *thread = g_thread_new("other", interrupt, NULL);
	until(&c, "asked;");
	c.other = g_thread_join(thread);
	g_assert_nonnull(c.other);
	oq_turn_free(c.other);
	oq_held_turn_free(c.turn);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	DESKTOP_CASE_ADD("/held-turn/free", test_free_turn);
	DESKTOP_CASE_ADD("/held-turn/taken", test_taken_turn);
	DESKTOP_CASE_ADD("/held-turn/unwanted", test_unwanted_turn);
	DESKTOP_CASE_ADD("/held-turn/asked", test_asked);
	return g_test_run();
}
