#include "reading/playback/playback-private.h"

#include "made_speech.h"

enum { RATE_HZ = 1000, N_VOICED = 100, N_PAUSE = 30, N_WORD = 20 };

static OqSpeech *
make(void)
{
	return made_speech(500, RATE_HZ, N_VOICED, N_PAUSE, N_WORD, 10000);
}

static void
test_as_it_is(void)
{
	OqSpeech *speech = make();
	g_assert_true(oq_playback_shape(speech, 0, 0) == speech);
	g_assert_true(oq_playback_cut_word(speech, 0) == speech);
	oq_speech_unref(speech);
	speech = made_speech(500, RATE_HZ, 0, N_PAUSE, 0, 0);
	g_assert_true(oq_playback_shape(speech, 10, 100) == speech);
	oq_speech_unref(speech);
}

static void
test_gap(void)
{
	g_autoptr(OqSpeech) was = make();
	g_autoptr(OqSpeech) speech = oq_playback_shape(make(), 0, 250);
	g_assert_cmpuint(speech->n_frames, ==, N_VOICED + N_PAUSE + 250);
	g_assert_cmpmem(speech->samples, speech->n_voiced * sizeof(gint16), was->samples,
		N_VOICED * sizeof(gint16));
	g_assert_cmpuint(speech->n_marks, ==, N_VOICED / N_WORD);
}

/* The very samples, from any one on. */
static void
test_cut(void)
{
	enum { N_CUT = 2 * N_WORD + 5 };
	g_autoptr(OqSpeech) was = make();
	g_autoptr(OqSpeech) speech = oq_playback_shape(make(), N_CUT, 250);
	g_assert_cmpuint(speech->n_voiced, ==, N_VOICED - N_CUT);
	g_assert_cmpuint(speech->n_frames, ==, N_VOICED - N_CUT + N_PAUSE + 250);
	g_assert_cmpmem(speech->samples, speech->n_voiced * sizeof(gint16), was->samples + N_CUT,
		(N_VOICED - N_CUT) * sizeof(gint16));
	g_assert_cmpuint(speech->n_marks, ==, 3);
	g_assert_cmpuint(speech->marks[0].start, ==, 502);
}

/* From the middle of the first word on, without a click; all words are where they were. */
static void
test_part(void)
{
	enum { N_CUT = N_WORD / 2, N_RISE = 5 };
	g_autoptr(OqSpeech) speech = oq_playback_cut_word(make(), 0.5);
	g_assert_cmpuint(speech->n_voiced, ==, N_VOICED - N_CUT);
	g_assert_cmpuint(speech->n_frames, ==, N_VOICED + N_PAUSE - N_CUT);
	g_assert_cmpint(speech->samples[0], ==, 0);
	for (guint i = 1; i < N_RISE; i++)
		g_assert_cmpint(speech->samples[i], >, speech->samples[i - 1]);
	for (guint i = N_RISE; i < speech->n_voiced; i++)
		g_assert_cmpint(speech->samples[i], ==, 10001 + N_CUT + i);
	g_assert_cmpuint(speech->n_marks, ==, N_VOICED / N_WORD);
	g_assert_cmpuint(speech->marks[0].frame, ==, 0);
	for (guint i = 1; i < speech->n_marks; i++) {
		g_assert_cmpuint(speech->marks[i].frame, ==, i * N_WORD - N_CUT);
		g_assert_cmpuint(speech->marks[i].start, ==, 500 + i);
	}
}

/* One that was written as one word and is said as two. */
static void
test_two_marks(void)
{
	const OqMark marks[] = {{0, 500, 502}, {20, 500, 502}, {60, 503, 505}};
	OqSpeech *speech = make();
	OqSpeech head = *speech;
	head.marks = marks;
	head.n_marks = G_N_ELEMENTS(marks);
	g_autoptr(OqSpeech) cut = oq_playback_cut_word(oq_speech_new(&head), 0.5);
	oq_speech_unref(speech);
	g_assert_cmpuint(cut->n_voiced, ==, N_VOICED - 30);
	g_assert_cmpuint(cut->n_marks, ==, 2);
	g_assert_cmpuint(cut->marks[0].frame, ==, 0);
	g_assert_cmpuint(cut->marks[0].start, ==, 500);
	g_assert_cmpuint(cut->marks[1].frame, ==, 30);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/playback-shape/as-it-is", test_as_it_is);
	g_test_add_func("/playback-shape/gap", test_gap);
	g_test_add_func("/playback-shape/cut", test_cut);
	g_test_add_func("/playback-shape/part", test_part);
	g_test_add_func("/playback-shape/two-marks", test_two_marks);
	return g_test_run();
}
