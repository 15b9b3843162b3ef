#include "reading/playback/playback-private.h"

#include "playback_case.h"

enum { N_WORD = MADE_VOICE_WORD_FRAMES };

static void
wait_until_running(PlaybackCase *f)
{
	while (!oq_device_memory_is_running(f->device))
		g_thread_yield();
}

static gboolean
is_all_queued(PlaybackCase *f)
{
	oq_playback_lock(f->playback);
	gboolean is_all = f->playback->has_ended;
	oq_playback_unlock(f->playback);
	return is_all;
}

/* Within екі; without a device nothing would be queued any more. */
static void
lose(PlaybackCase *f)
{
	playback_case_open(f);
	while (!is_all_queued(f))
		g_thread_yield();
	oq_device_memory_hear(f->device, N_WORD + N_WORD / 2);
	oq_device_memory_refuse(f->device, TRUE);
	oq_device_memory_lose(f->device, 0);
	playback_case_wait_for_state(f, OQ_PLAYBACK_LOST);
}

static void
hear_until_returned(PlaybackCase *f)
{
	wait_until_running(f);
	oq_device_memory_hear(f->device, 1);
	while (oq_playback_status(f->playback).n_returns == 0)
		g_thread_yield(); /* hearing on, the test might come to the end first */
}

/* It is LOST until something is heard, whatever is tried meanwhile; then with the word. */
static void
test_goes_on(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	oq_playback_set_loss(f->playback, OQ_PLAYBACK_LOSS_GO_ON);
	lose(f);
	g_assert_false(oq_playback_check(f->playback, &error));
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_LOST);
	oq_playback_play(f->playback); /* in vain */
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_LOST);
	oq_device_memory_refuse(f->device, FALSE);
	wait_until_running(f);
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_LOST);
	guint before = oq_device_memory_frames(f->device)->len;
	hear_until_returned(f);
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_PLAYING);
	g_assert_true(oq_playback_check(f->playback, NULL));
	playback_case_hear_all(f);
	g_assert_cmpuint(playback_case_count(f, before, "екі"), ==, N_WORD);
	g_assert_cmpuint(oq_playback_status(f->playback).n_returns, ==, 1);
	playback_case_assert_words(f, playback_case_all, G_N_ELEMENTS(playback_case_all));
}

/* It is back though the follower, which had no turn meanwhile, finds it silent again. */
static void
test_heard_at_once(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_playback_set_loss(f->playback, OQ_PLAYBACK_LOSS_GO_ON);
	lose(f);
	oq_device_memory_refuse(f->device, FALSE);
	wait_until_running(f);
	oq_playback_lock(f->playback);
	oq_device_memory_hear(f->device, 100 * N_WORD);
	oq_playback_unlock(f->playback);
	while (oq_playback_status(f->playback).n_returns == 0)
		g_thread_yield();
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_ENDED);
	playback_case_assert_words(f, playback_case_all, G_N_ELEMENTS(playback_case_all));
}

/* A device that was never there is waited for, too, where nothing is given up. */
static void
test_never_there(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_playback_set_loss(f->playback, OQ_PLAYBACK_LOSS_GO_ON);
	oq_device_memory_refuse(f->device, TRUE);
	f->cursor = playback_case_cursor(f, playback_case_text);
	oq_playback_open(f->playback, f->cursor);
	playback_case_wait_for_state(f, OQ_PLAYBACK_LOST);
	oq_device_memory_refuse(f->device, FALSE);
	hear_until_returned(f);
	playback_case_hear_all(f);
	playback_case_assert_words(f, playback_case_all, G_N_ELEMENTS(playback_case_all));
}

/* What is given up is not left behind for the next text. */
static void
test_given_up(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	oq_device_memory_refuse(f->device, TRUE);
	f->cursor = playback_case_cursor(f, playback_case_text);
	oq_playback_open(f->playback, f->cursor);
	playback_case_wait_for_state(f, OQ_PLAYBACK_FAILED);
	g_assert_false(oq_playback_check(f->playback, &error));
	oq_playback_close(f->playback);
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_EMPTY);
	oq_device_memory_refuse(f->device, FALSE);
	oq_cursor_free(f->cursor);
	playback_case_open(f);
	playback_case_hear_all(f);
	playback_case_assert_words(f, playback_case_all, G_N_ELEMENTS(playback_case_all));
}

static void
note_change(const OqPlaybackStatus *status, gpointer data)
{
	*(OqPlaybackStatus *)data = *status;
}

/* Words and losses are told while the next sentence has not come through its pipe. */
static void
test_pipe(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	OqPlaybackStatus told = {0};
	int ends[2];
	oq_playback_on_change(f->playback, note_change, &told);
	playback_case_open_pipe(f, ends, "Бір екі үш. Төрт бес", 1);
	for (guint i = 0; i < 3; i++) {
		playback_case_hear_word(f, playback_case_all[i]);
		while (told.word_start != playback_case_place(playback_case_all[i]) ||
			told.word_end == told.word_start)
			g_main_context_iteration(NULL, TRUE);
		if (i < 2)
			oq_device_memory_hear(f->device, N_WORD - 1);
	}
	oq_device_memory_refuse(f->device, TRUE);
	oq_device_memory_lose(f->device, 0);
	while (told.state != OQ_PLAYBACK_LOST)
		g_main_context_iteration(NULL, TRUE);
	oq_playback_close(f->playback);
	close(ends[0]);
	close(ends[1]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	PLAYBACK_CASE_ADD("/playback-follower/goes-on", test_goes_on);
	PLAYBACK_CASE_ADD("/playback-follower/heard-at-once", test_heard_at_once);
	PLAYBACK_CASE_ADD("/playback-follower/never-there", test_never_there);
	PLAYBACK_CASE_ADD("/playback-follower/given-up", test_given_up);
	PLAYBACK_CASE_ADD("/playback-follower/pipe", test_pipe);
	return g_test_run();
}
