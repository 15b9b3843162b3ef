#include "text/languages/latin.h"

static void
assert_respelled(const OqLexicon *lexicon, const char *written, const char *kazakh)
{
	g_autoptr(GString) out = g_string_new(NULL);
	oq_latin_respell(lexicon, oq_slice(written), out);
	g_assert_cmpstr(out->str, ==, kazakh);
	g_assert_false(oq_latin_any(oq_slice(out->str)));
}

/* Letter by letter unless several are one sound; an acronym without a vowel by its letters' names.
 */
static void
test_respell(gconstpointer lexicon)
{
	assert_respelled(lexicon, "", "");
	assert_respelled(lexicon, "Obama", "обама");
	assert_respelled(lexicon, "Shell", "шелл");
	assert_respelled(lexicon, "Chat", "чат");
	assert_respelled(lexicon, "Green", "грин");
	assert_respelled(lexicon, "NASA", "наса");
	assert_respelled(lexicon, "KZ", "кей зед");
	assert_respelled(lexicon, "iPhoneға", "ифонеға");
	assert_respelled(lexicon, "info нүкте kz", "инфо нүкте кей зед");
	assert_respelled(lexicon, "café", "кафе");
	assert_respelled(lexicon, "cafe\u0301", "кафе");
	assert_respelled(lexicon, "Straße", "страссе");
}

static void
test_any(void)
{
	g_assert_true(oq_latin_any(oq_slice("бес km")));
	g_assert_true(oq_latin_any(oq_slice("é")));
	g_assert_true(oq_latin_any(oq_slice("ḱ")));
	g_assert_false(oq_latin_any(oq_slice("бес шақырым, әрине")));
	g_assert_false(oq_latin_any(oq_slice("«№» – 5 × 6")));
	g_assert_false(oq_latin_any(oq_slice("")));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	g_test_add_data_func("/latin/respell", lexicon, test_respell);
	g_test_add_func("/latin/any", test_any);
	return g_test_run();
}
