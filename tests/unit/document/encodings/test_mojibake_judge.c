#include "document/encodings/mojibake_judge.h"

#include "tongues.h"

#include "text/characters/code_pages.h"

#include <string.h>

/* As a program that takes each byte for a character of the page would save it. */
static char *
misread(const char *bytes, gsize n_bytes, OqCodePage page)
{
	GString *text = g_string_new(NULL);
	for (gsize i = 0; i < n_bytes; i++)
		g_string_append_unichar(text, oq_code_page_char(page, (guchar)bytes[i]));
	return g_string_free(text, FALSE);
}

static char *
spoil(const char *text, OqMojibake kind)
{
	const char *was, *read_as;
	oq_mojibake_names(kind, &was, &read_as);
	OqCodePage page = strcmp(read_as, "windows-1252") == 0 ? OQ_CODE_PAGE_WINDOWS_1252
							       : OQ_CODE_PAGE_WINDOWS_1251;
	gsize n_bytes;
	g_autofree char *bytes = g_convert(text, -1, strcmp(was, "KZ-1048") == 0 ? "RK1048" : was,
		"UTF-8", NULL, &n_bytes, NULL);
	if (bytes == NULL)
		return NULL;
	char *once = misread(bytes, n_bytes, page);
	if (kind != OQ_MOJIBAKE_UTF_8_AS_1251_TWICE && kind != OQ_MOJIBAKE_UTF_8_AS_1252_TWICE)
		return once;
	char *twice = misread(once, strlen(once), page);
	g_free(once);
	return twice;
}

/* What is repaired is what it was; the rest is left. */
static guint
count_repaired(const char *const *sentences, guint n_sentences, OqMojibake kind, guint *n_all)
{
	guint n_repaired = 0;
	*n_all = 0;
	for (guint i = 0; i < n_sentences; i++) {
		g_autofree char *spoilt = spoil(sentences[i], kind);
		g_autoptr(GString) out = g_string_new(NULL);
		if (spoilt == NULL)
			continue;
		++*n_all;
		OqMojibake found = oq_mojibake_judge(spoilt, strlen(spoilt));
		if (found == OQ_MOJIBAKE_NONE)
			continue;
		oq_mojibake_repair(found, spoilt, strlen(spoilt), TRUE, out);
		g_assert_cmpstr(out->str, ==, sentences[i]);
		n_repaired++;
	}
	return n_repaired;
}

/* A sentence is enough. */
static void
test_whole(void)
{
	static const OqMojibake kinds[] = {OQ_MOJIBAKE_UTF_8_AS_1251,
		OQ_MOJIBAKE_UTF_8_AS_1251_TWICE, OQ_MOJIBAKE_UTF_8_AS_1252,
		OQ_MOJIBAKE_UTF_8_AS_1252_TWICE, OQ_MOJIBAKE_KZ_1048_AS_1252,
		OQ_MOJIBAKE_1251_AS_1252};
	guint n_all;
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		guint n = count_repaired(
			tongues_kazakh, G_N_ELEMENTS(tongues_kazakh), kinds[i], &n_all);
		g_assert_cmpuint(n, ==, n_all);
		n = count_repaired(
			tongues_russian, G_N_ELEMENTS(tongues_russian), kinds[i], &n_all);
		g_assert_cmpuint(n, ==, n_all);
		g_assert_cmpuint(n_all, >=, 20);
	}
}

/* Here a sentence may have too few letters that tell. */
static void
test_a_few_letters(void)
{
	guint n_all;
	guint n = count_repaired(
		tongues_kazakh, G_N_ELEMENTS(tongues_kazakh), OQ_MOJIBAKE_KZ_1048_AS_1251, &n_all);
	g_assert_cmpuint(n * 100, >=, n_all * 80);
	n = count_repaired(
		tongues_kazakh, G_N_ELEMENTS(tongues_kazakh), OQ_MOJIBAKE_PT154_AS_1251, &n_all);
	g_assert_cmpuint(n * 100, >=, n_all * 70);
	g_autofree char *all = g_strconcat(
		tongues_kazakh[0], tongues_kazakh[1], tongues_kazakh[2], tongues_russian[0], NULL);
	const char *const texts[] = {all};
	g_assert_cmpuint(count_repaired(texts, 1, OQ_MOJIBAKE_KZ_1048_AS_1251, &n_all), ==, 1);
	g_assert_cmpuint(count_repaired(texts, 1, OQ_MOJIBAKE_PT154_AS_1251, &n_all), ==, 1);
}

