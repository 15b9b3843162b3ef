#include "playback_case.h"

#include <glib/gstdio.h>

enum { N_WORD = MADE_VOICE_WORD_FRAMES };

/* What the device has taken is heard as it is; then it is softer and softer, and a pause. Nothing
 * is lost: play goes on there, loud again. */
static void
test_fade(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	enum { FADE_MS = 150, N_FADE = MADE_VOICE_RATE_HZ * FADE_MS / 1000 };
	gint16 sample = made_voice_sample(playback_case_place("екі"));
	playback_case_open(f);
	const GArray *heard = oq_device_memory_frames(f->device);
	oq_device_memory_hear(f->device, N_WORD + 1);
	guint before = heard->len;
	oq_playback_fade(f->playback, FADE_MS);
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_PLAYING);
	while (oq_playback_status(f->playback).state == OQ_PLAYBACK_PLAYING)
		oq_device_memory_hear(f->device, 7); /* more than the fade, in the end */
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_PAUSED);
	g_assert_false(oq_device_memory_is_running(f->device));
	g_assert_cmpuint(heard->len, >=, before + N_FADE);
	g_assert_cmpint(
		g_array_index(heard, gint16, before + PLAYBACK_CASE_LATENCY - 1), ==, sample);
	g_assert_cmpint(g_array_index(heard, gint16, before + (PLAYBACK_CASE_LATENCY + N_FADE) / 2),
		<, sample / 2);
	g_assert_cmpuint(oq_playback_status(f->playback).word_start, ==, playback_case_place("үш"));
	oq_playback_play(f->playback);
	guint after = heard->len;
	playback_case_hear_all(f);
	g_assert_cmpuint(
		playback_case_count(f, after, "үш"), ==, 3 * N_WORD - (N_WORD + 1 + N_FADE));
}

static void
test_fade_and_jump(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	oq_device_memory_hear(f->device, 1);
	oq_playback_fade(f->playback, 10);
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 1);
	playback_case_wait_for_place(f, "Төрт");
	playback_case_hear_word(f, "Төрт");
	oq_device_memory_hear(f->device, 1000);
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_PLAYING);
}

static void
stop_after(PlaybackCase *f, OqStep step, const char *last, const char *next)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_playback_go_to(f->playback, playback_case_place("бес"));
	playback_case_hear_word(f, "бес");
	oq_playback_stop_after(f->playback, step);
	while (oq_playback_status(f->playback).state == OQ_PLAYBACK_PLAYING)
		oq_device_memory_hear(f->device, 100);
	OqPlaybackStatus status = oq_playback_status(f->playback);
	g_assert_cmpint(status.state, ==, OQ_PLAYBACK_PAUSED);
	g_assert_cmpuint(status.word_start, ==, playback_case_place(last));
	g_assert_cmpuint(playback_case_count(f, 0, last), ==, N_WORD);
	g_assert_cmpuint(playback_case_count(f, 0, next), ==, 0);
	g_assert_false(oq_device_memory_is_running(f->device));
	oq_playback_play(f->playback);
	playback_case_hear_word(f, next);
	playback_case_hear_all(f); /* and it stops no more */
}

static void
test_stop_after_sentence(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	stop_after(f, OQ_STEP_SENTENCE, "алты", "Жеті");
}

static void
test_stop_after_paragraph(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	stop_after(f, OQ_STEP_BLOCK, "тоғыз", "Он");
}

/* A chapter without a heading behind it is the rest. */
static void
test_stop_after_chapter(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	oq_playback_stop_after(f->playback, OQ_STEP_HEADING);
	playback_case_hear_all(f);
	g_assert_cmpuint(playback_case_count(f, 0, "отыз"), ==, N_WORD);
}

static OqCursor *
open_book(PlaybackCase *f, const char *folder)
{
	static const char *const chapters[] = {"Бір екі.", "Үш төрт.", "Бес алты."};
	static const OqDocumentWish plain = {0};
	const OqTaste taste = OQ_TASTE_DEFAULT;
	const char *const paths[] = {folder, NULL};
	g_autoptr(GError) error = NULL;
	for (guint i = 0; i < G_N_ELEMENTS(chapters); i++) {
		g_autofree char *path = g_strdup_printf("%s/%u", folder, i);
		g_assert_true(g_file_set_contents(path, chapters[i], -1, NULL));
	}
	OqDocument *document = oq_document_open_all(paths, &plain, NULL, &error);
	g_assert_no_error(error);
	return oq_cursor_new(document, oq_normalizer_new(f->lexicon, NULL, &taste));
}

static void
remove_book(const char *folder)
{
	for (guint i = 0; i < 3; i++) {
		g_autofree char *path = g_strdup_printf("%s/%u", folder, i);
		g_assert_cmpint(g_unlink(path), ==, 0);
	}
	g_assert_cmpint(g_rmdir(folder), ==, 0);
}

