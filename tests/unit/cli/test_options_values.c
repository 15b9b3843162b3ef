#include "cli/options.h"
#include "cli/options_values.h"
#include "radio/sidecars/sidecars.h"

static void
assert_refused(gboolean taken, GError *error, const char *named)
{
	g_assert_false(taken);
	g_assert_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG);
	g_assert_nonnull(strstr(error->message, named));
	g_error_free(error);
}

static void
refuse_number(const char *text)
{
	GError *error = NULL;
	guint number = 7;
	gboolean taken = oq_options_values_number("speed", text, 60, 600, &number, &error);
	assert_refused(taken, error, "--speed");
	g_assert_cmpuint(number, ==, 7);
}

static void
test_number(void)
{
	guint number = 7;
	g_assert_true(oq_options_values_number("speed", NULL, 60, 600, &number, NULL));
	g_assert_cmpuint(number, ==, 7);
	g_assert_true(oq_options_values_number("speed", "60", 60, 600, &number, NULL));
	g_assert_cmpuint(number, ==, 60);
	g_assert_true(oq_options_values_number("speed", "600", 60, 600, &number, NULL));
	g_assert_cmpuint(number, ==, 600);
	refuse_number("59");
	refuse_number("601");
	refuse_number("");
	refuse_number("175,5");
	refuse_number(" 80");
	refuse_number("0x50");
	refuse_number("99999999999999999999");
}

static void
test_duration(void)
{
	GError *error = NULL;
	guint length_ms = 7;
	g_assert_true(oq_options_values_duration(NULL, &length_ms, NULL));
	g_assert_cmpuint(length_ms, ==, 7);
	g_assert_true(oq_options_values_duration("2m30s", &length_ms, NULL));
	g_assert_cmpuint(length_ms, ==, 150000);
	gboolean taken = oq_options_values_duration("3:99", &length_ms, &error);
	assert_refused(taken, error, "--duration 3:99");
	g_assert_cmpuint(length_ms, ==, 150000);
}

static void
refuse_level(const char *text)
{
	GError *error = NULL;
	OqPunctuation level = OQ_PUNCTUATION_SOME;
	gboolean taken = oq_options_values_punctuation(text, &level, &error);
	assert_refused(taken, error, "none, some or all");
	g_assert_cmpint(level, ==, OQ_PUNCTUATION_SOME);
}

static void
test_punctuation(void)
{
	OqPunctuation level = OQ_PUNCTUATION_SOME;
	g_assert_true(oq_options_values_punctuation(NULL, &level, NULL));
	g_assert_cmpint(level, ==, OQ_PUNCTUATION_SOME);
	g_assert_true(oq_options_values_punctuation("none", &level, NULL));
	g_assert_cmpint(level, ==, OQ_PUNCTUATION_NONE);
	g_assert_true(oq_options_values_punctuation("all", &level, NULL));
	g_assert_cmpint(level, ==, OQ_PUNCTUATION_ALL);
	refuse_level("");
	refuse_level("All");
	refuse_level("spelling");
}

static void
refuse_languages(const char *text)
{
	GError *error = NULL;
	OqLanguages languages = 0;
	gboolean taken = oq_options_values_languages(text, &languages, &error);
	assert_refused(taken, error, "--languages");
}

static void
test_languages(void)
{
	OqLanguages languages = 0;
	g_assert_true(oq_options_values_languages(NULL, &languages, NULL));
	g_assert_cmpuint(languages, ==, OQ_LANGUAGES_ALL);
	g_assert_true(oq_options_values_languages("kk", &languages, NULL));
	g_assert_cmpuint(languages, ==, OQ_LANG_BIT(OQ_LANG_KK));
	g_assert_true(oq_options_values_languages("en,kk", &languages, NULL));
	g_assert_cmpuint(languages, ==, OQ_LANG_BIT(OQ_LANG_KK) | OQ_LANG_BIT(OQ_LANG_EN));
	g_assert_true(oq_options_values_languages("kk, ru, en", &languages, NULL));
	g_assert_cmpuint(languages, ==, OQ_LANGUAGES_ALL);
	refuse_languages("");
	refuse_languages("ru");
	refuse_languages("kk,de");
	refuse_languages("kk,");
}

static void
test_notes(void)
{
	g_autoptr(GError) error = NULL;
	OqNotes notes = OQ_NOTES_END;
	g_assert_true(oq_options_values_notes(NULL, &notes, NULL));
	g_assert_cmpint(notes, ==, OQ_NOTES_END);
	g_assert_true(oq_options_values_notes("skip", &notes, NULL));
	g_assert_cmpint(notes, ==, OQ_NOTES_SKIP);
	g_assert_true(oq_options_values_notes("end", &notes, NULL));
	g_assert_cmpint(notes, ==, OQ_NOTES_END);
	g_assert_true(oq_options_values_notes("inline", &notes, NULL));
	g_assert_cmpint(notes, ==, OQ_NOTES_INLINE);
	g_assert_false(oq_options_values_notes("", &notes, &error));
	g_assert_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG);
}

static void
test_skips(void)
{
	GError *error = NULL;
	OqSkips skips = OQ_SKIP_EMOJI;
	g_assert_true(oq_options_values_skips(NULL, &skips, NULL));
	g_assert_cmpuint(skips, ==, OQ_SKIP_EMOJI);
	gboolean taken = oq_options_values_skips("notes,x", &skips, &error);
	assert_refused(taken, error, "notes,x");
	g_assert_cmpuint(skips, ==, OQ_SKIP_EMOJI);
	g_assert_true(oq_options_values_skips("notes,heads", &skips, NULL));
	g_assert_cmpuint(skips, ==, OQ_SKIP_NOTES | OQ_SKIP_HEADS);
}

static void
test_sidecars(void)
{
	GError *error = NULL;
	guint sidecars = OQ_SIDECAR_PNG;
	g_assert_true(oq_options_values_sidecars(NULL, &sidecars, NULL));
	g_assert_cmpuint(sidecars, ==, OQ_SIDECAR_PNG);
	gboolean taken = oq_options_values_sidecars("srt,doc", &sidecars, &error);
	assert_refused(taken, error, "chapters-json");
	g_assert_cmpuint(sidecars, ==, OQ_SIDECAR_PNG);
	g_assert_true(oq_options_values_sidecars("srt,json", &sidecars, NULL));
	g_assert_cmpuint(sidecars, ==, OQ_SIDECAR_SRT | OQ_SIDECAR_JSON);
}

static void
test_marks(void)
{
	OqMarks marks = OQ_MARKS_NONE;
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_options_values_marks(NULL, &marks, NULL));
	g_assert_cmpint(marks, ==, OQ_MARKS_NONE);
	g_assert_true(oq_options_values_marks("paragraph", &marks, NULL));
	g_assert_cmpint(marks, ==, OQ_MARKS_PARAGRAPH);
	g_assert_false(oq_options_values_marks("word", &marks, &error));
	g_assert_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG);
	g_assert_nonnull(strstr(error->message, "--marks word"));
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/options-values/number", test_number);
	g_test_add_func("/options-values/duration", test_duration);
	g_test_add_func("/options-values/punctuation", test_punctuation);
	g_test_add_func("/options-values/languages", test_languages);
	g_test_add_func("/options-values/notes", test_notes);
	g_test_add_func("/options-values/skips", test_skips);
	g_test_add_func("/options-values/sidecars", test_sidecars);
	g_test_add_func("/options-values/marks", test_marks);
	return g_test_run();
}
