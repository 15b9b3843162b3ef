#include "radio/sidecars/script.h"

#include "made_transcript.h"

static void
assert_script(OqTranscript *made, const char *wanted)
{
	made_transcript_end(made, 0);
	g_autofree char *script = oq_script(made);
	g_assert_cmpstr(script, ==, wanted);
}

static void
test_paragraphs(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	oq_transcript_begin_item(made, "title of the only one", NULL);
	made_transcript_say(made, "Бас сөз", 1000, 500)->kind = OQ_BLOCK_HEADING;
	made_transcript_say(made, "  Бір  2.\xE2\x80\xAE", 1000, 1000)->paragraph = 2;
	made_transcript_say(made, "Үш.", 1000, 1000)->paragraph = 2;
	assert_script(made, "00:00:00.5  = Бас сөз\n\n00:00:03.5  Бір 2.\n00:00:06.5  Үш.\n");
}

static void
test_items(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	oq_transcript_begin_item(made, "one", NULL);
	made_transcript_say(made, "a.", 1000, 500);
	oq_transcript_begin_item(made, NULL, NULL);
	made_transcript_say(made, "b.", 1000, 500);
	oq_transcript_begin_item(made, "th\nree", NULL);
	made_transcript_say(made, "c.", 1000, 500);
	assert_script(made, "00:00:00.5  == one\n\n00:00:00.5  a.\n\n00:00:02.0  b.\n\n"
			    "00:00:03.5  == th ree\n\n00:00:03.5  c.\n");
}

static void
test_nothing(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	assert_script(made, "");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/script/paragraphs", test_paragraphs);
	g_test_add_func("/script/items", test_items);
	g_test_add_func("/script/nothing", test_nothing);
	return g_test_run();
}
