#include "speech/espeak/espeak_text.h"

#include <string.h>

static const OqEspeakEar kazakh = {TRUE, NULL};

typedef struct {
	GString *text;
	GArray *places;
	OqUtterance utterance;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	fixture->text = g_string_new("left over");
	fixture->places = g_array_new(FALSE, FALSE, sizeof(guint32));
	oq_utterance_init(&fixture->utterance);
}

static void
tear_down(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_string_free(fixture->text, TRUE);
	g_array_unref(fixture->places);
	oq_utterance_clear(&fixture->utterance);
}

static void
make(Fixture *fixture, const char *words, OqTune tune)
{
	oq_utterance_reset(&fixture->utterance);
	if (*words)
		oq_utterance_say(&fixture->utterance, words, 0, 1, NULL);
	OqClause clause = {0, fixture->utterance.words->len, OQ_LANG_KK, FALSE, tune, 0};
	oq_espeak_text_make(fixture->utterance.spoken, &fixture->utterance, &clause, &kazakh,
		fixture->text, fixture->places);
	g_assert_cmpint(fixture->places->len, ==, g_utf8_strlen(fixture->text->str, -1));
}

static void
assert_text(Fixture *fixture, const char *words, const char *expected)
{
	make(fixture, words, OQ_TUNE_STATEMENT);
	g_assert_cmpstr(fixture->text->str, ==, expected);
}

static void
test_kept(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	assert_text(fixture, "Сәлем әлем-ай", "сәлем әлем-ай.");
	assert_text(fixture, "iPhone Café О’Нил съезд", "iPhone Café онил съезд.");
	assert_text(fixture, "бір [[s,@;A]] екі", "бір [[s,@;A]] екі.");
}

static void
test_small_letters(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	assert_text(fixture, "ЖОҚ АҚШ-тың АҚШтың", "жоқ ақш-тың ақштың.");
	assert_text(fixture, "ӘІҢҒҮҰҚӨҺЁ Ӏ", "әіңғүұқөһё ӏ.");
	assert_text(fixture, "USB Windows USB-ҒА İ", "USB Windows USB-ға İ.");
	assert_text(fixture, "ҚазМұнайГаз Қаз-МҰНАЙ", "қаз-мұнай-газ қаз-мұнай.");
	assert_text(fixture, "АллаҺ БелАЗ", "аллаһ бел-аз.");
	assert_text(fixture, "[[t'ENrI]] [[T'A]]ГЕ", "[[t'ENrI]] [[T'A]]ГЕ.");
}

/* Those of other languages are left to their voices. */
static void
test_capitals_of_other_languages(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	OqClause clause = {0, 1, OQ_LANG_RU, FALSE, OQ_TUNE_STATEMENT, 0};

	oq_utterance_say(&fixture->utterance, "США", 0, 1, NULL);
	g_array_index(fixture->utterance.words, OqWord, 0).lang = OQ_LANG_RU;
	oq_espeak_text_make(fixture->utterance.spoken, &fixture->utterance, &clause, &kazakh,
		fixture->text, fixture->places);

	g_assert_cmpstr(fixture->text->str, ==, "США.");
}

/* Two words of a hyphen stay one for eSpeak. */
static void
test_hyphen(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	oq_utterance_say(&fixture->utterance, "іс", 0, 1, NULL);
	g_string_append(fixture->utterance.spoken, "-");
	oq_utterance_append(&fixture->utterance, "шара", 1, 2, NULL);
	OqClause clause = {0, 2, OQ_LANG_KK, FALSE, OQ_TUNE_STATEMENT, 0};

	oq_espeak_text_make(fixture->utterance.spoken, &fixture->utterance, &clause, &kazakh,
		fixture->text, fixture->places);

	g_assert_cmpstr(fixture->text->str, ==, "іс-шара.");

	oq_utterance_reset(&fixture->utterance);
	oq_utterance_say(&fixture->utterance, "iPhone", 0, 6, NULL);
	oq_utterance_append(&fixture->utterance, "ға", 0, 6, NULL);
	oq_espeak_text_make(fixture->utterance.spoken, &fixture->utterance, &clause, &kazakh,
		fixture->text, fixture->places);
	g_assert_cmpstr(fixture->text->str, ==, "iPhone-ға.");
}

