#include "text/segments/view.h"

#include "text/normalizer.h"
#include "text_case.h"

#include <string.h>

/* "Қа⎋зақ": a red word with a title before it. */
static const char text[] = "Бұл \033]0;а.\a\033[1mҚа\033[31mзақ\033[0m елі.\033[m";
static const char seen[] = "Бұл Қазақ елі.";

static gsize
place_of(const char *whole, const char *part)
{
	return (gsize)(strstr(whole, part) - whole);
}

static void
assert_places(const OqView *view, gsize written, gsize n_seen)
{
	g_assert_cmpstr(view->written->str, ==, text + written);
	g_assert_cmpstr(view->seen->str, ==, seen + n_seen);
	g_assert_cmpuint(oq_view_start(view, place_of(seen, "Қа") - n_seen), ==,
		place_of(text, "Қа") - written);
	g_assert_cmpuint(oq_view_end_of(view, place_of(seen, "зақ") - n_seen), ==,
		place_of(text, "\033[31m") - written);
	g_assert_cmpuint(oq_view_start(view, place_of(seen, "зақ") - n_seen), ==,
		place_of(text, "зақ") - written);
	g_assert_cmpuint(oq_view_end_of(view, place_of(seen, " елі") - n_seen), ==,
		place_of(text, "\033[0m") - written);
	g_assert_cmpuint(oq_view_end_of(view, strlen(seen) - n_seen), ==,
		place_of(text, "\033[m") - written);
	g_assert_cmpuint(oq_view_start(view, strlen(seen) - n_seen), ==, strlen(text) - written);
}

static void
test_places(void)
{
	OqView view;
	oq_view_init(&view);
	oq_view_feed(&view, text, strlen(text));
	oq_view_end(&view);
	assert_places(&view, 0, 0);
	gsize n_seen = strlen("Бұл "), n_written = oq_view_end_of(&view, n_seen);
	oq_view_drop(&view, n_written, n_seen);
	assert_places(&view, n_written, n_seen);
	oq_view_drop(&view, oq_view_start(&view, 0), 0);
	assert_places(&view, place_of(text, "Қа"), n_seen);
	oq_view_reset(&view);
	oq_view_feed(&view, "ән", strlen("ән"));
	g_assert_cmpstr(view.seen->str, ==, "ән");
	g_assert_cmpuint(oq_view_start(&view, view.seen->len), ==, strlen("ән"));
	oq_view_clear(&view);
}

/* In two pieces, wherever it is cut: what is seen is no more than what stays. */
static void
test_pieces(void)
{
	for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
		OqView view;
		oq_view_init(&view);
		oq_view_feed(&view, text, (gsize)(at - text));
		g_assert_true(strncmp(view.seen->str, seen, view.seen->len) == 0);
		oq_view_feed(&view, at, strlen(at));
		oq_view_end(&view);
		assert_places(&view, 0, 0);
		oq_view_clear(&view);
	}
}

/* A title without an end is held back, but only until it is known to have none. */
static void
test_without_end(void)
{
	OqView view;
	oq_view_init(&view);
	oq_view_feed(&view, "\033]0;ән", strlen("\033]0;ән"));
	g_assert_cmpstr(view.seen->str, ==, "");
	oq_view_feed(&view, "ші\nЖыр", strlen("ші\nЖыр"));
	g_assert_cmpstr(view.seen->str, ==, "әнші\nЖыр");
	oq_view_reset(&view);
	oq_view_feed(&view, "\033]0;ән", strlen("\033]0;ән"));
	oq_view_end(&view);
	g_assert_cmpstr(view.seen->str, ==, "ән");
	oq_view_clear(&view);
}

/* What steers a terminal is not read, and parts neither words nor sentences. */
static void
test_sentences(void)
{
	static const char coloured[] =
		"\033]0;Атау. Екі\aБүгін \033[1mҚа\033[31mзақ\033[m елі.\033[m Ол\xC2\x9Bm.";
	static const char *const spoken[] = {"Бүгін Қазақ елі.", "Ол."};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, coloured, strlen(coloured));
	oq_normalizer_end(normalizer);
	for (guint i = 0; i < G_N_ELEMENTS(spoken); i++) {
		g_assert_true(oq_normalizer_next(normalizer, &utterance));
		g_assert_cmpstr(utterance.spoken->str, ==, spoken[i]);
	}
	g_assert_cmpuint(utterance.paragraph, ==, 1);
	g_assert_false(oq_normalizer_next(normalizer, &utterance));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/view/places", test_places);
	g_test_add_func("/view/pieces", test_pieces);
	g_test_add_func("/view/without-end", test_without_end);
	g_test_add_func("/view/sentences", test_sentences);
	return g_test_run();
}
