#include "playback_case.h"

/* What is queued is not all that is made, but the text is heard once, to its end. */
static void
test_in_order(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	playback_case_open(f);
	playback_case_hear_all(f);
	playback_case_assert_words(f, playback_case_all, G_N_ELEMENTS(playback_case_all));
}

/* What a pipe holds up is not waited for before what is there already is heard. */
static void
test_pipe(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	enum { N_SENTENCES = 30 };
	int ends[2];
	g_autoptr(GString) content = g_string_new(NULL);
	for (guint i = 0; i < N_SENTENCES; i++)
		g_string_append(content, "Бір екі үш.\n\n");
	playback_case_open_pipe(f, ends, content->str, 1);
	while (oq_playback_status(f->playback).n_said < N_SENTENCES) {
		oq_device_memory_hear(f->device, 100);
		g_thread_yield();
	}
	close(ends[1]);
	playback_case_hear_all(f);
	g_autoptr(GArray) words = playback_case_words(f);
	g_assert_cmpuint(words->len, ==, 3 * N_SENTENCES);
	close(ends[0]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	PLAYBACK_CASE_ADD("/playback-make/in-order", test_in_order);
	PLAYBACK_CASE_ADD("/playback-make/pipe", test_pipe);
	return g_test_run();
}
