#include "cli/options_tags.h"

#include <string.h>

static char *line_end[] = {NULL};

static gboolean
check(const char *date, const char *tag, GError **error)
{
	g_autofree char *own_date = g_strdup(date), *own_tag = g_strdup(tag);
	char *tags[] = {own_tag, NULL};
	const OqOptions options = {.date = own_date, .tags = tag != NULL ? tags : line_end};
	return oq_options_tags_check(&options, error);
}

static void
assert_refused(const char *date, const char *tag, const char *named)
{
	g_autoptr(GError) error = NULL;
	g_assert_false(check(date, tag, &error));
	g_assert_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG);
	g_assert_nonnull(strstr(error->message, named));
}

static void
assert_taken(const char *date, const char *tag)
{
	g_autoptr(GError) error = NULL;
	check(date, tag, &error);
	g_assert_no_error(error);
}

static void
test_check(void)
{
	assert_taken(NULL, NULL);
	assert_taken("now", "album=");
	assert_taken("2024-02-29", "comment=a=b");
	assert_taken(NULL, "end-date=2026-12-31");
	assert_taken(NULL, "time=23:59:59");
	assert_taken(NULL, "language=kaz");
	assert_refused("2026-02-29", NULL, "--date 2026-02-29");
	assert_refused("29.11.2026", NULL, "2026-11-29");
	assert_refused("", NULL, "now");
	assert_refused("2026-11-29T10", NULL, "now");
	assert_refused(NULL, "start-date=now", "start-date");
	assert_refused(NULL, "date=20261129", "2026-11-29");
	assert_refused(NULL, "time=24:61:00", "18:41:00");
	assert_refused(NULL, "time=18:41", "18:41:00");
	assert_refused(NULL, "language=kk", "kaz");
	assert_refused(NULL, "album", "NAME=TEXT");
	assert_refused(NULL, "tune=a", ", album, ");
	assert_refused(NULL, "=a", "NAME=TEXT");
}

static void
test_values(void)
{
	char *list[] = {(char[]){"album=A"}, (char[]){"title=B"}, (char[]){"album=C=D"}, NULL};
	OqOptions options = {.title = (char[]){"T"}, .date = (char[]){"2026-11-29"}, .tags = list};
	g_autoptr(OqTags) tags = oq_options_tags(&options);
	g_assert_cmpstr(tags->title, ==, "T");
	g_assert_cmpstr(tags->album, ==, "C=D");
	g_assert_cmpstr(tags->date, ==, "2026-11-29");
	g_assert_null(tags->time);
	g_assert_null(tags->author);
}

static void
test_now(void)
{
	OqOptions options = {.date = (char[]){"now"}};
	g_setenv("SOURCE_DATE_EPOCH", "86461", TRUE);
	g_autoptr(OqTags) fixed = oq_options_tags(&options);
	g_assert_cmpstr(fixed->date, ==, "1970-01-02");
	g_assert_cmpstr(fixed->time, ==, "00:01:01");
	g_setenv("SOURCE_DATE_EPOCH", "yesterday", TRUE);
	g_autoptr(OqTags) now = oq_options_tags(&options);
	g_assert_cmpuint(strlen(now->date), ==, 10);
	g_assert_cmpuint(strlen(now->time), ==, 8);
	g_assert_cmpstr(now->date, >, "2020");
}

static void
test_are_given(void)
{
	char *list[] = {(char[]){"album=A"}, NULL};
	const OqOptions cases[] = {{.title = (char[]){""}}, {.author = (char[]){"a"}},
		{.date = (char[]){"now"}}, {.tags = list}, {.marks = OQ_MARKS_ITEM}};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_true(oq_options_tags_are_given(&cases[i]));
	g_assert_false(oq_options_tags_are_given(&(OqOptions){.output = (char[]){"a.wav"}}));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/options_tags/check", test_check);
	g_test_add_func("/options_tags/values", test_values);
	g_test_add_func("/options_tags/now", test_now);
	g_test_add_func("/options_tags/are-given", test_are_given);
	return g_test_run();
}
