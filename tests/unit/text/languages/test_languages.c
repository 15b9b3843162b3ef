#include "text/languages/languages.h"

#include "text/normalizer.h"

#include <string.h>

typedef struct {
	OqLexicon *lexicon;
	OqUtterance utterance;
} Fixture;

static void
set_up(Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
	g_autoptr(GError) error = NULL;
	fixture->lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	oq_utterance_init(&fixture->utterance);
}

static void
tear_down(Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
	oq_utterance_clear(&fixture->utterance);
	oq_lexicon_free(fixture->lexicon);
}

/* The first sentence, as "сөз/kk word/en"; @told: that it is told to be in. */
static void
assert_told(Fixture *fixture, OqLanguages languages, OqLang told, const char *text,
	const char *lang, const char *expected)
{
	OqTaste taste = {.languages = languages};
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(fixture->lexicon, NULL, &taste);
	OqUtterance *utterance = &fixture->utterance;
	OqBlock block = OQ_BLOCK_TEXT;
	block.lang = told;
	oq_normalizer_begin(normalizer, &block);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	g_assert_true(oq_normalizer_next(normalizer, utterance));
	g_autoptr(GString) got = g_string_new(NULL);
	for (guint i = 0; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		g_string_append_printf(got, "%s%.*s/%s", i > 0 ? " " : "",
			(int)(word->spoken_end - word->spoken_start),
			utterance->spoken->str + word->spoken_start, oq_lang_name(word->lang));
	}
	g_assert_cmpstr(got->str, ==, expected);
	g_assert_cmpstr(oq_lang_name(utterance->lang), ==, lang);
}

static void
assert_read(Fixture *fixture, OqLanguages languages, const char *text, const char *lang,
	const char *expected)
{
	assert_told(fixture, languages, OQ_N_LANGS, text, lang, expected);
}

static void
test_phrases(Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
	assert_read(fixture, OQ_LANGUAGES_ALL, "«Война и мир» кітабы", "ru",
		"Война/ru и/ru мир/ru кітабы/kk");
	assert_read(fixture, OQ_LANGUAGES_ALL, "Мен что дедім", "kk", "Мен/kk что/kk дедім/kk");
	assert_read(fixture, OQ_LANGUAGES_ALL, "Что это?", "ru", "Что/ru это/ru");
	assert_read(fixture, OQ_LANGUAGES_ALL, "Спасибо!", "ru", "Спасибо/ru");
	assert_read(fixture, OQ_LANGUAGES_ALL, "а и те ве", "kk", "а/kk и/kk те/kk ве/kk");
	assert_read(fixture, OQ_LANGUAGES_ALL, "Эдгар По", "kk", "Эдгар/kk По/kk");
	assert_read(fixture, OQ_LANGUAGES_ALL, "Тарих-и Рашиди", "kk", "Тарих/kk и/kk Рашиди/kk");
}

static void
test_latin(Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
	assert_read(fixture, OQ_LANGUAGES_ALL, "Windows жүйесі", "kk", "Windows/en жүйесі/kk");
	assert_read(fixture, OQ_LANGUAGES_ALL, "iPhoneға", "kk", "iPhone/en ға/kk");
	assert_read(fixture, OQ_LANGUAGES_ALL, "Good morning", "en", "Good/en morning/en");
	assert_read(fixture, OQ_LANGUAGES_ALL, "IT саласы", "kk", "ай/kk ти/kk саласы/kk");
	assert_read(fixture, OQ_LANGUAGES_ALL, "Café Españolé", "en", "Café/en Españolé/en");
	assert_read(fixture, OQ_LANGUAGES_ALL, "Qazaqstan Respýblıkasy", "kk",
		"Қазақстан/kk Республикасы/kk");
	assert_read(fixture, OQ_LANG_BIT(OQ_LANG_RU), "Green үйі", "kk", "грин/kk үйі/kk");
}

static void
test_off(Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
	assert_read(fixture, OQ_LANG_BIT(OQ_LANG_EN), "Что это на Windows?", "kk",
		"Что/kk это/kk на/kk Windows/en");
	assert_read(fixture, 0, "Это 5 книг.", "kk", "Это/kk бес/kk книг/kk");
}

/* What is told goes before what is guessed, but not before what there are voices for. */
static void
test_told(Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
	assert_told(
		fixture, OQ_LANGUAGES_ALL, OQ_LANG_RU, "Мама тут 5", "ru", "Мама/ru тут/ru 5/ru");
	assert_told(fixture, OQ_LANGUAGES_ALL, OQ_LANG_RU, "Новый магазин «Ұлытау»", "ru",
		"Новый/ru магазин/ru Ұлытау/kk");
	assert_told(fixture, OQ_LANGUAGES_ALL, OQ_LANG_KK, "Что это?", "kk", "Что/kk это/kk");
	assert_told(fixture, OQ_LANGUAGES_ALL, OQ_LANG_EN, "Top 5", "en", "Top/en 5/en");
	assert_told(fixture, OQ_LANG_BIT(OQ_LANG_EN), OQ_LANG_RU, "Мама тут 5", "kk",
		"Мама/kk тут/kk бес/kk");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/languages/phrases", Fixture, NULL, set_up, test_phrases, tear_down);
	g_test_add("/languages/latin", Fixture, NULL, set_up, test_latin, tear_down);
	g_test_add("/languages/off", Fixture, NULL, set_up, test_off, tear_down);
	g_test_add("/languages/told", Fixture, NULL, set_up, test_told, tear_down);
	return g_test_run();
}
