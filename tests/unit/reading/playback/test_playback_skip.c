#include "playback_case.h"

#define SENTENCE "Бір екі үш. "

enum {
	N_SENTENCES = 100,
	N_BYTES = sizeof SENTENCE - 1,
	/* at 100 words a minute: three words and a pause in 350 ms */
	SENTENCES_IN_7S = 20,
};

static void
open_sentences(PlaybackCase *f)
{
	g_autoptr(GString) content = g_string_new(NULL);
	for (guint i = 0; i < N_SENTENCES; i++)
		g_string_append(content, SENTENCE);
	f->cursor = playback_case_cursor(f, content->str);
	oq_playback_open(f->playback, f->cursor);
}

static guint64
place_of(guint sentence, const char *word)
{
	return (guint64)sentence * N_BYTES + (guint64)(strstr(SENTENCE, word) - SENTENCE);
}

static void
hear(PlaybackCase *f, guint sentence, const char *word)
{
	while (oq_playback_status(f->playback).word_start != place_of(sentence, word))
		g_thread_yield();
	playback_case_hear_sample(f, made_voice_sample(place_of(sentence, word)));
}

static void
skip(PlaybackCase *f, gint n_seconds, guint sentence, const char *word)
{
	oq_playback_skip(f->playback, n_seconds);
	hear(f, sentence, word);
}

static void
test_by_what_sounds(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	open_sentences(f);
	hear(f, 0, "Бір");
	skip(f, 7, SENTENCES_IN_7S, "Бір");
	skip(f, 14, 3 * SENTENCES_IN_7S, "Бір");
	skip(f, -7, 2 * SENTENCES_IN_7S, "Бір");
	skip(f, 1, 2 * SENTENCES_IN_7S + 2, "үш"); /* within the pause behind it */
	skip(f, 2, 2 * SENTENCES_IN_7S + 8, "екі");
	skip(f, -2, 2 * SENTENCES_IN_7S + 2, "үш");
	skip(f, -14, 2, "үш");
}

/* Faster, there is more in a second: three words and a pause in 200 ms. */
static void
test_style(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	OqStyle style = OQ_STYLE_DEFAULT;
	open_sentences(f);
	hear(f, 0, "Бір");
	style.speed_wpm = 200;
	oq_playback_set_style(f->playback, &style);
	skip(f, 7, 35, "Бір");
}

/* A gap for dictation is no sound. */
static void
test_gap(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	open_sentences(f);
	hear(f, 0, "Бір");
	oq_playback_set_gap(f->playback, 30000);
	skip(f, 7, SENTENCES_IN_7S, "Бір");
}

static void
test_ends(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	open_sentences(f);
	hear(f, 0, "Бір");
	skip(f, 7, SENTENCES_IN_7S, "Бір");
	oq_playback_skip(f->playback, -10);
	playback_case_wait_until_refused(f, 1, OQ_PLAYBACK_REFUSAL_AT_START);
	hear(f, 0, "Бір");
	oq_playback_skip(f->playback, 600);
	playback_case_wait_until_refused(f, 2, OQ_PLAYBACK_REFUSAL_AT_END);
	hear(f, N_SENTENCES - 1, "Бір");
}

/* Keys that are pressed quickly. */
static void
test_adds_up(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	open_sentences(f);
	hear(f, 0, "Бір");
	for (guint i = 0; i < 4; i++)
		oq_playback_skip(f->playback, 7);
	oq_playback_skip(f->playback, -7);
	hear(f, 3 * SENTENCES_IN_7S, "Бір");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	PLAYBACK_CASE_ADD("/playback-skip/by-what-sounds", test_by_what_sounds);
	PLAYBACK_CASE_ADD("/playback-skip/style", test_style);
	PLAYBACK_CASE_ADD("/playback-skip/gap", test_gap);
	PLAYBACK_CASE_ADD("/playback-skip/ends", test_ends);
	PLAYBACK_CASE_ADD("/playback-skip/adds-up", test_adds_up);
	return g_test_run();
}
