#include "cli/unheard.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
touch(const char *path)
{
	g_assert_true(g_file_set_contents(path, "Сәлем", -1, NULL));
}

static void
assert_name(const char *text, const char *expected)
{
	g_autofree char *name = oq_unheard_name(text);
	g_assert_cmpstr(name, ==, expected);
}

static void
test_extension(void)
{
	assert_name("interview.txt", "interview.wav");
	assert_name("interview", "interview.wav");
	assert_name("a.b.txt", "a.b.wav");
	assert_name(".notes", ".notes.wav");
	assert_name("./.notes.txt", "./.notes.wav");
	assert_name("Қысқы есеп 1.txt", "Қысқы есеп 1.wav");
	assert_name("\xFF.txt", "\xFF.wav");
	assert_name("my.docs/report", "my.docs/report.wav");
	assert_name("my.docs/report.txt", "my.docs/report.wav");
}

static void
test_no_permission(void)
{
	if (geteuid() == 0) {
		g_test_skip("root may write everywhere");
		return;
	}
	g_assert_cmpint(g_mkdir("closed", 0500), ==, 0);
	assert_name("closed/lecture.txt", "lecture.wav");
}

/* @names: of the files, with blanks between them. */
static void
assert_text(const char *asked, const char *device, const char *names, const char *expected)
{
	g_autofree char *chosen = g_strdup(device);
	g_auto(GStrv) words = g_strsplit(names, " ", -1);
	OqOptions options = {.device = chosen};
	g_unsetenv("OQYRMAN_UNHEARD");
	if (asked != NULL)
		g_setenv("OQYRMAN_UNHEARD", asked, TRUE);
	g_assert_cmpstr(
		oq_unheard_text(&(OqCall){.options = &options, .words = words}), ==, expected);
	g_assert_cmpint(oq_unheard_is_asked(), ==, g_strcmp0(asked, "file") == 0);
}

static void
test_text(void)
{
	touch("one.txt");
	touch("two.txt");
	touch("-");
	assert_text("file", NULL, "one.txt", "one.txt");
	assert_text("file", NULL, "two.txt one.txt", "two.txt");
	assert_text("file", NULL, "one.txt -", NULL);
	assert_text("file", NULL, "", NULL);
	assert_text("file", NULL, "my.docs", NULL);
	assert_text("file", NULL, "one.txt nowhere.txt", NULL);
	assert_text("file", "headphones", "one.txt", NULL);
	assert_text("", NULL, "one.txt", NULL);
	assert_text(NULL, NULL, "one.txt", NULL);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_autofree char *folder = g_dir_make_tmp("oqyrman-unheard-XXXXXX", NULL);
	g_assert_cmpint(g_chdir(folder), ==, 0);
	g_assert_cmpint(g_mkdir("my.docs", 0700), ==, 0);
	g_test_add_func("/unheard/extension", test_extension);
	g_test_add_func("/unheard/no-permission", test_no_permission);
	g_test_add_func("/unheard/text", test_text);
	int status = g_test_run();
	static const char *const left[] = {"closed", "one.txt", "two.txt", "-", "my.docs"};
	for (gsize i = 0; i < G_N_ELEMENTS(left); i++)
		g_remove(left[i]);
	g_assert_cmpint(g_rmdir(folder), ==, 0);
	return status;
}
