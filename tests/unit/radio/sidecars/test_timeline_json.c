#include "radio/sidecars/timeline_json.h"

#include "made_transcript.h"

static void
test_one_object(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	oq_transcript_begin_item(made, "A \"b\"", "a.txt");
	OqTranscriptSentence *sentence = made_transcript_say(made, "Бір, 2.", 1000, 500);
	sentence->kind = OQ_BLOCK_HEADING;
	sentence->level = 2;
	oq_transcript_begin_item(made, NULL, NULL);
	made_transcript_say(made, "c", 1000, 0)->lang = OQ_LANG_RU;
	made_transcript_end(made, 500);
	g_autofree char *json = oq_timeline_json(made, "a/b.wav");
	g_assert_cmpstr(json, ==,
		"{\"file\":\"a/b.wav\",\"rate_hz\":48000,\"n_samples\":192000,\n\"items\":[\n"
		"{\"sample\":24000,\"title\":\"A \\\"b\\\"\",\"file\":\"a.txt\"},\n"
		"{\"sample\":120000}],\n\"sentences\":[\n"
		"{\"item\":0,\"paragraph\":1,\"sample\":24000,\"end_sample\":120000,\"start\":0,"
		"\"end\":10,\"lang\":\"kk\",\"heading\":2,\"text\":\"Бір, 2.\","
		"\"spoken\":\"Бір, 2.\",\"words\":["
		"{\"sample\":24000,\"end_sample\":72000,\"start\":0,\"end\":6,\"spoken\":\"Бір\"},"
		"{\"sample\":72000,\"end_sample\":120000,\"start\":8,\"end\":9,\"spoken\":\"2\"}]},"
		"\n"
		"{\"item\":1,\"paragraph\":1,\"sample\":120000,\"end_sample\":168000,\"start\":11,"
		"\"end\":12,\"lang\":\"ru\",\"text\":\"c\",\"spoken\":\"c\",\"words\":["
		"{\"sample\":120000,\"end_sample\":168000,\"start\":11,\"end\":12,"
		"\"spoken\":\"c\"}]}]}\n");
}

static void
test_nothing(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	g_autofree char *json = oq_timeline_json(made, "b.wav");
	g_assert_cmpstr(json, ==,
		"{\"file\":\"b.wav\",\"rate_hz\":48000,\"n_samples\":0,\n\"items\":[],\n"
		"\"sentences\":[]}\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/timeline-json/one-object", test_one_object);
	g_test_add_func("/timeline-json/nothing", test_nothing);
	return g_test_run();
}
