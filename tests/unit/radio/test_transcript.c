#include "radio/transcript.h"

#include <string.h>

enum { SPEECH_HZ = 22050, FILE_HZ = 48000 };

/** What is rendered: a word each 1000 frames, of which the last 100 are silent. */
typedef struct {
	OqUtterance utterance;
	OqTranscript *transcript;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_utterance_init(&f->utterance);
	f->transcript = oq_transcript_new(FILE_HZ);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_transcript_free(f->transcript);
	oq_utterance_clear(&f->utterance);
}

static void
write_text(Fixture *f, const char *text, guint64 start)
{
	oq_utterance_reset(&f->utterance);
	g_string_assign(f->utterance.text, text);
	f->utterance.start = start;
	f->utterance.end = start + strlen(text);
	f->utterance.paragraph = 7;
}

/* @marked: bits of the words that sound. */
static void
add(Fixture *f, guint64 frame, guint first_word, guint marked)
{
	g_autofree gint16 *samples = g_new0(gint16, 10000);
	OqMark marks[10];
	guint n_marks = 0;
	for (guint i = first_word; i < f->utterance.words->len; i++) {
		const OqWord *word = oq_utterance_word(&f->utterance, i);
		if ((marked >> i & 1) == 0)
			continue;
		for (guint j = 0; j < 900; j++)
			samples[n_marks * 1000 + j] = 5;
		marks[n_marks] = (OqMark){n_marks * 1000, word->start, word->end};
		n_marks++;
	}
	const OqSpeech head = {.rate_hz = SPEECH_HZ,
		.start = f->utterance.start,
		.end = f->utterance.end,
		.n_voiced = n_marks > 0 ? n_marks * 1000 - 100 : 0,
		.n_frames = n_marks * 1000 + 5000,
		.n_marks = n_marks,
		.marks = marks,
		.samples = samples};
	g_autoptr(OqSpeech) speech = oq_speech_new(&head);
	const OqBlock block = {0, 7, OQ_BLOCK_HEADING, 2, OQ_N_LANGS, 0};
	const OqRendered rendered = {&f->utterance, first_word, block, speech, frame};
	oq_transcript_add(f->transcript, &rendered);
}

static void
add_two_words(Fixture *f, guint64 frame)
{
	write_text(f, "20 ab", 100);
	oq_utterance_say(&f->utterance, "xx", 100, 102, "figure");
	oq_utterance_say(&f->utterance, "ab", 103, 105, NULL);
	add(f, frame, 0, 3);
}

static void
test_sentence(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	add_two_words(f, 0);
	const OqTranscriptSentence *sentence = oq_transcript_sentence(f->transcript, 0);
	g_assert_cmpstr(sentence->text, ==, "20 ab");
	g_assert_cmpstr(sentence->spoken, ==, "xx ab");
	g_assert_cmpuint(sentence->start, ==, 100);
	g_assert_cmpuint(sentence->end, ==, 105);
	g_assert_cmpuint(sentence->paragraph, ==, 7);
	g_assert_cmpint(sentence->kind, ==, OQ_BLOCK_HEADING);
	g_assert_cmpuint(sentence->level, ==, 2);
	g_assert_cmpuint(sentence->n_words, ==, 2);
	const OqTranscriptWord *word = oq_transcript_word(f->transcript, 1);
	g_assert_cmpstr(word->spoken, ==, "ab");
	g_assert_cmpuint(word->start, ==, 103);
	g_assert_cmpuint(word->end, ==, 105);
}

/* 22050 frames are 48000; what lies between is the nearest. */
static void
test_frames_are_the_files(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_transcript_place(f->transcript, 0, 24000);
	add_two_words(f, 22050);
	const OqTranscriptSentence *sentence = oq_transcript_sentence(f->transcript, 0);
	g_assert_cmpuint(sentence->frame, ==, 72000);
	g_assert_cmpuint(sentence->end_frame, ==, 76136); /* 1900 are 4136.05 */
	const OqTranscriptWord *first = oq_transcript_word(f->transcript, 0);
	g_assert_cmpuint(first->frame, ==, 72000);
	g_assert_cmpuint(first->end_frame, ==, 73959); /* the pause is no word's */
	g_assert_cmpuint(oq_transcript_word(f->transcript, 1)->frame, ==, 74177);
}

static void
test_exact_after_ten_hours(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	add_two_words(f, G_GUINT64_CONSTANT(36000) * SPEECH_HZ + 1);
	g_assert_cmpuint(oq_transcript_sentence(f->transcript, 0)->frame, ==,
		G_GUINT64_CONSTANT(36000) * FILE_HZ + 2);
}

