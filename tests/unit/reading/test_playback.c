#include "reading/playback.h"

#include "audio/playing/device_memory.h"
#include "made_voice.h"

#include <string.h>
#include <unistd.h>

#define N_LATENCY 400

static const char text[] = "Бір екі үш.\n\nТөрт бес алты. Жеті сегіз тоғыз.\n\nОн жиырма отыз.\n";

typedef struct {
	OqLexicon *lexicon;
	OqNursery *nursery;
	OqDevice *device;
	OqPlayback *playback;
	OqCursor *cursor; /* nullable: of the text that is open */
} Fixture;

static OqCursor *
make_cursor(Fixture *f, const char *content)
{
	const OqTaste taste = OQ_TASTE_DEFAULT;
	return oq_cursor_new(oq_document_new_text(content, strlen(content)),
		oq_normalizer_new(f->lexicon, NULL, &taste));
}

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	const OqStyle style = OQ_STYLE_DEFAULT;
	f->nursery = oq_nursery_new(NULL, made_voice_run, NULL, &error);
	g_assert_no_error(error);
	f->lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	f->device = oq_device_memory_new(MADE_VOICE_RATE_HZ, N_LATENCY);
	f->playback =
		oq_playback_new(oq_pool_new(f->nursery, 1), oq_player_new(f->device), &style, NULL);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_playback_free(f->playback);
	oq_cursor_free(f->cursor);
	oq_nursery_free(f->nursery);
	oq_lexicon_free(f->lexicon);
}

static guint64
place_of(const char *word)
{
	return (guint64)(strstr(text, word) - text);
}

/* The thread does its work at its own time. */
static void
wait_until_said(Fixture *f, guint64 n_said)
{
	while (oq_playback_status(f->playback).n_said < n_said)
		g_thread_yield();
}

static void
wait_for_state(Fixture *f, OqPlaybackState state)
{
	while (oq_playback_status(f->playback).state != state)
		g_thread_yield();
}

/* Until that word is what is heard next or now: what was asked for is done. */
static void
wait_for_place(Fixture *f, const char *word)
{
	while (oq_playback_status(f->playback).word_start != place_of(word))
		g_thread_yield();
}

static void
open_text(Fixture *f)
{
	f->cursor = make_cursor(f, text);
	oq_playback_open(f->playback, f->cursor);
	wait_until_said(f, 4);
}

/* Lets frames be heard one by one until a word sounds; fails when it is not the next sound. */
static void
hear_word(Fixture *f, gint16 sample)
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

static void
hear_word_at(Fixture *f, const char *word)
{
	hear_word(f, made_voice_sample(place_of(word)));
}

/* The words that were heard, in order, as places; a silence between two of the same parts them. */
static GArray *
words_heard(Fixture *f)
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

static void
hear_all(Fixture *f)
{
	while (oq_playback_status(f->playback).state != OQ_PLAYBACK_ENDED)
		oq_device_memory_hear(f->device, 100);
}

static void
assert_words(Fixture *f, const char *const *expected, guint n_expected)
{
	g_autoptr(GArray) words = words_heard(f);
	g_assert_cmpuint(words->len, ==, n_expected);
	for (guint i = 0; i < n_expected; i++)
		g_assert_cmpint(g_array_index(words, gint16, i), ==,
			made_voice_sample(place_of(expected[i])));
}

static guint
count_frames(Fixture *f, guint from, const char *word)
{
	const GArray *heard = oq_device_memory_frames(f->device);
	guint n_frames = 0;
	for (guint i = from; i < heard->len; i++)
		n_frames += g_array_index(heard, gint16, i) == made_voice_sample(place_of(word));
	return n_frames;
}

static const char *const all_words[] = {"Бір", "екі", "үш", "Төрт", "бес", "алты", "Жеті", "сегіз",
	"тоғыз", "Он", "жиырма", "отыз"};

static void
test_reads_to_the_end(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_EMPTY);
	open_text(f);
	hear_all(f);
	assert_words(f, all_words, G_N_ELEMENTS(all_words));
}

