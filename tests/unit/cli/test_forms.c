#include "cli/forms.h"

#define TEXT "2015\nжылы"

/* "2015\nжылы" from byte 100 on, as far as it matters: three words, of which two are one figure's.
 */
static void
say_year(OqUtterance *utterance)
{
	oq_utterance_init(utterance);
	utterance->start = 100;
	utterance->end = 100 + strlen(TEXT);
	utterance->paragraph = 7;
	utterance->follows = OQ_BREAK_SENTENCE;
	g_string_assign(utterance->text, TEXT);
	oq_utterance_say(utterance, "екі мың", 100, 104, "year");
	oq_utterance_say(utterance, "жылы", 105, utterance->end, NULL);
}

static char *
print(OqForm form, const OqUtterance *utterance, OqFormState *state)
{
	g_autoptr(GError) error = NULL;
	GString *out = g_string_new(NULL);
	g_assert_true(form(utterance, state, out, &error));
	g_assert_no_error(error);
	return g_string_free(out, FALSE);
}

static void
assert_printed(OqForm form, const OqUtterance *utterance, const char *expected)
{
	OqFormState state = {.line_open = FALSE};
	g_autofree char *printed = print(form, utterance, &state);
	g_assert_cmpstr(printed, ==, expected);
	g_assert_false(state.line_open);
}

static void
test_spoken_and_written(void)
{
	g_auto(OqUtterance) utterance;
	say_year(&utterance);
	assert_printed(oq_forms_spoken, &utterance, "екі мың жылы\n");
	assert_printed(oq_forms_written, &utterance, "2015 жылы\n");
}

static void
test_space_is_collapsed(void)
{
	g_auto(OqUtterance) utterance;
	say_year(&utterance);
	g_string_assign(utterance.text, " \u00A0А \t\r\n\u2028б\xC2\x85\x07 ");
	assert_printed(oq_forms_written, &utterance, "А б\n");
	/* what turns a line around, and what does not */
	g_string_assign(
		utterance.text, "а\u202Eә\u202C б\u061C \u2066в\u2069\u200F\uFEFFг\u200Dд \u200E ");
	assert_printed(oq_forms_written, &utterance, "аә б вг\u200Dд\n");
}

static void
test_left_out(void)
{
	const OqLeftOut first = {100, 104, "left out"}, second = {105, 113, "left out"};
	g_auto(OqUtterance) utterance;
	say_year(&utterance);
	g_array_append_val(utterance.left_out, second);
	g_array_set_size(utterance.words, 2);
	assert_printed(oq_forms_explain, &utterance,
		"2015 жылы\n  2015 -> екі мың  [year]  100-104\n  жылы ->  [left out]  "
		"105-113\n\n");
	g_array_set_size(utterance.words, 0);
	g_array_prepend_val(utterance.left_out, first);
	utterance.rest_ms = 500;
	assert_printed(oq_forms_explain, &utterance,
		"2015 жылы\n  nothing to say\n  2015 ->  [left out]  100-104\n"
		"  жылы ->  [left out]  105-113\n\n");
	assert_printed(oq_forms_json, &utterance,
		"{\"paragraph\":7,\"start\":100,\"end\":113,\"text\":\"2015\\nжылы\","
		"\"spoken\":\"екі мың жылы\",\"lang\":\"kk\",\"words\":[],\"left_out\":["
		"{\"start\":100,\"end\":104,\"rule\":\"left out\"},"
		"{\"start\":105,\"end\":113,\"rule\":\"left out\"}],\"pause_ms\":500}\n");
}

static void
test_nothing_to_say(void)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	utterance.follows = OQ_BREAK_PARAGRAPH;
	g_string_assign(utterance.text, "* * *");
	assert_printed(oq_forms_spoken, &utterance, "");
	assert_printed(oq_forms_written, &utterance, "");
	assert_printed(oq_forms_explain, &utterance, "* * *\n  nothing to say\n\n");
}