static void
assert_left(const char *const *sentences, guint n_sentences)
{
	g_autoptr(GString) all = g_string_new(NULL);
	for (guint i = 0; i < n_sentences; i++) {
		g_assert_cmpint(oq_mojibake_judge(sentences[i], strlen(sentences[i])), ==,
			OQ_MOJIBAKE_NONE);
		g_string_append_printf(all, "%s\n", sentences[i]);
		g_assert_cmpint(oq_mojibake_judge(all->str, all->len), ==, OQ_MOJIBAKE_NONE);
	}
}

#define ASSERT_LEFT(sentences) assert_left(sentences, G_N_ELEMENTS(sentences))

static void
test_left(void)
{
	g_assert_cmpuint(G_N_ELEMENTS(tongues_russian), >=, 20);
	g_assert_cmpuint(G_N_ELEMENTS(tongues_kin), >=, 20);
	ASSERT_LEFT(tongues_russian);
	ASSERT_LEFT(tongues_kin);
	ASSERT_LEFT(tongues_kazakh);
	ASSERT_LEFT(tongues_other);
}

/* One word is not certain, nor is what tells of wrong letters in a text that has the right ones. */
static void
test_uncertain(void)
{
	static const char *const texts[] = {"Ќазаќстан", "Т›", "Р°Р±",
		"Мұндай жазу «Ќазаќстан» болып көрінеді, ал дұрысы Қазақстан екенін бәрі біледі.",
		"Әсіресе é, è, ê, ç дыбыстарын мұқият тыңдаңыз.",
		"Французша à, â, î, û, ë әріптері қалай оқылады?",
		"Файл вместо «При» показывал «РџСЂРё», и пришлось сменить кодировку в редакторе.",
		""};
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		assert_left(texts + i, 1);
}

/* A Kazakh text with names that are spelt as their owners do. */
static void
test_quoted(void)
{
	static const char *const names[] = {
		"«Її ґанок є» – Зеленський, Єфремов, Українська її поезія, своєї Ґалаґан",
		"Љубица Ђорђевић, Његош, Јован Ћирић, Љиљана, Њеђо, Џорџ",
		"Ўлыс, бўлт, ўлт, ўзын", /* a single letter may be what was meant */
		"é, è, ê, ç, à, â, î, û",
		"ä, ö, ü, ß, å, æ, ø, ñ, õ, ý",
		"Ѓорѓи, Ќосе, Ѕвезда, Јане, Љубен Ѓузелев, Ќириќ, Џамбазов",
	};
	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		for (guint k = 0; k < 20; k++)
			g_string_append_printf(text, "%s\n", tongues_kazakh[k]);
		g_string_append_printf(text, "%s\n", names[i]);
		g_assert_cmpint(oq_mojibake_judge(text->str, text->len), ==, OQ_MOJIBAKE_NONE);
	}
}

static void
test_suspect(void)
{
	g_assert_false(oq_mojibake_is_suspect("Қазақ – «тілі»", strlen("Қазақ – «тілі»")));
	g_assert_true(oq_mojibake_is_suspect("Ќазаќ", strlen("Ќазаќ")));
	g_assert_true(oq_mojibake_is_suspect("Ð", strlen("Ð")));
	g_assert_false(oq_mojibake_is_suspect("", 0));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/mojibake-judge/whole", test_whole);
	g_test_add_func("/mojibake-judge/a-few-letters", test_a_few_letters);
	g_test_add_func("/mojibake-judge/left", test_left);
	g_test_add_func("/mojibake-judge/uncertain", test_uncertain);
	g_test_add_func("/mojibake-judge/quoted", test_quoted);
	g_test_add_func("/mojibake-judge/suspect", test_suspect);
	return g_test_run();
}
