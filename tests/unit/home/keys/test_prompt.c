#include "home/keys/prompt.h"

#include "home/keys/keys.h"

#include <string.h>

#define UP        "\033[A"
#define RIGHT     "\033[C"
#define LEFT      "\033[D"
#define HOME      "\033[H"
#define END       "\033[F"
#define DELETE    "\033[3~"
#define BACK      "\177"
#define CTRL_U    "\025"
#define PASTE(it) "\033[200~" it "\033[201~"

static OqPromptChange
take_ready(OqPrompt *prompt, OqKeys *keys, OqPromptChange change, char **said)
{
	OqKey key;
	while (oq_keys_next(keys, &key)) {
		g_free(*said);
		change = oq_prompt_take(prompt, &key, said);
	}
	return change;
}

/* The bytes of keys, and then nothing; the last change, and what was said of it. */
static OqPromptChange
type(OqPrompt *prompt, const char *bytes, char **said)
{
	g_autoptr(OqKeys) keys = oq_keys_new();
	gsize n_bytes = strlen(bytes);
	OqPromptChange change = OQ_PROMPT_NOTHING;
	*said = g_strdup("");
	while (n_bytes > 0) {
		gsize n_taken = oq_keys_feed(keys, bytes, n_bytes);
		bytes += n_taken;
		n_bytes -= n_taken;
		change = take_ready(prompt, keys, change, said);
	}
	oq_keys_flush(keys);
	return take_ready(prompt, keys, change, said);
}

static void
assert_typed(
	const char *bytes, OqPromptChange expected, const char *expected_said, const char *text)
{
	g_autoptr(OqPrompt) prompt = oq_prompt_new(NULL);
	g_autofree char *said = NULL;
	g_autofree char *shown = g_strescape(bytes, NULL);
	g_test_message("%s", shown);
	g_assert_cmpint(type(prompt, bytes, &said), ==, expected);
	g_assert_cmpstr(said, ==, expected_said);
	g_assert_cmpstr(oq_prompt_text(prompt), ==, text);
}

static void
test_typed(void)
{
	assert_typed("a", OQ_PROMPT_TYPED, "a", "a");
	assert_typed("сәлем", OQ_PROMPT_TYPED, "м", "сәлем");
	assert_typed("a b", OQ_PROMPT_TYPED, "b", "a b");
	assert_typed("бд" LEFT "ү", OQ_PROMPT_TYPED, "ү", "бүд");
	assert_typed("ab" HOME "c" END "d", OQ_PROMPT_TYPED, "d", "cabd");
}

static void
test_moved(void)
{
	assert_typed("абв" LEFT, OQ_PROMPT_MOVED, "в", "абв");
	assert_typed("абв" HOME, OQ_PROMPT_MOVED, "а", "абв");
	assert_typed("абв" HOME RIGHT, OQ_PROMPT_MOVED, "б", "абв");
	assert_typed("аб" LEFT RIGHT, OQ_PROMPT_MOVED, "", "аб");
	assert_typed("аб" RIGHT, OQ_PROMPT_EDGE, "", "аб");
	assert_typed("аб" HOME LEFT, OQ_PROMPT_EDGE, "", "аб");
	assert_typed("аб" END, OQ_PROMPT_EDGE, "", "аб");
}

static void
test_erased(void)
{
	assert_typed("абв" BACK, OQ_PROMPT_ERASED, "в", "аб");
	assert_typed("абв" LEFT BACK, OQ_PROMPT_ERASED, "б", "ав");
	assert_typed("абв" HOME DELETE, OQ_PROMPT_ERASED, "а", "бв");
	assert_typed(BACK, OQ_PROMPT_EDGE, "", "");
	assert_typed("а" DELETE, OQ_PROMPT_EDGE, "", "а");
	assert_typed("абв" CTRL_U, OQ_PROMPT_ERASED, "абв", "");
	assert_typed("абв" LEFT CTRL_U, OQ_PROMPT_ERASED, "аб", "в");
	assert_typed("абв" HOME CTRL_U, OQ_PROMPT_EDGE, "", "абв");
}

/* One to the eye and the ear, several to Unicode. */
static void
test_whole_characters(void)
{
	assert_typed("xе\u0301" BACK, OQ_PROMPT_ERASED, "е\u0301", "x");
	assert_typed("xе\u0301y" LEFT LEFT, OQ_PROMPT_MOVED, "е\u0301", "xе\u0301y");
	assert_typed("xи\u0306" HOME RIGHT DELETE, OQ_PROMPT_ERASED, "и\u0306", "x");
	assert_typed("x👍🏽" BACK, OQ_PROMPT_ERASED, "👍🏽", "x");
	assert_typed("x👩\u200d🚀" BACK, OQ_PROMPT_ERASED, "👩\u200d🚀", "x");
	assert_typed("🇰🇿🇷🇺" BACK, OQ_PROMPT_ERASED, "🇷🇺", "🇰🇿");
	assert_typed("🇰🇿🇷🇺" HOME RIGHT, OQ_PROMPT_MOVED, "🇷🇺", "🇰🇿🇷🇺");
	assert_typed("\u0301" BACK, OQ_PROMPT_ERASED, "\u0301", "");
}