static void
test_reports_the_word(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	open_text(f);
	for (guint i = 0; i < G_N_ELEMENTS(all_words); i++) {
		gint16 sample = made_voice_sample(place_of(all_words[i]));
		const GArray *heard = oq_device_memory_frames(f->device);
		while (heard->len == 0 || g_array_index(heard, gint16, heard->len - 1) != sample)
			oq_device_memory_hear(f->device, 1);
		OqPlaybackStatus status = oq_playback_status(f->playback);
		g_assert_cmpuint(status.word_start, ==, place_of(all_words[i]));
		g_assert_cmpuint(
			status.word_end, ==, place_of(all_words[i]) + strlen(all_words[i]));
		g_assert_cmpuint(status.sentence_start, <=, status.word_start);
		g_assert_cmpuint(status.sentence_end, >=, status.word_end);
	}
}

static void
test_pause_loses_nothing(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	open_text(f);
	g_autoptr(GRand) random = g_rand_new_with_seed(8);
	while (oq_playback_status(f->playback).state != OQ_PLAYBACK_ENDED) {
		oq_device_memory_hear(f->device, (gsize)g_rand_int_range(random, 1, 500));
		oq_playback_pause(f->playback);
		g_assert_false(oq_device_memory_is_running(f->device));
		oq_playback_play(f->playback);
	}
	for (guint w = 0; w < G_N_ELEMENTS(all_words); w++)
		g_assert_cmpuint(count_frames(f, 0, all_words[w]), ==, MADE_VOICE_WORD_FRAMES);
	assert_words(f, all_words, G_N_ELEMENTS(all_words));
}

static void
test_jumps(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	open_text(f);
	hear_word_at(f, "Бір");
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, 2);
	wait_for_place(f, "Жеті");
	hear_word_at(f, "Жеті");
	oq_playback_go(f->playback, OQ_STEP_SENTENCE, -1);
	wait_for_place(f, "Төрт");
	hear_word_at(f, "Төрт");
	oq_playback_go(f->playback, OQ_STEP_WORD, 2);
	wait_for_place(f, "алты");
	hear_word_at(f, "алты");
	oq_playback_go_to(f->playback, place_of("жиырма"));
	wait_for_place(f, "жиырма");
	hear_word_at(f, "жиырма");
	hear_all(f);
}

/* Keys that are pressed faster than the text can be found all count. */
static void
test_quick_jumps_add_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	open_text(f);
	hear_word_at(f, "Бір");
	for (guint i = 0; i < 3; i++)
		oq_playback_go(f->playback, OQ_STEP_SENTENCE, 1);
	wait_for_place(f, "Он");
	hear_word_at(f, "Он");
}

static void
test_style_from_the_word(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	OqStyle style = OQ_STYLE_DEFAULT;
	style.speed_wpm = 200;
	open_text(f);
	hear_word_at(f, "Бір");
	oq_device_memory_hear(f->device, MADE_VOICE_WORD_FRAMES + 10); /* within екі */
	oq_playback_set_style(f->playback, &style);
	guint before = oq_device_memory_frames(f->device)->len;
	hear_all(f);
	guint n_frames = count_frames(f, before, "екі");
	g_assert_cmpuint(n_frames, ==, MADE_VOICE_WORD_FRAMES / 2);
	g_assert_cmpuint(oq_playback_status(f->playback).style.speed_wpm, ==, 200);
	assert_words(f, all_words, G_N_ELEMENTS(all_words));
}

/* An answer comes at once; then the reading goes on with the word that was heard. */
static void
test_interjection(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	open_text(f);
	hear_word_at(f, "Бір");
	oq_device_memory_hear(f->device, MADE_VOICE_WORD_FRAMES); /* екі */
	oq_playback_interject(f->playback, make_cursor(f, "Иә, жарайды."));
	/* an answer is pinned to the place that it was asked at */
	OqPlaybackStatus status = oq_playback_status(f->playback);
	g_assert_cmpuint(status.word_start, ==, place_of("екі"));
	guint before = oq_device_memory_frames(f->device)->len;
	hear_word_at(f, "екі"); /* the answer's samples are those of its place */
	hear_all(f);
	guint n_frames = count_frames(f, before, "екі");
	/* two words of the answer, and екі again */
	g_assert_cmpuint(n_frames, ==, 3 * MADE_VOICE_WORD_FRAMES);
	hear_all(f);
}

