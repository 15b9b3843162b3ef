#include "radio/sidecars/chapters.h"

#include "made_transcript.h"

static void
note_chapter(guint64 frame, guint64 end_frame, const char *title, gpointer data)
{
	g_string_append_printf(
		data, "%u-%u %s|", (guint)(frame / 48), (guint)(end_frame / 48), title);
}

static void
assert_chapters(const OqTranscript *made, const char *wanted)
{
	g_autoptr(GString) all = g_string_new(NULL);
	oq_chapters_each(made, note_chapter, all);
	g_assert_cmpstr(all->str, ==, wanted);
}

static void
say_heading(OqTranscript *made, const char *text, guint paragraph)
{
	OqTranscriptSentence *sentence = made_transcript_say(made, text, 1000, 0);
	sentence->kind = OQ_BLOCK_HEADING;
	sentence->level = 1;
	sentence->paragraph = paragraph;
}

static void
test_headings(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(made, "before", 1000, 500);
	say_heading(made, "One.", 2);
	say_heading(made, "Still\none.", 2);
	made_transcript_say(made, "text", 1000, 0)->paragraph = 3;
	say_heading(made, "Two", 4);
	say_heading(made, "Three", 5);
	made_transcript_end(made, 500);
	assert_chapters(made, "0-1500 1|1500-5500 One. Still one.|5500-6500 Two|6500-8000 Three|");
}

static void
test_items(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	oq_transcript_begin_item(made, "first", "a/b.txt");
	say_heading(made, "is said first", 1);
	say_heading(made, "is said still", 1);
	oq_transcript_begin_item(made, NULL, "a/c.txt");
	made_transcript_say(made, "x", 1000, 0);
	oq_transcript_begin_item(made, NULL, NULL);
	say_heading(made, "third", 1);
	oq_transcript_begin_item(made, " ", NULL);
	made_transcript_say(made, "x", 1000, 0);
	oq_transcript_begin_item(made, "silent", NULL);
	made_transcript_end(made, 0);
	assert_chapters(made, "0-6000 first|6000-7000 c.txt|7000-8000 third|8000-9000 4|");
}

static void
test_nothing(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	oq_transcript_begin_item(made, "silent", NULL);
	made_transcript_end(made, 1000);
	assert_chapters(made, "");
}

static void
test_formats(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	oq_transcript_begin_item(made, "a \"b\"", NULL);
	made_transcript_say(made, "x", 61999, 0);
	oq_transcript_begin_item(made, "c=d;#\\", NULL);
	made_transcript_say(made, "x", 1001, 0);
	made_transcript_end(made, 0);
	g_autofree char *text = oq_chapters_text(made), *json = oq_chapters_json(made, "x.wav");
	g_autofree char *ffmetadata = oq_chapters_ffmetadata(made);
	g_assert_cmpstr(text, ==, "00:00:00 a \"b\"\n00:01:01 c=d;#\\\n");
	g_assert_cmpstr(json, ==,
		"{\"version\":\"1.2.0\",\"fileName\":\"x.wav\",\"chapters\":[\n"
		"{\"startTime\":0.000,\"endTime\":61.999,\"title\":\"a \\\"b\\\"\"},\n"
		"{\"startTime\":61.999,\"endTime\":63.000,\"title\":\"c=d;#\\\\\"}]}\n");
	g_assert_cmpstr(ffmetadata, ==,
		";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=61999\ntitle=a \"b\"\n"
		"[CHAPTER]\nTIMEBASE=1/1000\nSTART=61999\nEND=63000\ntitle=c\\=d\\;\\#\\\\\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chapters/headings", test_headings);
	g_test_add_func("/chapters/items", test_items);
	g_test_add_func("/chapters/nothing", test_nothing);
	g_test_add_func("/chapters/formats", test_formats);
	return g_test_run();
}
