#include "playback_case.h"

static void
assert_state(PlaybackCase *f, OqPlaybackState state)
{
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, state);
}

/* As far as it goes, and told. */
static void
test_ends_of_the_text(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 2);
	playback_case_wait_for_place(f, "Жеті");
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, -9);
	playback_case_wait_until_refused(f, 1, OQ_PLAYBACK_REFUSAL_AT_START);
	playback_case_hear_word(f, "Бір");
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 9);
	playback_case_wait_until_refused(f, 2, OQ_PLAYBACK_REFUSAL_AT_END);
	playback_case_hear_word(f, "Он");
	oq_device_memory_hear(f->device, MADE_VOICE_WORD_FRAMES);
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 1);
	playback_case_wait_until_refused(f, 3, OQ_PLAYBACK_REFUSAL_AT_END);
	playback_case_hear_word(f, "жиырма");
	oq_playback_go(f->playback, OQ_STEP_HEADING, 1);
	playback_case_wait_until_refused(f, 4, OQ_PLAYBACK_REFUSAL_NOT_FOUND);
	playback_case_hear_word(f, "жиырма");
}

/* A reading that has ended has nothing to say again when there is nothing to go to. */
static void
test_after_the_end(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_all(f);
	guint n_heard = oq_device_memory_frames(f->device)->len;
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 1);
	playback_case_wait_until_refused(f, 1, OQ_PLAYBACK_REFUSAL_AT_END);
	playback_case_wait_for_state(f, OQ_PLAYBACK_ENDED);
	oq_device_memory_hear(f->device, 1000);
	g_assert_cmpuint(oq_device_memory_frames(f->device)->len, ==, n_heard);
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, -1);
	playback_case_wait_for_place(f, "Жеті");
	playback_case_hear_word(f, "Жеті");
}

static void
test_find(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_playback_find(f->playback, "ЖИЫРМА", 1);
	playback_case_wait_for_place(f, "жиырма");
	playback_case_hear_word(f, "жиырма");
	oq_playback_find(f->playback, "алты. жеті", -1);
	playback_case_wait_for_place(f, "алты");
	playback_case_hear_word(f, "алты");
	oq_playback_find(f->playback, "Бір", 1);
	playback_case_wait_until_refused(f, 1, OQ_PLAYBACK_REFUSAL_NOT_FOUND);
	playback_case_hear_word(f, "алты");
	assert_state(f, OQ_PLAYBACK_PLAYING);
}

/* Many at once are one request, and are refused once. */
static void
test_find_many(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_playback_find(f->playback, "ті", 9999);
	playback_case_wait_until_refused(f, 1, OQ_PLAYBACK_REFUSAL_NOT_FOUND);
	g_assert_cmpuint(oq_playback_status(f->playback).word_start, >, playback_case_place("Бір"));
	oq_playback_find(f->playback, "мүлдем жоқ", 9999);
	oq_playback_find(f->playback, "мүлдем жоқ", 9999);
	oq_playback_find(f->playback, "Бір", -9999);
	playback_case_wait_for_place(f, "Бір");
	playback_case_hear_word(f, "Бір");
}

/* What is looked for is within words; the next one is not that which is heard. */
static void
test_find_within_words(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_playback_find(f->playback, "ті", 1);
	playback_case_hear_word(f, "Жеті");
	oq_playback_find(f->playback, "ті", 1);
	playback_case_wait_until_refused(f, 1, OQ_PLAYBACK_REFUSAL_NOT_FOUND);
	playback_case_hear_word(f, "Жеті");
	oq_playback_find(f->playback, "ті", -1);
	playback_case_wait_until_refused(f, 2, OQ_PLAYBACK_REFUSAL_NOT_FOUND);
	playback_case_hear_word(f, "Жеті");
}

static void
test_find_in_a_pause(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_playback_pause(f->playback);
	oq_playback_find(f->playback, "сегіз", 1);
	playback_case_wait_for_place(f, "сегіз");
	assert_state(f, OQ_PLAYBACK_PAUSED);
	oq_playback_play(f->playback);
	playback_case_hear_word(f, "сегіз");
}

