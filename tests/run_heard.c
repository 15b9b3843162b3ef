/* run_heard.c - what is heard is what is said (README.md), one GLib test per file.
 * usage: run_heard FILE... [GLib's test options]
 *
 * Of each line (of a table its first cell) the words of the utterances are those that the engine
 * sounds, in number and order. And no Kazakh word has more vowels to the ear than to the eye: it
 * would have been spelled, which is the rules' affair. */
#include "speech/espeak/engine_espeak.h"
#include "test_voice.h"
#include "text/normalizer.h"

#include <locale.h>
#include <string.h>

#define FAST_WPM      600
#define VOWELS        "aɑæeɛəiɪoɔøɵuʊʏ"
#define VOWEL_LETTERS "аәеёиоөуұүыіэюя"

typedef struct {
	OqLexicon *lexicon;
	OqVoices *voices;
	OqEngine *engine;
	GArray *clauses; /* of OqClause */
	OqSaid said;
} Ear;

static void
ear_init(Ear *ear)
{
	g_autoptr(GError) error = NULL;
	OqStyle style = OQ_STYLE_DEFAULT;
	style.speed_wpm = FAST_WPM;
	ear->lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	ear->voices = test_voices();
	ear->engine = oq_engine_espeak_new(test_tables(), &error);
	g_assert_no_error(error);
	const OqVoice *voice = oq_voices_choose(ear->voices, style.voice, NULL, &error);
	g_assert_no_error(error);
	g_assert_true(oq_engine_set_style(ear->engine, voice, &style, &error));
	ear->clauses = g_array_new(FALSE, FALSE, sizeof(OqClause));
	ear->said.samples = g_array_new(FALSE, FALSE, sizeof(gint16));
	ear->said.places = g_array_new(FALSE, FALSE, sizeof(OqPlace));
}

static void
ear_clear(Ear *ear)
{
	oq_engine_free(ear->engine);
	oq_voices_free(ear->voices);
	oq_lexicon_free(ear->lexicon);
	g_array_unref(ear->clauses);
	g_array_unref(ear->said.samples);
	g_array_unref(ear->said.places);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Ear, ear_clear)

/* All that is wrong is told, not the first alone. */
static void G_GNUC_PRINTF(1, 2) fail(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *message = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_test_message("%s", message);
	g_test_fail();
}

static guint
count(OqSlice text, const char *letters)
{
	guint n = 0;
	for (const char *p = text.data; p < text.data + text.length; p = g_utf8_next_char(p))
		n += g_utf8_strchr(letters, -1, g_unichar_tolower(g_utf8_get_char(p))) != NULL;
	return n;
}

static void
check_vowels(Ear *ear, const OqUtterance *utterance, const OqClause *clause, const char *place)
{
	g_autoptr(GError) error = NULL;
	for (guint i = clause->first_word; i < clause->end_word; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		OqSlice text = {utterance->spoken->str + word->spoken_start,
			word->spoken_end - word->spoken_start};
		OqClause alone = *clause;
		alone.first_word = i;
		alone.end_word = i + 1;
		if (word->lang != OQ_LANG_KK || g_str_has_prefix(text.data, "[["))
			continue;
		g_autofree char *ipa =
			ear->engine->klass->phonemes(ear->engine, utterance, &alone, &error);
		g_assert_no_error(error);
		if (count(oq_slice(ipa), VOWELS) > count(text, VOWEL_LETTERS))
			fail("%s: %.*s is spelled: %s", place, (int)text.length, text.data, ipa);
	}
}

/* A hyphen makes one word of two, as do two alphabets; the engine may tell where the second begins,
 * or not. */
static gboolean
is_joined(const OqUtterance *utterance, const OqClause *clause, guint at)
{
	if (at == clause->first_word)
		return FALSE;
	guint32 end = oq_utterance_word(utterance, at - 1)->spoken_end;
	guint32 start = oq_utterance_word(utterance, at)->spoken_start;
	return start == end || (start - end == 1 && utterance->spoken->str[end] == '-');
}

/* The engine's words are those of its IPA, between spaces. Those of other languages may be several:
 * You Tube. */