/* Each part of an overlong sentence goes on in the line, whatever cuts it. */
static void
test_overlong_sentence(void)
{
	static const OqBreak cuts[] = {OQ_BREAK_NONE, OQ_BREAK_CLAUSE, OQ_BREAK_PARAGRAPH};
	static const char *const expected[] = {"екі мың жылы", " екі мың жылы", " екі мың жылы\n"};
	OqFormState state = {.line_open = FALSE};
	g_auto(OqUtterance) utterance;
	say_year(&utterance);
	for (gsize i = 0; i < G_N_ELEMENTS(cuts); i++) {
		utterance.follows = cuts[i];
		g_autofree char *printed = print(oq_forms_spoken, &utterance, &state);
		g_assert_cmpstr(printed, ==, expected[i]);
		g_assert_cmpint(state.line_open, ==, i < 2);
	}
}

/* The end of a sentence closes its line also when nothing more of it is said. */
static void
test_line_is_closed(void)
{
	OqFormState state = {.line_open = TRUE};
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	utterance.follows = OQ_BREAK_SENTENCE;
	g_autofree char *printed = print(oq_forms_spoken, &utterance, &state);
	g_assert_cmpstr(printed, ==, "\n");
	g_assert_false(state.line_open);
}

static void
test_explain(void)
{
	g_auto(OqUtterance) utterance;
	say_year(&utterance);
	assert_printed(oq_forms_explain, &utterance,
		"2015 жылы\n"
		"  2015 -> екі мың  [year]  100-104\n"
		"  жылы -> жылы  105-113\n"
		"\n");
}

/* Words of one range in two languages are told of one by one. */
static void
test_explain_languages(void)
{
	g_auto(OqUtterance) utterance;
	say_year(&utterance);
	g_array_index(utterance.words, OqWord, 1).lang = OQ_LANG_EN;
	assert_printed(oq_forms_explain, &utterance,
		"2015 жылы\n"
		"  2015 -> екі  [year]  100-104\n"
		"  2015 -> мың  [year]  (en)  100-104\n"
		"  жылы -> жылы  105-113\n"
		"\n");
}

static void
test_json(void)
{
	g_auto(OqUtterance) utterance;
	say_year(&utterance);
	g_array_index(utterance.words, OqWord, 2).lang = OQ_LANG_RU;
	assert_printed(oq_forms_json, &utterance,
		"{\"paragraph\":7,\"start\":100,\"end\":113,\"text\":\"2015\\nжылы\","
		"\"spoken\":\"екі мың жылы\",\"lang\":\"kk\",\"words\":["
		"{\"start\":100,\"end\":104,\"spoken\":\"екі\",\"rule\":\"year\"},"
		"{\"start\":100,\"end\":104,\"spoken\":\"мың\",\"rule\":\"year\"},"
		"{\"start\":105,\"end\":113,\"spoken\":\"жылы\",\"lang\":\"ru\"}]}\n");
}

/* Of several files each line tells its own. */
static void
test_json_file(void)
{
	g_auto(OqUtterance) utterance;
	OqFormState state = {.file = "кітап/\"1\".txt"};
	oq_utterance_init(&utterance);
	g_autofree char *printed = print(oq_forms_json, &utterance, &state);
	g_assert_true(
		g_str_has_prefix(printed, "{\"file\":\"кітап/\\\"1\\\".txt\",\"paragraph\":0,"));
}

static void
test_json_without_words(void)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	g_string_assign(utterance.text, "\"");
	assert_printed(oq_forms_json, &utterance,
		"{\"paragraph\":0,\"start\":0,\"end\":0,\"text\":\"\\\"\",\"spoken\":\"\","
		"\"lang\":\"kk\",\"words\":[]}\n");
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/forms/spoken-and-written", test_spoken_and_written);
	g_test_add_func("/forms/space-is-collapsed", test_space_is_collapsed);
	g_test_add_func("/forms/nothing-to-say", test_nothing_to_say);
	g_test_add_func("/forms/left-out", test_left_out);
	g_test_add_func("/forms/overlong-sentence", test_overlong_sentence);
	g_test_add_func("/forms/line-is-closed", test_line_is_closed);
	g_test_add_func("/forms/explain", test_explain);
	g_test_add_func("/forms/explain-languages", test_explain_languages);
	g_test_add_func("/forms/json", test_json);
	g_test_add_func("/forms/json-file", test_json_file);
	g_test_add_func("/forms/json-without-words", test_json_without_words);
	return g_test_run();
}
