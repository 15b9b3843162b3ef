#include "reading/render.h"

#include "audio/files/sink_memory.h"
#include "made_voice.h"

#include <string.h>
#include <unistd.h>

typedef struct {
	OqLexicon *lexicon;
	OqNursery *nursery;
	OqPool *pool;
	OqChain *chain;
	OqSink *sink;
	OqRender *render;
	OqStyle style;
} Fixture;

static void
set_up(Fixture *f, gconstpointer n_children)
{
	g_autoptr(GError) error = NULL;
	f->style = OQ_STYLE_DEFAULT;
	f->nursery = oq_nursery_new(NULL, made_voice_run, NULL, &error);
	g_assert_no_error(error);
	f->lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	f->pool = oq_pool_new(f->nursery, GPOINTER_TO_UINT(n_children));
	f->chain = oq_chain_new(MADE_VOICE_RATE_HZ, MADE_VOICE_RATE_HZ, 1);
	f->sink = oq_sink_memory_new(MADE_VOICE_RATE_HZ, 1);
	f->render = oq_render_new(f->pool, f->chain, f->sink, &f->style);
}

static void
tear_down(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	oq_render_free(f->render);
	oq_sink_free(f->sink);
	oq_chain_free(f->chain);
	oq_pool_free(f->pool);
	oq_nursery_free(f->nursery);
	oq_lexicon_free(f->lexicon);
}

static void
add(Fixture *f, const char *text)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqCursor) cursor = oq_cursor_new(oq_document_new_text(text, strlen(text)),
		oq_normalizer_new(f->lexicon, NULL, &OQ_TASTE_DEFAULT));
	g_assert_true(oq_render_add(f->render, cursor, NULL, &error));
	g_assert_no_error(error);
}

static gint
sample_at(Fixture *f, guint64 frame)
{
	const GArray *frames = oq_sink_memory_frames(f->sink);
	return (gint)(g_array_index(frames, gfloat, frame) * 32768);
}

/* Three words, a pause, one word; no pause before the first or behind the last. */
static void
test_pauses_are_between(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	add(f, "Бір екі үш. Төрт.");
	g_assert_true(oq_render_finish(f->render, NULL, NULL));
	g_assert_true(oq_sink_memory_is_finished(f->sink));
	OqRenderCount count = oq_render_count(f->render);
	g_assert_cmpuint(count.n_sentences, ==, 2);
	g_assert_cmpuint(count.n_frames, ==, 4 * MADE_VOICE_WORD_FRAMES + MADE_VOICE_PAUSE_FRAMES);
	g_assert_cmpuint(oq_sink_memory_frames(f->sink)->len, ==, count.n_frames);
	g_assert_cmpint(sample_at(f, 0), ==, made_voice_sample(0));
	g_assert_cmpint(sample_at(f, 3 * MADE_VOICE_WORD_FRAMES), ==, 0);
	g_assert_cmpint(sample_at(f, count.n_frames - 1), !=, 0);
}

/* What has no word makes no sound, and the pauses around it do not add up. */
static void
test_silent_utterances(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	add(f, "* * *\n\nБір.\n\n* * *\n\nЕкі.\n\n* * *\n");
	g_assert_cmpuint(oq_render_count(f->render).n_frames, ==,
		2 * MADE_VOICE_WORD_FRAMES + MADE_VOICE_PAUSE_FRAMES);
}

static void
test_texts_follow_each_other(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	add(f, "Бір.");
	add(f, "");
	add(f, "Екі.");
	g_assert_cmpuint(oq_render_count(f->render).n_sentences, ==, 2);
	g_assert_cmpuint(oq_render_count(f->render).n_frames, ==,
		2 * MADE_VOICE_WORD_FRAMES + MADE_VOICE_PAUSE_FRAMES);
}

typedef struct {
	Fixture *fixture;
	GString *log;
} Ear;

/* The first sample of a word tells where in the text it stands. */
static void
note_speech(const OqRendered *rendered, gpointer data)
{
	Ear *ear = data;
	const OqSpeech *speech = rendered->speech;
	g_string_append_printf(ear->log, "%u %s:", rendered->utterance->paragraph,
		rendered->utterance->spoken->str);
	g_assert_cmpuint(speech->start, ==, rendered->utterance->start);
	g_assert_cmpuint(speech->n_marks, ==, rendered->utterance->words->len);
	g_assert_cmpuint(rendered->frame, ==, oq_render_count(ear->fixture->render).n_frames);
	g_assert_cmpint(rendered->block.kind, ==, OQ_BLOCK_LINES);
	for (guint i = 0; i < speech->n_marks; i++)
		g_assert_cmpuint(speech->marks[i].start, ==,
			oq_utterance_word(rendered->utterance, i)->start);
	g_string_append_printf(ear->log, "%" G_GUINT64_FORMAT "|", rendered->frame);
}

