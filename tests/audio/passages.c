/* passages.c - a passage is always the same samples: whatever the process was made ready with, in
 * whatever order passages are said by its forks, and in a process of its own. */
#include "test_voice.h"
#include "text/normalizer.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const OqStyle styles[] = {
	{"dauren", 0, 50, 100, 50, 100, 0, ""},
	{"ainur", 90, 50, 100, 50, 100, 0, ""},
	{"stock", 0, 50, 100, 50, 100, 0, ""},
	{"dauren", 300, 80, 60, 50, 100, 0, ""},
	{"kk+f3", 200, 20, 100, 50, 100, 0, ""},
	{"zhuirik", 0, 50, 100, 50, 100, 0, ""},
	{"dauren", 600, 50, 0, 50, 100, 0, ""},
	{"stock", 600, 50, 100, 50, 100, 0, ""},
	{"marat", 60, 0, 100, 50, 100, 0, ""},
	{"dauren", 0, 50, 100, 50, 100, 0, ""},
};

#define N_PASSAGES G_N_ELEMENTS(styles)

typedef struct {
	TestVoice voice;
	OqPassage passages[N_PASSAGES];
} Speaker;

static void
say_in(OqUtterance *utterance, const char *words, OqLang lang)
{
	guint first = utterance->words->len;

	oq_utterance_say(utterance, words, 0, 1, NULL);
	for (guint i = first; i < utterance->words->len; i++)
		g_array_index(utterance->words, OqWord, i).lang = lang;
}

/* Three languages, and phonemes. */
static void
add_mixed(OqPassage *passage)
{
	OqUtterance *utterance = oq_passage_spare(passage);

	say_in(utterance, "қонақ, бізге Windows туралы", OQ_LANG_KK);
	say_in(utterance, "с новым годом, друзья", OQ_LANG_RU);
	say_in(utterance, "деп айтты, [[t'ENrI]]ге сеніп,", OQ_LANG_KK);
	say_in(utterance, "good morning", OQ_LANG_EN);
	oq_passage_add(passage);
}

static void
read_passages(Speaker *speaker)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_autofree char *text = NULL;
	g_file_get_contents(OQ_TEST_SAMPLES "/almaty-report.txt", &text, NULL, &error);
	g_assert_no_error(error);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);

	for (gsize i = 0; i < N_PASSAGES; i++) {
		OqPassage *passage = &speaker->passages[i];
		oq_passage_init(passage, &styles[i]);
		add_mixed(passage);
		while (passage->n_utterances < OQ_PASSAGE_MAX / 2) {
			g_assert_true(oq_normalizer_next(normalizer, oq_passage_spare(passage)));
			oq_passage_add(passage);
		}
		passage->first_word = i % 3 * 4;
	}
}

static void
make_ready(Speaker *speaker, const char *const *voices)
{
	test_voice_init(&speaker->voice, voices[0], 0);
	for (; *voices != NULL; voices++) {
		OqStyle style = {"", 400, 30, 50, 50, 100, 0, ""};
		g_assert_true(oq_style_set_voice(&style, *voices));
		g_assert_true(oq_synthesizer_warm(speaker->voice.synthesizer, &style, NULL));
		(void)rand(); /* as a library may */
	}
	read_passages(speaker);
}

static void
speaker_clear(Speaker *speaker)
{
	for (gsize i = 0; i < N_PASSAGES; i++)
		oq_passage_clear(&speaker->passages[i]);
	test_voice_clear(&speaker->voice);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Speaker, speaker_clear)

static gboolean
add_to_sum(const OqSpeech *speech, gpointer data)
{
	g_autofree char *shape = g_strdup_printf("%zu %zu %u", speech->n_voiced, speech->n_frames,
		speech->n_marks > 0 ? speech->marks[speech->n_marks - 1].frame : 0);

	g_checksum_update(data, (const guchar *)shape, -1);
	g_checksum_update(
		data, (const guchar *)speech->samples, (gssize)(speech->n_voiced * sizeof(gint16)));
	return TRUE;
}

/* A checksum of all that the passage becomes. */
static char *
say(const Speaker *speaker, gsize i)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	oq_synthesizer_speak(
		speaker->voice.synthesizer, &speaker->passages[i], add_to_sum, sum, &error);
	g_assert_no_error(error);
	return g_strdup_printf("%zu %s\n", i, g_checksum_get_string(sum));
}

