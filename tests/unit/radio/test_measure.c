#include "radio/measure.h"

#include <string.h>

enum { RATE_HZ = 10000, WORD = 1000, PAUSE = 500, INNER = 200 };

typedef struct {
	OqUtterance utterance;
	OqMeasure *measure;
	guint64 end; /* of what was added last, with its pause */
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_utterance_init(&f->utterance);
	f->measure = oq_measure_new();
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_measure_free(f->measure);
	oq_utterance_clear(&f->utterance);
}

/* A sound of WORD frames for each run of other characters than | and space, and what stands between
 * two | belongs to one place of the source. */
static void
add_after(Fixture *f, const char *text, guint paragraph, OqBreak follows, guint64 gap)
{
	static const gint16 samples[20 * WORD];
	OqMark marks[20];
	guint n_marks = 0;
	gboolean begins = TRUE;
	OqUtterance *utterance = &f->utterance;
	oq_utterance_reset(utterance);
	g_string_assign(utterance->text, text);
	utterance->start = 1000;
	utterance->end = 1000 + strlen(text);
	utterance->paragraph = paragraph;
	utterance->follows = follows;
	for (const char *at = text; *at != '\0'; at++) {
		if (*at != ' ' && *at != '|' && begins) {
			guint64 place = 1000 + (guint64)(at - text);
			marks[n_marks] = (OqMark){n_marks * WORD, place, place + 1};
			n_marks++;
		}
		begins = *at == ' ' || *at == '|';
	}
	const OqSpeech head = {.rate_hz = RATE_HZ,
		.n_voiced = n_marks * WORD,
		.n_frames = n_marks * WORD + PAUSE,
		.n_inner = INNER,
		.n_marks = n_marks,
		.marks = marks,
		.samples = samples};
	g_autoptr(OqSpeech) speech = oq_speech_new(&head);
	const OqRendered rendered = {utterance, 0, OQ_BLOCK_TEXT, speech, f->end + gap};
	oq_measure_add(&rendered, f->measure);
	f->end += gap + speech->n_voiced;
}

static void
add(Fixture *f, const char *text, guint paragraph, OqBreak follows)
{
	add_after(f, text, paragraph, follows, f->end > 0 ? PAUSE : 0);
}

static void
test_nothing(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_cmpuint(f->measure->n_frames, ==, 0);
	g_assert_cmpuint(f->measure->items->len, ==, 0);
	g_assert_cmpuint(oq_measure_wpm(0, 0, RATE_HZ), ==, 0);
}

static void
test_whole(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqMeasure *measure = f->measure;
	add(f, "a b|c d", 1, OQ_BREAK_SENTENCE);
	add(f, "e,", 1, OQ_BREAK_CLAUSE);
	add(f, "f", 1, OQ_BREAK_PARAGRAPH);
	g_assert_cmpuint(measure->rate_hz, ==, RATE_HZ);
	g_assert_cmpuint(measure->n_frames, ==, 6 * WORD + 2 * PAUSE);
	g_assert_cmpuint(measure->n_pauses, ==, 2 * PAUSE + 3 * INNER);
	g_assert_cmpuint(measure->n_gaps, ==, 2 * PAUSE);
	g_assert_cmpuint(measure->n_between, ==, 2);
	g_assert_cmpuint(measure->n_sentences, ==, 2);
	g_assert_cmpuint(measure->n_words, ==, 5);
	g_assert_cmpuint(measure->n_spoken, ==, 6);
	g_assert_cmpuint(oq_measure_wpm(5, 7 * WORD, RATE_HZ), ==, 429);
}

/* "b|c" is one written word. */
static void
test_word_ends(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const guint64 ends[] = {WORD, 3 * WORD, 4 * WORD, 5 * WORD + PAUSE};
	add(f, "a b|c d", 1, OQ_BREAK_SENTENCE);
	add(f, "e", 1, OQ_BREAK_SENTENCE);
	g_assert_cmpmem(f->measure->word_ends->data, f->measure->word_ends->len * sizeof *ends,
		ends, sizeof ends);
}

/* What the text asks for, or what is between two files, is no pause of the style. */
static void
test_other_gaps(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqMeasure *measure = f->measure;
	add(f, "a", 1, OQ_BREAK_SENTENCE);
	add_after(f, "b", 1, OQ_BREAK_NONE, 4 * PAUSE);
	add_after(f, "c", 1, OQ_BREAK_SENTENCE, 0);
	g_assert_cmpuint(measure->n_gaps, ==, 4 * PAUSE);
	g_assert_cmpuint(measure->n_pauses, ==, 3 * INNER);
	g_assert_cmpuint(measure->n_between, ==, 1);
	g_assert_cmpuint(measure->n_frames, ==, 3 * WORD + 4 * PAUSE);
}

