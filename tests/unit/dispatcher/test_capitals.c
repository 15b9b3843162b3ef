#include "dispatcher/capitals.h"

static void
add(OqUtterance *utterance, const char *word, guint64 start, guint64 end)
{
	oq_utterance_say(utterance, word, start, end, NULL);
}

static void
test_name(void)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	add(&utterance, "Abay", 0, 4);
	g_string_append_c(utterance.spoken, ',');
	add(&utterance, "qoy", 6, 9);
	add(&utterance, "jiyrma bes", 10, 12);
	add(&utterance, "Bar", 13, 16);
	g_string_append_c(utterance.spoken, '.');
	oq_capitals_name(&utterance, "Abay, qoy 25 Bar.", "big one");
	g_assert_cmpstr(utterance.spoken->str, ==, "big one Abay, qoy jiyrma bes big one Bar.");
	g_assert_cmpuint(utterance.words->len, ==, 9);
	guint32 end = 0;
	for (guint i = 0; i < utterance.words->len; i++) {
		g_assert_cmpuint(oq_utterance_word(&utterance, i)->spoken_start, >=, end);
		end = oq_utterance_word(&utterance, i)->spoken_end;
	}
	g_assert_cmpuint(oq_utterance_word(&utterance, 2)->spoken_start, ==, 8);
	g_assert_cmpuint(oq_utterance_word(&utterance, 2)->spoken_end, ==, 12);
	g_assert_cmpuint(oq_utterance_word(&utterance, 0)->end, ==, 4);
}

static OqSpeech *
make_speech(const OqMark *marks, guint n_marks, gsize n_frames)
{
	g_autofree gint16 *samples = g_new(gint16, n_frames);
	for (gsize i = 0; i < n_frames; i++)
		samples[i] = (gint16)(100 + i / 1000);
	const OqSpeech head = {.rate_hz = 22000,
		.end = 20,
		.n_voiced = n_frames,
		.n_frames = n_frames + 50,
		.n_marks = n_marks,
		.marks = marks,
		.samples = samples};
	return oq_speech_new(&head);
}

static void
test_ring(void)
{
	const OqMark marks[] = {{0, 0, 1}, {1000, 2, 3}, {2000, 4, 5}, {2500, 4, 5}};
	OqSpeech *before = make_speech(marks, G_N_ELEMENTS(marks), 3000);
	g_autoptr(OqSpeech) after = oq_capitals_ring(before, "A b C", 100);
	gsize tone = 22000 / 22;
	g_assert_cmpuint(after->n_voiced, ==, 3000 + 2 * tone);
	g_assert_cmpuint(after->n_frames, ==, 3050 + 2 * tone);
	g_assert_cmpuint(after->marks[0].frame, ==, 0);
	g_assert_cmpuint(after->marks[1].frame, ==, 1000 + tone);
	g_assert_cmpuint(after->marks[2].frame, ==, 2000 + tone);
	g_assert_cmpuint(after->marks[3].frame, ==, 2500 + 2 * tone);
	g_assert_cmpint(after->samples[tone], ==, 100);
	g_assert_cmpint(after->samples[1000 + tone], ==, 101);
	g_assert_cmpint(after->samples[2000 + 2 * tone], ==, 102);
}

static void
test_silent(void)
{
	const OqMark marks[] = {{0, 0, 1}};
	g_autoptr(OqSpeech) after = oq_capitals_ring(make_speech(marks, 1, 10), "A", 0);
	for (gsize i = 0; i < after->n_voiced - 10; i++)
		g_assert_cmpint(after->samples[i], ==, 0);
	g_autoptr(OqSpeech) nothing = oq_capitals_ring(make_speech(NULL, 0, 10), "A", 100);
	g_assert_cmpuint(nothing->n_voiced, ==, 10);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/capitals/name", test_name);
	g_test_add_func("/capitals/ring", test_ring);
	g_test_add_func("/capitals/silent", test_silent);
	return g_test_run();
}
