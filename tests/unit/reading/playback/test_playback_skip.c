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
	skip(f, 1, 2 * SENTENCES_IN_7S + 3, "Бір"); /* behind the pause that it was in */
	skip(f, 2, 2 * SENTENCES_IN_7S + 8, "үш");
	skip(f, -2, 2 * SENTENCES_IN_7S + 3, "Бір");
	skip(f, -14, 3, "Бір");
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
	oq_playback_skip(f->playback, -10);
	playback_case_wait_until_refused(f, 2, OQ_PLAYBACK_REFUSAL_AT_START);
	hear(f, 0, "Бір");
	oq_playback_skip(f->playback, 600);
	playback_case_wait_for_state(f, OQ_PLAYBACK_ENDED);
	g_assert_cmpuint(
		oq_playback_status(f->playback).word_start, ==, place_of(N_SENTENCES - 1, "үш"));
	oq_playback_skip(f->playback, 10);
	playback_case_wait_for_state(f, OQ_PLAYBACK_ENDED);
	g_assert_cmpuint(oq_playback_status(f->playback).n_refused, ==, 2);
	skip(f, -7, N_SENTENCES - SENTENCES_IN_7S, "Бір");
}

/* ---- by samples ---- */

enum {
	N_VOICED = 3 * MADE_VOICE_WORD_FRAMES,
	N_SENTENCE = N_VOICED + MADE_VOICE_PAUSE_FRAMES,
};

/* What sounds at a frame of the text, or behind the silence that it is in. */
static guint
sounds_at(guint frame)
{
	guint within = frame % N_SENTENCE;
	return within < N_VOICED ? frame : frame - within + N_SENTENCE;
}

static gint16
sample_at(guint frame)
{
	static const char *const words[] = {"Бір", "екі", "үш"};
	return made_voice_sample(
		place_of(frame / N_SENTENCE, words[frame % N_SENTENCE / MADE_VOICE_WORD_FRAMES]));
}

/* So many samples that sound, which are those from a frame of the text on; returns that behind
 * them.
 */
static guint
hear_samples(PlaybackCase *f, guint frame, guint n)
{
	for (guint i = 0; i < n; i++) {
		frame = sounds_at(frame);
		playback_case_hear_sample(f, sample_at(frame));
		frame++;
	}
	return frame;
}

/* As above. */
static guint
skip_frames(PlaybackCase *f, guint frame, gint n_seconds)
{
	guint n_jumps = oq_playback_status(f->playback).n_jumps;
	oq_playback_skip(f->playback, n_seconds);
	while (oq_playback_status(f->playback).n_jumps == n_jumps)
		g_thread_yield();
	return (guint)((gint)frame + n_seconds * MADE_VOICE_RATE_HZ);
}

enum { N_FIRST = 12300, N_TEN = 10 * MADE_VOICE_RATE_HZ };

/* From within a word on; what was heard, what was queued and what comes behind that. */
static void
test_samples_back(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	open_sentences(f);
	guint frame = hear_samples(f, 0, 2 * N_TEN + N_FIRST);
	frame = skip_frames(f, frame, -10);
	frame = hear_samples(f, frame, N_TEN + N_VOICED);
	frame = skip_frames(f, frame, -10);
	frame = skip_frames(f, frame, -10);
	hear_samples(f, frame, N_TEN);
}

/* The same as without the skip. */
static void
test_samples_on(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	open_sentences(f);
	guint frame = hear_samples(f, 0, N_FIRST);
	frame = skip_frames(f, frame, 10);
	frame = hear_samples(f, frame, N_VOICED);
	frame = skip_frames(f, frame, 10);
	hear_samples(f, frame, N_VOICED);
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
	PLAYBACK_CASE_ADD("/playback-skip/samples-back", test_samples_back);
	PLAYBACK_CASE_ADD("/playback-skip/samples-on", test_samples_on);
	return g_test_run();
}