/* A jingle stands between them. */
static void
test_placed_anew(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	add_two_words(f, 0);
	oq_transcript_place(f->transcript, 44100, 1000000);
	add_two_words(f, 44100 + 22050);
	g_assert_cmpuint(oq_transcript_sentence(f->transcript, 1)->frame, ==, 1048000);
	g_assert_cmpuint(oq_transcript_sentence(f->transcript, 1)->first_word, ==, 2);
}

static void
test_text_is_one_line(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_text(f,
		"ab\r\ncd [1]\xE2\x80\xA8"
		"ef\tgh",
		0);
	const OqLeftOut left_out = {7, 10, "note"};
	g_array_append_val(f->utterance.left_out, left_out);
	oq_utterance_say(&f->utterance, "ab", 0, 2, NULL);
	add(f, 0, 0, 1);
	g_assert_cmpstr(oq_transcript_sentence(f->transcript, 0)->text, ==, "ab  cd       ef gh");
}

static void
test_silent_words(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_text(f, "a b c d", 0);
	for (guint i = 0; i < 4; i++)
		oq_utterance_say(&f->utterance, "x", i * 2, i * 2 + 1, NULL);
	add(f, 0, 0, 5); /* the first and the third */
	g_assert_cmpuint(oq_transcript_sentence(f->transcript, 0)->n_words, ==, 4);
	const OqTranscriptWord *second = oq_transcript_word(f->transcript, 1);
	const OqTranscriptWord *third = oq_transcript_word(f->transcript, 2);
	const OqTranscriptWord *fourth = oq_transcript_word(f->transcript, 3);
	g_assert_cmpuint(second->frame, ==, third->frame);
	g_assert_cmpuint(second->end_frame, ==, third->frame);
	g_assert_cmpuint(third->frame, ==, 2177);
	g_assert_cmpuint(fourth->frame, ==, 4136);
}

static void
test_begins_within(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_text(f, "a b c", 0);
	for (guint i = 0; i < 3; i++)
		oq_utterance_say(&f->utterance, "x", i * 2, i * 2 + 1, NULL);
	add(f, 0, 1, 7);
	g_assert_cmpuint(oq_transcript_sentence(f->transcript, 0)->n_words, ==, 2);
	g_assert_cmpuint(oq_transcript_word(f->transcript, 0)->start, ==, 2);
}

static void
test_silence_is_nothing(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_text(f, "* * *", 0);
	add(f, 0, 0, 0);
	g_assert_cmpuint(f->transcript->sentences->len, ==, 0);
	g_assert_cmpuint(f->transcript->items->len, ==, 0);
}

static void
test_items(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_transcript_begin_item(f->transcript, "one", "1.txt");
	add_two_words(f, 22050);
	add_two_words(f, 44100);
	oq_transcript_begin_item(f->transcript, NULL, NULL);
	oq_transcript_begin_item(f->transcript, "three", NULL);
	add_two_words(f, 66150);
	oq_transcript_begin_item(f->transcript, "four", NULL);
	oq_transcript_end(f->transcript, 1000000);
	g_assert_cmpuint(f->transcript->n_frames, ==, 1000000);
	g_assert_cmpstr(oq_transcript_item(f->transcript, 0)->title, ==, "one");
	g_assert_cmpstr(oq_transcript_item(f->transcript, 0)->file, ==, "1.txt");
	g_assert_cmpuint(oq_transcript_item(f->transcript, 0)->frame, ==, 48000);
	g_assert_null(oq_transcript_item(f->transcript, 1)->title);
	g_assert_cmpuint(oq_transcript_item(f->transcript, 1)->frame, ==, 144000);
	g_assert_cmpuint(oq_transcript_item(f->transcript, 2)->frame, ==, 144000);
	g_assert_cmpuint(oq_transcript_item(f->transcript, 3)->frame, ==, 1000000);
	g_assert_cmpuint(oq_transcript_sentence(f->transcript, 2)->item, ==, 2);
}

#define ADD(name, test) g_test_add("/transcript/" name, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("sentence", test_sentence);
	ADD("frames-are-the-files", test_frames_are_the_files);
	ADD("exact-after-ten-hours", test_exact_after_ten_hours);
	ADD("placed-anew", test_placed_anew);
	ADD("text-is-one-line", test_text_is_one_line);
	ADD("silent-words", test_silent_words);
	ADD("begins-within", test_begins_within);
	ADD("silence-is-nothing", test_silence_is_nothing);
	ADD("items", test_items);
	return g_test_run();
}
