#include "reading/timeline.h"

static OqSpeech *
make_speech(guint64 start, gsize n_voiced)
{
	const OqMark marks[] = {{0, start, start + 4}, {500, start + 5, start + 9}};
	g_autofree gint16 *samples = g_new0(gint16, n_voiced + 1);
	const OqSpeech head = {.rate_hz = 22050,
		.start = start,
		.end = start + 10,
		.n_voiced = n_voiced,
		.n_frames = n_voiced + 100,
		.n_marks = n_voiced > 0 ? G_N_ELEMENTS(marks) : 0,
		.marks = marks,
		.samples = samples};
	return oq_speech_new(&head);
}

static void
test_marks_follow_each_other(void)
{
	g_auto(OqTimeline) timeline;
	g_autoptr(OqSpeech) one = make_speech(0, 1000);
	g_autoptr(OqSpeech) silent = make_speech(10, 0);
	g_autoptr(OqSpeech) two = make_speech(20, 1000);
	oq_timeline_init(&timeline);
	oq_timeline_add(&timeline, one, 0);
	oq_timeline_add(&timeline, silent, 1100);
	oq_timeline_add(&timeline, two, 1200);
	g_assert_cmpuint(timeline.rate_hz, ==, 22050);
	g_assert_cmpuint(timeline.sentences->len, ==, 2);
	g_assert_cmpuint(timeline.words->len, ==, 4);
	const OqTimelineMark *last = &g_array_index(timeline.words, OqTimelineMark, 3);
	g_assert_cmpuint(last->frame, ==, 1700);
	g_assert_cmpuint(last->start, ==, 25);
	g_assert_cmpuint(last->end, ==, 29);
}

static void
test_word_at(void)
{
	g_auto(OqTimeline) timeline;
	g_autoptr(OqSpeech) one = make_speech(0, 1000);
	oq_timeline_init(&timeline);
	g_assert_null(oq_timeline_word_at(&timeline, 0));
	oq_timeline_add(&timeline, one, 50);
	g_assert_null(oq_timeline_word_at(&timeline, 49));
	g_assert_cmpuint(oq_timeline_word_at(&timeline, 50)->start, ==, 0);
	g_assert_cmpuint(oq_timeline_word_at(&timeline, 549)->start, ==, 0);
	g_assert_cmpuint(oq_timeline_word_at(&timeline, 550)->start, ==, 5);
	g_assert_cmpuint(oq_timeline_word_at(&timeline, 99999)->start, ==, 5);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/timeline/marks-follow-each-other", test_marks_follow_each_other);
	g_test_add_func("/timeline/word-at", test_word_at);
	return g_test_run();
}
