#include "text/characters/roles.h"

/* The characters that have a role, in their order. */
static void
assert_exactly(guint32 role, const char *expected)
{
	g_autoptr(GString) found = g_string_new(NULL);

	for (gunichar c = 1; c <= 0x3000; c++)
		if (oq_roles_have(c, role))
			g_string_append_unichar(found, c);
	g_assert_cmpstr(found->str, ==, expected);
}

static void
test_sentences(void)
{
	assert_exactly(OQ_ROLE_TERMINAL, "!.?؟۔…");
	assert_exactly(OQ_ROLE_OPENER, "\"'([«‘“„");
	assert_exactly(OQ_ROLE_CLOSER, "\"')]»’“”");
	assert_exactly(OQ_ROLE_UNQUOTE, "\"»”");
	assert_exactly(OQ_ROLE_INNER, "([{«„‹");
}

static void
test_parts(void)
{
	assert_exactly(OQ_ROLE_CLAUSE, "),:;");
	assert_exactly(OQ_ROLE_EDGE, "\"()[]{}«»“”„‟‹›");
	assert_exactly(OQ_ROLE_PAUSE, "!,:;?");
	assert_exactly(OQ_ROLE_PUNCTUATION, "!\"'(),-.:;?«»‐‑‒–—―‘’‚‛“”„‟…");
}

static void
test_dashes(void)
{
	assert_exactly(OQ_ROLE_DASH, "-‐‑‒–—―");
	assert_exactly(OQ_ROLE_MINUS, "−");
	assert_exactly(OQ_ROLE_WORD, "'-‐‑’");
}

static void
test_lines(void)
{
	assert_exactly(OQ_ROLE_UNFINISHED, "(,«‐‑‒–—―");
	assert_exactly(OQ_ROLE_SHORT, "!.:?");
	assert_exactly(OQ_ROLE_BULLET, "*·•‣■▪●◦✓➢");
}

static void
test_numbers(void)
{
	assert_exactly(OQ_ROLE_DECIMAL, ",.");
	assert_exactly(OQ_ROLE_GROUP, " \u00A0\u2009\u202F");
	assert_exactly(OQ_ROLE_SLASH, "/\u2044");
	assert_exactly(OQ_ROLE_NUMERO, "№");
}

static void
test_none(void)
{
	g_assert_cmpuint(oq_roles_of(0), ==, 0);
	g_assert_cmpuint(oq_roles_of('a'), ==, 0);
	g_assert_cmpuint(oq_roles_of(0x1F600), ==, 0);
	g_assert_cmpuint(oq_roles_of(G_MAXUINT32), ==, 0);
}

static void
test_roman(void)
{
	g_autoptr(GString) found = g_string_new(NULL);

	for (gunichar c = 1; c <= 0x3000; c++)
		if (oq_roles_roman(c) != '\0')
			g_string_append_c(found, oq_roles_roman(c));
	g_assert_cmpstr(found->str, ==, "CDILMVX" /* Greek */ "IX" /* Cyrillic */ "IMCXI");
	g_assert_cmpint(oq_roles_roman(0x0406), ==, 'I');
	g_assert_cmpint(oq_roles_roman(0x04C0), ==, 'I');
	g_assert_cmpint(oq_roles_roman(0x0425), ==, 'X');
	g_assert_cmpint(oq_roles_roman('i'), ==, '\0');
	g_assert_cmpint(oq_roles_roman(G_MAXUINT32), ==, '\0');
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/roles/sentences", test_sentences);
	g_test_add_func("/roles/parts", test_parts);
	g_test_add_func("/roles/dashes", test_dashes);
	g_test_add_func("/roles/lines", test_lines);
	g_test_add_func("/roles/numbers", test_numbers);
	g_test_add_func("/roles/none", test_none);
	g_test_add_func("/roles/roman", test_roman);
	return g_test_run();
}