/* The same, in a fork. */
static char *
say_in_child(const Speaker *speaker, gsize i)
{
	int ends[2], status = 0;
	char line[128] = "";

	g_assert_cmpint(pipe(ends), ==, 0);
	pid_t child = fork();
	g_assert_cmpint(child, >=, 0);
	if (child == 0) {
		char *said = say(speaker, i);
		gssize n = (gssize)strlen(said);
		_exit(write(ends[1], said, (gsize)n) == n ? 0 : 1);
	}
	close(ends[1]);
	g_assert_cmpint(read(ends[0], line, sizeof line - 1), >, 0);
	close(ends[0]);
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_cmpint(status, ==, 0);
	return g_strdup(line);
}

/* passages ORDER VOICE...: made ready with the voices; prints a line for each passage, in order. */
static int
run(const char *order, const char *const *voices)
{
	g_auto(Speaker) speaker;
	make_ready(&speaker, voices);
	char *lines[N_PASSAGES + 1] = {NULL};

	for (gsize k = 0; k < N_PASSAGES; k++) {
		gsize i = g_str_equal(order, "backward") ? N_PASSAGES - 1 - k : k;
		lines[i] = say_in_child(&speaker, i);
	}
	g_autofree char *output = g_strjoinv("", lines);
	g_print("%s", output);
	for (gsize i = 0; i < N_PASSAGES; i++)
		g_free(lines[i]);
	return EXIT_SUCCESS;
}

/* passages alone N: the passage, in a process that has never forked. */
static int
run_alone(const char *number)
{
	static const char *const voices[] = {"stock", NULL};
	g_auto(Speaker) speaker;
	make_ready(&speaker, voices);
	g_autofree char *line = say(&speaker, (gsize)atoi(number));

	g_print("%s", line);
	return EXIT_SUCCESS;
}

/* What this program prints with these arguments. */
static char *
elsewhere(const char *first, ...)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
	g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
	char *output = NULL;
	gint status = 0;
	va_list more;
	va_start(more, first);
	g_strv_builder_add(builder, self);
	for (const char *argument = first; argument != NULL; argument = va_arg(more, char *))
		g_strv_builder_add(builder, argument);
	va_end(more);
	g_auto(GStrv) command = g_strv_builder_end(builder);

	g_spawn_sync(
		NULL, command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
	g_assert_no_error(error);
	g_assert_true(g_spawn_check_wait_status(status, NULL));
	return output;
}

static void
test_whatever_was_before(void)
{
	g_autofree char *expected = elsewhere("forward", "dauren", NULL);
	g_autofree char *again = elsewhere("backward", "dauren", NULL);
	g_autofree char *other = elsewhere("backward", "zhuirik", NULL);
	g_autofree char *stock = elsewhere("forward", "kk+f3", NULL);
	g_autofree char *many = elsewhere("forward", "stock", "marat", "dauren", "ainur", NULL);

	g_assert_cmpstr(again, ==, expected);
	g_assert_cmpstr(other, ==, expected);
	g_assert_cmpstr(stock, ==, expected);
	g_assert_cmpstr(many, ==, expected);
}

static void
test_alone(void)
{
	g_autofree char *expected = elsewhere("forward", "dauren", NULL);
	g_auto(GStrv) lines = g_strsplit(expected, "\n", -1);

	g_assert_cmpuint(g_strv_length(lines), ==, N_PASSAGES + 1);
	for (gsize i = 0; i < N_PASSAGES; i++) {
		g_autofree char *number = g_strdup_printf("%zu", i);
		g_autofree char *line = elsewhere("alone", number, NULL);
		g_assert_cmpstr(g_strchomp(line), ==, lines[i]);
	}
}

int
main(int argc, char **argv)
{
	if (argc == 3 && g_str_equal(argv[1], "alone"))
		return run_alone(argv[2]);
	if (argc > 2 && g_str_has_suffix(argv[1], "ward"))
		return run(argv[1], (const char *const *)argv + 2);
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/passages/whatever-was-before", test_whatever_was_before);
	g_test_add_func("/passages/alone", test_alone);
	return g_test_run();
}
