#include "speech/speech.h"
#include "speech/voices.h"

#include <glib/gstdio.h>
#include <string.h>

#define DATA OQ_TEST_SHARE "/espeak-ng-data"

static const OqVoice *
choose(OqVoices *voices, const char *name, const char *expected_notice)
{
	g_autoptr(GError) error = NULL;
	char before[] = "what was there before";
	char *notice = before;

	const OqVoice *voice = oq_voices_choose(voices, name, &notice, &error);

	g_assert_no_error(error);
	if (expected_notice == NULL)
		g_assert_null(notice);
	else
		g_assert_nonnull(strstr(notice, expected_notice));
	g_free(notice);
	return voice;
}

static void
test_names(void)
{
	g_autoptr(OqVoices) voices = oq_voices_new(OQ_TEST_VOICES, DATA);

	g_assert_cmpstr(choose(voices, "", NULL)->id, ==, OQ_VOICE_DEFAULT);
	g_assert_cmpstr(choose(voices, "Ainur", NULL)->id, ==, "ainur");
	g_assert_cmpstr(choose(voices, "айнұр", NULL)->id, ==, "ainur");
	g_assert_cmpstr(choose(voices, "Айнур", NULL)->id, ==, "ainur");
	g_assert_cmpstr(choose(voices, "kk+f3", NULL)->espeak, ==, "kk+f3");
	g_assert_true(choose(voices, "kk+f3", NULL)->is_stock);
	g_assert_true(choose(voices, "ainur", NULL) == choose(voices, "ainur", NULL));
}

/* In another language: the manner of the voice, and as loud. */
static void
test_abroad(void)
{
	g_autoptr(OqVoices) voices = oq_voices_new(OQ_TEST_VOICES, DATA);
	const OqVoice *home = choose(voices, "ainur", NULL);
	const OqVoice *german = choose(voices, "ainur@gmw/de", NULL);
	const OqVoice *russian = choose(voices, "ainur@zle/ru", NULL);

	g_assert_cmpstr(german->espeak, ==, "gmw/de+ainur");
	g_assert_false(german->is_stock);
	g_assert_cmpfloat(german->gains.db[OQ_LANG_EN], ==, home->gains.db[OQ_LANG_KK]);
	g_assert_cmpfloat(russian->gains.db[OQ_LANG_KK], ==, home->gains.db[OQ_LANG_RU]);
	g_autoptr(OqVoices) misfit = oq_voices_new(OQ_TEST_VOICES, NULL);
	g_assert_cmpstr(choose(misfit, "ainur@gmw/de", "eSpeak NG")->espeak, ==, "gmw/de");
}

/* Without data that fit, ours give way to the plain one, whoever asks. */
static void
test_misfit(void)
{
	static const char *const folders[] = {NULL, "/nowhere", OQ_TEST_VOICES};

	for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
		g_autoptr(OqVoices) voices = oq_voices_new(OQ_TEST_VOICES, folders[i]);
		for (guint n = 0; n < 2; n++) {
			g_assert_cmpstr(choose(voices, "ainur", "eSpeak NG")->id, ==, "stock");
			g_assert_cmpstr(choose(voices, "kk+f3", NULL)->espeak, ==, "kk+f3");
			g_assert_cmpstr(choose(voices, "stock", NULL)->id, ==, "stock");
		}
		g_assert_cmpstr(oq_voices_choose(voices, "", NULL, NULL)->id, ==, "stock");
	}
}

/* What cannot be looked at must not change the voice. */
static void
test_unreadable(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *notice = NULL;
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *stamp = g_build_filename(folder, "stamp", NULL);
	g_assert_cmpint(g_mkdir(stamp, 0700), ==, 0);
	g_autoptr(OqVoices) voices = oq_voices_new(OQ_TEST_VOICES, folder);

	for (guint n = 0; n < 2; n++) {
		g_assert_null(oq_voices_choose(voices, "ainur", &notice, &error));
		g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE);
		g_assert_null(notice);
		g_clear_error(&error);
	}
	g_assert_cmpstr(choose(voices, "stock", NULL)->id, ==, "stock");
	g_assert_cmpint(g_rmdir(stamp), ==, 0);
	g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void
test_damaged(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *notice = NULL;
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "a.voice", NULL);
	g_autoptr(OqVoices) voices = oq_voices_new(folder, DATA);
	g_assert_true(g_file_set_contents(path, "[Voice]\n", -1, NULL));

	g_assert_null(oq_voices_choose(voices, "a", &notice, &error));

	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_assert_null(notice);
	g_assert_cmpint(g_remove(path), ==, 0);
	g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void
test_add(void)
{
	g_autoptr(OqVoices) voices = oq_voices_new(OQ_TEST_VOICES, DATA);
	OqVoice *voice = oq_voice_new_stock("ainur");
	choose(voices, "ainur", NULL);

	oq_voices_add(voices, voice);

	g_assert_true(choose(voices, "ainur", NULL) == voice);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/voices/names", test_names);
	g_test_add_func("/voices/misfit", test_misfit);
	g_test_add_func("/voices/unreadable", test_unreadable);
	g_test_add_func("/voices/damaged", test_damaged);
	g_test_add_func("/voices/add", test_add);
	g_test_add_func("/voices/abroad", test_abroad);
	return g_test_run();
}