static void
test_interjection_in_a_pause(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	open_text(f);
	hear_word_at(f, "Бір");
	oq_playback_pause(f->playback);
	guint before = oq_device_memory_frames(f->device)->len;
	oq_playback_interject(f->playback, make_cursor(f, "Иә."));
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
	hear_all(f);
	g_autoptr(GArray) words = words_heard(f);
	g_assert_cmpint(g_array_index(words, gint16, words->len - 1), ==,
		made_voice_sample(place_of("отыз")));
}

static void
test_device_comes_back(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	open_text(f);
	hear_word_at(f, "Бір");
	oq_device_memory_hear(f->device, MADE_VOICE_WORD_FRAMES);
	oq_device_memory_lose(f->device, 0);
	/* it is looked for again by itself */
	while (!oq_device_memory_is_running(f->device))
		g_thread_yield();
	hear_all(f);
	assert_words(f, all_words, G_N_ELEMENTS(all_words));
}

static void
test_no_device(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	oq_device_memory_refuse(f->device, TRUE);
	f->cursor = make_cursor(f, text);
	oq_playback_open(f->playback, f->cursor);
	wait_for_state(f, OQ_PLAYBACK_FAILED);
	g_assert_false(oq_playback_check(f->playback, &error));
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_LOST);
}

/* What was opened is let go; another text may follow, from a bookmark. */
static void
test_close(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	open_text(f);
	hear_word_at(f, "Бір");
	oq_playback_close(f->playback);
	g_assert_cmpint(oq_playback_status(f->playback).state, ==, OQ_PLAYBACK_EMPTY);
	g_clear_pointer(&f->cursor, oq_cursor_free);
	f->cursor = make_cursor(f, text);
	oq_playback_open(f->playback, f->cursor);
	oq_playback_go_to(f->playback, place_of("сегіз"));
	hear_word_at(f, "сегіз");
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
test_tells_of_words(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(guint64));
	oq_playback_on_change(f->playback, note_change, places);
	open_text(f);
	OqPlaybackStatus status = oq_playback_status(f->playback);
	g_assert_cmpuint(status.word_end, ==, status.word_start); /* nothing is heard yet */
	for (guint i = 0; i < G_N_ELEMENTS(all_words); i++) {
		hear_word(f, made_voice_sample(place_of(all_words[i])));
		while (places->len == 0 ||
			g_array_index(places, guint64, places->len - 1) != place_of(all_words[i]))
			g_main_context_iteration(NULL, TRUE);
		oq_device_memory_hear(f->device, MADE_VOICE_WORD_FRAMES - 1);
	}
}

/* Requests that come faster than the thread takes the first one, which would wait for the pipe. */
static void
test_close_while_a_jump_waits(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqTaste taste = OQ_TASTE_DEFAULT;
	int ends[2], n_bytes = (int)strlen(text);
	g_assert_true(pipe(ends) == 0 && write(ends[1], text, (gsize)n_bytes) == n_bytes);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", ends[0]);
	f->cursor = oq_cursor_new(oq_document_open(path, NULL, NULL, NULL),
		oq_normalizer_new(f->lexicon, NULL, &taste));
	oq_playback_open(f->playback, f->cursor);
	wait_until_said(f, 3);
	for (guint i = 0; i < 20; i++)
		oq_playback_go(f->playback, OQ_STEP_SENTENCE, 100);
	oq_playback_close(f->playback);
	close(ends[0]);
	close(ends[1]);
}

#define ADD(name, test) g_test_add("/playback/" name, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("reads-to-the-end", test_reads_to_the_end);
	ADD("reports-the-word", test_reports_the_word);
	ADD("pause-loses-nothing", test_pause_loses_nothing);
	ADD("jumps", test_jumps);
	ADD("quick-jumps-add-up", test_quick_jumps_add_up);
	ADD("style-from-the-word", test_style_from_the_word);
	ADD("interjection", test_interjection);
	ADD("interjection-in-a-pause", test_interjection_in_a_pause);
	ADD("device-comes-back", test_device_comes_back);
	ADD("no-device", test_no_device);
	ADD("close", test_close);
	ADD("close-while-a-jump-waits", test_close_while_a_jump_waits);
	ADD("tells-of-words", test_tells_of_words);
	return g_test_run();
}