/* A jump waits for what a pipe has not given yet; those that follow add up. */
static void
test_pipe(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const char first[] = "Бір екі үш.\n\nТөрт бес алты. Жеті";
	int ends[2];
	playback_case_open_pipe(f, ends, first, 2);
	playback_case_hear_word(f, "Бір");
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 1);
	playback_case_wait_for_place(f, "Төрт");
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 1);
	g_thread_yield();
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 1);
	const char *rest = playback_case_text + strlen(first);
	g_assert_cmpint(write(ends[1], rest, strlen(rest)), ==, (gssize)strlen(rest));
	close(ends[1]);
	playback_case_wait_for_place(f, "Он");
	playback_case_hear_word(f, "Он");
	oq_playback_close(f->playback);
	close(ends[0]);
}

/* What a pipe may never give is not waited for when the reader turns back. */
static void
test_turning_back_in_a_pipe(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	int ends[2];
	playback_case_open_pipe(f, ends, playback_case_text, 3);
	playback_case_hear_word(f, "Бір");
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 1);
	playback_case_wait_for_place(f, "Төрт");
	playback_case_hear_word(f, "Төрт");
	oq_playback_find(f->playback, "мүлдем жоқ", 1);
	playback_case_wait_until_refused(f, 1, OQ_PLAYBACK_REFUSAL_NOT_FOUND);
	playback_case_hear_word(f, "Төрт");
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, -1);
	playback_case_wait_for_place(f, "Бір");
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 100);
	oq_playback_go(f->playback, OQ_STEP_DOCUMENT, -1);
	playback_case_wait_for_place(f, "Бір");
	playback_case_hear_word(f, "Бір");
	oq_playback_close(f->playback);
	close(ends[0]);
	close(ends[1]);
}

/* The end of a paragraph need not have come for a jump within it. */
static void
test_within_a_paragraph(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	int ends[2];
	playback_case_open_pipe(f, ends, "Бір екі үш. Төрт бес алты. Жеті", 2);
	playback_case_hear_word(f, "Бір");
	oq_playback_go(f->playback, OQ_STEP_WORD, 2);
	playback_case_hear_word(f, "үш");
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, -1);
	playback_case_hear_word(f, "Бір");
	oq_playback_close(f->playback);
	close(ends[0]);
	close(ends[1]);
}

/* More than there can be is as far as it goes, however often. */
static void
test_far(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	int ends[2];
	playback_case_open_pipe(f, ends, "Бір екі үш. Төрт бес алты. Жеті", 2);
	playback_case_hear_word(f, "Бір");
	for (guint n = 0; n < 3; n++)
		oq_playback_go(f->playback, OQ_STEP_WORD, G_MAXINT);
	oq_playback_go(f->playback, OQ_STEP_DOCUMENT, -1);
	playback_case_wait_for_place(f, "Бір");
	playback_case_hear_word(f, "Бір");
	oq_playback_close(f->playback);
	close(ends[0]);
	close(ends[1]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	PLAYBACK_CASE_ADD("/playback-jumps/ends-of-the-text", test_ends_of_the_text);
	PLAYBACK_CASE_ADD("/playback-jumps/after-the-end", test_after_the_end);
	PLAYBACK_CASE_ADD("/playback-jumps/find", test_find);
	PLAYBACK_CASE_ADD("/playback-jumps/find-many", test_find_many);
	PLAYBACK_CASE_ADD("/playback-jumps/find-within-words", test_find_within_words);
	PLAYBACK_CASE_ADD("/playback-jumps/find-in-a-pause", test_find_in_a_pause);
	PLAYBACK_CASE_ADD("/playback-jumps/pipe", test_pipe);
	PLAYBACK_CASE_ADD("/playback-jumps/within-a-paragraph", test_within_a_paragraph);
	PLAYBACK_CASE_ADD("/playback-jumps/turning-back-in-a-pipe", test_turning_back_in_a_pipe);
	PLAYBACK_CASE_ADD("/playback-jumps/far", test_far);
	return g_test_run();
}