/* What is silent is not told of, and puts nobody out of step. */
static void
test_speeches_are_told_of(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	g_autoptr(GString) log = g_string_new(NULL);
	Ear ear = {f, log};
	oq_render_on_speech(f->render, note_speech, &ear);
	add(f, "* * *\n\nБір екі үш. Төрт.\n\n* * *\n\n* * *\n\nБес.\n");
	add(f, "Алты.");
	g_assert_cmpstr(log->str, ==, "2 Бір екі үш.:0|2 Төрт.:3500|5 Бес.:5000|1 Алты.:6500|");
}

/* More than the pool takes at once. */
static void
test_many_speeches(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	g_autoptr(GString) text = g_string_new(NULL), log = g_string_new(NULL);
	Ear ear = {f, log};
	oq_render_on_speech(f->render, note_speech, &ear);
	for (guint i = 0; i < 50; i++)
		g_string_append(text, "Бір екі үш. Төрт бес.\n\n");
	add(f, text->str);
	g_assert_cmpuint(oq_render_count(f->render).n_sentences, ==, 100);
	g_assert_true(g_str_has_suffix(log->str, "50 Төрт бес.:297500|"));
}

static void
note_first_word(const OqRendered *rendered, gpointer data)
{
	guint **next = data;
	*(*next)++ = rendered->first_word;
	g_assert_cmpuint(rendered->speech->n_marks + rendered->first_word, ==,
		rendered->utterance->words->len);
}

/* Of the words before the place that was jumped to nothing is told. */
static void
test_begins_within(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	static const char text[] = "Бір екі үш. Төрт.";
	g_autoptr(GError) error = NULL;
	g_autoptr(OqCursor) cursor = oq_cursor_new(oq_document_new_text(text, strlen(text)),
		oq_normalizer_new(f->lexicon, NULL, &OQ_TASTE_DEFAULT));
	guint first_words[2] = {9, 9}, *next = first_words;
	oq_render_on_speech(f->render, note_first_word, &next);
	g_assert_true(oq_cursor_go(cursor, 0, OQ_STEP_WORD, 2, &error));
	g_assert_true(oq_render_add(f->render, cursor, NULL, &error));
	g_assert_cmpuint(first_words[0], ==, 2);
	g_assert_cmpuint(first_words[1], ==, 0);
}

static void
count_up(const OqRenderCount *count, gpointer data)
{
	guint64 *n_sentences = data;
	g_assert_cmpuint(count->n_sentences, ==, ++*n_sentences);
}

static void
test_progress(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	guint64 n_sentences = 0;
	oq_render_on_progress(f->render, count_up, &n_sentences);
	add(f, "Бір. Екі. Үш.");
	g_assert_cmpuint(n_sentences, ==, 3);
}

static void
note_three(const OqRenderCount *count, gpointer data)
{
	gint *heard = data;
	if (count->n_sentences == 3)
		g_atomic_int_set(heard, 1);
}

typedef struct {
	int fd;
	gint heard; /* atomic: three sentences were */
} Pipe;

static gpointer
write_in_parts(gpointer data)
{
	Pipe *to = data;
	static const char first[] = "Бір. Екі. Үш. Төрт.\n\n", second[] = "Бес.\n";
	g_assert_cmpint(write(to->fd, first, strlen(first)), ==, strlen(first));
	while (g_atomic_int_get(&to->heard) == 0)
		g_thread_yield();
	g_assert_cmpint(write(to->fd, second, strlen(second)), ==, strlen(second));
	close(to->fd);
	return NULL;
}

/* Before it waits for a pipe, what is known is written, however many children there are. */
static void
test_pipe_is_heard_at_once(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	int ends[2];
	g_autoptr(GError) error = NULL;
	g_assert_cmpint(pipe(ends), ==, 0);
	Pipe to = {ends[1], 0};
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", ends[0]);
	oq_render_on_progress(f->render, note_three, &to.heard);
	GThread *writer = g_thread_new("writer", write_in_parts, &to);
	OqDocument *document = oq_document_open(path, NULL, NULL, &error);
	g_assert_no_error(error);
	g_autoptr(OqCursor) cursor =
		oq_cursor_new(document, oq_normalizer_new(f->lexicon, NULL, &OQ_TASTE_DEFAULT));
	g_assert_true(oq_render_add(f->render, cursor, NULL, &error));
	g_thread_join(writer);
	close(ends[0]);
	g_assert_cmpuint(oq_render_count(f->render).n_sentences, ==, 5);
}

