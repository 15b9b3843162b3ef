#include "document/encodings/mojibake.h"

#include <string.h>

/* In pieces of every size, which must not matter. */
static void
assert_repaired(OqMojibake kind, const char *text, const char *expected)
{
	gsize n_bytes = strlen(text);
	for (gsize piece = 1; piece <= n_bytes + 1; piece++) {
		g_autoptr(GString) pending = g_string_new(NULL);
		g_autoptr(GString) out = g_string_new(NULL);
		for (gsize at = 0; at < n_bytes; at += piece) {
			g_string_append_len(pending, text + at, (gssize)MIN(piece, n_bytes - at));
			gsize n = oq_mojibake_repair(kind, pending->str, pending->len, FALSE, out);
			g_string_erase(pending, 0, (gssize)n);
		}
		g_assert_cmpuint(oq_mojibake_repair(kind, pending->str, pending->len, TRUE, out),
			==, pending->len);
		g_assert_cmpstr(out->str, ==, expected);
	}
}

static void
test_code_pages(void)
{
	assert_repaired(OQ_MOJIBAKE_KZ_1048_AS_1251, "Ќазаќстан жјне єылым, ўя їй",
		"Қазақстан және ғылым, ұя үй");
	assert_repaired(OQ_MOJIBAKE_KZ_1048_AS_1251, "єылым – «Јн» ґзен", "ғылым – «Ән» өзен");
	assert_repaired(
		OQ_MOJIBAKE_PT154_AS_1251, "Ќазаќ єн т‰н µзен б±л", "Қазақ ән түн өзен бұл");
	assert_repaired(OQ_MOJIBAKE_1251_AS_1252, "Ïðèâåò, ìèð! (a)", "Привет, мир! (a)");
	assert_repaired(OQ_MOJIBAKE_KZ_1048_AS_1252, "\302\215àçà\302\235 ¼í", "Қазақ ән");
}

static void
test_utf_8(void)
{
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1251, "РџСЂРёРІРµС‚, Т›Р°Р·Р°Т›!", "Привет, қазақ!");
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1251, "Р\302\230РЅР° вЂ“ В«Р°В»", "Ина – «а»");
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1251_TWICE, "Р\302\240С—РЎР‚Р\302\240С‘", "при");
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1252, "ÐŸÑ€Ð¸Ð²ÐµÑ‚ Ò›", "Привет қ");
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1252, "Ð\302\237Ñ\302\200Ð¸", "При");
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1252_TWICE, "Ã\302\220Â\302\237Ã\302\220Â¸", "Пи");
}

/* What does not fit is left, and what is no UTF-8 is replaced. */
static void
test_left(void)
{
	assert_repaired(
		OQ_MOJIBAKE_UTF_8_AS_1251, "СССР, Қазақстан, Рј 中 😀", "СССР, Қазақстан, м 中 😀");
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1251, "Р", "Р");
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1251, "РР°", "Ра");
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1251, "РЂ", "Ѐ");
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1251, "Р\xFF°", "Р\357\277\275°");
	assert_repaired(OQ_MOJIBAKE_KZ_1048_AS_1251, "ќ\xD0", "қ\357\277\275");
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1251_TWICE, "Рј", "м");
	assert_repaired(OQ_MOJIBAKE_KZ_1048_AS_1251, "中 қ 😀", "中 қ 😀");
	/* overlong, a surrogate, beyond the last */
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1252, "À€ à€€ í €", "À€ à€€ í €");
	assert_repaired(OQ_MOJIBAKE_UTF_8_AS_1252, "à\302\201\302\201", "à\302\201\302\201");
}

/* A character that is cut by a NUL is none, and nothing is waited for. */
static void
test_nul(void)
{
	g_autoptr(GString) out = g_string_new(NULL);
	gsize n = oq_mojibake_repair(OQ_MOJIBAKE_UTF_8_AS_1251, "\xE0\0\0ab", 5, FALSE, out);
	g_assert_cmpuint(n, ==, 5);
	g_assert_cmpmem(out->str, out->len, "\357\277\275\0\0ab", 7);
	g_string_truncate(out, 0);
	n = oq_mojibake_repair(OQ_MOJIBAKE_UTF_8_AS_1251, "\xFB\xBA\xBA\xBA\0a", 6, FALSE, out);
	g_assert_cmpuint(n, ==, 6);
}

static void
test_names(void)
{
	const char *was, *read_as;
	oq_mojibake_names(OQ_MOJIBAKE_KZ_1048_AS_1251, &was, &read_as);
	g_assert_cmpstr(was, ==, "KZ-1048");
	g_assert_cmpstr(read_as, ==, "windows-1251");
	oq_mojibake_names(OQ_MOJIBAKE_UTF_8_AS_1252_TWICE, &was, &read_as);
	g_assert_cmpstr(was, ==, "UTF-8");
	g_assert_cmpstr(read_as, ==, "windows-1252");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/mojibake/code-pages", test_code_pages);
	g_test_add_func("/mojibake/utf-8", test_utf_8);
	g_test_add_func("/mojibake/left", test_left);
	g_test_add_func("/mojibake/nul", test_nul);
	g_test_add_func("/mojibake/names", test_names);
	return g_test_run();
}