static void
test_tunes(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const expected[] = {"бар.", "бар,", "бар?", "бар!", "бар!"};

	for (OqTune tune = OQ_TUNE_STATEMENT; tune <= OQ_TUNE_EXCLAMATION; tune++) {
		make(fixture, "бар", tune);
		g_assert_cmpstr(fixture->text->str, ==, expected[tune]);
	}
}

static void
test_clause(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	OqClause clause = {1, 3, OQ_LANG_KK, FALSE, OQ_TUNE_STATEMENT, 0};

	oq_utterance_say(&fixture->utterance, "бір екі үш төрт", 0, 1, NULL);
	oq_espeak_text_make(fixture->utterance.spoken, &fixture->utterance, &clause, &kazakh,
		fixture->text, fixture->places);

	g_assert_cmpstr(fixture->text->str, ==, "екі үш.");
}

static void
test_other_alphabets(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	assert_text(fixture, "бір Ω екі", "бір   екі.");
	assert_text(fixture, "ა中ع꦳😀б", "     б.");
}

static void
test_commands(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	assert_text(fixture, "бір\00190S екі\n", "бір 90S екі .");
	assert_text(fixture, "<b>а&б</b> а.б! а:б", " b а б  b  а б  а б.");
}

static void
test_long_word(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GString) word = g_string_new(NULL);
	for (guint i = 0; i < 1000; i++)
		g_string_append(word, "қ");

	make(fixture, word->str, OQ_TUNE_STATEMENT);

	g_auto(GStrv) parts = g_strsplit_set(fixture->text->str, " .", -1);
	g_assert_cmpuint(g_strv_length(parts), ==, 21);
	for (guint i = 0; i < 20; i++)
		g_assert_cmpuint(strlen(parts[i]), ==, 100);
}

/* Each character leads back to its byte, also behind what was put in or replaced. */
static void
test_places(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	static const guint32 expected[] = {0, 2, 5, 6, 8};

	make(fixture, "б中 в", OQ_TUNE_STATEMENT);

	g_assert_cmpmem(fixture->places->data, fixture->places->len * sizeof(guint32), expected,
		sizeof expected);
}

static void
add(const char *path, void (*test)(Fixture *, gconstpointer))
{
	g_test_add(path, Fixture, NULL, set_up, test, tear_down);
}

/* The voice of another language: its letters, numbers as they are written, signs where they are
 * named, and the case of letters stays. */
static void
test_abroad(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	const OqEspeakEar greek = {FALSE, oq_alphabets_find("grk/el")};
	OqClause clause = {0, 3, OQ_LANG_KK, FALSE, OQ_TUNE_QUESTION, 0};

	oq_utterance_reset(&fixture->utterance);
	oq_utterance_say(&fixture->utterance, "\u0391b 3.5 \u4F60.\001", 0, 1, NULL);
	oq_espeak_text_make(fixture->utterance.spoken, &fixture->utterance, &clause, &greek,
		fixture->text, fixture->places);
	g_assert_cmpstr(fixture->text->str, ==, "\u0391b 3.5    ?");
	g_assert_false(oq_espeak_text_is_spelled(&fixture->utterance, &clause));

	oq_utterance_reset(&fixture->utterance);
	oq_utterance_say(&fixture->utterance, "a ! b", 0, 1, NULL);
	g_array_index(fixture->utterance.words, OqWord, 1).spelled = TRUE;
	oq_espeak_text_make(fixture->utterance.spoken, &fixture->utterance, &clause, &greek,
		fixture->text, fixture->places);
	g_assert_cmpstr(fixture->text->str, ==, "a ! b");
	g_assert_true(oq_espeak_text_is_spelled(&fixture->utterance, &clause));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	add("/espeak-text/kept", test_kept);
	add("/espeak-text/small-letters", test_small_letters);
	add("/espeak-text/capitals-of-other-languages", test_capitals_of_other_languages);
	add("/espeak-text/hyphen", test_hyphen);
	add("/espeak-text/tunes", test_tunes);
	add("/espeak-text/clause", test_clause);
	add("/espeak-text/other-alphabets", test_other_alphabets);
	add("/espeak-text/commands", test_commands);
	add("/espeak-text/long-word", test_long_word);
	add("/espeak-text/places", test_places);
	add("/espeak-text/abroad", test_abroad);
	return g_test_run();
}