static void
test_cancelled(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(OqCursor) cursor = oq_cursor_new(oq_document_new_text("Бір.", strlen("Бір.")),
		oq_normalizer_new(f->lexicon, NULL, &OQ_TASTE_DEFAULT));
	g_cancellable_cancel(stop);
	g_assert_false(oq_render_add(f->render, cursor, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Four words, three pauses, of which the first two share five frames. */
static void
test_spread(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	const guint word = MADE_VOICE_WORD_FRAMES, pause = MADE_VOICE_PAUSE_FRAMES;
	oq_render_set_spread(f->render, 5, 2);
	add(f, "* * *\n\nБір. Екі. Үш. Төрт.");
	g_assert_cmpuint(oq_render_count(f->render).n_frames, ==, 4 * word + 3 * pause + 5);
	g_assert_cmpint(sample_at(f, word + pause + 2), !=, 0);
	g_assert_cmpint(sample_at(f, word + pause + 1), ==, 0);
	g_assert_cmpint(sample_at(f, 2 * word + 2 * pause + 5), !=, 0);
	g_assert_cmpint(sample_at(f, 2 * word + 2 * pause + 4), ==, 0);
}

static void
test_spread_less(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	const gint64 much = 3 * MADE_VOICE_PAUSE_FRAMES;
	oq_render_set_spread(f->render, -7, 3);
	add(f, "Бір. Екі. Үш. Төрт.");
	g_assert_cmpuint(oq_render_count(f->render).n_frames, ==,
		4 * MADE_VOICE_WORD_FRAMES + 3 * MADE_VOICE_PAUSE_FRAMES - 7);
	oq_render_set_spread(f->render, -much, 1);
	add(f, "Бес.");
	g_assert_cmpuint(oq_render_count(f->render).n_frames, ==,
		5 * MADE_VOICE_WORD_FRAMES + 4 * MADE_VOICE_PAUSE_FRAMES - 7);
}

static void
test_silence_behind(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	oq_render_set_spread(f->render, 123, 0);
	add(f, "Бір. Екі.");
	g_assert_true(oq_render_finish(f->render, NULL, NULL));
	g_assert_cmpuint(oq_render_count(f->render).n_frames, ==,
		2 * MADE_VOICE_WORD_FRAMES + MADE_VOICE_PAUSE_FRAMES + 123);
	g_assert_cmpuint(
		oq_sink_memory_frames(f->sink)->len, ==, oq_render_count(f->render).n_frames);
}

/* Before the first sound, too; only once; and nothing that is silent takes it away. */
static void
test_wanted_pause(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	const guint word = MADE_VOICE_WORD_FRAMES, pause = MADE_VOICE_PAUSE_FRAMES;
	oq_render_set_pause(f->render, 77);
	add(f, "* * *\n\nБір. Екі.");
	g_assert_cmpint(sample_at(f, 76), ==, 0);
	g_assert_cmpint(sample_at(f, 77), !=, 0);
	g_assert_cmpuint(oq_render_count(f->render).n_frames, ==, 77 + 2 * word + pause);
	oq_render_set_pause(f->render, 0);
	add(f, "Үш. Төрт.");
	g_assert_cmpuint(oq_render_count(f->render).n_frames, ==, 77 + 4 * word + 2 * pause);
}

/* From the next text on. */
static void
test_styles(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	const guint word = MADE_VOICE_WORD_FRAMES, pause = MADE_VOICE_PAUSE_FRAMES;
	OqStyle fast = f->style;
	fast.speed_wpm = 200;
	add(f, "Бір.");
	oq_render_set_style(f->render, &fast);
	add(f, "Екі.");
	oq_render_set_style(f->render, &f->style);
	add(f, "Үш.");
	g_assert_cmpuint(oq_render_count(f->render).n_frames, ==, 2 * word + word / 2 + 2 * pause);
}

/* All is told as if it were written. */
static void
test_nothing_is_written(Fixture *f, gconstpointer n_children G_GNUC_UNUSED)
{
	oq_render_free(f->render);
	f->render = oq_render_new(f->pool, NULL, NULL, &f->style);
	add(f, "Бір екі үш. Төрт.");
	g_assert_true(oq_render_finish(f->render, NULL, NULL));
	g_assert_cmpuint(oq_render_count(f->render).n_frames, ==,
		4 * MADE_VOICE_WORD_FRAMES + MADE_VOICE_PAUSE_FRAMES);
}

static void
add_test(const char *name, void (*test)(Fixture *, gconstpointer), guint n_children)
{
	g_autofree char *path = g_strdup_printf("/render/%s-%u", name, n_children);
	g_test_add(path, Fixture, GUINT_TO_POINTER(n_children), set_up, test, tear_down);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (guint n_children = 1; n_children <= 3; n_children++) {
		add_test("pauses-are-between", test_pauses_are_between, n_children);
		add_test("silent-utterances", test_silent_utterances, n_children);
		add_test("texts-follow-each-other", test_texts_follow_each_other, n_children);
		add_test("speeches-are-told-of", test_speeches_are_told_of, n_children);
		add_test("many-speeches", test_many_speeches, n_children);
		add_test("begins-within", test_begins_within, n_children);
		add_test("spread", test_spread, n_children);
		add_test("spread-less", test_spread_less, n_children);
		add_test("silence-behind", test_silence_behind, n_children);
		add_test("wanted-pause", test_wanted_pause, n_children);
		add_test("styles", test_styles, n_children);
		add_test("nothing-is-written", test_nothing_is_written, n_children);
		add_test("progress", test_progress, n_children);
		add_test("pipe-is-heard-at-once", test_pipe_is_heard_at_once, n_children);
		add_test("cancelled", test_cancelled, n_children);
	}
	return g_test_run();
}
