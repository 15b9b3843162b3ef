#include "cursor_case.h"

static const char text[] = "Қара сөз бірінші.\n\nЕкінші қара\nсөз. Тағы ҚАРА СӨЗ.\n\nСоңы.\n";

/* The words from the place on that is found. */
static void
assert_finds(
	OqCursor *cursor, guint64 from, const char *words, gint direction, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	g_assert_true(oq_cursor_find(cursor, from, words, direction, &error));
	g_assert_no_error(error);
	guint64 place = oq_cursor_place(cursor);
	g_assert_true(oq_cursor_next(cursor, &utterance, &error));
	g_assert_cmpuint(utterance.start, <=, place);
	g_assert_cmpuint(utterance.end, >, place);
	const OqWord *first = oq_utterance_word(&utterance, oq_cursor_first_word(cursor));
	g_assert_cmpstr(utterance.spoken->str + first->spoken_start, ==, expected);
}

static void
assert_finds_nothing(OqCursor *cursor, guint64 from, const char *words, gint direction)
{
	g_autoptr(GError) error = NULL;
	g_assert_false(oq_cursor_find(cursor, from, words, direction, &error));
	g_assert_error(error, OQ_CURSOR_ERROR, OQ_CURSOR_ERROR_NOT_FOUND);
	g_assert_nonnull(strstr(error->message, words));
}

static guint64
place_of(const char *part)
{
	return (guint64)(strstr(text, part) - text);
}

static void
test_find(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text);
	guint64 second = place_of("қара"), third = place_of("ҚАРА");
	assert_finds(cursor, 0, "қара сөз", 1, "қара сөз.");
	g_assert_cmpuint(oq_cursor_place(cursor), ==, place_of(" Тағы"));
	assert_finds(cursor, second, "қара сөз", 1, "ҚАРА СӨЗ.");
	assert_finds_nothing(cursor, third, "қара сөз", 1);
	assert_finds(cursor, strlen(text), "қара сөз", -1, "ҚАРА СӨЗ.");
	assert_finds(cursor, third, "қара сөз", -1, "қара сөз.");
	assert_finds(cursor, second, "Қара Сөз", -1, "Қара сөз бірінші.");
	assert_finds_nothing(cursor, 0, "қара сөз", -1);
	assert_finds(cursor, second, "СОҢЫ", 1, "Соңы.");
	assert_finds(cursor, 0, "соны", 1, "Соңы.");
	assert_finds_nothing(cursor, 0, "бірінші. екінші", 1);
	assert_finds_nothing(cursor, 0, "", 1);
}

/* What is not found moves nothing. */
static void
test_stays(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(OqCursor) whole = cursor_case_open(lexicon, text);
	g_autoptr(GArray) all = cursor_case_read(whole);
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text);
	for (guint i = 0; i < all->len; i++) {
		assert_finds_nothing(cursor, 0, "жоқ", i % 2 == 0 ? 1 : -1);
		cursor_case_assert_next(cursor, &g_array_index(all, CursorCase, i));
	}
	cursor_case_assert_next(cursor, NULL);
}

/* Far away, in both directions, and again from there. */
static void
test_far(void)
{
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_autoptr(GString) far = g_string_new("Алтын сандық.\n\n");
	while (far->len < 200000)
		g_string_append(far, "Ештеңе жоқ. Мүлде.\n");
	guint64 first = far->len + 1;
	g_string_append(far, "\nАлтын сандық! Алтын сандық?\n");
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, far->str);
	assert_finds(cursor, 0, "алтын", 1, "Алтын сандық!");
	assert_finds(cursor, first - 1, "алтын", 1, "Алтын сандық!");
	assert_finds(cursor, first, "алтын", 1, "Алтын сандық?");
	assert_finds(cursor, first, "алтын", -1, "Алтын сандық.");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/cursor-find/find", test_find);
	g_test_add_func("/cursor-find/stays", test_stays);
	g_test_add_func("/cursor-find/far", test_far);
	return g_test_run();
}
