#include "speech/marks.h"

enum { N_FRAMES = 1000, TRIMMED = 50 };

typedef struct {
	OqUtterance utterance;
	GArray *places;
	GArray *frames;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_utterance_init(&f->utterance);
	oq_utterance_say(&f->utterance, "a bb ccc dd", 0, 4, NULL);
	f->places = g_array_new(FALSE, FALSE, sizeof(OqPlace));
	f->frames = g_array_new(FALSE, FALSE, sizeof(guint32));
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_utterance_clear(&f->utterance);
	g_array_unref(f->places);
	g_array_unref(f->frames);
}

/* @frame: with the silence that is trimmed */
static void
add_place(Fixture *f, gsize frame, guint32 byte)
{
	OqPlace place = {frame, byte};
	g_array_append_val(f->places, place);
}

static void
assert_frames(Fixture *f, guint32 a, guint32 b, guint32 c, guint32 d)
{
	const OqClause clause = {.first_word = 0, .end_word = 4};
	const guint32 expected[] = {a, b, c, d};
	oq_marks_find(&f->utterance, &clause, f->places, TRIMMED, N_FRAMES, f->frames);
	g_assert_cmpmem(
		f->frames->data, f->frames->len * sizeof(guint32), expected, sizeof expected);
}

static void
test_each_told_once(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	add_place(f, 60, 0);
	add_place(f, 250, 2);
	add_place(f, 450, 5);
	add_place(f, 650, 9);
	assert_frames(f, 10, 200, 400, 600);
}

static void
test_told_twice_and_between(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	add_place(f, 50, 0);
	add_place(f, 100, 0);
	add_place(f, 250, 2);
	add_place(f, 300, 4); /* the space */
	add_place(f, 350, 2);
	add_place(f, 450, 5);
	add_place(f, 650, 9);
	assert_frames(f, 0, 200, 400, 600);
}

static void
test_passed_over(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	add_place(f, 50, 0);
	add_place(f, 650, 9);
	assert_frames(f, 0, 200, 400, 600);
}

static void
test_first_passed_over(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	add_place(f, 450, 5);
	assert_frames(f, 0, 200, 400, 700);
}

static void
test_nothing_told(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_frames(f, 0, 250, 500, 750);
}

static void
test_beyond_the_end(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	add_place(f, 50, 0);
	add_place(f, 5000, 9);
	assert_frames(f, 0, 333, 666, N_FRAMES - 1);
}

static void
test_part_of_the_words(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqClause clause = {.first_word = 1, .end_word = 3};
	add_place(f, 20, 2);
	add_place(f, 450, 5);
	oq_marks_find(&f->utterance, &clause, f->places, TRIMMED, N_FRAMES, f->frames);
	g_assert_cmpuint(f->frames->len, ==, 2);
	g_assert_cmpuint(g_array_index(f->frames, guint32, 0), ==, 0);
	g_assert_cmpuint(g_array_index(f->frames, guint32, 1), ==, 400);
}

#define ADD(name, test) g_test_add("/marks/" name, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("each-told-once", test_each_told_once);
	ADD("told-twice-and-between", test_told_twice_and_between);
	ADD("passed-over", test_passed_over);
	ADD("first-passed-over", test_first_passed_over);
	ADD("nothing-told", test_nothing_told);
	ADD("beyond-the-end", test_beyond_the_end);
	ADD("part-of-the-words", test_part_of_the_words);
	return g_test_run();
}
