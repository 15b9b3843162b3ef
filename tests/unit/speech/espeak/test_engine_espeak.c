/* A process can have one eSpeak, so most tests are processes of their own. */
#include "speech/espeak/engine_espeak.h"

#include "test_voice.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* Says the text and checks what holds for all speech. */
static OqSpeech *
speak(TestVoice *voice, const char *spoken)
{
	OqSpeech *speech = test_voice_say_words(voice, spoken);

	for (guint i = 0; i < speech->n_marks; i++) {
		const OqMark *mark = &speech->marks[i];
		g_assert_cmpuint(mark->frame, <, speech->n_voiced);
		if (i > 0) {
			g_assert_cmpuint(mark->start, >, mark[-1].start);
			g_assert_cmpuint(mark->frame, >=, mark[-1].frame);
		}
	}
	if (speech->n_voiced > 0) {
		g_assert_cmpint(speech->samples[0], !=, 0);
		g_assert_cmpint(speech->samples[speech->n_voiced - 1], !=, 0);
	}
	return speech;
}

static gsize
length(TestVoice *voice, const char *spoken)
{
	g_autoptr(OqSpeech) speech = speak(voice, spoken);

	return speech->n_voiced;
}

/* Runs this program again to say something; returns what it writes. */
static char *
say_elsewhere(const char *speed_wpm, const char *spoken)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
	g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
	g_strv_builder_add_many(builder, self, "--say", speed_wpm, spoken, NULL);
	g_auto(GStrv) command = g_strv_builder_end(builder);
	char *output = NULL;
	gint status = 0;

	g_spawn_sync(
		NULL, command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
	g_assert_no_error(error);
	g_assert_true(g_spawn_check_wait_status(status, NULL));
	return output;
}

/* The other half of say_elsewhere: length, second mark and checksum of what is said after a
 * warm-up. */
static int
say_here(const char *speed_wpm, const char *spoken)
{
	g_auto(TestVoice) voice;
	test_voice_init(&voice, OQ_VOICE_DEFAULT, (guint)atoi(speed_wpm));

	length(&voice, "Бұл бірінші сөйлем.");
	g_autoptr(OqSpeech) speech = speak(&voice, spoken);
	g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256,
		(const guchar *)speech->samples, speech->n_voiced * sizeof(gint16));
	g_print("%zu %u %s\n", speech->n_voiced, speech->marks[1].frame, sum);
	return 0;
}

static void
run_alone(GTestFunc test)
{
	if (g_test_subprocess()) {
		test();
		return;
	}
	g_test_trap_subprocess(NULL, 0, 0);
	g_test_trap_assert_passed();
	g_test_trap_assert_stderr("");
}

#define ALONE(test)                                                                                \
	static void test_##test(void)                                                              \
	{                                                                                          \
		run_alone(test);                                                                   \
	}

static void
marks(void)
{
	g_auto(TestVoice) voice;
	test_voice_init(&voice, OQ_VOICE_DEFAULT, 130);

	g_autoptr(OqSpeech) speech =
		speak(&voice, "Өңірде «екі миллионға» жуық, ауыл-аймақ халық тұрады.");

	g_assert_cmpuint(speech->rate_hz, ==, 22050);
	g_assert_cmpuint(speech->n_voiced, >, 22050 * 2);
	g_assert_cmpuint(speech->n_voiced, <, 22050 * 5);
	g_assert_cmpuint(speech->n_marks, ==, 7);
	g_assert_cmpuint(speech->marks[0].frame, ==, 0);
	for (guint i = 0; i < speech->n_marks; i++)
		g_assert_cmpuint(speech->marks[i].start, ==, i);
}

ALONE(marks)

static void
nothing_to_say(void)
{
	g_auto(TestVoice) voice;
	test_voice_init(&voice, OQ_VOICE_DEFAULT, 130);

	g_assert_cmpuint(length(&voice, "—"), ==, 0);
	g_assert_cmpuint(length(&voice, "бар"), >, 0);
}

ALONE(nothing_to_say)

/* What eSpeak could take for commands is text: all words are said, and the voice stays. */
static void
markup(void)
{
	g_auto(TestVoice) voice;
	test_voice_init(&voice, OQ_VOICE_DEFAULT, 130);
	gsize before = length(&voice, "Жақсы адам.");

	g_autoptr(OqSpeech) speech = speak(&voice, "бір <speak>екі</speak> [үш] &amp;төрт &бес");
	g_assert_cmpuint(speech->n_marks, ==, 5);
	g_assert_cmpuint(length(&voice, "бір <break time=\"9s\"/> екі"), <, 22050 * 8);
	length(&voice, "бір \001900S \00190P екі");

	gsize after = length(&voice, "Жақсы адам.");
	g_assert_cmpuint(after, >, before * 95 / 100);
	g_assert_cmpuint(after, <, before * 105 / 100);
}

