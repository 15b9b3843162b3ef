#include "reading/playback/playback.h"

#include "playback_case.h"

enum { N_RISE = MADE_VOICE_RATE_HZ * 5 / 1000 }; /* how long a word that was cut becomes loud */

#define N_ALL G_N_ELEMENTS(playback_case_all)

static void
test_reads_to_the_end(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_EMPTY);
	playback_case_open(f);
	playback_case_hear_all(f);
	playback_case_assert_words(f, playback_case_all, N_ALL);
}

static void
test_reports_the_word(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	for (guint i = 0; i < N_ALL; i++) {
		gint16 sample = made_voice_sample(playback_case_place(playback_case_all[i]));
		const GArray *heard = oq_device_memory_frames(f->device);
		while (heard->len == 0 || g_array_index(heard, gint16, heard->len - 1) != sample)
			oq_device_memory_hear(f->device, 1);
		OqPlaybackStatus status = oq_playback_status(f->playback);
		g_assert_cmpuint(status.word_start, ==, playback_case_place(playback_case_all[i]));
		g_assert_cmpuint(status.word_end, ==,
			playback_case_place(playback_case_all[i]) + strlen(playback_case_all[i]));
		g_assert_cmpuint(status.sentence_start, <=, status.word_start);
		g_assert_cmpuint(status.sentence_end, >=, status.word_end);
	}
}

static void
test_pause_loses_nothing(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	g_autoptr(GRand) random = g_rand_new_with_seed(8);
	while (oq_playback_status(f->playback).state != OQ_PLAYBACK_ENDED) {
		oq_device_memory_hear(f->device, (gsize)g_rand_int_range(random, 1, 500));
		oq_playback_pause(f->playback);
		g_assert_false(oq_device_memory_is_running(f->device));
		oq_playback_play(f->playback);
	}
	for (guint w = 0; w < N_ALL; w++)
		g_assert_cmpuint(playback_case_count(f, 0, playback_case_all[w]), ==,
			MADE_VOICE_WORD_FRAMES);
	playback_case_assert_words(f, playback_case_all, N_ALL);
}

static void
test_jumps(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 2);
	playback_case_wait_for_place(f, "Жеті");
	playback_case_hear_word(f, "Жеті");
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, -1);
	playback_case_wait_for_place(f, "Төрт");
	playback_case_hear_word(f, "Төрт");
	oq_playback_go(f->playback, OQ_STEP_WORD, 2);
	playback_case_wait_for_place(f, "алты");
	playback_case_hear_word(f, "алты");
	oq_playback_go_to(f->playback, playback_case_place("жиырма"));
	playback_case_wait_for_place(f, "жиырма");
	playback_case_hear_word(f, "жиырма");
	playback_case_hear_all(f);
}

/* Keys that are pressed faster than the text can be found all count. */
static void
test_quick_jumps_add_up(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	for (guint i = 0; i < 3; i++)
		oq_playback_go(f->playback, OQ_STEP_SENTENCE, 1);
	playback_case_wait_for_place(f, "Он");
	playback_case_hear_word(f, "Он");
}

/* The rest of the word that is heard is in the new style already; nothing is said again. */
static void
test_style_within_a_word(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	OqStyle style = OQ_STYLE_DEFAULT;
	style.speed_wpm = 200;
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_device_memory_hear(f->device, MADE_VOICE_WORD_FRAMES + MADE_VOICE_WORD_FRAMES / 5 - 1);
	oq_playback_set_style(f->playback, &style); /* a fifth of екі was heard */
	guint before = oq_device_memory_frames(f->device)->len;
	playback_case_wait_for_place(f, "екі");
	while (oq_device_memory_frames(f->device)->len < before + N_RISE + 1)
		oq_device_memory_hear(f->device, 1);
	playback_case_hear_word(f, "екі");
	oq_device_memory_hear(f->device, MADE_VOICE_WORD_FRAMES / 4 - N_RISE - 3);
	style.speed_wpm = 100;
	oq_playback_set_style(f->playback, &style); /* more than half of it */
	guint between = oq_device_memory_frames(f->device)->len;
	playback_case_hear_all(f);
	g_assert_cmpuint(playback_case_count(f, before, "үш"), ==, MADE_VOICE_WORD_FRAMES);
	guint n_frames = playback_case_count(f, between, "екі");
	/* 698 parts of 1000 were heard, and what becomes loud is not counted */
	g_assert_cmpuint(n_frames, <, MADE_VOICE_WORD_FRAMES - 698);
	g_assert_cmpuint(n_frames, >, MADE_VOICE_WORD_FRAMES - 698 - 2 * N_RISE);
	g_assert_cmpuint(oq_playback_status(f->playback).style.speed_wpm, ==, 100);
}

/* In the silence behind a sentence no word is left to be said. */
static void
test_style_in_a_pause(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	OqStyle style = OQ_STYLE_DEFAULT;
	style.speed_wpm = 200;
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_device_memory_hear(f->device, 3 * MADE_VOICE_WORD_FRAMES);
	oq_playback_set_style(f->playback, &style);
	playback_case_hear_all(f);
	g_assert_cmpuint(playback_case_count(f, 0, "үш"), ==, MADE_VOICE_WORD_FRAMES);
	g_assert_cmpuint(playback_case_count(f, 0, "Төрт"), ==, MADE_VOICE_WORD_FRAMES / 2);
}

