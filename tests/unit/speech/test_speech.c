#include "speech/speech.h"

#include <string.h>

static OqSpeech *
make_speech(void)
{
	static const OqMark marks[] = {{10, 0, 4}, {10, 5, 9}, {700, 10, 20}};
	gint16 samples[1000];
	for (guint i = 0; i < G_N_ELEMENTS(samples); i++)
		samples[i] = (gint16)i;
	OqSpeech head = {.rate_hz = 22050,
		.start = 3,
		.end = 30,
		.n_voiced = G_N_ELEMENTS(samples),
		.n_frames = 1500,
		.n_marks = G_N_ELEMENTS(marks),
		.marks = marks,
		.samples = samples};
	return oq_speech_new(&head);
}

static void
test_holds_copies(void)
{
	g_autoptr(OqSpeech) speech = make_speech();
	g_assert_cmpuint(speech->n_voiced, ==, 1000);
	g_assert_cmpint(speech->samples[999], ==, 999);
	g_assert_cmpuint(speech->marks[2].end, ==, 20);
	g_assert_cmpuint(speech->n_frames, ==, 1500);
}

static void
test_references(void)
{
	OqSpeech *speech = make_speech();
	g_assert_true(oq_speech_ref(speech) == speech);
	oq_speech_unref(speech);
	g_assert_cmpint(speech->samples[1], ==, 1);
	oq_speech_unref(speech);
	oq_speech_unref(NULL);
}

static void
test_mark_at(void)
{
	g_autoptr(OqSpeech) speech = make_speech();
	g_assert_null(oq_speech_mark_at(speech, 9));
	g_assert_true(oq_speech_mark_at(speech, 10) == &speech->marks[1]);
	g_assert_true(oq_speech_mark_at(speech, 699) == &speech->marks[1]);
	g_assert_true(oq_speech_mark_at(speech, 700) == &speech->marks[2]);
	g_assert_true(oq_speech_mark_at(speech, 9999) == &speech->marks[2]);
}

static void
test_empty(void)
{
	OqSpeech head = {.rate_hz = 22050, .n_frames = 20};
	g_autoptr(OqSpeech) speech = oq_speech_new(&head);
	g_assert_null(oq_speech_mark_at(speech, 0));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/speech/holds-copies", test_holds_copies);
	g_test_add_func("/speech/references", test_references);
	g_test_add_func("/speech/mark-at", test_mark_at);
	g_test_add_func("/speech/empty", test_empty);
	return g_test_run();
}
