/* timeline.c - every word that `oqyrman text --json` tells of is a mark of the timeline that
 * rendering makes, of the same utterance and in the same order. timeline PROGRAM FILE... */
#include "reading/timeline.h"
#include "audio/files/sink_memory.h"
#include "reading/reader.h"
#include "reading/render.h"

#include <stdlib.h>

/** What --json says of a word. */
typedef struct {
	guint64 start;
	guint64 end;
	guint64 utterance_start;
	guint64 utterance_end;
	char *spoken;
} Word;

static void
word_clear(gpointer data)
{
	g_free(((Word *)data)->spoken);
}

static char *
run_json(const char *program, const char *path)
{
	g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
	g_autoptr(GError) error = NULL;
	char *lines = NULL;
	gint status = 0;
	g_strv_builder_add_many(builder, program, "text", "--json", path, NULL);
	g_auto(GStrv) command = g_strv_builder_end(builder);
	g_spawn_sync(
		NULL, command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &lines, NULL, &status, &error);
	g_assert_no_error(error);
	g_assert_true(g_spawn_check_wait_status(status, NULL));
	return lines;
}

static guint64
fetch_number(const GMatchInfo *match, int group)
{
	g_autofree char *digits = g_match_info_fetch(match, group);
	return g_ascii_strtoull(digits, NULL, 10);
}

