#include "dispatcher/tongues.h"

static OqTongues *
load(void)
{
	g_autoptr(GError) error = NULL;
	OqTongues *tongues = oq_tongues_load(OQ_TEST_SHARE, &error);
	g_assert_no_error(error);
	return tongues;
}

static gboolean
has(const OqTongues *tongues, const char *name, const char *language)
{
	const GArray *list = oq_tongues_list(tongues);
	for (guint i = 0; i < list->len; i++) {
		const OqTongue *tongue = &g_array_index(list, OqTongue, i);
		if (g_str_equal(tongue->name, name) && g_str_equal(tongue->language, language))
			return TRUE;
	}
	return FALSE;
}

static void
test_list(void)
{
	g_autoptr(OqTongues) tongues = load();
	const OqTongue *first = &g_array_index(oq_tongues_list(tongues), OqTongue, 0);
	g_assert_cmpstr(first->variant, ==, "dauren");
	g_assert_cmpstr(first->language, ==, "kk");
	g_assert_true(has(tongues, first->name, "ru"));
	g_assert_true(has(tongues, first->name, "en"));
	g_assert_true(has(tongues, "German", "de"));
	g_assert_false(has(tongues, "Kazakh", "kk"));
}

static void
assert_chosen(const char *voice, OqVoiceKind kind, const char *language, const char *home,
	const char *abroad)
{
	g_autoptr(OqTongues) tongues = load();
	g_auto(OqWish) wish;
	OqStyle style = OQ_STYLE_DEFAULT;
	oq_wish_init(&wish);
	wish.kind = kind;
	wish.voice = g_strdup(voice);
	oq_tongues_set_voice(tongues, &wish, &style);
	g_assert_cmpstr(style.voice, ==, home);
	const char *found = oq_tongues_go_abroad(tongues, &wish, language, &style);
	g_assert_true((found != NULL) == (abroad != NULL));
	g_assert_cmpstr(style.voice, ==, abroad != NULL ? abroad : home);
}

static void
test_voices(void)
{
	assert_chosen(NULL, OQ_VOICE_KIND_MALE1, "kk", "", NULL);
	assert_chosen(NULL, OQ_VOICE_KIND_MALE1, NULL, "", NULL);
	assert_chosen(NULL, OQ_VOICE_KIND_FEMALE1, "kk", "ainur", NULL);
	assert_chosen("marat", OQ_VOICE_KIND_FEMALE1, "kk-KZ", "marat", NULL);
	assert_chosen("nobody", OQ_VOICE_KIND_MALE1, "kk", "", NULL);
}

static void
test_languages(void)
{
	assert_chosen(NULL, OQ_VOICE_KIND_MALE1, "ru", "", "dauren@zle/ru");
	assert_chosen("marat", OQ_VOICE_KIND_MALE1, "en_US", "marat", "marat@gmw/en-US");
	assert_chosen(NULL, OQ_VOICE_KIND_MALE1, "de-AT", "", "dauren@gmw/de");
	assert_chosen("German", OQ_VOICE_KIND_MALE1, "kk", "", "dauren@gmw/de");
	assert_chosen(NULL, OQ_VOICE_KIND_MALE1, "xx", "", NULL);
	assert_chosen(NULL, OQ_VOICE_KIND_MALE1, "", "", NULL);
	assert_chosen(NULL, OQ_VOICE_KIND_MALE1, "-", "", NULL);
}

static void
test_missing(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqTongues) tongues = oq_tongues_load(OQ_TEST_VOICES, &error);
	g_assert_no_error(error);
	g_assert_false(has(tongues, "German", "de"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tongues/list", test_list);
	g_test_add_func("/tongues/voices", test_voices);
	g_test_add_func("/tongues/languages", test_languages);
	g_test_add_func("/tongues/missing", test_missing);
	return g_test_run();
}