/* Who leaves the chapter by a key hears the one that was reached, and not that of the start. */
static void
test_stop_after_other_chapter(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->cursor = open_book(f, folder);
	oq_playback_open(f->playback, f->cursor);
	playback_case_wait_until_said(f, 3);
	oq_playback_stop_after(f->playback, OQ_STEP_HEADING);
	oq_playback_go(f->playback, OQ_STEP_HEADING, 1);
	while (oq_playback_status(f->playback).state == OQ_PLAYBACK_PLAYING)
		oq_device_memory_hear(f->device, 100);
	OqPlaybackStatus status = oq_playback_status(f->playback);
	g_assert_cmpint(status.state, ==, OQ_PLAYBACK_PAUSED);
	g_assert_cmpuint(status.word_start, ==, oq_document_place(1, strlen("Үш ")));
	remove_book(folder);
}

/* The first word of what comes next is not lost to an answer that is given meanwhile. */
static void
test_stop_and_answer(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_playback_stop_after(f->playback, OQ_STEP_SENTENCE);
	oq_playback_interject(f->playback, playback_case_cursor(f, "Жақсы."));
	while (oq_playback_status(f->playback).state == OQ_PLAYBACK_PLAYING)
		oq_device_memory_hear(f->device, 100);
	oq_playback_interject(f->playback, playback_case_cursor(f, "Енді."));
	while (!oq_playback_status(f->playback).in_answer)
		g_thread_yield();
	while (oq_playback_status(f->playback).in_answer)
		oq_device_memory_hear(f->device, 100);
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_PAUSED);
	oq_playback_play(f->playback);
	playback_case_hear_word(f, "Төрт");
}

/* Between sentences; no word is lost. The first word may be said again when the gap is set, with
 * any silence before. */
static void
test_gap(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	enum { GAP_MS = 200, N_GAP = MADE_VOICE_RATE_HZ * GAP_MS / 1000 };
	guint n_silent = 0, n_pauses = 0;
	gint16 last = 0;
	playback_case_open(f);
	oq_device_memory_hear(f->device, 1);
	oq_playback_set_gap(f->playback, GAP_MS);
	playback_case_hear_all(f);
	const GArray *heard = oq_device_memory_frames(f->device);
	for (guint i = 0; i < heard->len; i++) {
		gint16 sample = g_array_index(heard, gint16, i);
		gboolean is_next = sample != 0 && last != 0 && sample != last;
		n_pauses += is_next && n_silent >= N_GAP + MADE_VOICE_PAUSE_FRAMES;
		n_silent = sample == 0 ? n_silent + 1 : 0;
		last = sample != 0 ? sample : last;
	}
	g_assert_cmpuint(n_pauses, ==, 3);
	for (guint i = 1; i < G_N_ELEMENTS(playback_case_all); i++)
		g_assert_cmpuint(playback_case_count(f, 0, playback_case_all[i]), ==, N_WORD);
}

/* An answer is heard in a pause; what it is broken off for is not. */
static void
test_jump_in_a_paused_answer(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	oq_playback_pause(f->playback);
	oq_playback_interject(f->playback, playback_case_cursor(f, "Иә, жарайды."));
	playback_case_hear_word(f, "Бір"); /* pinned to its place */
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 1);
	playback_case_wait_for_place(f, "Төрт");
	g_assert_false(oq_device_memory_is_running(f->device));
	OqPlaybackStatus status = oq_playback_status(f->playback);
	g_assert_cmpint(status.state, ==, OQ_PLAYBACK_PAUSED);
	g_assert_false(status.in_answer);
}

static void
test_in_answer(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_word(f, "Бір");
	g_assert_false(oq_playback_status(f->playback).in_answer);
	const GArray *heard = oq_device_memory_frames(f->device);
	guint before = heard->len;
	oq_playback_interject(f->playback, playback_case_cursor(f, "Иә."));
	g_assert_true(oq_playback_status(f->playback).in_answer);
	playback_case_hear_word(f, "Бір");
	playback_case_wait_until_said(f, 5); /* the text that follows is queued */
	while (oq_playback_status(f->playback).in_answer)
		oq_device_memory_hear(f->device, 1);
	/* all of it, and nothing else so far */
	g_assert_cmpuint(playback_case_count(f, before, "Бір"), ==, N_WORD);
	playback_case_hear_all(f);
	g_assert_cmpuint(playback_case_count(f, before, "Бір"), ==, 2 * N_WORD);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	PLAYBACK_CASE_ADD("/playback-requests/fade", test_fade);
	PLAYBACK_CASE_ADD("/playback-requests/fade-and-jump", test_fade_and_jump);
	PLAYBACK_CASE_ADD("/playback-requests/stop-after-sentence", test_stop_after_sentence);
	PLAYBACK_CASE_ADD("/playback-requests/stop-after-paragraph", test_stop_after_paragraph);
	PLAYBACK_CASE_ADD("/playback-requests/stop-after-chapter", test_stop_after_chapter);
	PLAYBACK_CASE_ADD(
		"/playback-requests/stop-after-other-chapter", test_stop_after_other_chapter);
	PLAYBACK_CASE_ADD("/playback-requests/stop-and-answer", test_stop_and_answer);
	PLAYBACK_CASE_ADD("/playback-requests/gap", test_gap);
	PLAYBACK_CASE_ADD(
		"/playback-requests/jump-in-a-paused-answer", test_jump_in_a_paused_answer);
	PLAYBACK_CASE_ADD("/playback-requests/in-answer", test_in_answer);
	return g_test_run();
}