static void
test_ended(void)
{
	assert_typed("сөз\r", OQ_PROMPT_DONE, "сөз", "сөз");
	assert_typed("сөз" LEFT "\r", OQ_PROMPT_DONE, "сөз", "сөз");
	assert_typed("\r", OQ_PROMPT_DONE, "", "");
	assert_typed("сөз\033", OQ_PROMPT_CANCELLED, "", "сөз");
}

static void
test_nothing(void)
{
	static const char *const keys[] = {UP, "\033[5~", "\033OP", "\t", "\003", "\032", "\033x"};
	for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
		g_autofree char *bytes = g_strconcat("a", keys[i], NULL);
		assert_typed(bytes, OQ_PROMPT_NOTHING, "", "a");
	}
}

/* In one line, without what steers a terminal. */
static void
test_pasted(void)
{
	assert_typed("x" PASTE("бір екі"), OQ_PROMPT_TYPED, "бір екі", "xбір екі");
	assert_typed("xy" LEFT PASTE("a\nb\tc\r\nd"), OQ_PROMPT_TYPED, "a b c d", "xa b c dy");
	assert_typed(PASTE("a\033[Cb\x01"), OQ_PROMPT_TYPED, "a[Cb", "a[Cb");
	assert_typed("x" PASTE("\x01"), OQ_PROMPT_NOTHING, "", "x");
	assert_typed(PASTE("a\xe2\x80\xa8"
			   "b"),
		OQ_PROMPT_TYPED, "a b", "a b");
}

static void
test_full(void)
{
	g_autofree char *many = g_strnfill(OQ_PROMPT_MAX_CHARACTERS, 'a');
	g_autofree char *pasted = g_strconcat("қ\033[200~", many, "\033[201~", NULL);
	g_autofree char *typed = g_strconcat(many, "қ", NULL);
	g_autofree char *short_by_one = g_strconcat("қ", many + 1, NULL);
	assert_typed(many, OQ_PROMPT_TYPED, "a", many);
	assert_typed(typed, OQ_PROMPT_FULL, "", many);
	assert_typed(pasted, OQ_PROMPT_FULL, many + 1, short_by_one);
}

static void
test_given(void)
{
	g_autoptr(OqPrompt) prompt = oq_prompt_new("Абай\n");
	g_autofree char *said = NULL;
	g_assert_cmpstr(oq_prompt_text(prompt), ==, "Абай ");
	g_assert_cmpuint(oq_prompt_cursor(prompt), ==, strlen("Абай "));
	g_assert_cmpint(type(prompt, BACK, &said), ==, OQ_PROMPT_ERASED);
	g_assert_cmpstr(said, ==, " ");
}

/* Whatever is typed: a line of whole characters, and a cursor between two of them. */
static void
test_any(void)
{
	static const char *const keys[] = {"a", "ж", "\u0301", "👍", "🏽", "\u200d", "🇰", "🇿",
		LEFT, RIGHT, BACK, DELETE, HOME, END, CTRL_U, PASTE("б\u0301\nв"), "\033x", "\t"};
	g_autoptr(OqPrompt) prompt = oq_prompt_new(NULL);
	for (guint i = 0; i < 5000; i++) {
		g_autofree char *said = NULL;
		guint which = (guint)g_test_rand_int_range(0, G_N_ELEMENTS(keys));
		type(prompt, keys[which], &said);
		const char *text = oq_prompt_text(prompt);
		gsize cursor = oq_prompt_cursor(prompt);
		g_assert_true(g_utf8_validate(text, -1, NULL));
		g_assert_true(g_utf8_validate(said, -1, NULL));
		g_assert_cmpuint(cursor, <=, strlen(text));
		g_assert_true(g_utf8_validate(text + cursor, -1, NULL));
		g_assert_cmpint(g_utf8_strlen(text, -1), <=, OQ_PROMPT_MAX_CHARACTERS);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/prompt/typed", test_typed);
	g_test_add_func("/prompt/moved", test_moved);
	g_test_add_func("/prompt/erased", test_erased);
	g_test_add_func("/prompt/whole-characters", test_whole_characters);
	g_test_add_func("/prompt/ended", test_ended);
	g_test_add_func("/prompt/nothing", test_nothing);
	g_test_add_func("/prompt/pasted", test_pasted);
	g_test_add_func("/prompt/full", test_full);
	g_test_add_func("/prompt/given", test_given);
	g_test_add_func("/prompt/any", test_any);
	return g_test_run();
}
