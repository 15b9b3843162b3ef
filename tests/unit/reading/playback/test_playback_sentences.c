#include "playback_case.h"

#include "reading/playback/playback-private.h"

static void
assert_sentence(PlaybackCase *f, const char *text, const char *word)
{
	guint64 start;
	g_autofree char *sentence = oq_playback_sentence(f->playback, &start);
	g_assert_cmpstr(sentence, ==, text);
	g_assert_cmpuint(start, ==, playback_case_place(word));
}

static void
test_as_written(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	guint64 start;
	g_assert_null(oq_playback_sentence(f->playback, &start));
	playback_case_open(f);
	assert_sentence(f, "Бір екі үш.", "Бір");
	playback_case_hear_word(f, "Бір");
	oq_device_memory_hear(f->device, 3 * MADE_VOICE_WORD_FRAMES);
	assert_sentence(f, "Бір екі үш.", "Бір"); /* in the pause behind it, too */
	playback_case_hear_word(f, "Төрт");
	assert_sentence(f, "Төрт бес алты.", "Төрт");
	playback_case_hear_all(f);
	assert_sentence(f, "Он жиырма отыз.", "Он");
}

/* An answer is none of the text, nor is a jump within a sentence the end of it. */
static void
test_answer_and_jump(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_playback_interject(f->playback, playback_case_cursor(f, "Иә."));
	assert_sentence(f, "Бір екі үш.", "Бір");
	playback_case_hear_word(f, "Бір");
	assert_sentence(f, "Бір екі үш.", "Бір");
	oq_playback_go_to(f->playback, playback_case_place("сегіз"));
	playback_case_hear_word(f, "сегіз");
	assert_sentence(f, "Жеті сегіз тоғыз.", "Жеті");
}

static void
assert_trace(PlaybackCase *f, const char *before, const char *words)
{
	g_auto(OqTrace) trace = {NULL};
	guint64 start, expected;
	g_autofree char *sentence = oq_playback_sentence(f->playback, &expected);
	oq_playback_trace(f->playback, &trace, &start);
	g_assert_cmpstr(trace.before, ==, before);
	g_assert_true(g_str_has_prefix(trace.words, words));
	g_assert_true(g_str_has_prefix(trace.words, sentence));
	g_assert_cmpuint(start, ==, expected);
}

/* Only what follows on each other is text that stands so. */
static void
test_trace(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	assert_trace(f, NULL, "Бір екі үш.");
	oq_device_memory_hear(f->device, 3 * MADE_VOICE_WORD_FRAMES);
	playback_case_hear_word(f, "Төрт");
	oq_device_memory_hear(f->device, 3 * MADE_VOICE_WORD_FRAMES);
	playback_case_hear_word(f, "Жеті");
	assert_trace(f, "Бір екі үш. Төрт бес алты.", "Жеті сегіз тоғыз. Он жиырма отыз.");
	oq_playback_go_to(f->playback, playback_case_place("Он"));
	playback_case_hear_word(f, "Он");
	assert_trace(f, NULL, "Он жиырма отыз.");
}

/* Memory does not grow with what was heard. */
static void
test_bounded(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GString) content = g_string_new(NULL);
	for (guint i = 0; i < 200; i++)
		g_string_append(content, "Иә. ");
	f->cursor = playback_case_cursor(f, content->str);
	oq_playback_open(f->playback, f->cursor);
	while (oq_playback_status(f->playback).state != OQ_PLAYBACK_ENDED) {
		oq_device_memory_hear(f->device, 500);
		oq_playback_lock(f->playback);
		guint n = g_queue_get_length(&f->playback->sentences);
		oq_playback_unlock(f->playback);
		g_assert_cmpuint(n, <, 50);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	PLAYBACK_CASE_ADD("/playback-sentences/as-written", test_as_written);
	PLAYBACK_CASE_ADD("/playback-sentences/answer-and-jump", test_answer_and_jump);
	PLAYBACK_CASE_ADD("/playback-sentences/trace", test_trace);
	PLAYBACK_CASE_ADD("/playback-sentences/bounded", test_bounded);
	return g_test_run();
}
