#include "document/encodings/guess.h"

#include "tongues.h"

#include <string.h>

/* NULL: the page lacks a letter of it. */
static char *
convert(const char *text, const char *page, gsize *n_bytes)
{
	const char *name = strcmp(page, "KZ-1048") == 0 ? "RK1048" : page;
	return g_convert(text, -1, name, "UTF-8", NULL, n_bytes, NULL);
}

/* What is told makes the same text of the bytes. */
static gboolean
is_right(const char *told, const char *bytes, gsize n_bytes, const char *text)
{
	if (told == NULL)
		return FALSE;
	const char *name = strcmp(told, "KZ-1048") == 0 ? "RK1048" : told;
	g_autofree char *back = g_convert(bytes, (gssize)n_bytes, "UTF-8", name, NULL, NULL, NULL);
	return g_strcmp0(back, text) == 0;
}

/* Of a hundred, two may be told wrong. */
static void
assert_told(const char *const *sentences, guint n_sentences, const char *page, guint at_least)
{
	guint n_told = 0, n_all = 0;
	for (guint i = 0; i < n_sentences; i++) {
		gsize n_bytes;
		g_autofree char *bytes = convert(sentences[i], page, &n_bytes);
		if (bytes == NULL)
			continue;
		const char *told = oq_guess_code_page(bytes, n_bytes);
		n_all++;
		gboolean right = is_right(told, bytes, n_bytes, sentences[i]);
		n_told += right;
		if (!right)
			g_test_message("%s, not %s: %s", told, page, sentences[i]);
	}
	g_assert_cmpuint(n_all, >=, at_least);
	g_assert_cmpuint(n_told * 100, >=, n_all * 98);
}

static void
test_sentences(void)
{
	assert_told(tongues_kazakh, G_N_ELEMENTS(tongues_kazakh), "KZ-1048", 50);
	assert_told(tongues_kazakh, G_N_ELEMENTS(tongues_kazakh), "PT154", 50);
	assert_told(tongues_russian, G_N_ELEMENTS(tongues_russian), "windows-1251", 20);
	assert_told(tongues_russian, G_N_ELEMENTS(tongues_russian), "KOI8-R", 19);
}

/* Two sentences at a time make as many samples again as there are pairs. */
static void
test_pairs(void)
{
	const char *const pages[] = {"windows-1251", "KOI8-R"};
	for (guint page = 0; page < G_N_ELEMENTS(pages); page++) {
		g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
		for (guint i = 0; i < 12; i++)
			for (guint k = i + 1; k < 12; k++)
				g_ptr_array_add(texts, g_strconcat(tongues_russian[i], "\n",
							       tongues_russian[k], NULL));
		assert_told((const char *const *)texts->pdata, texts->len, pages[page], 50);
	}
}

static void
assert_page(const char *text, const char *page, const char *told)
{
	gsize n_bytes;
	g_autofree char *bytes = convert(text, page, &n_bytes);
	g_assert_nonnull(bytes);
	g_assert_cmpstr(oq_guess_code_page(bytes, n_bytes), ==, told);
}

static void
test_short(void)
{
	assert_page("Да", "windows-1251", "windows-1251");
	assert_page("Привет, мир!", "KOI8-R", "KOI8-R");
	assert_page("Қазақстан", "KZ-1048", "KZ-1048");
	assert_page("Түркістан", "PT154", "PT154");
}

/* What has no letter that tells the pages apart: a Kazakh letter may come later. */
static void
test_common_letters(void)
{
	assert_page("Балалар ауылдан келіп, жарыста озып келді", "windows-1251", "KZ-1048");
	assert_page("Дети приехали из деревни и победили", "KZ-1048", "windows-1251");
}

static void
test_neither(void)
{
	assert_page("Über die schöne Brücke führt ein Weg", "windows-1252", NULL);
	assert_page("a café in Paris", "windows-1252", NULL);
	assert_page("plain ASCII", "windows-1252", NULL);
	g_assert_null(oq_guess_code_page("", 0));
	g_assert_null(oq_guess_code_page("\x81\x8F\x9D\xAD\x98\x80", 6));
}

/* However long it is, and Latin letters and figures do not count. */
static void
test_long(void)
{
	g_autoptr(GString) text = g_string_new("<p class=\"a1\">2015 (PDF)</p>\n");
	for (guint i = 0; i < 500; i++)
		g_string_append(text, tongues_kazakh[i % G_N_ELEMENTS(tongues_kazakh)]);
	assert_page(text->str, "KZ-1048", "KZ-1048");
	assert_page(text->str, "PT154", "PT154");
}

/* Letters of Ukrainian stand where KZ-1048 has others. */
static void
test_ukrainian(void)
{
	assert_page(tongues_other[2], "windows-1251", "windows-1251");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/guess/sentences", test_sentences);
	g_test_add_func("/guess/pairs", test_pairs);
	g_test_add_func("/guess/short", test_short);
	g_test_add_func("/guess/common-letters", test_common_letters);
	g_test_add_func("/guess/neither", test_neither);
	g_test_add_func("/guess/long", test_long);
	g_test_add_func("/guess/ukrainian", test_ukrainian);
	return g_test_run();
}
