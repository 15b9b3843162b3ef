/* run_letters.c - every letter of Unicode is heard, alone and within a word.
 *
 * Alone it is said as letters or by a name. Between letters of a Kazakh and of an English word it
 * changes what is said of them, unless transliteration.tsv says that it is nothing. Each word that
 * comes of it is sounded by the engine, which does not call it by its number in Unicode. */
#include "speech/espeak/engine_espeak.h"
#include "test_voice.h"
#include "text/normalizer.h"
#include "text/words/transliteration.h"

#include <locale.h>
#include <string.h>

#define LAST   0x10FFFF
#define SOUNDS "aɑæeɛəiɪoɔøɵuʊʏbdfghjklmnpqrstvwxzɡŋʃʒʁ"

/* How the engine begins to tell the number of a letter, in Kazakh and in English. */
static const char *const numbers[] = {"lˈetə", "lˌɛtə", "lˈɛtə"};

/* These are apostrophes, the sign of a word with front vowels, marks of width half that of others.
 */
static const gunichar signs[] = {0x02BB, 0x02BC, 0x0674, 0xFF9E, 0xFF9F};

typedef struct {
	OqLexicon *lexicon;
	OqVoices *voices;
	OqEngine *engine;
	OqNormalizer *normalizer;
	OqUtterance utterance;
	GArray *clauses;     /* of OqClause */
	GHashTable *sounded; /* what was said already */
} Ear;

static void
ear_init(Ear *ear)
{
	g_autoptr(GError) error = NULL;
	OqStyle style = OQ_STYLE_DEFAULT;
	ear->lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	ear->voices = test_voices();
	ear->engine = oq_engine_espeak_new(test_tables(), &error);
	g_assert_no_error(error);
	const OqVoice *voice = oq_voices_choose(ear->voices, style.voice, NULL, &error);
	g_assert_no_error(error);
	g_assert_true(oq_engine_set_style(ear->engine, voice, &style, &error));
	ear->normalizer = oq_normalizer_new(ear->lexicon, NULL, &OQ_TASTE_DEFAULT);
	oq_utterance_init(&ear->utterance);
	ear->clauses = g_array_new(FALSE, FALSE, sizeof(OqClause));
	ear->sounded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void
ear_clear(Ear *ear)
{
	oq_normalizer_free(ear->normalizer);
	oq_utterance_clear(&ear->utterance);
	oq_engine_free(ear->engine);
	oq_voices_free(ear->voices);
	oq_lexicon_free(ear->lexicon);
	g_array_unref(ear->clauses);
	g_hash_table_unref(ear->sounded);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Ear, ear_clear)

/* All that is wrong is told, not the first alone. */
static void G_GNUC_PRINTF(2, 3) fail(gunichar letter, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *message = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_test_message("U+%04X: %s", letter, message);
	g_test_fail();
}

static gboolean
is_heard(const char *ipa)
{
	for (const char *p = ipa; *p != '\0'; p = g_utf8_next_char(p))
		if (g_utf8_strchr(SOUNDS, -1, g_utf8_get_char(p)) != NULL)
			return TRUE;
	return FALSE;
}

static void
check_sound(Ear *ear, gunichar letter, const OqClause *clause)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *ipa =
		ear->engine->klass->phonemes(ear->engine, &ear->utterance, clause, &error);
	g_assert_no_error(error);
	if (!is_heard(ipa))
		fail(letter, "“%s” is not heard", ear->utterance.spoken->str);
	for (guint i = 0; i < G_N_ELEMENTS(numbers); i++)
		if (strstr(ipa, numbers[i]) != NULL)
			fail(letter, "“%s” is a number: %s", ear->utterance.spoken->str, ipa);
}

/* What is said of a text; each word of it is sounded once. */
static const char *
say(Ear *ear, gunichar letter, const char *text)
{
	oq_normalizer_begin(ear->normalizer, &OQ_BLOCK_TEXT);
	oq_normalizer_feed(ear->normalizer, text, strlen(text));
	oq_normalizer_end(ear->normalizer);
	if (!oq_normalizer_next(ear->normalizer, &ear->utterance))
		return "";
	oq_clauses_split(&ear->utterance, test_prosody(), ear->clauses);
	for (guint i = 0; i < ear->utterance.words->len; i++) {
		const OqWord *word = oq_utterance_word(&ear->utterance, i);
		g_autofree char *key = g_strdup_printf("%u%.*s", word->lang,
			(int)(word->spoken_end - word->spoken_start),
			ear->utterance.spoken->str + word->spoken_start);
		if (!g_hash_table_add(ear->sounded, g_steal_pointer(&key)))
			continue;
		OqClause alone = g_array_index(ear->clauses, OqClause, 0);
		alone.first_word = i;
		alone.end_word = i + 1;
		check_sound(ear, letter, &alone);
	}
	return ear->utterance.words->len > 0 ? ear->utterance.spoken->str : "";
}

static gboolean
is_nothing(const Ear *ear, const char *letter)
{
	g_autoptr(GString) spoken = g_string_new(NULL);
	OqSlice word = {letter, strlen(letter)};
	return oq_transliteration_say(ear->lexicon, word, spoken) && spoken->len == 0;
}

static void
check_letter(Ear *ear, gunichar c)
{
	static const char *const words[][2] = {{"ан", "на"}, {"ban", "nag"}};
	char letter[7] = {0};
	g_unichar_to_utf8(c, letter);
	if (say(ear, c, letter)[0] == '\0')
		fail(c, "“%s” is not said", letter);
	for (guint i = 0; i < G_N_ELEMENTS(words) && !is_nothing(ear, letter); i++) {
		g_autofree char *with = g_strconcat(words[i][0], letter, words[i][1], NULL);
		g_autofree char *without = g_strconcat(words[i][0], words[i][1], NULL);
		if (strcmp(say(ear, c, with), without) == 0)
			fail(c, "“%s” is lost in “%s”", letter, with);
	}
}

static gboolean
is_sign(gunichar c)
{
	for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
		if (signs[i] == c)
			return TRUE;
	return FALSE;
}

static void
test_all(void)
{
	g_auto(Ear) ear;
	ear_init(&ear);
	for (gunichar c = 0; c <= LAST; c++)
		if (g_unichar_validate(c) && g_unichar_isalpha(c) && !is_sign(c))
			check_letter(&ear, c);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, "C.UTF-8");
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/letters/all", test_all);
	return g_test_run();
}