/* An answer comes at once; then the reading goes on with the word that was heard. */
static void
test_interjection(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_device_memory_hear(f->device, MADE_VOICE_WORD_FRAMES); /* екі */
	oq_playback_interject(f->playback, playback_case_cursor(f, "Иә, жарайды."));
	/* an answer is pinned to the place that it was asked at */
	OqPlaybackStatus status = oq_playback_status(f->playback);
	g_assert_cmpuint(status.word_start, ==, playback_case_place("екі"));
	guint before = oq_device_memory_frames(f->device)->len;
	playback_case_hear_word(f, "екі"); /* the answer's samples are those of its place */
	playback_case_hear_all(f);
	guint n_frames = playback_case_count(f, before, "екі");
	/* two words of the answer, and екі again */
	g_assert_cmpuint(n_frames, ==, 3 * MADE_VOICE_WORD_FRAMES);
	playback_case_hear_all(f);
}

static void
test_interjection_in_a_pause(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_playback_pause(f->playback);
	guint before = oq_device_memory_frames(f->device)->len;
	oq_playback_interject(f->playback, playback_case_cursor(f, "Иә."));
	while (oq_device_memory_frames(f->device)->len < before + MADE_VOICE_WORD_FRAMES) {
		oq_device_memory_hear(f->device, 10);
		g_thread_yield();
	}
	/* … and then it is a pause as before */
	while (oq_device_memory_is_running(f->device)) {
		oq_device_memory_hear(f->device, 10);
		oq_playback_status(f->playback);
	}
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_PAUSED);
	oq_playback_play(f->playback);
	playback_case_hear_all(f);
	g_autoptr(GArray) words = playback_case_words(f);
	g_assert_cmpint(g_array_index(words, gint16, words->len - 1), ==,
		made_voice_sample(playback_case_place("отыз")));
}

static void
test_device_comes_back(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_device_memory_hear(f->device, MADE_VOICE_WORD_FRAMES);
	oq_device_memory_lose(f->device, 0);
	/* it is looked for again by itself */
	while (!oq_device_memory_is_running(f->device))
		g_thread_yield();
	playback_case_hear_all(f);
	playback_case_assert_words(f, playback_case_all, N_ALL);
}

static void
test_no_device(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	oq_device_memory_refuse(f->device, TRUE);
	f->cursor = playback_case_cursor(f, playback_case_text);
	oq_playback_open(f->playback, f->cursor);
	playback_case_wait_for_state(f, OQ_PLAYBACK_FAILED);
	g_assert_false(oq_playback_check(f->playback, &error));
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_LOST);
}

/* What was opened is let go; another text may follow, from a bookmark. */
static void
test_close(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_playback_close(f->playback);
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_EMPTY);
	g_clear_pointer(&f->cursor, oq_cursor_free);
	f->cursor = playback_case_cursor(f, playback_case_text);
	oq_playback_open(f->playback, f->cursor);
	oq_playback_go_to(f->playback, playback_case_place("сегіз"));
	playback_case_hear_word(f, "сегіз");
}

static void
note_change(const OqPlaybackStatus *status, gpointer data)
{
	GArray *places = data;
	guint64 place = status->word_start;
	if (status->word_end > place)
		g_array_append_val(places, place);
}

static void
test_tells_of_words(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(guint64));
	oq_playback_on_change(f->playback, note_change, places);
	playback_case_open(f);
	OqPlaybackStatus status = oq_playback_status(f->playback);
	g_assert_cmpuint(status.word_end, ==, status.word_start); /* nothing is heard yet */
	for (guint i = 0; i < N_ALL; i++) {
		playback_case_hear_sample(
			f, made_voice_sample(playback_case_place(playback_case_all[i])));
		while (places->len == 0 || g_array_index(places, guint64, places->len - 1) !=
						   playback_case_place(playback_case_all[i]))
			g_main_context_iteration(NULL, TRUE);
		oq_device_memory_hear(f->device, MADE_VOICE_WORD_FRAMES - 1);
	}
}

/* Requests that come faster than the thread takes the first one, which would wait for the pipe. */
static void
test_close_while_a_jump_waits(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqTaste taste = OQ_TASTE_DEFAULT;
	int ends[2], n_bytes = (int)strlen(playback_case_text);
	g_assert_true(
		pipe(ends) == 0 && write(ends[1], playback_case_text, (gsize)n_bytes) == n_bytes);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", ends[0]);
	f->cursor = oq_cursor_new(oq_document_open(path, NULL, NULL, NULL),
		oq_normalizer_new(f->lexicon, NULL, &taste));
	oq_playback_open(f->playback, f->cursor);
	playback_case_wait_until_said(f, 3);
	for (guint i = 0; i < 20; i++)
		oq_playback_go(f->playback, OQ_STEP_SENTENCE, 100);
	oq_playback_close(f->playback);
	close(ends[0]);
	close(ends[1]);
}

#define ADD(name, test)                                                                            \
	g_test_add("/playback/" name, PlaybackCase, NULL, playback_case_set_up, test,              \
		playback_case_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("reads-to-the-end", test_reads_to_the_end);
	ADD("reports-the-word", test_reports_the_word);
	ADD("pause-loses-nothing", test_pause_loses_nothing);
	ADD("jumps", test_jumps);
	ADD("quick-jumps-add-up", test_quick_jumps_add_up);
	ADD("style-within-a-word", test_style_within_a_word);
	ADD("style-in-a-pause", test_style_in_a_pause);
	ADD("interjection", test_interjection);
	ADD("interjection-in-a-pause", test_interjection_in_a_pause);
	ADD("device-comes-back", test_device_comes_back);
	ADD("no-device", test_no_device);
	ADD("close", test_close);
	ADD("close-while-a-jump-waits", test_close_while_a_jump_waits);
	ADD("tells-of-words", test_tells_of_words);
	return g_test_run();
}
