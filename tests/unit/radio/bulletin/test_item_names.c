#include "radio/bulletin/item_names.h"

#include <string.h>

static OqRomanization *romanization;

static OqItemNames *
new_names(const char *pattern)
{
	g_autoptr(GError) error = NULL;
	OqItemNames *names = oq_item_names_new(pattern, "2006-12-18", 12, romanization, &error);
	g_assert_no_error(error);
	return names;
}

static void
assert_next(OqItemNames *names, const char *title, const char *expected)
{
	g_autofree char *name = oq_item_names_next(names, title);
	g_assert_cmpstr(name, ==, expected);
}

static void
assert_name(const char *pattern, const char *title, const char *expected)
{
	g_autoptr(OqItemNames) names = new_names(pattern);
	assert_next(names, title, expected);
}

static void
test_letters(void)
{
	assert_name("%n", "А", "1.wav");
	assert_name("%3n-%2N-%N", "А", "001-12-12.wav");
	assert_name("%t.flac", "Ауа райы", "Ауа райы.flac");
	assert_name("%3t.flac", "Ауа райы", "Ауа.flac");
	assert_name("%T", "Ауа райы", "Aua raiy.wav");
	assert_name("%5T", "Ауа-райы", "Auara.wav");
	assert_name("%d %D %e", NULL, "061218 2006-12-18 181206.wav");
	assert_name("100%%", NULL, "100%.wav");
}

/* The example of each who asks for it. */
static void
test_presets(void)
{
	assert_name("prss", "Radio Reader", "RadioRea 061218.wav");
	assert_name("bbc", "The Murder Files", "The Murder Files 181206 (1 of 12).wav");
	assert_name("rivendell", "Таңғы жаңалықтар", "2006-12-18_Tangy janalyqtar.wav");
}

static void
test_extensions(void)
{
	assert_name("%n.mp3", NULL, "1.mp3");
	assert_name("a %n.", NULL, "a 1.wav");
	assert_name("a.%n", NULL, "a.1.wav");
	assert_name("v1.2", NULL, "v1.2.wav");
	assert_name("%t", "2.mp3", "2.mp3.wav"); /* the pattern's own alone */
}

static void
test_safe(void)
{
	assert_name("%t", "../../etc/passwd", "etc-passwd.wav");
	assert_name("%t", "-rf", "rf.wav");
	assert_name("%t", "a\nb\x01\tc\xe2\x80\xae", "a b c.wav");
	assert_name("%t", "Сағат 18:00 \"кеш\"? a\\b|c", "Сағат 18-00 кеш a-b-c.wav");
	assert_name("%t", "соңы. . ", "соңы.wav");
	assert_name("%t", "a\xff", "a\xef\xbf\xbd.wav");
	assert_name("%t", "...", "1.wav");
	assert_name("%t", NULL, "1.wav");
	assert_name("-%t", NULL, "1.wav");
	assert_name("%T", "日本", "1.wav");
}

static void
test_long(void)
{
	g_autoptr(GString) title = g_string_new("a");
	g_autoptr(OqItemNames) names = new_names("%t");
	for (guint i = 0; i < 150; i++)
		g_string_append(title, "ң");
	for (guint i = 0; i < 12; i++) {
		g_autofree char *name = oq_item_names_next(names, title->str);
		g_assert_cmpuint(strlen(name), <=, OQ_ITEM_NAME_MAX_BYTES);
		g_assert_cmpuint(strlen(name), >, OQ_ITEM_NAME_MAX_BYTES - 2);
		g_assert_true(g_utf8_validate(name, -1, NULL));
		g_assert_true(g_str_has_suffix(name, ".wav"));
	}
}

static void
test_clashes(void)
{
	g_autoptr(OqItemNames) names = new_names("%t");
	assert_next(names, "Спорт", "Спорт.wav");
	assert_next(names, "Спорт", "Спорт (2).wav");
	assert_next(names, "СПОРТ", "СПОРТ (3).wav");
	assert_next(names, "Спорт (2)", "Спорт (2) (2).wav");
	assert_next(names, "Ауа", "Ауа.wav");
	assert_next(names, "", "6.wav");
}

static void
test_refused(void)
{
	static const char *const patterns[] = {
		"", "%", "%x", "%t %", "%2d", "%100n", "%999999999999n", "%2%", "a/%n", "a\xff"};
	for (gsize i = 0; i < G_N_ELEMENTS(patterns); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(
			oq_item_names_new(patterns[i], "2006-12-18", 1, romanization, &error));
		g_assert_error(error, OQ_ITEM_NAMES_ERROR, OQ_ITEM_NAMES_ERROR_PATTERN);
		g_assert_true(g_utf8_validate(error->message, -1, NULL));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	romanization = oq_romanization_load(OQ_TEST_VOICES "/kk", NULL);
	g_assert_nonnull(romanization);
	g_test_add_func("/item-names/letters", test_letters);
	g_test_add_func("/item-names/presets", test_presets);
	g_test_add_func("/item-names/extensions", test_extensions);
	g_test_add_func("/item-names/safe", test_safe);
	g_test_add_func("/item-names/long", test_long);
	g_test_add_func("/item-names/clashes", test_clashes);
	g_test_add_func("/item-names/refused", test_refused);
	int failed = g_test_run();
	oq_romanization_free(romanization);
	return failed;
}