ALONE(markup)

/* Each of these has crashed eSpeak NG 1.51. */
static void
hostile(void)
{
	static const char *const units[] = {
		"а.", "а . ", "ш.ьу", "қ", "ь", "ع ", "чერ", "꦳", "中", "7", "'", "(", "😀"};
	g_auto(TestVoice) voice;
	test_voice_init(&voice, OQ_VOICE_DEFAULT, 600);

	for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
		for (guint n = 1; n <= 1000; n *= 10) {
			g_autoptr(GString) spoken = g_string_new("сөз ");
			for (guint k = 0; k < n; k++)
				g_string_append(spoken, units[i]);
			g_assert_cmpuint(length(&voice, spoken->str), >, 0);
		}
	}
}

ALONE(hostile)

/* The samples are a matter of what was said before, and of nothing else. */
static void
test_repeatable(void)
{
	static const char *const speeds[] = {"130", "600"};

	for (gsize i = 0; i < G_N_ELEMENTS(speeds); i++) {
		const char *spoken = "Соның бір айқын дәлелі айтулы оқиғалар.";
		g_autofree char *first = say_elsewhere(speeds[i], spoken);
		g_autofree char *second = say_elsewhere(speeds[i], spoken);
		g_assert_cmpstr(first, ==, second);
	}
}

/* Faster is shorter, also where libsonic takes over, near 200; the marks keep their place in it. */
static void
test_speeds(void)
{
	static const char *const speeds[] = {"60", "130", "200", "230", "400", "600"};
	guint64 longer = G_MAXUINT64;

	for (gsize i = 0; i < G_N_ELEMENTS(speeds); i++) {
		char *rest = NULL;
		g_autofree char *said =
			say_elsewhere(speeds[i], "Алматы облысы туралы айтатын болсақ.");
		guint64 n_frames = g_ascii_strtoull(said, &rest, 10);
		guint64 mark = g_ascii_strtoull(rest, NULL, 10);
		g_test_message("%s words a minute: %s", speeds[i], said);
		g_assert_cmpuint(n_frames, <, longer);
		g_assert_cmpuint(mark * 100 / n_frames, >=, 15);
		g_assert_cmpuint(mark * 100 / n_frames, <=, 22);
		longer = n_frames;
	}
	g_assert_cmpuint(longer, >, 5000);
}

static gboolean
try_voice(OqEngine *engine, const char *espeak, GError **error)
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	g_autoptr(OqVoice) voice = oq_voice_new_stock(espeak);

	return oq_engine_set_style(engine, voice, &style, error);
}

static void
assert_busy(void)
{
	g_autoptr(GError) error = NULL;

	g_assert_null(oq_engine_espeak_new(test_tables(), &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_BUSY);
}

/* One at a time; and only one that has started eSpeak. */
static void
busy(void)
{
	for (guint i = 0; i < 2; i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(OqEngine) idle = oq_engine_espeak_new(test_tables(), &error);
		g_assert_no_error(error);
		assert_busy();
	}
	OqEngine *engine = oq_engine_espeak_new(test_tables(), NULL);
	g_assert_true(try_voice(engine, "kk", NULL));
	assert_busy();
	oq_engine_free(engine);
	assert_busy();
}

ALONE(busy)

/* A wrong name spoils nothing, before the first voice and behind it. */
static void
voice_names(void)
{
	static const char *const wrong[] = {"xx", "", "kk+nobody", "kk+../en", "kk+", "Kazak"};
	g_autoptr(OqEngine) engine = oq_engine_espeak_new(test_tables(), NULL);

	for (guint round = 0; round < 2; round++) {
		for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
			g_autoptr(GError) error = NULL;
			g_assert_false(try_voice(engine, wrong[i], &error));
			g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
			g_assert_nonnull(strstr(error->message, wrong[i]));
		}
		g_assert_true(try_voice(engine, "kazakh+f3", NULL));
		g_assert_cmpuint(engine->rate_hz, ==, 22050);
	}
}

ALONE(voice_names)

