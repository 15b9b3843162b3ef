#include "text/characters/escapes.h"

#include <string.h>

static gsize
length_of(const char *text, gboolean final)
{
	return oq_escapes_length(text, text + strlen(text), final);
}

static void
test_sequences(void)
{
	static const char *const sequences[] = {
		"\033[m",
		"\033[1;31m",
		"\033[38;2;255;128;0m",
		"\033[38:2::255:128:0m",
		"\033[?25l",
		"\033[2 q",
		"\033[K",
		"\302\2331;31m",
		"\302\233m",
		"\033]0;Менің терезем\a",
		"\033]0;Менің терезем\033\\",
		"\033]0;Менің терезем\302\234",
		"\302\2350;Менің терезем\a",
		"\302\2350;Менің терезем\033\\",
		"\302\2350;Менің терезем\302\234",
		"\033]8;;https://kitap.kz/\033\\",
		"\033]R",
		"\033]P1ff8000",
		"\033P1$r0m\033\\",
		"\033_сөз\033\\",
		"\033(B",
		"\033$(D",
		"\0337",
		"\033=",
		"\033M",
		"\033",
	};
	for (guint i = 0; i < G_N_ELEMENTS(sequences); i++) {
		g_autofree char *text = g_strconcat(sequences[i], "ән. ", NULL);
		g_assert_cmpuint(length_of(text, FALSE), ==, strlen(sequences[i]));
		g_assert_cmpuint(length_of(text, TRUE), ==, strlen(sequences[i]));
	}
}

static void
test_none(void)
{
	static const char *const texts[] = {"", "[1m", "ән", "\302\205", "\302\234", "«", "\a"};
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		const char *end = texts[i] + strlen(texts[i]);
		g_assert_cmpuint(length_of(texts[i], TRUE), ==, 0);
		g_assert_true(oq_escapes_find(texts[i], end) == end);
	}
	const char *text = "«ән» \302\234\302\2330m\033[m";
	g_assert_cmpstr(oq_escapes_find(text, text + strlen(text)), ==, "\302\2330m\033[m");
}

/* What is broken off takes no word of the text with it. */
static void
test_broken(void)
{
	static const struct {
		const char *text;
		const char *left;
	} cases[] = {
		{"\033[31ән", "ән"},
		{"\033[ ән", " ән"},
		{"\033[ ten", " ten"},
		{"\033[1;\nән", "\nән"},
		{"\033]0;терезе\nән", "терезе\nән"},
		{"\033]0;терезе\302\205ән", "терезе\302\205ән"},
		{"\033]терезе ән", "терезе ән"},
		{"\033]0;тере\033[1mзе", "терезе"},
		{"\033]2015 жыл", "2015 жыл"},
		{"\033Pтерезе", "терезе"},
		{"\033Ән", "Ән"},
		{"\033 ән", " ән"},
		{"\302\233 ten", " ten"},
		{"\302\235тере\302\234зе", "тере\302\234зе"},
		{"ән\033", "ән"},
		{"ән\033[", "ән"},
		{"ән\033[1;3", "ән"},
		{"ән\033]0;терезе", "әнтерезе"},
		{"ән\033(", "ән("},
		{"ән\302\233", "ән"},
		{"ән\302\235", "ән"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) left = oq_escapes_strip(cases[i].text, strlen(cases[i].text));
		g_assert_cmpstr(left->str, ==, cases[i].left);
	}
}

/* However much of the text is there, nothing is decided that more of it would change. */
static void
test_pieces(void)
{
	static const char *const texts[] = {
		"\033[1;31mән",
		"\033[31ән",
		"\033]0;Менің терезем\033\\ән",
		"\033]0;Менің терезем\nән",
		"\033]0;Менің\033[1mән",
		"\302\2350;т\302\234ән",
		"\302\235ән",
		"\033(Bән",
		"\0337ән",
		"\033 ән",
		"\033Pт\033\\ән",
		"\033]P12ff8000ән",
	};
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		gsize whole = length_of(texts[i], TRUE);
		for (const char *end = g_utf8_next_char(texts[i]); *end != '\0';
			end = g_utf8_next_char(end)) {
			gsize n_bytes = oq_escapes_length(texts[i], end, FALSE);
			if (n_bytes != OQ_ESCAPES_CUT)
				g_assert_cmpuint(n_bytes, ==, whole);
		}
	}
}

/* Nothing is waited for any longer than this. */
static void
test_limits(void)
{
	g_autofree char *letters = g_strnfill(OQ_ESCAPES_MAX_BYTES, 'a');
	g_autofree char *digits = g_strnfill(OQ_ESCAPES_MAX_BYTES, '1');
	g_autofree char *title = g_strconcat("\033]0;", letters, NULL);
	g_autofree char *sound = g_strconcat("\033P", letters, NULL);
	g_autofree char *colour = g_strconcat("\033[", digits, "m", NULL);
	g_autofree char *ended = g_strdup(title);
	ended[OQ_ESCAPES_MAX_BYTES - 1] = '\a';
	g_assert_cmpuint(length_of(title, FALSE), ==, strlen("\033]0;"));
	g_assert_cmpuint(length_of(sound, FALSE), ==, strlen("\033P"));
	g_assert_cmpuint(length_of(colour, FALSE), ==, strlen("\033["));
	g_assert_cmpuint(length_of(ended, FALSE), ==, OQ_ESCAPES_MAX_BYTES);
}

/* Any bytes: nothing is read behind them, and all comes to an end. */
static void
test_random(void)
{
	static const char alphabet[] = "\033\033\033[]P(0;1m\a\\\n\xC2\x9B\x9C\x9D\x85 \xD0\x90";
	for (guint round = 0; round < 20000; round++) {
		gsize n_bytes = (gsize)g_test_rand_int_range(0, 24);
		g_autofree char *bytes = g_malloc(n_bytes + 1);
		for (gsize i = 0; i < n_bytes; i++)
			bytes[i] = alphabet[g_test_rand_int_range(0, sizeof alphabet - 1)];
		bytes[n_bytes] = '\0';
		g_autofree char *exact = g_memdup2(bytes, n_bytes);
		const char *text = n_bytes > 0 ? exact : bytes;
		g_autoptr(GString) left = oq_escapes_strip(text, n_bytes);
		g_autofree char *blank = oq_escapes_blank(text, n_bytes);
		g_assert_cmpuint(left->len, <=, n_bytes);
		g_assert_true(oq_escapes_find(blank, blank + n_bytes) == blank + n_bytes);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/escapes/sequences", test_sequences);
	g_test_add_func("/escapes/none", test_none);
	g_test_add_func("/escapes/broken", test_broken);
	g_test_add_func("/escapes/pieces", test_pieces);
	g_test_add_func("/escapes/limits", test_limits);
	g_test_add_func("/escapes/random", test_random);
	return g_test_run();
}