/* A quote within a text stands behind a backslash, so nothing but a word looks like one. */
static GArray *
read_words(const char *program, const char *path)
{
	g_autofree char *lines = run_json(program, path);
	GArray *words = g_array_new(FALSE, FALSE, sizeof(Word));
	g_array_set_clear_func(words, word_clear);
	g_autoptr(GRegex) regex =
		g_regex_new("\"paragraph\":\\d+,\"start\":(\\d+),\"end\":(\\d+)|"
			    "{\"start\":(\\d+),\"end\":(\\d+),\"spoken\":\"([^\"]*)",
			0, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;
	Word word = {0};
	for (g_regex_match(regex, lines, 0, &match); g_match_info_matches(match);
		g_match_info_next(match, NULL)) {
		if (g_match_info_get_match_count(match) == 3) {
			word.utterance_start = fetch_number(match, 1);
			word.utterance_end = fetch_number(match, 2);
			continue;
		}
		word.start = fetch_number(match, 3);
		word.end = fetch_number(match, 4);
		word.spoken = g_match_info_fetch(match, 5);
		g_array_append_val(words, word);
	}
	return words;
}

/** A voice, and what it said. */
typedef struct {
	OqSettings settings;
	OqNursery *nursery;
	OqReader *reader;
} Speaker;

static void
speaker_init(Speaker *speaker)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	oq_settings_init(&speaker->settings);
	speaker->nursery = oq_reader_nursery(&speaker->settings, &error);
	g_assert_no_error(error);
	speaker->reader = oq_reader_new(&speaker->settings, speaker->nursery, notices, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(notices->len, ==, 0);
}

static void
speaker_clear(Speaker *speaker)
{
	oq_reader_free(speaker->reader);
	oq_nursery_free(speaker->nursery);
	oq_settings_clear(&speaker->settings);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Speaker, speaker_clear)

static void
note_marks(const OqRendered *rendered, gpointer timeline)
{
	oq_timeline_add(timeline, rendered->speech, rendered->frame);
}

/* Returns how many frames there are. */
static guint64
render(const Speaker *speaker, const char *path, OqTimeline *timeline)
{
	g_autoptr(GError) error = NULL;
	guint rate_hz = 0;
	g_autoptr(OqPool) pool = oq_reader_pool(speaker->reader, 2);
	oq_pool_check(pool, &rate_hz, NULL, &error);
	g_assert_no_error(error);
	g_autoptr(OqChain) chain = oq_chain_new(rate_hz, rate_hz, 1);
	g_autoptr(OqSink) sink = oq_sink_memory_new(rate_hz, 1);
	g_autoptr(OqRender) rendering = oq_render_new(pool, chain, sink, &speaker->settings.style);
	g_autoptr(OqCursor) cursor = oq_reader_open(speaker->reader, path, NULL, &error);
	g_assert_no_error(error);
	oq_render_on_speech(rendering, note_marks, timeline);
	oq_render_add(rendering, cursor, NULL, &error);
	g_assert_no_error(error);
	oq_render_finish(rendering, NULL, &error);
	g_assert_no_error(error);
	return oq_sink_memory_frames(sink)->len;
}

/** Where two lists are compared. */
typedef struct {
	const char *path;
	const OqTimeline *timeline;
	guint64 n_frames;
	guint n_marks;     /* that have had their word */
	guint n_sentences; /* of the timeline, that the last word's utterance and those before are
			    */
	guint n_silent;
} Comparison;

static const OqTimelineMark *
mark_at(const GArray *marks, guint i)
{
	return i < marks->len ? &g_array_index(marks, OqTimelineMark, i) : NULL;
}

static void
find_sentence(Comparison *at, const Word *word)
{
	const OqTimelineMark *sentence;
	while ((sentence = mark_at(at->timeline->sentences, at->n_sentences)) != NULL &&
		sentence->start <= word->utterance_start)
		at->n_sentences++;
	sentence =
		at->n_sentences > 0 ? mark_at(at->timeline->sentences, at->n_sentences - 1) : NULL;
	if (sentence == NULL || sentence->start != word->utterance_start ||
		sentence->end != word->utterance_end)
		g_error("%s: the utterance of \"%s\", %" G_GUINT64_FORMAT
			", is not in the timeline",
			at->path, word->spoken, word->utterance_start);
}

/* A mark's frame is one of its utterance's, and not before that of the word before. */
static void
check_frame(const Comparison *at, const Word *word, const OqTimelineMark *mark)
{
	const OqTimelineMark *before = mark_at(at->timeline->words, at->n_marks - 1);
	const OqTimelineMark *begun = mark_at(at->timeline->sentences, at->n_sentences - 1);
	const OqTimelineMark *behind = mark_at(at->timeline->sentences, at->n_sentences);
	guint64 end = behind != NULL ? behind->frame : at->n_frames;
	if ((before != NULL && mark->frame < before->frame) || mark->frame < begun->frame ||
		mark->frame >= end)
		g_error("%s: \"%s\" at byte %" G_GUINT64_FORMAT
			" begins at frame %" G_GUINT64_FORMAT,
			at->path, word->spoken, word->start, mark->frame);
}

static void
compare_word(Comparison *at, const Word *word)
{
	const OqTimelineMark *mark = mark_at(at->timeline->words, at->n_marks);
	if (mark == NULL || mark->start != word->start || mark->end != word->end) {
		g_print("%s: \"%s\" at byte %" G_GUINT64_FORMAT " has no mark\n", at->path,
			word->spoken, word->start);
		at->n_silent++;
		return;
	}
	find_sentence(at, word);
	check_frame(at, word, mark);
	at->n_marks++;
}

static guint
compare(const Speaker *speaker, const char *program, const char *path)
{
	g_auto(OqTimeline) timeline;
	g_autoptr(GArray) words = read_words(program, path);
	oq_timeline_init(&timeline);
	Comparison at = {.path = path, .timeline = &timeline};
	at.n_frames = render(speaker, path, &timeline);
	for (guint i = 0; i < words->len; i++)
		compare_word(&at, &g_array_index(words, Word, i));
	g_print("%s: %u words, %u marks, %u without a sound\n", path, words->len,
		timeline.words->len, at.n_silent);
	g_assert_cmpuint(at.n_marks, ==, timeline.words->len);
	return at.n_silent;
}

int
main(int n_arguments, char **arguments)
{
	g_auto(Speaker) speaker;
	speaker_init(&speaker);
	guint n_silent = 0;
	for (int i = 2; i < n_arguments; i++)
		n_silent += compare(&speaker, arguments[1], arguments[i]);
	return n_silent == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
