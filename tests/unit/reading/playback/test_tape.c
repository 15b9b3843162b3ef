#include "reading/playback/tape.h"

#include "made_speech.h"

enum { RATE_HZ = 1000, N_VOICED = 300, N_PAUSE = 200, N_WORD = 100, N_TAKE = N_VOICED + N_PAUSE };

static void
add(OqTape *tape, guint64 start, gsize n_voiced, gsize n_pause)
{
	g_autoptr(OqSpeech) speech = made_speech(start, RATE_HZ, n_voiced, n_pause, N_WORD, 0);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	utterance.start = start;
	utterance.follows = OQ_BREAK_SENTENCE;
	g_string_assign(utterance.text, "Бір.");
	oq_tape_add(tape, &utterance, speech);
}

static void
fill(OqTape *tape, guint n)
{
	oq_tape_init(tape);
	for (guint i = 0; i < n; i++)
		add(tape, 100 * i, N_VOICED, N_PAUSE);
}

static void
assert_next(const OqTape *tape, guint64 start, gsize n_cut, guint64 place)
{
	const OqTake *next = oq_tape_next(tape);
	g_assert_nonnull(next);
	g_assert_cmpuint(next->start, ==, start);
	g_assert_cmpuint(next->n_cut, ==, n_cut);
	g_assert_cmpuint(oq_tape_place(tape), ==, place);
}

static void
test_passes(void)
{
	g_auto(OqTape) tape;
	oq_tape_init(&tape);
	g_assert_true(oq_tape_is_empty(&tape));
	g_assert_null(oq_tape_next(&tape));
	add(&tape, 0, N_VOICED, N_PAUSE);
	add(&tape, 100, N_VOICED, N_PAUSE);
	assert_next(&tape, 0, 0, 0);
	g_assert_cmpstr(oq_tape_next(&tape)->text, ==, "Бір.");
	g_assert_cmpint(oq_tape_next(&tape)->follows, ==, OQ_BREAK_SENTENCE);
	oq_tape_pass(&tape);
	assert_next(&tape, 100, 0, 100);
	oq_tape_pass(&tape);
	g_assert_null(oq_tape_next(&tape));
	g_assert_cmpuint(oq_tape_place(&tape), ==, 102);
	add(&tape, 200, N_VOICED, N_PAUSE);
	assert_next(&tape, 200, 0, 200);
	oq_tape_clear(&tape);
	g_assert_true(oq_tape_is_empty(&tape));
}

static void
test_enough(void)
{
	g_auto(OqTape) tape;
	fill(&tape, 5);
	g_assert_false(oq_tape_has_enough(&tape, 3));
	add(&tape, 500, N_VOICED, N_PAUSE);
	g_assert_true(oq_tape_has_enough(&tape, 3));
	oq_tape_pass(&tape);
	g_assert_false(oq_tape_has_enough(&tape, 3));
	for (guint i = 0; i < 100; i++)
		add(&tape, 1000 + i, 0, 0);
	g_assert_true(oq_tape_has_enough(&tape, 3));
}

static void
test_moves(void)
{
	g_auto(OqTape) tape;
	fill(&tape, 4);
	g_assert_true(oq_tape_move(&tape, 2 * N_TAKE + 150));
	assert_next(&tape, 200, 150, 201);
	g_assert_true(oq_tape_move(&tape, 0));
	assert_next(&tape, 0, 0, 0);
	oq_tape_pass(&tape);
	oq_tape_pass(&tape);
	assert_next(&tape, 200, 0, 200);
	g_assert_true(oq_tape_move(&tape, N_VOICED)); /* the pause behind the first one */
	assert_next(&tape, 100, 0, 100);
	g_assert_false(oq_tape_move(&tape, 3 * N_TAKE + N_VOICED));
	assert_next(&tape, 100, 0, 100);
	oq_tape_move_to_end(&tape);
	g_assert_null(oq_tape_next(&tape));
}

static void
test_finds(void)
{
	g_auto(OqTape) tape;
	guint64 position = 0;
	fill(&tape, 4);
	g_assert_true(oq_tape_find(&tape, 200, 150, &position));
	g_assert_cmpuint(position, ==, 2 * N_TAKE + 150);
	g_assert_true(oq_tape_find(&tape, 200, 10000, &position)); /* a gap was longer */
	g_assert_cmpuint(position, ==, 3 * N_TAKE);
	oq_tape_move(&tape, 2 * N_TAKE + 150);
	g_assert_true(oq_tape_find(&tape, 200, 20, &position));
	g_assert_cmpuint(position, ==, 2 * N_TAKE + 170);
	g_assert_false(oq_tape_find(&tape, 201, 0, &position));
}

/* Only the longest pause between two sounds counts, and none before the first one. */
static void
test_silence(void)
{
	g_auto(OqTape) tape;
	oq_tape_init(&tape);
	add(&tape, 0, 0, 700);
	add(&tape, 100, N_VOICED, N_PAUSE);
	add(&tape, 200, 0, N_PAUSE + 50);
	add(&tape, 300, 0, N_PAUSE);
	add(&tape, 400, N_VOICED, N_PAUSE);
	guint64 position = 0;
	g_assert_true(oq_tape_find(&tape, 100, 0, &position));
	g_assert_cmpuint(position, ==, 0);
	g_assert_true(oq_tape_find(&tape, 400, 0, &position));
	g_assert_cmpuint(position, ==, N_TAKE + 50);
	g_assert_true(oq_tape_move(&tape, N_VOICED + 10));
	assert_next(&tape, 400, 0, 400);
	g_assert_true(oq_tape_move(&tape, 0));
	assert_next(&tape, 100, 0, 100);
}

/* What is long gone is given up, but nothing that comes next. */
static void
test_bounded(void)
{
	enum { N_KEPT = 90 * RATE_HZ / N_TAKE };
	g_auto(OqTape) tape;
	fill(&tape, 3 * N_KEPT);
	g_assert_cmpuint(tape.takes.length, ==, 3 * N_KEPT);
	g_assert_true(oq_tape_move(&tape, 2 * N_KEPT * N_TAKE));
	add(&tape, 100000, N_VOICED, N_PAUSE);
	g_assert_cmpuint(tape.takes.length, ==, 2 * N_KEPT + 2);
	g_assert_cmpuint(oq_tape_begin(&tape), ==, (N_KEPT - 1) * N_TAKE);
	g_assert_false(oq_tape_move(&tape, (N_KEPT - 1) * N_TAKE - 1));
	g_assert_true(oq_tape_move(&tape, (N_KEPT - 1) * N_TAKE));
	assert_next(&tape, 100 * (N_KEPT - 1), 0, 100 * (N_KEPT - 1));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tape/passes", test_passes);
	g_test_add_func("/tape/enough", test_enough);
	g_test_add_func("/tape/moves", test_moves);
	g_test_add_func("/tape/finds", test_finds);
	g_test_add_func("/tape/silence", test_silence);
	g_test_add_func("/tape/bounded", test_bounded);
	return g_test_run();
}
