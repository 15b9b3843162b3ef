#include "cli/setup_speech.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
	char *folder;
	char *file;
	char *system;
	char *modules;
	OqSpeechPlaces places;
} Fixture;

static void
write_file(const char *folder, const char *name, const char *text, int mode)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *parent = g_path_get_dirname(path);
	g_mkdir_with_parents(parent, 0700);
	g_assert_true(g_file_set_contents_full(
		path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, mode, NULL));
}

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("setup-XXXXXX", NULL);
	f->file = g_build_filename(f->folder, "home", "speechd.conf", NULL);
	f->system = g_build_filename(f->folder, "etc", NULL);
	f->modules = g_build_filename(f->folder, "lib", NULL);
	f->places = (OqSpeechPlaces){f->file, f->system, f->modules, "/x/sd_oqyrman"};
	write_file(f->system, "speechd.conf", "LogLevel 3\n#AddModule \"a\"\n", 0600);
	write_file(f->system, "modules/mary-generic.conf", "", 0600);
	write_file(f->system, "modules/flite.conf", "", 0600);
	write_file(f->modules, "sd_flite", "", 0700);
	write_file(f->modules, "sd_dummy", "", 0700);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *command = g_strdup_printf("rm -r '%s'", f->folder);
	g_assert_true(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
	g_free(f->folder);
	g_free(f->file);
	g_free(f->system);
	g_free(f->modules);
}

static char *
read_file(const Fixture *f)
{
	char *text = NULL;
	g_file_get_contents(f->file, &text, NULL, NULL);
	return text;
}

static void
do_setup(const Fixture *f)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_setup_speech(&f->places, FALSE, &error));
	g_assert_no_error(error);
}

static gboolean
undo(const Fixture *f)
{
	g_autoptr(GError) error = NULL;
	gboolean was_there = FALSE;
	g_assert_true(oq_setup_speech_undo(&f->places, &was_there, &error));
	g_assert_no_error(error);
	return was_there;
}

/* The modules that Speech Dispatcher would have found are still there. */
static void
test_new(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	do_setup(f);
	g_autofree char *text = read_file(f);
	g_assert_true(g_str_has_prefix(text, "LogLevel 3\n#AddModule"));
	g_assert_nonnull(strstr(text, "\nAddModule \"flite\" \"sd_flite\" \"flite.conf\"\n"));
	g_assert_nonnull(strstr(
		text, "\nAddModule \"mary-generic\" \"sd_generic\" \"mary-generic.conf\"\n"));
	g_assert_nonnull(
		strstr(text, "\nAddModule \"oqyrman\" \"/x/sd_oqyrman\" \"oqyrman.conf\"\n"));
	g_assert_nonnull(strstr(text, "\nLanguageDefaultModule \"kk\" \"oqyrman\"\n"));
	g_assert_null(strstr(text, "dummy"));
	do_setup(f);
	g_autofree char *again = read_file(f);
	g_assert_cmpstr(again, ==, text);
	g_assert_true(undo(f));
	g_assert_false(g_file_test(f->file, G_FILE_TEST_EXISTS));
	g_assert_false(undo(f));
}

static void
assert_undone(const Fixture *f, const char *before)
{
	write_file(f->folder, "home/speechd.conf", before, 0600);
	do_setup(f);
	do_setup(f);
	g_assert_true(undo(f));
	g_autofree char *after = read_file(f);
	g_assert_cmpstr(after, ==, before);
	g_assert_false(undo(f));
}

static void
test_undo(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_undone(f, "DefaultVolume 50\n");
	assert_undone(f, "DefaultVolume 50");
	assert_undone(f, "");
	assert_undone(f, "  addmodule \"x\"\n\n\n");
}

/* The module of all languages is the last one that is named; it is taken back, too, and by the
 * other way of setting up. */
static void
test_all(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const char *before = "DefaultModule x\n";
	g_autoptr(GError) error = NULL;
	write_file(f->folder, "home/speechd.conf", before, 0600);
	g_assert_true(oq_setup_speech(&f->places, TRUE, &error));
	g_autofree char *text = read_file(f);
	g_assert_nonnull(strstr(text, "\nLanguageDefaultModule \"kk\" \"oqyrman\"\n"));
	g_assert_cmpstr(strrchr(text, 'D'), ==, "DefaultModule oqyrman\n# oqyrman: end\n");
	do_setup(f);
	g_autofree char *kazakh = read_file(f);
	g_assert_null(strstr(kazakh, "DefaultModule oqyrman"));
	g_assert_true(oq_setup_speech(&f->places, TRUE, &error));
	g_assert_true(undo(f));
	g_autofree char *after = read_file(f);
	g_assert_cmpstr(after, ==, before);
}

/* Who names modules names all of them. */
static void
test_named(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_file(f->folder, "home/speechd.conf", "AddModule \"x\" \"sd_x\" \"x.conf\"\n", 0600);
	do_setup(f);
	g_autofree char *text = read_file(f);
	g_assert_nonnull(strstr(text, "\"/x/sd_oqyrman\""));
	g_assert_null(strstr(text, "flite"));
}

/* Where it finds ours itself, it is let look for all. */
static void
test_installed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_file(f->modules, "sd_oqyrman", "", 0700);
	do_setup(f);
	g_autofree char *text = read_file(f);
	g_assert_null(strstr(text, "\nAddModule"));
	g_assert_nonnull(strstr(text, "LanguageDefaultModule"));
}

/* What the user wrote into the file that we made stays. */
static void
test_changed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	do_setup(f);
	g_autofree char *text = read_file(f);
	g_autofree char *changed = g_strconcat("Mine 1\n", text, "Mine 2\n", NULL);
	g_assert_true(g_file_set_contents(f->file, changed, -1, NULL));
	g_assert_true(undo(f));
	g_autofree char *after = read_file(f);
	g_assert_cmpstr(after, ==, "Mine 1\nLogLevel 3\n#AddModule \"a\"\nMine 2\n");
}

static void
test_missing(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	f->places.program = NULL;
	g_assert_false(oq_setup_speech(&f->places, FALSE, &error));
	g_assert_error(error, OQ_SETUP_SPEECH_ERROR, OQ_SETUP_SPEECH_ERROR_NO_MODULE);
	g_assert_false(g_file_test(f->file, G_FILE_TEST_EXISTS));
	f->places.program = "/x";
	f->places.system = "/nowhere";
	f->places.modules = "/nowhere";
	g_clear_error(&error);
	g_assert_false(oq_setup_speech(&f->places, FALSE, &error));
	g_assert_error(error, OQ_SETUP_SPEECH_ERROR, OQ_SETUP_SPEECH_ERROR_NO_SERVER);
	g_assert_false(g_file_test(f->file, G_FILE_TEST_EXISTS));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/setup-speech/new", Fixture, NULL, set_up, test_new, tear_down);
	g_test_add("/setup-speech/undo", Fixture, NULL, set_up, test_undo, tear_down);
	g_test_add("/setup-speech/all", Fixture, NULL, set_up, test_all, tear_down);
	g_test_add("/setup-speech/named", Fixture, NULL, set_up, test_named, tear_down);
	g_test_add("/setup-speech/installed", Fixture, NULL, set_up, test_installed, tear_down);
	g_test_add("/setup-speech/changed", Fixture, NULL, set_up, test_changed, tear_down);
	g_test_add("/setup-speech/missing", Fixture, NULL, set_up, test_missing, tear_down);
	return g_test_run();
}