static void
check_number(Ear *ear, const OqUtterance *utterance, const OqClause *clause, const char *place)
{
	g_autoptr(GError) error = NULL;
	guint n_words = 0;
	for (guint at = clause->first_word; at < clause->end_word; at++) {
		if (oq_utterance_word(utterance, at)->lang != OQ_LANG_KK)
			return;
		n_words += !is_joined(utterance, clause, at);
	}
	g_autofree char *ipa = ear->engine->klass->phonemes(ear->engine, utterance, clause, &error);
	g_assert_no_error(error);
	g_auto(GStrv) heard = g_strsplit(ipa, " ", -1);
	if (g_strv_length(heard) != n_words)
		fail("%s: %u words of “%s” are heard as “%s”", place, n_words,
			utterance->spoken->str, ipa);
}

/* Each place is in a word, and none is before that of the place before. */
static void
check_order(Ear *ear, const OqUtterance *utterance, const OqClause *clause, const char *place)
{
	g_autoptr(GError) error = NULL;
	guint at = clause->first_word;
	oq_engine_say(ear->engine, utterance, clause, &ear->said, &error);
	g_assert_no_error(error);
	for (guint i = 0; i < ear->said.places->len; i++) {
		guint32 byte = g_array_index(ear->said.places, OqPlace, i).byte;
		if (at > clause->first_word &&
			byte < oq_utterance_word(utterance, at - 1)->spoken_end)
			continue;
		while (at < clause->end_word &&
			oq_utterance_word(utterance, at)->spoken_end <= byte)
			at++;
		if (at == clause->end_word ||
			oq_utterance_word(utterance, at)->spoken_start > byte) {
			fail("%s: a word begins at “%s”", place, utterance->spoken->str + byte);
			return;
		}
		at++;
	}
}

static void
check_utterance(Ear *ear, const OqUtterance *utterance, const char *place)
{
	oq_clauses_split(utterance, test_prosody(), ear->clauses);
	for (guint i = 0; i < ear->clauses->len; i++) {
		const OqClause *clause = &g_array_index(ear->clauses, OqClause, i);
		check_number(ear, utterance, clause, place);
		check_order(ear, utterance, clause, place);
		check_vowels(ear, utterance, clause, place);
	}
}

static void
check_text(Ear *ear, const char *text, const char *place)
{
	g_autoptr(OqNormalizer) normalizer =
		oq_normalizer_new(ear->lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance))
		check_utterance(ear, &utterance, place);
}

/* Without the marks of cases/languages: {en:Windows}. */
static char *
unmark(const char *text)
{
	GString *out = g_string_new(text);
	g_string_replace(out, "{kk:", "", 0);
	g_string_replace(out, "{ru:", "", 0);
	g_string_replace(out, "{en:", "", 0);
	g_string_replace(out, "}", "", 0);
	return g_string_free(out, FALSE);
}

typedef struct {
	Ear *ear;
	const char *path;
} File;

static void
check_file(gconstpointer data)
{
	const File *file = data;
	const char *path = file->path;
	g_autofree char *contents = NULL, *name = g_path_get_basename(path);
	g_autoptr(GError) error = NULL;
	g_file_get_contents(path, &contents, NULL, &error);
	g_assert_no_error(error);
	g_auto(GStrv) lines = g_strsplit(contents, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		g_autofree char *place = g_strdup_printf("%s:%u", name, i + 1);
		if (lines[i][0] == '#')
			continue;
		lines[i][strcspn(lines[i], "\t")] = '\0';
		g_autofree char *text = unmark(lines[i] + (lines[i][0] == '!'));
		check_text(file->ear, text, place);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_set_nonfatal_assertions();
	g_auto(Ear) ear;
	ear_init(&ear);
	for (int i = 1; i < argc; i++) {
		const File file = {&ear, argv[i]};
		g_autofree char *path = g_strdup_printf("/heard/%d", i);
		g_test_add_data_func_full(path, g_memdup2(&file, sizeof file), check_file, g_free);
	}
	return g_test_run();
}
