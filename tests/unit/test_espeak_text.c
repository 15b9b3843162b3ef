#include "speech/espeak_text.h"

#include <string.h>

static void
assert_text(const char *spoken, const char *expected)
{
	g_autoptr(GString) source = g_string_new(spoken);
	g_autoptr(GString) text = g_string_new("left over");
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(guint32));

	oq_espeak_text_make(source, text, places);

	g_assert_cmpstr(text->str, ==, expected);
	g_assert_cmpint(places->len, ==, g_utf8_strlen(text->str, -1));
}

static void
test_kept(void)
{
	assert_text("", "");
	assert_text("«Сәлем», әлем – бәрі! Қалай?..", "«Сәлем», әлем – бәрі! Қалай?..");
	assert_text("iPhone & Café [[a]] <b>", "iPhone & Café [[a]] <b>");
}

static void
test_other_alphabets(void)
{
	assert_text("бір Ω екі", "бір   екі");
	assert_text("ა中ع꦳😀б", "     б");
}

static void
test_commands(void)
{
	assert_text("бір\00190S екі\n", "бір 90S екі ");
}

static void
test_dotted_letters(void)
{
	assert_text("Н.Ә.Назарбаев келді.", "Н Ә Назарбаев келді.");
	assert_text("а . б . в", "а   б   в");
	assert_text("бір. екі. ү.", "бір. екі. ү.");
	assert_text("сөз». Сөз", "сөз». Сөз");
}

static void
test_long_word(void)
{
	g_autoptr(GString) spoken = g_string_new(NULL);
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(guint32));
	for (guint i = 0; i < 1000; i++)
		g_string_append(spoken, "қ");

	oq_espeak_text_make(spoken, text, places);

	g_auto(GStrv) words = g_strsplit(text->str, " ", -1);
	g_assert_cmpuint(g_strv_length(words), ==, 20);
	for (char **word = words; *word; word++)
		g_assert_cmpuint(strlen(*word), ==, 100);
}

/* Each character leads back to its byte, also behind what was put in or replaced. */
static void
test_places(void)
{
	static const guint32 expected[] = {0, 2, 5, 6};
	g_autoptr(GString) spoken = g_string_new("б中 в");
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(guint32));

	oq_espeak_text_make(spoken, text, places);
	g_assert_cmpmem(places->data, places->len * sizeof(guint32), expected, sizeof expected);

	g_string_assign(spoken, "");
	for (guint i = 0; i < 51; i++)
		g_string_append(spoken, "қ");
	oq_espeak_text_make(spoken, text, places);
	g_assert_cmpuint(places->len, ==, 52);
	g_assert_cmpuint(g_array_index(places, guint32, 51), ==, 100);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/espeak-text/kept", test_kept);
	g_test_add_func("/espeak-text/other-alphabets", test_other_alphabets);
	g_test_add_func("/espeak-text/commands", test_commands);
	g_test_add_func("/espeak-text/dotted-letters", test_dotted_letters);
	g_test_add_func("/espeak-text/long-word", test_long_word);
	g_test_add_func("/espeak-text/places", test_places);
	return g_test_run();
}
