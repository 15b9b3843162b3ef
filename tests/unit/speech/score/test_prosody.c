#include "speech/score/prosody.h"

#include "base/table.h"

#include <glib/gstdio.h>
#include <string.h>

#define PAUSE_COLUMNS    "#: mark\tpause_ms\ttune\n"
#define QUESTION_COLUMNS "#: kind\tword\n"

/* As few rows as there may be, with pauses that no other has. */
#define PLACES                                                                                     \
	"cut\t1\tcontinuation\nsentence\t2\tstatement\nparagraph\t3\tstatement\n"                  \
	"heading\t4\texclamation\n"
#define PAUSES                                                                                     \
	",\t10\tcontinuation\n.\t20\tstatement\n?\t30\tquestion\n!\t30\texclamation\n"             \
	"U+003B\t15\tcontinuation\n-\t12\tcontinuation\n" PLACES
#define QUESTIONS "particle\tма\nword\tне\nword\tкім-\n"

static OqProsody *
load(const char *pauses, const char *questions, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autofree char *folder = g_dir_make_tmp("prosody-XXXXXX", &failure);
	g_assert_no_error(failure);
	g_autofree char *pauses_path = g_build_filename(folder, "pauses.tsv", NULL);
	g_autofree char *questions_path = g_build_filename(folder, "questions.tsv", NULL);
	g_autofree char *pause_rows = g_strconcat(PAUSE_COLUMNS, pauses, NULL);
	g_autofree char *question_rows = g_strconcat(QUESTION_COLUMNS, questions, NULL);
	g_assert_true(g_file_set_contents(pauses_path, pause_rows, -1, &failure));
	g_assert_true(g_file_set_contents(questions_path, question_rows, -1, &failure));
	OqProsody *prosody = oq_prosody_load(folder, error);
	g_remove(pauses_path);
	g_remove(questions_path);
	g_rmdir(folder);
	return prosody;
}

static OqProsody *
load_good(void)
{
	g_autoptr(GError) error = NULL;
	OqProsody *prosody = load(PAUSES, QUESTIONS, &error);
	g_assert_no_error(error);
	return prosody;
}

