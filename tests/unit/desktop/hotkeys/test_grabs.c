#include "desktop/hotkeys/grabs.h"
#include "wish_case.h"

enum { CODE = 32, OTHER = 75, CTRL = 4, ALT = 8, NUM = 16, LOCK = 2, GROUP = 1 << 13 };

/* Read is granted, pause waits. */
static void
make(OqGrabs *grabs, WishCase *fixture)
{
	oq_grabs_init(grabs);
	grabs->locks = (OqGrabLocks){{0, LOCK, NUM, NUM | LOCK}, 4};
	grabs->each[OQ_DEED_READ_SELECTION] = (OqGrab){.code = CODE, .state = CTRL | ALT};
	grabs->each[OQ_DEED_PAUSE] = (OqGrab){.code = OTHER, .state = 64};
	fixture->wishes.each[OQ_DEED_READ_SELECTION].state = OQ_WISH_GRANTED;
}

static guint
press(OqGrabs *grabs, WishCase *fixture, guint8 code, guint16 state, guint32 repeated_ms)
{
	oq_grabs_press(grabs, &fixture->wishes, code, state, repeated_ms);
	return fixture->n_pressed[OQ_DEED_READ_SELECTION];
}

static void
test_states(WishCase *fixture, gconstpointer data)
{
	static const guint16 heard[] = {0, NUM, LOCK, NUM | LOCK, GROUP, GROUP | LOCK, 1 << 8};
	static const guint16 others[] = {1, 64, 32};
	OqGrabs grabs;
	(void)data;
	make(&grabs, fixture);
	for (guint i = 0; i < G_N_ELEMENTS(heard); i++) {
		g_assert_cmpuint(press(&grabs, fixture, CODE, CTRL | ALT | heard[i], 0), ==, i + 1);
		oq_grabs_release(&grabs, CODE, 1);
	}
	guint n = fixture->n_pressed[OQ_DEED_READ_SELECTION];
	for (guint i = 0; i < G_N_ELEMENTS(others); i++)
		g_assert_cmpuint(press(&grabs, fixture, CODE, CTRL | ALT | others[i], 0), ==, n);
	g_assert_cmpuint(press(&grabs, fixture, CODE, CTRL, 0), ==, n);
	g_assert_cmpuint(press(&grabs, fixture, CODE + 1, CTRL | ALT, 0), ==, n);
	g_assert_cmpuint(press(&grabs, fixture, 0, 0, 0), ==, n);
	press(&grabs, fixture, OTHER, 64, 0);
	g_assert_cmpuint(fixture->n_pressed[OQ_DEED_PAUSE], ==, 0);
	oq_grabs_clear(&grabs);
}

/* A key that repeats is pressed again while it is down, or let go at the very time at which it is.
 */
static void
test_repeats(WishCase *fixture, gconstpointer data)
{
	OqGrabs grabs;
	(void)data;
	make(&grabs, fixture);
	g_assert_cmpuint(press(&grabs, fixture, CODE, CTRL | ALT, 0), ==, 1);
	g_assert_cmpuint(press(&grabs, fixture, CODE, CTRL | ALT, 0), ==, 1);
	oq_grabs_release(&grabs, CODE, 700);
	g_assert_cmpuint(press(&grabs, fixture, CODE, CTRL | ALT, 700), ==, 1);
	oq_grabs_release(&grabs, CODE, 730);
	g_assert_cmpuint(press(&grabs, fixture, CODE, CTRL | ALT, 731), ==, 2);
	oq_grabs_release(&grabs, CODE, 800);
	g_assert_cmpuint(press(&grabs, fixture, CODE, CTRL | ALT, 0), ==, 3);
	oq_grabs_clear(&grabs);
}

static void
test_settled(WishCase *fixture, gconstpointer data)
{
	OqGrabs grabs;
	(void)data;
	make(&grabs, fixture);
	oq_grabs_fail(&grabs, 17); /* none of what was sent */
	oq_grabs_settle(&grabs, NULL, &fixture->wishes);
	g_assert_cmpint(fixture->wishes.each[OQ_DEED_PAUSE].state, ==, OQ_WISH_GRANTED);
	g_assert_cmpint(fixture->wishes.each[OQ_DEED_WHERE].state, ==, OQ_WISH_WAITING);
	oq_grabs_forget(&grabs);
	g_assert_cmpuint(press(&grabs, fixture, CODE, CTRL | ALT, 0), ==, 0);
	oq_grabs_clear(&grabs);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/grabs/states", WishCase, NULL, wish_case_up, test_states, wish_case_down);
	g_test_add("/grabs/repeats", WishCase, NULL, wish_case_up, test_repeats, wish_case_down);
	g_test_add("/grabs/settled", WishCase, NULL, wish_case_up, test_settled, wish_case_down);
	return g_test_run();
}