static void
assert_part(const OqMeasurePart *part, guint64 frame, guint64 n_frames, guint n_words)
{
	g_assert_cmpuint(part->frame, ==, frame);
	g_assert_cmpuint(part->n_frames, ==, n_frames);
	g_assert_cmpuint(part->n_words, ==, n_words);
}

static void
test_paragraphs(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const GArray *paragraphs = f->measure->paragraphs;
	add(f, "a", 1, OQ_BREAK_SENTENCE);
	add(f, "b c", 1, OQ_BREAK_PARAGRAPH);
	add(f, "d", 2, OQ_BREAK_PARAGRAPH);
	add(f, "e", 4, OQ_BREAK_PARAGRAPH);
	g_assert_cmpuint(paragraphs->len, ==, 3);
	assert_part(oq_measure_part(paragraphs, 0), 0, 3 * WORD + 2 * PAUSE, 3);
	assert_part(oq_measure_part(paragraphs, 1), 3 * WORD + 2 * PAUSE, WORD + PAUSE, 1);
	assert_part(oq_measure_part(paragraphs, 2), 4 * WORD + 3 * PAUSE, WORD, 1);
	g_assert_cmpuint(oq_measure_part(paragraphs, 0)->n_sentences, ==, 2);
	g_assert_cmpuint(oq_measure_part(paragraphs, 2)->paragraph, ==, 4);
	g_assert_cmpuint(f->measure->items->len, ==, 1);
	g_assert_cmpstr(oq_measure_part(f->measure->items, 0)->title, ==, "");
}

/* Behind a jump paragraphs have no number. */
static void
test_unknown_paragraphs(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	add(f, "a", 0, OQ_BREAK_SENTENCE);
	add(f, "b", 0, OQ_BREAK_PARAGRAPH);
	add(f, "c", 0, OQ_BREAK_PARAGRAPH);
	g_assert_cmpuint(f->measure->paragraphs->len, ==, 2);
}

static void
test_items(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const GArray *items = f->measure->items;
	oq_measure_begin_item(f->measure, "a.txt");
	add(f, "a b", 1, OQ_BREAK_SENTENCE);
	oq_measure_begin_item(f->measure, "silent.txt");
	oq_measure_begin_item(f->measure, "c.txt");
	add(f, "c", 1, OQ_BREAK_SENTENCE);
	g_assert_cmpuint(items->len, ==, 2);
	assert_part(oq_measure_part(items, 0), 0, 2 * WORD + PAUSE, 2);
	assert_part(oq_measure_part(items, 1), 2 * WORD + PAUSE, WORD, 1);
	g_assert_cmpstr(oq_measure_part(items, 1)->title, ==, "c.txt");
	g_assert_cmpuint(f->measure->paragraphs->len, ==, 2);
	g_assert_cmpuint(oq_measure_part(f->measure->paragraphs, 1)->item, ==, 1);
	g_assert_cmpuint(f->measure->n_between, ==, 1);
}

static void
test_titles(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const char long_text[] = "  one\ntwo  three four five six seven eight nine ten";
	add(f, long_text, 1, OQ_BREAK_PARAGRAPH);
	g_autofree char *one_word = g_strnfill(1000, 'x');
	add(f, "a\n b ", 2, OQ_BREAK_PARAGRAPH);
	add(f, one_word, 3, OQ_BREAK_PARAGRAPH);
	g_assert_cmpstr(oq_measure_part(f->measure->paragraphs, 0)->title, ==,
		"one two three four five six seven eight nine …");
	g_assert_cmpstr(oq_measure_part(f->measure->paragraphs, 1)->title, ==, "a b");
	g_assert_cmpuint(strlen(oq_measure_part(f->measure->paragraphs, 2)->title), ==, 63);
}

#define ADD(name, test) g_test_add(name, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("/measure/nothing", test_nothing);
	ADD("/measure/whole", test_whole);
	ADD("/measure/word-ends", test_word_ends);
	ADD("/measure/other-gaps", test_other_gaps);
	ADD("/measure/paragraphs", test_paragraphs);
	ADD("/measure/unknown-paragraphs", test_unknown_paragraphs);
	ADD("/measure/items", test_items);
	ADD("/measure/titles", test_titles);
	return g_test_run();
}