static void
assert_wrong(const char *pauses, const char *questions, const char *pattern)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(load(pauses, questions, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_test_message("%s", error->message);
	g_assert_true(g_pattern_match_simple(pattern, error->message));
}

static void
test_wrong_rows(void)
{
	assert_wrong("# x\n,\tlong\tcontinuation\n", "", "*pauses.tsv:3: “long”*");
	assert_wrong(",\t-1\tcontinuation\n", "", "*pauses.tsv:2: *");
	assert_wrong(",\t10001\tcontinuation\n", "", "*pauses.tsv:2: *10000*");
	assert_wrong(",\t10\trising\n", "", "*pauses.tsv:2: “rising” *statement*");
	assert_wrong(",\t10\n", "", "*pauses.tsv:2: *");
	assert_wrong(PLACES "chapter\t10\tstatement\n", "", "*pauses.tsv:6: “chapter”*");
	assert_wrong(
		PAUSES, "particle\tма\nverb\tбар\n", "*questions.tsv:3: “verb”*particle, word");
	assert_wrong(PAUSES, "particle\n", "*questions.tsv:2: “word” is empty*");
	assert_wrong(PAUSES, "particle\tма\n", "*questions.tsv: “word” is missing*");
}

static void
test_missing_places(void)
{
	assert_wrong(",\t10\tcontinuation\n", QUESTIONS, "*pauses.tsv: “cut” is missing*");
	assert_wrong("cut\t1\tcontinuation\nsentence\t2\tstatement\nparagraph\t3\tstatement\n",
		QUESTIONS, "*pauses.tsv: “heading” is missing*");
}

static void
test_no_folder(void)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_prosody_load("/nowhere", &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
}

/* 0: no end between the words. */
static void
assert_between(const OqProsody *prosody, const char *gap, guint pause_ms)
{
	const OqClauseEnd *end = oq_prosody_between(prosody, gap, strlen(gap));
	g_assert_cmpuint(end != NULL ? end->pause_ms : 0, ==, pause_ms);
}

static void
test_between(void)
{
	g_autoptr(OqProsody) prosody = load_good();
	assert_between(prosody, ", ", 10);
	assert_between(prosody, "; ", 15);
	assert_between(prosody, " - ", 12);
	assert_between(prosody, "», «", 10);
	assert_between(prosody, ", - ", 12);
	assert_between(prosody, " ", 0);
	assert_between(prosody, "» «", 0);
	/* a gap without a space joins its words */
	assert_between(prosody, "-", 0);
	assert_between(prosody, ".", 0);
	assert_between(prosody, "?!", 0);
	assert_between(prosody, "", 0);
}

static void
test_first_of_equals(void)
{
	g_autoptr(OqProsody) prosody = load_good();
	g_assert_cmpint(oq_prosody_between(prosody, "?! ", 3)->tune, ==, OQ_TUNE_QUESTION);
	g_assert_cmpint(oq_prosody_between(prosody, "!? ", 3)->tune, ==, OQ_TUNE_EXCLAMATION);
}

static void
assert_end(const char *word, const char *marks, OqBreak follows, guint pause_ms, OqTune tune)
{
	g_autoptr(OqProsody) prosody = load_good();
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	utterance.follows = follows;
	if (*word != '\0')
		oq_utterance_say(&utterance, word, 0, 1, NULL);
	g_string_append(utterance.spoken, marks);
	OqClauseEnd end = oq_prosody_end(prosody, &utterance);
	g_assert_cmpuint(end.pause_ms, ==, pause_ms);
	g_assert_cmpint(end.tune, ==, tune);
}

static void
test_end(void)
{
	assert_end("бар", ".", OQ_BREAK_SENTENCE, 20, OQ_TUNE_STATEMENT);
	assert_end("бар", "?»", OQ_BREAK_SENTENCE, 30, OQ_TUNE_QUESTION);
	assert_end("бар", "", OQ_BREAK_SENTENCE, 2, OQ_TUNE_STATEMENT);
	assert_end("бар", "»", OQ_BREAK_SENTENCE, 2, OQ_TUNE_STATEMENT);
	/* a paragraph's pause is its own, the tune is the mark's */
	assert_end("бар", "?", OQ_BREAK_PARAGRAPH, 3, OQ_TUNE_QUESTION);
	assert_end("бар", "", OQ_BREAK_PARAGRAPH, 4, OQ_TUNE_EXCLAMATION);
	/* what says nothing is no heading */
	assert_end("", "* * *", OQ_BREAK_PARAGRAPH, 3, OQ_TUNE_EXCLAMATION);
}

static void
test_cut(void)
{
	assert_end("бар", "", OQ_BREAK_NONE, 0, OQ_TUNE_CONTINUATION);
	assert_end("бар", "", OQ_BREAK_CLAUSE, 1, OQ_TUNE_CONTINUATION);
	assert_end("бар", ",", OQ_BREAK_CLAUSE, 10, OQ_TUNE_CONTINUATION);
}

static void
test_words(void)
{
	g_autoptr(OqProsody) prosody = load_good();
	g_assert_true(oq_prosody_is_particle(prosody, "ма", strlen("ма")));
	g_assert_true(oq_prosody_is_particle(prosody, "МА", strlen("МА")));
	g_assert_true(oq_prosody_is_particle(prosody, "ма екен", strlen("ма")));
	g_assert_false(oq_prosody_is_particle(prosody, "мал", strlen("мал")));
	g_assert_false(oq_prosody_is_particle(prosody, "не", strlen("не")));
	g_assert_true(oq_prosody_is_question_word(prosody, "Не", strlen("Не")));
	g_assert_true(oq_prosody_is_question_word(prosody, "КІМДІ", strlen("КІМДІ")));
	g_assert_true(oq_prosody_is_question_word(prosody, "кім", strlen("кім")));
	g_assert_false(oq_prosody_is_question_word(prosody, "немере", strlen("немере")));
	g_assert_false(oq_prosody_is_question_word(prosody, "ма", strlen("ма")));
}

/* What Kazakh asks with, and words that only begin like that. */
static void
test_ours(void)
{
	static const char *const asking[] = {"кім", "Кімнің", "кімдерге", "не", "Ненің", "неден",
		"немене", "несімен", "неліктен", "нешеу", "нешінші", "қай", "қайсысын", "Қайда",
		"қайдан", "қайдағы", "қалай", "қалайсыз", "қандай", "қанша", "қаншалықты", "қашан",
		"қашаннан", "қайтіп"};
	static const char *const others[] = {
		"немере", "несие", "немесе", "қайық", "қайта", "қалайы", "қант", "негіз", "нөл"};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqProsody) prosody = oq_prosody_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	for (gsize i = 0; i < G_N_ELEMENTS(asking); i++)
		g_assert_true(oq_prosody_is_question_word(prosody, asking[i], strlen(asking[i])));
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
		g_assert_false(oq_prosody_is_question_word(prosody, others[i], strlen(others[i])));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/prosody/wrong-rows", test_wrong_rows);
	g_test_add_func("/prosody/missing-places", test_missing_places);
	g_test_add_func("/prosody/no-folder", test_no_folder);
	g_test_add_func("/prosody/between", test_between);
	g_test_add_func("/prosody/first-of-equals", test_first_of_equals);
	g_test_add_func("/prosody/end", test_end);
	g_test_add_func("/prosody/cut", test_cut);
	g_test_add_func("/prosody/words", test_words);
	g_test_add_func("/prosody/ours", test_ours);
	return g_test_run();
}