/* A data folder with one voice and no more, then with a dictionary that is none. */
static void
damaged_data(void)
{
	g_autofree char *top = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *data = g_build_filename(top, "espeak-ng-data", NULL);
	g_autofree char *lang = g_build_filename(data, "lang", NULL);
	g_autofree char *family = g_build_filename(lang, "trk", NULL);
	g_autofree char *voice = g_build_filename(family, "kk", NULL);
	g_autofree char *dictionary = g_build_filename(data, "kk_dict", NULL);
	const char *const missing[] = {data, dictionary, "espeak-ng-data"};
	g_setenv("ESPEAK_DATA_PATH", top, TRUE);
	OqEngine *engine = oq_engine_espeak_new(test_tables(), NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(missing); i++) {
		g_autoptr(GError) error = NULL;
		g_mkdir_with_parents(family, 0700);
		if (i == 1)
			g_file_set_contents(voice, "name Kazakh\nlanguage kk\n", -1, NULL);
		if (i == 2)
			g_file_set_contents(dictionary, "none", -1, NULL);
		g_assert_false(try_voice(engine, "kk", &error));
		g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE);
		g_assert_nonnull(strstr(error->message, missing[i]));
	}
	oq_engine_free(engine);
	const char *const files[] = {dictionary, voice, family, lang, data, top};
	for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
		g_assert_cmpint(g_remove(files[i]), ==, 0);
}

ALONE(damaged_data)

static void
phonemes(void)
{
	g_auto(TestVoice) voice;
	test_voice_init(&voice, OQ_VOICE_DEFAULT, 130);
	OqUtterance *utterance = test_voice_utterance(&voice);

	oq_utterance_say(utterance, "Сәлем, әлем! «» Қалай:  жақсы. …", 0, 1, NULL);
	g_autofree char *some = test_voice_ipa(&voice, utterance);
	g_assert_cmpstr(some, ==, "sælˈem ælˈem qɑlˈɑj ʒɑqsˈə");
}

ALONE(phonemes)

/* A style begins in Kazakh, whatever the language was in which the last one ended. */
static void
languages(void)
{
	g_auto(TestVoice) voice;
	test_voice_init(&voice, OQ_VOICE_DEFAULT, 130);
	OqUtterance *utterance = test_voice_utterance(&voice);
	oq_utterance_say(utterance, "good morning", 0, 1, NULL);
	for (guint i = 0; i < 2; i++)
		g_array_index(utterance->words, OqWord, i).lang = OQ_LANG_EN;

	for (guint16 speed_wpm = 130; speed_wpm < 133; speed_wpm++) {
		voice.passage.style.speed_wpm = speed_wpm;
		g_autofree char *ipa = test_voice_ipa(&voice, utterance);
		g_assert_cmpstr(ipa, ==, "ɡˈʊd mˈɔːnɪŋ");
	}
}

ALONE(languages)

/* The ending of phonemes is Kazakh, whatever was spoken before. */
static void
endings(void)
{
	g_auto(TestVoice) voice;
	test_voice_init(&voice, OQ_VOICE_DEFAULT, 130);
	OqUtterance *utterance = test_voice_utterance(&voice);
	oq_utterance_say(utterance, "доброе утро [[t'ENrI]]ге", 0, 1, NULL);
	for (guint i = 0; i < 2; i++)
		g_array_index(utterance->words, OqWord, i).lang = OQ_LANG_RU;

	g_autofree char *ipa = test_voice_ipa(&voice, utterance);

	g_assert_true(g_str_has_suffix(ipa, " tˈɛŋrɪɡe"));
}

ALONE(endings)

int
main(int argc, char **argv)
{
	if (argc == 4 && g_str_equal(argv[1], "--say"))
		return say_here(argv[2], argv[3]);
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/engine-espeak/marks", test_marks);
	g_test_add_func("/engine-espeak/nothing-to-say", test_nothing_to_say);
	g_test_add_func("/engine-espeak/markup", test_markup);
	g_test_add_func("/engine-espeak/hostile", test_hostile);
	g_test_add_func("/engine-espeak/repeatable", test_repeatable);
	g_test_add_func("/engine-espeak/speeds", test_speeds);
	g_test_add_func("/engine-espeak/busy", test_busy);
	g_test_add_func("/engine-espeak/voice-names", test_voice_names);
	g_test_add_func("/engine-espeak/damaged-data", test_damaged_data);
	g_test_add_func("/engine-espeak/phonemes", test_phonemes);
	g_test_add_func("/engine-espeak/languages", test_languages);
	g_test_add_func("/engine-espeak/endings", test_endings);
	return g_test_run();
}
