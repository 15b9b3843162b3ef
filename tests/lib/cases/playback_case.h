/* playback_case.h - what the tests of playback share: a text that is read with the made voice on a
 * device in memory. */
#pragma once

#include "audio/playing/device_memory.h"
#include "made_voice.h"
#include "reading/playback/playback.h"

#include <string.h>
#include <unistd.h>

#define PLAYBACK_CASE_LATENCY 400

static const char playback_case_text[] =
	"Бір екі үш.\n\nТөрт бес алты. Жеті сегіз тоғыз.\n\nОн жиырма отыз.\n";

typedef struct {
	OqLexicon *lexicon;
	OqNursery *nursery;
	OqDevice *device;
	OqPlayback *playback;
	OqCursor *cursor; /* nullable: of the text that is open */
} PlaybackCase;

static inline OqCursor *
playback_case_cursor(PlaybackCase *f, const char *content)
{
	const OqTaste taste = OQ_TASTE_DEFAULT;
	return oq_cursor_new(oq_document_new_text(content, strlen(content)),
		oq_normalizer_new(f->lexicon, NULL, &taste));
}

static inline void
playback_case_set_up(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	const OqStyle style = OQ_STYLE_DEFAULT;
	f->nursery = oq_nursery_new(NULL, made_voice_run, NULL, &error);
	g_assert_no_error(error);
	f->lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	f->device = oq_device_memory_new(MADE_VOICE_RATE_HZ, PLAYBACK_CASE_LATENCY);
	f->playback =
		oq_playback_new(oq_pool_new(f->nursery, 1), oq_player_new(f->device), &style, NULL);
}

static inline void
playback_case_tear_down(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_playback_free(f->playback);
	oq_cursor_free(f->cursor);
	oq_nursery_free(f->nursery);
	oq_lexicon_free(f->lexicon);
}

static inline guint64
playback_case_place(const char *word)
{
	return (guint64)(strstr(playback_case_text, word) - playback_case_text);
}

/* The thread does its work at its own time. */
static inline void
playback_case_wait_until_said(PlaybackCase *f, guint64 n_said)
{
	while (oq_playback_status(f->playback).n_said < n_said)
		g_thread_yield();
}

static inline void
playback_case_wait_for_state(PlaybackCase *f, OqPlaybackState state)
{
	while (oq_playback_status(f->playback).state != state)
		g_thread_yield();
}

/* Until that word is what is heard next or now: what was asked for is done. */
static inline void
playback_case_wait_for_place(PlaybackCase *f, const char *word)
{
	while (oq_playback_status(f->playback).word_start != playback_case_place(word))
		g_thread_yield();
}

static inline void
playback_case_open(PlaybackCase *f)
{
	f->cursor = playback_case_cursor(f, playback_case_text);
	oq_playback_open(f->playback, f->cursor);
	playback_case_wait_until_said(f, 4);
}

/* Lets frames be heard one by one until a word sounds; fails when it is not the next sound. */
static inline void
playback_case_hear_sample(PlaybackCase *f, gint16 sample)
{
	const GArray *heard = oq_device_memory_frames(f->device);
	gint16 last = 0;
	do {
		guint before = heard->len;
		oq_device_memory_hear(f->device, 1);
		last = heard->len > before ? g_array_index(heard, gint16, heard->len - 1) : 0;
		if (heard->len == before)
			g_thread_yield(); /* the device does not run yet */
	} while (last == 0);
	g_assert_cmpint(last, ==, sample);
}

static inline void
playback_case_hear_word(PlaybackCase *f, const char *word)
{
	playback_case_hear_sample(f, made_voice_sample(playback_case_place(word)));
}

/* The words that were heard, in order, as places; a silence between two of the same parts them. */
static inline GArray *
playback_case_words(PlaybackCase *f)
{
	const GArray *heard = oq_device_memory_frames(f->device);
	GArray *words = g_array_new(FALSE, FALSE, sizeof(gint16));
	gint16 last = 0;
	for (guint i = 0; i < heard->len; i++) {
		gint16 sample = g_array_index(heard, gint16, i);
		if (sample != 0 && sample != last)
			g_array_append_val(words, sample);
		last = sample;
	}
	return words;
}

static inline void
playback_case_hear_all(PlaybackCase *f)
{
	while (oq_playback_status(f->playback).state != OQ_PLAYBACK_ENDED)
		oq_device_memory_hear(f->device, 100);
}

static inline void
playback_case_assert_words(PlaybackCase *f, const char *const *expected, guint n_expected)
{
	g_autoptr(GArray) words = playback_case_words(f);
	g_assert_cmpuint(words->len, ==, n_expected);
	for (guint i = 0; i < n_expected; i++)
		g_assert_cmpint(g_array_index(words, gint16, i), ==,
			made_voice_sample(playback_case_place(expected[i])));
}

static inline guint
playback_case_count(PlaybackCase *f, guint from, const char *word)
{
	const GArray *heard = oq_device_memory_frames(f->device);
	guint n_frames = 0;
	for (guint i = from; i < heard->len; i++)
		n_frames += g_array_index(heard, gint16, i) ==
			    made_voice_sample(playback_case_place(word));
	return n_frames;
}

static const char *const playback_case_all[] = {"Бір", "екі", "үш", "Төрт", "бес", "алты", "Жеті",
	"сегіз", "тоғыз", "Он", "жиырма", "отыз"};

/** playback_case_open_pipe: the text of a pipe in which nothing but @content is so far. */
static inline void
playback_case_open_pipe(PlaybackCase *f, int ends[2], const char *content, guint64 n_said)
{
	gssize n_bytes = (gssize)strlen(content);
	g_assert_true(pipe(ends) == 0 && write(ends[1], content, (gsize)n_bytes) == n_bytes);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", ends[0]);
	f->cursor = oq_cursor_new(oq_document_open(path, NULL, NULL, NULL),
		oq_normalizer_new(f->lexicon, NULL, &OQ_TASTE_DEFAULT));
	oq_playback_open(f->playback, f->cursor);
	playback_case_wait_until_said(f, n_said);
}

static inline void
playback_case_wait_until_refused(PlaybackCase *f, guint n_refused, OqPlaybackRefusal refusal)
{
	while (oq_playback_status(f->playback).n_refused < n_refused)
		g_thread_yield();
	g_assert_cmpint(oq_playback_status(f->playback).refusal, ==, refusal);
}

#define PLAYBACK_CASE_ADD(name, test)                                                              \
	g_test_add(name, PlaybackCase, NULL, playback_case_set_up, test, playback_case_tear_down)
