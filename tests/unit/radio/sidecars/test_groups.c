#include "radio/sidecars/groups.h"

#include "made_transcript.h"

/* "text@milliseconds+length/words|…" of a sentence. */
static char *
describe(const OqTranscript *made, guint i)
{
	g_autoptr(OqGroups) groups = oq_groups_new(made);
	GString *all = g_string_new(NULL);
	OqGroup group;
	oq_groups_begin(groups, oq_transcript_sentence(made, i));
	while (oq_groups_next(groups, &group)) {
		g_assert_cmpint(group.is_first, ==, all->len == 0);
		g_string_append_printf(all, "%s@%u+%u/%u|", group.text->str,
			(guint)(group.frame / 48), (guint)((group.end_frame - group.frame) / 48),
			group.n_words);
	}
	return g_string_free(all, FALSE);
}

static void
assert_groups(const OqTranscript *made, guint i, const char *wanted)
{
	g_autofree char *groups = describe(made, i);
	g_assert_cmpstr(groups, ==, wanted);
}

static void
test_words(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(made, "«Бір, екі» – үш.", 300, 100);
	made_transcript_say(made, "- Иә ,  деді ол !", 300, 100);
	assert_groups(made, 0, "«Бір,@100+300/1|екі» –@400+300/1|үш.@700+300/1|");
	assert_groups(made, 1, "- Иә ,@1100+300/1|деді@1400+300/1|ол !@1700+300/1|");
}

/* Its sign is said behind the number; the number is three words. */
static void
test_said_together(void)
{
	static const char text[] = "a $5 mln 20 000 b";
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_begin(made, text, 0);
	made_transcript_word(made, text, text, text + 1, 100);
	made_transcript_word(made, text, text + 3, text + 4, 100);
	made_transcript_word(made, text, text + 5, text + 8, 100);
	made_transcript_word(made, text, text + 2, text + 3, 100);
	made_transcript_word(made, text, text + 9, text + 15, 100);
	made_transcript_word(made, text, text + 9, text + 15, 100);
	made_transcript_word(made, text, text + 16, text + 17, 100);
	assert_groups(made, 0, "a@0+100/1|$5 mln@100+300/3|20 000@400+200/2|b@600+100/1|");
}

static void
test_divided_words(void)
{
	static const char text[] = "ha- bar lar ju\xC2\xAD rt 10- 12 a- b";
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_begin(made, text, 0);
	made_transcript_word(made, text, text, text + 7, 100);
	made_transcript_word(made, text, text + 8, text + 11, 100);
	made_transcript_word(made, text, text + 12, text + 19, 100);
	made_transcript_word(made, text, text + 20, text + 26, 100);
	made_transcript_word(made, text, text + 27, text + 28, 100);
	made_transcript_word(made, text, text + 30, text + 31, 100);
	g_array_index(made->words, OqTranscriptWord, 0).spoken = "habar";
	assert_groups(made, 0,
		"habar@0+100/1|lar@100+100/1|jurt@200+100/1|10- 12@300+100/1|a-@400+100/1|"
		"b@500+100/1|");
}

static void
test_nothing_known(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	OqTranscriptSentence *sentence = made_transcript_begin(made, " a  b ", 50);
	sentence->end_frame += made_transcript_frames(400);
	made_transcript_begin(made, " \xE2\x80\x8B ", 0);
	assert_groups(made, 0, "a b@50+400/0|");
	assert_groups(made, 1, "");
}

/* Whatever a word's range is, nothing is read that is not there. */
static void
test_wrong_ranges(void)
{
	static const guint64 ranges[][2] = {{0, 3}, {12, 99}, {70, 80}};
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_begin(made, "xx yy zz", 0);
	made_transcript_say(made, "aa bb", 100, 0);
	static const char text[] = "bb";
	made_transcript_word(made, text, text, text, 100);
	for (guint i = 0; i < 3; i++) {
		OqTranscriptWord *word = &g_array_index(made->words, OqTranscriptWord, i);
		word->start = ranges[i][0];
		word->end = ranges[i][1];
	}
	assert_groups(made, 1, "aa@0+100/1|bb@100+200/2|");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/groups/words", test_words);
	g_test_add_func("/groups/said-together", test_said_together);
	g_test_add_func("/groups/divided-words", test_divided_words);
	g_test_add_func("/groups/nothing-known", test_nothing_known);
	g_test_add_func("/groups/wrong-ranges", test_wrong_ranges);
	return g_test_run();
}
