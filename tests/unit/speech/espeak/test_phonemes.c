#include "speech/espeak/phonemes.h"

#include "base/table.h"
#include "test_voice.h"

#include <glib/gstdio.h>
#include <string.h>

static OqPhonemes *
load_table(void)
{
	g_autoptr(GError) error = NULL;
	OqPhonemes *phonemes = oq_phonemes_load(OQ_TEST_VOICES "/espeak/phonemes.tsv", &error);
	g_assert_no_error(error);
	return phonemes;
}

/* What is said in mnemonics, in eSpeak's IPA where that matters, and in ours. */
static const struct {
	const char *mnemonics, *ipa, *expected;
} cases[] = {
	{"", "", ""},
	/* alma, künde, ghylym, khabar */
	{"A·l·m·'A", "", "ɑlmˈɑ"},
	{"k·u#·n·d·'Y", "", "kʏndˈø"},
	{"Q\"·,@·l·,@·m·'i", "", "ʁələmˈi"},
	{"x·A·b·'A·*", "", "xɑbˈɑr"},
	{"j·e·L·'I S·,@·N·'U·m", "", "jelˈɪ ʃəŋˈʊm"},
	/* each of the ways to say r and l */
	{"*·R2·r·l·l/·L", "", "rrrlll"},
	{"a·k·t·;·'o·*", "", "aktʲˈor"},
	{"tS·e·m·p·'i dZ·'i·p", "", "tʃempˈi dʒˈip"},
	/* length, and a mnemonic that nobody knows */
	{"t·'A:·s A·qq·'A", "", "tˈɑːs ɑqqˈɑ"},
	/* pauses are no sounds, also where nothing separates them from one */
	{"_:·_:s·&·l·'e·m", "", "sælˈem"},
	{"_:'A·t b·A·*·_:", "", "ˈɑt bɑr"},
	{"q·A·l·A·_:·_: _: b·'A·*", "", "qɑlɑ bˈɑr"},
	/* other languages */
	{"(en)·w·'I·n·d·oU·z·(kk) b·'A·*", "(en)wˈɪndəʊz(kk) bˈɑɾ", "(en)wˈɪndəʊz(kk) bˈɑr"},
	{"A·l (en)·D·@ m·'u:·z·I·k·(kk) b·'A·* (ru)·d·'a·(kk)",
		"ɑl (en)ðə mˈuːzɪk(kk) bˈɑɾ (ru)dˈa(kk)", "ɑl (en)ðə mˈuːzɪk(kk) bˈɑr (ru)dˈa(kk)"},
	{"(en)·w·I·n·(kk)·d·,@ b·'A·*", "(en)wɪn(kk)də bˈɑɾ", "(en)wɪn(kk)də bˈɑr"},
	{"A·t (en)·D·@", "ɑt (en)ðə", "ɑt (en)ðə"},
	{"(en)·b·I·(kk) t", "", "(en)bɪ(kk) t"},
};

static void
test_ipa(void)
{
	g_autoptr(OqPhonemes) phonemes = load_table();
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *ipa =
			oq_phonemes_to_ipa(phonemes, cases[i].mnemonics, cases[i].ipa);
		g_assert_cmpstr(ipa, ==, cases[i].expected);
	}
}

static void
test_separator(void)
{
	char separator[8] = {0};
	g_unichar_to_utf8(OQ_PHONEMES_SEPARATOR, separator);
	g_assert_cmpstr(separator, ==, "·");
}

static void
test_wrong_table(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = NULL;
	int fd = g_file_open_tmp("phonemes-XXXXXX", &path, &error);
	g_assert_no_error(error);
	g_close(fd, NULL);
	g_file_set_contents(path, "#: mnemonic\tipa\tnote\nA\tɑ\nU\n", -1, &error);
	g_assert_no_error(error);

	g_assert_null(oq_phonemes_load(path, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_autofree char *place = g_strdup_printf("%s:3:", path);
	g_assert_true(g_str_has_prefix(error->message, place));
	g_clear_error(&error);

	g_remove(path);
	g_assert_null(oq_phonemes_load(path, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
}

/* What a voice of eSpeak says, in a process of its own: it can have one engine. */
static void
through_engine(const char *name, const char *expected)
{
	g_auto(TestVoice) voice;
	test_voice_init(&voice, name, 0);
	OqUtterance *utterance = test_voice_utterance(&voice);
	oq_utterance_say(utterance, "… Ал: АЛ, the ал! «» Ал.", 0, 1, NULL);

	for (guint i = 0; i < 2; i++) {
		g_autofree char *ipa = test_voice_ipa(&voice, utterance);
		g_assert_cmpstr(ipa, ==, expected);
	}
}

static void
test_voice_of_espeak(gconstpointer data)
{
	const char *const *voice = data;
	if (g_test_subprocess()) {
		through_engine(voice[0], voice[1]);
		return;
	}
	g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
	g_test_trap_assert_passed();
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/phonemes/ipa", test_ipa);
	g_test_add_func("/phonemes/separator", test_separator);
	g_test_add_func("/phonemes/wrong-table", test_wrong_table);
	/* Russian has a table of its own, in which the л of our mnemonics would be another sound.
	 */
	static const char *const kazakh[] = {"dauren", "ˈɑl ˈɑl (en)ðə(kk) ˈɑl ˈɑl"};
	static const char *const variant[] = {"kk+f3", "ˈɑl ˈɑl (en)ðə(kk) ˈɑl ˈɑl"};
	static const char *const russian[] = {"ru", "ˈɑɭ ˈɑɭ (en)ðə(ru) ˈɑɭ ˈɑɭ"};
	g_test_add_data_func("/phonemes/engine", kazakh, test_voice_of_espeak);
	g_test_add_data_func("/phonemes/engine-variant", variant, test_voice_of_espeak);
	g_test_add_data_func("/phonemes/engine-russian", russian, test_voice_of_espeak);
	return g_test_run();
}
