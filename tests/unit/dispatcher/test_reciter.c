#include "dispatcher/reciter.h"

#include "base/paths.h"
#include "module_case.h"

#include <glib/gstdio.h>

static ModuleCase m;

static void
on_ready(gpointer data G_GNUC_UNUSED)
{
}

static void
on_trouble(const char *what, gpointer data G_GNUC_UNUSED)
{
	g_test_message("%s", what);
}

static OqReciter *
make(void)
{
	const OqReciterEar ear = {on_ready, on_trouble, NULL};
	return oq_reciter_new(&m.parts.tools, &ear);
}

static OqSpoken *
take(OqReciter *reciter)
{
	OqSpoken *spoken;
	while ((spoken = oq_reciter_take(reciter)) == NULL)
		g_main_context_iteration(NULL, TRUE);
	return spoken;
}

/* Frames and marks up to the end. */
static char *
take_all(OqReciter *reciter)
{
	GString *shown = g_string_new(NULL);
	gboolean is_end = FALSE;
	while (!is_end) {
		g_autoptr(OqSpoken) spoken = take(reciter);
		is_end = spoken->speech == NULL;
		if (!is_end)
			g_string_append_printf(
				shown, "%" G_GSIZE_FORMAT " ", spoken->speech->n_voiced);
		for (guint i = 0; i < spoken->marks->len; i++) {
			const OqSpokenMark *mark = &g_array_index(spoken->marks, OqSpokenMark, i);
			g_string_append_printf(
				shown, "%s=%" G_GSIZE_FORMAT " ", mark->name, mark->frame);
		}
	}
	return g_string_free(shown, FALSE);
}

static void
assert_said(OqReciter *reciter, const char *message, const char *expected)
{
	oq_reciter_say(reciter, module_case_recital(&m, "", oq_ssml_new(message)));
	g_autofree char *said = take_all(reciter);
	g_assert_cmpstr(said, ==, expected);
}

static void
test_marks(void)
{
	g_autoptr(OqReciter) reciter = make();
	assert_said(reciter,
		"<speak><mark name='a'/>бір <mark name='b'/>23.<mark name='c'/> "
		"<mark name='d'/>Үш<mark name='e'/></speak><mark name='f'/>",
		"3000 a=0 b=1000 c=3000 1000 d=0 e=1000 f=1000 ");
	assert_said(reciter, "<speak><mark name='a'/></speak>", "a=0 ");
	assert_said(reciter, "", "");
	assert_said(reciter, "...<mark name='a'/>", "0 a=0 ");
}

/* What was kept sounds the same. */
static void
test_again(void)
{
	g_autoptr(OqReciter) reciter = make();
	for (guint i = 0; i < 3; i++)
		assert_said(reciter, "<mark name='a'/>бір<mark name='b'/>", "1000 a=0 b=1000 ");
}

/* The next message is made, whatever became of the one before, and in what state. */
static void
test_stop(void)
{
	g_autoptr(OqReciter) reciter = make();
	g_autoptr(GString) long_one = g_string_new(NULL);
	for (guint i = 0; i < 2000; i++)
		g_string_append(long_one, "бір екі. ");
	for (guint i = 0; i < 30; i++) {
		oq_reciter_say(reciter, module_case_recital(&m, "", oq_ssml_new(long_one->str)));
		for (guint n = 0; n < i % 4; n++)
			oq_spoken_free(take(reciter));
		if (i % 2 == 0)
			oq_reciter_stop(reciter);
		if (i % 3 == 0)
			assert_said(reciter, "бір", "1000 ");
	}
	oq_reciter_stop(reciter);
	g_assert_null(oq_reciter_take(reciter));
}

/* By another process, while it runs. */
static void
test_taught(void)
{
	g_autofree char *path = oq_paths_user_dictionary();
	g_autofree char *folder = g_path_get_dirname(path);
	g_autoptr(OqReciter) reciter = make();
	assert_said(reciter, "Бенц", "1000 ");
	g_assert_no_errno(g_mkdir_with_parents(folder, 0700));
	g_assert_true(g_file_set_contents(path, "Бенц\tбір екі үш\n", -1, NULL));
	assert_said(reciter, "Бенц", "3000 ");
	g_assert_no_errno(g_unlink(path));
	assert_said(reciter, "Бенц", "1000 ");
}

int
main(int argc, char **argv)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-reciter-XXXXXX", NULL);
	g_autofree char *own = g_build_filename(folder, "oqyrman", NULL);
	g_setenv("XDG_CONFIG_HOME", folder, TRUE);
	g_test_init(&argc, &argv, NULL);
	module_case_init(&m, made_voice_run);
	g_test_add_func("/reciter/marks", test_marks);
	g_test_add_func("/reciter/again", test_again);
	g_test_add_func("/reciter/stop", test_stop);
	g_test_add_func("/reciter/taught", test_taught);
	int status = g_test_run();
	module_case_clear(&m);
	g_rmdir(own);
	g_rmdir(folder);
	return status;
}
