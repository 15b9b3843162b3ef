#include "text/repair/traits.h"

#include "text_case.h"

/* Of every character of the text, as numbers. */
static char *
traits_of(OqTraits *traits, const char *text)
{
	GString *found = g_string_new(NULL);

	for (const char *p = text; *p != '\0';)
		g_string_append_printf(found, "%u ", oq_traits_next(traits, &p));
	return g_string_free(found, FALSE);
}

static void
assert_traits(OqTraits *traits, const char *text, const char *expected)
{
	/* the second time they are known */
	for (guint i = 0; i < 2; i++) {
		g_autofree char *found = traits_of(traits, text);
		g_assert_cmpstr(found, ==, expected);
	}
}

static void
test_traits(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	OqTraits traits;

	oq_traits_init(&traits, lexicon);
	assert_traits(&traits, "aZé", "1 1 1 ");
	assert_traits(&traits, "аӘһ", "2 2 2 ");
	assert_traits(&traits, " \n.\xC2\x85", "4 8 16 8 ");
	assert_traits(&traits, "\u00A0", "4 ");
	assert_traits(&traits, "5,-", "0 0 0 ");
	/* a soft hyphen, a stress, a superscript, a full-width letter, a currency for a letter */
	assert_traits(&traits, "\u00AD\u0301²Ａ", "3 3 3 3 ");
	assert_traits(&traits, "–“…№😀", "0 0 0 0 0 ");
	/* dashes that are put right, but for those that every text has */
	assert_traits(&traits, "\u2010\u2011\u2012", "3 3 0 ");
}

static void
test_lookalike(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	OqTraits traits;

	oq_traits_init(&traits, lexicon);
	for (gunichar c = 1; c < 0x3000; c++) {
		const OqLookalike *lookalike = oq_lexicon_lookalike(lexicon, c);
		if (lookalike == NULL || lookalike->kind != OQ_LOOKALIKE_ALWAYS)
			continue;
		g_assert_cmpint(oq_traits_learn(&traits, c), ==, OQ_TRAIT_DIRTY);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/traits/traits", test_traits);
	g_test_add_func("/traits/lookalike", test_lookalike);
	return g_test_run();
}
