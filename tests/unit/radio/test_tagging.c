#include "radio/tagging.h"

enum { RATE_HZ = 1000 };

static OqTranscriptSentence *
say(OqTranscript *transcript, const char *text, guint64 frame, guint64 end_frame, guint paragraph)
{
	const OqTranscriptSentence sentence = {.frame = frame,
		.end_frame = end_frame,
		.item = transcript->items->len - 1,
		.paragraph = paragraph,
		.kind = OQ_BLOCK_PARAGRAPH,
		.text = text};
	g_array_append_val(transcript->sentences, sentence);
	guint n = transcript->sentences->len;
	return &g_array_index(transcript->sentences, OqTranscriptSentence, n - 1);
}

/* Two items; of the first one, two paragraphs of two sentences and one. */
static OqTranscript *
make(OqBlockKind first_kind)
{
	OqTranscript *transcript = oq_transcript_new(RATE_HZ);
	oq_transcript_begin_item(transcript, "кеш", "кеш.txt");
	say(transcript, "Жаңалықтар.", 500, 900, 1)->kind = first_kind;
	say(transcript, "Бір.", 1000, 1500, 1);
	say(transcript, "Екі.", 1600, 2000, 2);
	oq_transcript_begin_item(transcript, "", NULL);
	say(transcript, "Ауа райы: бүгін күн ашық.", 3000, 4000, 2);
	return transcript;
}

static char *
chapters(const OqTags *tags)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < oq_tags_n_chapters(tags); i++) {
		const OqChapter *chapter = oq_tags_chapter(tags, i);
		g_string_append_printf(text, "%u-%u %s|", (guint)chapter->frame,
			(guint)chapter->end_frame, chapter->title);
	}
	return g_string_free(text, FALSE);
}

static void
assert_chapters(OqMarks marks, const char *wanted)
{
	g_auto(OqTags) tags;
	g_autoptr(OqTranscript) transcript = make(OQ_BLOCK_PARAGRAPH);
	oq_tags_init(&tags);
	oq_tagging_complete(&tags, transcript, marks);
	g_autofree char *got = chapters(&tags);
	g_assert_cmpstr(got, ==, wanted);
}

static void
test_chapters(void)
{
	assert_chapters(OQ_MARKS_NONE, "");
	assert_chapters(OQ_MARKS_ITEM, "500-2000 кеш|3000-4000 Ауа райы: бүгін күн ашық.|");
	assert_chapters(OQ_MARKS_PARAGRAPH,
		"500-1500 Жаңалықтар.|1600-2000 Екі.|3000-4000 Ауа райы: бүгін күн ашық.|");
	assert_chapters(OQ_MARKS_SENTENCE, "500-900 Жаңалықтар.|1000-1500 Бір.|1600-2000 Екі.|"
					   "3000-4000 Ауа райы: бүгін күн ашық.|");
}

static void
test_what_it_shows(void)
{
	g_auto(OqTags) tags;
	g_autoptr(OqTranscript) transcript = make(OQ_BLOCK_PARAGRAPH);
	oq_tags_init(&tags);
	oq_tagging_complete(&tags, transcript, OQ_MARKS_NONE);
	g_assert_cmpstr(tags.title, ==, "кеш");
	g_assert_cmpstr(tags.outcue, ==, "райы: бүгін күн ашық.");
	g_assert_cmpuint(tags.voice_start, ==, 500);
	g_assert_cmpuint(tags.voice_end, ==, 4000);
}

static void
test_heading(void)
{
	g_auto(OqTags) tags;
	g_autoptr(OqTranscript) transcript = make(OQ_BLOCK_HEADING);
	oq_tags_init(&tags);
	oq_tagging_complete(&tags, transcript, OQ_MARKS_ITEM);
	g_assert_cmpstr(tags.title, ==, "Жаңалықтар.");
	g_assert_cmpstr(oq_tags_chapter(&tags, 0)->title, ==, "Жаңалықтар.");
}

static void
test_told_before(void)
{
	g_auto(OqTags) tags;
	g_autoptr(OqTranscript) transcript = make(OQ_BLOCK_HEADING);
	oq_tags_init(&tags);
	tags.title = g_strdup("t");
	tags.outcue = g_strdup("o");
	tags.voice_end = 9;
	oq_tagging_complete(&tags, transcript, OQ_MARKS_NONE);
	g_assert_cmpstr(tags.title, ==, "t");
	g_assert_cmpstr(tags.outcue, ==, "o");
	g_assert_cmpuint(tags.voice_start, ==, 0);
	g_assert_cmpuint(tags.voice_end, ==, 9);
}

static void
test_nothing_said(void)
{
	g_auto(OqTags) tags;
	g_autoptr(OqTranscript) transcript = oq_transcript_new(RATE_HZ);
	oq_tags_init(&tags);
	oq_tagging_complete(&tags, transcript, OQ_MARKS_SENTENCE);
	g_assert_null(tags.title);
	g_assert_null(tags.chapters);
}

static void
test_read(void)
{
	OqMarks marks = OQ_MARKS_NONE;
	g_assert_true(oq_marks_read("item", &marks) && marks == OQ_MARKS_ITEM);
	g_assert_true(oq_marks_read("paragraph", &marks) && marks == OQ_MARKS_PARAGRAPH);
	g_assert_true(oq_marks_read("sentence", &marks) && marks == OQ_MARKS_SENTENCE);
	g_assert_false(oq_marks_read("word", &marks) || oq_marks_read("", &marks));
}

/* Of the name's end, whatever its letters are like. */
static void
test_most(void)
{
	g_assert_cmpuint(oq_tagging_most("a.wav"), ==, 0);
	g_assert_cmpuint(oq_tagging_most("a"), ==, 0);
	g_assert_cmpuint(oq_tagging_most("a.FLAC"), ==, 999);
	g_assert_cmpuint(oq_tagging_most("b.wav/a.opus"), ==, 999);
	g_assert_cmpuint(oq_tagging_most("a.mp3"), ==, 65025);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tagging/chapters", test_chapters);
	g_test_add_func("/tagging/what-it-shows", test_what_it_shows);
	g_test_add_func("/tagging/heading", test_heading);
	g_test_add_func("/tagging/told-before", test_told_before);
	g_test_add_func("/tagging/nothing-said", test_nothing_said);
	g_test_add_func("/tagging/read", test_read);
	g_test_add_func("/tagging/most", test_most);
	return g_test_run();
}
