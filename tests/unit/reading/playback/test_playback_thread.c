#include "reading/playback/playback-private.h"

#include "audio/playing/device_memory.h"
#include "book_case.h"
#include "document/source.h"
#include "playback_case.h"

#include <string.h>
#include <unistd.h>

#define PARAGRAPH "Бір екі үш төрт бес алты жеті сегіз тоғыз он.\n\n"

enum { N_PARAGRAPHS = 130000 }; /* more than a pipe keeps */

static gpointer
write_text(gpointer data)
{
	const int *fd = data;
	for (guint i = 0; i < N_PARAGRAPHS; i++)
		if (write(*fd, PARAGRAPH, strlen(PARAGRAPH)) < 0)
			break;
	close(*fd);
	return NULL;
}

/* What a pipe gave long ago is not there any more; the reading goes on where it was. */
static void
test_gone(void)
{
	int ends[2];
	g_autoptr(GError) error = NULL;
	const OqStyle style = OQ_STYLE_DEFAULT;
	g_autoptr(OqNursery) nursery = oq_nursery_new(NULL, made_voice_run, NULL, &error);
	g_assert_no_error(error);
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	g_assert_cmpint(pipe(ends), ==, 0);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", ends[0]);
	GThread *writer = g_thread_new("writer", write_text, &ends[1]);
	OqDocument *document = oq_document_open(path, NULL, NULL, &error);
	g_assert_no_error(error);
	g_autoptr(OqCursor) cursor =
		oq_cursor_new(document, oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT));
	OqPlayback *playback = oq_playback_new(oq_pool_new(nursery, 1),
		oq_player_new(oq_device_memory_new(MADE_VOICE_RATE_HZ, 0)), &style, NULL);
	oq_playback_open(playback, cursor);
	oq_playback_go(playback, OQ_STEP_DOCUMENT, 1);
	while (oq_playback_status(playback).word_start < OQ_SOURCE_KEPT_BYTES)
		g_thread_yield();
	guint64 place = oq_playback_status(playback).word_start;
	oq_playback_go(playback, OQ_STEP_DOCUMENT, -1);
	while (oq_playback_status(playback).n_refused == 0)
		g_thread_yield();
	g_assert_cmpint(oq_playback_status(playback).refusal, ==, OQ_PLAYBACK_REFUSAL_GONE);
	g_assert_true(oq_playback_check(playback, &error));
	g_assert_no_error(error);
	g_assert_cmpuint(playback->place, ==, place);
	oq_playback_free(playback);
	g_thread_join(writer);
	close(ends[0]);
}

/* Behind the last line of what is followed the device is let go, though the pause behind it is
 * short; the next one is heard when it is written. */
static void
test_waits_without_device(void)
{
	PlaybackCase f;
	BookCase book;
	g_autoptr(GError) error = NULL;
	const OqDocumentWish wish = {.follows = TRUE};
	playback_case_set_up(&f, NULL);
	book_case_set_up(&book, NULL);
	book_case_write(&book, "1", "Бір екі.\n", -1);
	OqDocument *document = book_case_open(&book, &wish, NULL);
	f.cursor = oq_cursor_new(document, oq_normalizer_new(f.lexicon, NULL, &OQ_TASTE_DEFAULT));
	oq_playback_open(f.playback, f.cursor);
	for (guint n_said = 1; n_said <= 2; n_said++) {
		playback_case_wait_until_said(&f, n_said);
		g_assert_true(oq_device_memory_is_running(f.device));
		while (oq_device_memory_is_running(f.device)) {
			oq_device_memory_hear(f.device, 100);
			OqPlaybackStatus status = oq_playback_status(f.playback);
			g_assert_cmpint(status.state, ==, OQ_PLAYBACK_PLAYING);
		}
		if (n_said == 1)
			book_case_append(&book, "1", "Үш төрт.\n");
	}
	g_autoptr(GArray) words = playback_case_words(&f);
	g_assert_cmpuint(words->len, ==, 4);
	playback_case_tear_down(&f, NULL);
	book_case_tear_down(&book, NULL);
}

/* What is made while something else sounds comes without a gap and without a click: all that is
 * heard are the sentences and the pauses behind them, sample by sample. */
static void
test_gapless(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	enum { N_SENTENCES = 40, N_WORDS = 3, N_AHEAD = 3 };
	static const char sentence[] = "Бір екі үш. ";
	static const guint starts[N_WORDS] = {0, 7, 14};
	g_autoptr(GString) content = g_string_new(NULL);
	g_autoptr(GArray) wanted = g_array_new(FALSE, TRUE, sizeof(gint16));
	for (guint i = 0; i < N_SENTENCES; i++) {
		for (guint w = 0; w < N_WORDS; w++) {
			gint16 sample = made_voice_sample(content->len + starts[w]);
			for (guint k = 0; k < MADE_VOICE_WORD_FRAMES; k++)
				g_array_append_val(wanted, sample);
		}
		g_array_set_size(wanted, wanted->len + MADE_VOICE_PAUSE_FRAMES);
		g_string_append(content, sentence);
	}
	f->cursor = playback_case_cursor(f, content->str);
	oq_playback_open(f->playback, f->cursor);
	for (guint i = 0; i < N_SENTENCES; i++) {
		playback_case_wait_until_said(f, MIN(i + N_AHEAD, N_SENTENCES));
		oq_device_memory_hear(f->device, wanted->len / N_SENTENCES);
	}
	const GArray *heard = oq_device_memory_frames(f->device);
	g_assert_cmpmem(heard->data, heard->len * sizeof(gint16), wanted->data,
		wanted->len * sizeof(gint16));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/playback-thread/gone", test_gone);
	g_test_add_func("/playback-thread/waits-without-device", test_waits_without_device);
	PLAYBACK_CASE_ADD("/playback-thread/gapless", test_gapless);
	return g_test_run();
}
