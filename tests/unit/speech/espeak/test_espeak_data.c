#include "speech/espeak/espeak_data.h"

#include "speech/engine.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <utime.h>

#define TIME 1600000000

#define STOCK "the system's own"

typedef struct {
	const char *name;
	const char *needs;
} File;

/** The files of a small folder. */
static const File all[] = {
	{"phondata", ""},
	{"phontab", ""},
	{"phonindex", ""},
	{"intonations", ""},
	{"ab_dict", ""},
	{"lang/x/ab", "ab_dict"},
	{"voices/!v/deep", ""},
};

typedef struct {
	char *folder;
	char *system; /* … where it is linked to */
} Fixture;

static char *
path_of(const char *folder, const char *name)
{
	return g_build_filename(folder, name, NULL);
}

static void
write_file(const char *folder, const char *name, const char *contents, gint64 time)
{
	const struct utimbuf times = {time, time};
	g_autofree char *path = path_of(folder, name);
	g_autofree char *parent = g_path_get_dirname(path);
	g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
	g_assert_true(g_file_set_contents(path, contents, -1, NULL));
	g_assert_cmpint(utime(path, &times), ==, 0);
}

static void
remove_file(const char *folder, const char *name)
{
	g_autofree char *path = path_of(folder, name);
	g_remove(path);
}

static void
add_line(GString *stamp, const char *name, const char *contents, const char *needs)
{
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, contents, -1);
	g_string_append_printf(
		stamp, "%zu\t%d\t%s\t%s\t%s\n", strlen(contents), TIME, sum, name, needs);
}

static void
write_stamp(const Fixture *f, const char *end)
{
	g_autoptr(GString) stamp = g_string_new("#: size\ttime\tsha256\tname\tneeds\n");
	for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
		add_line(stamp, all[i].name, all[i].name, all[i].needs);
	add_line(stamp, "stock/ab_dict", STOCK, "");
	g_string_append(stamp, end);
	write_file(f->folder, "stamp", stamp->str, TIME);
}

/* Each file holds its name; all but the dictionary are links. */
static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->system = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
		const char *name = all[i].name;
		g_autofree char *link = path_of(f->folder, name),
				*target = path_of(f->system, name);
		gboolean ours = strcmp(name, "ab_dict") == 0;
		write_file(f->system, name, ours ? STOCK : name, TIME);
		write_file(f->folder, name, name, TIME);
		if (ours)
			continue;
		remove_file(f->folder, name);
		g_assert_cmpint(symlink(target, link), ==, 0);
	}
	write_stamp(f, "# end\n");
}

static void
remove_folder(const char *folder)
{
	static const char *const folders[] = {"lang/x", "lang", "voices/!v", "voices", "stamp", ""};
	for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
		remove_file(folder, all[i].name);
	for (gsize i = 0; i < G_N_ELEMENTS(folders); i++)
		remove_file(folder, folders[i]);
	g_assert_false(g_file_test(folder, G_FILE_TEST_EXISTS));
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	remove_folder(f->folder);
	remove_folder(f->system);
	g_free(f->folder);
	g_free(f->system);
}

static gboolean
check(const Fixture *f, gboolean is_ours, GError **error)
{
	g_autoptr(OqEspeakData) data = oq_espeak_data_load(f->folder, error);
	const OqEspeakFiles files = {is_ours ? f->folder : f->system, is_ours, "x/ab", "deep"};
	g_assert_nonnull(data);
	return oq_espeak_data_check(data, &files, error);
}

static void
assert_good(const Fixture *f, gboolean is_ours)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(check(f, is_ours, &error));
	g_assert_no_error(error);
}

/* One line, with the file and the cure. */
static void
assert_bad(const Fixture *f, gboolean is_ours, const char *path, const char *why)
{
	g_autoptr(GError) error = NULL;
	g_assert_false(check(f, is_ours, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE);
	g_assert_true(g_str_has_prefix(error->message, path));
	g_assert_nonnull(strstr(error->message, why));
	g_assert_null(strchr(error->message, '\n'));
}

static void
test_whole(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_good(f, TRUE);
	assert_good(f, FALSE);
}

static void
test_built(Fixture *f G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const languages[] = {"trk/kk", "zle/ru", "gmw/en", "nothing/known"};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqEspeakData) built =
		oq_espeak_data_load(OQ_TEST_SHARE "/espeak-ng-data", &error);
	g_assert_no_error(error);
	for (gsize i = 0; i < G_N_ELEMENTS(languages); i++) {
		const OqEspeakFiles files = {
			OQ_TEST_SHARE "/espeak-ng-data", TRUE, languages[i], "dauren"};
		g_assert_true(oq_espeak_data_check(built, &files, &error));
		g_assert_no_error(error);
	}
}

/* Another size, other contents of the same size, none: of each file, and whoever reads it. */
static void
test_damaged(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
		const char *name = all[i].name;
		gboolean ours = strcmp(name, "ab_dict") == 0;
		const char *folder = ours ? f->folder : f->system;
		const char *cure = ours ? "install oqyrman again" : "espeak-ng-data again";
		g_autofree char *path = path_of(folder, name), *other = g_strdup(name);
		other[2] = '?';
		write_file(folder, name, "", TIME);
		assert_bad(f, TRUE, path, cure);
		write_file(folder, name, other, TIME + 1);
		assert_bad(f, TRUE, path, cure);
		if (!ours)
			assert_bad(f, FALSE, path, cure);
		remove_file(folder, name);
		assert_bad(f, TRUE, path, cure);
		write_file(folder, name, name, TIME + 1);
		assert_good(f, TRUE);
		write_file(folder, name, name, TIME);
	}
	g_autofree char *stock = path_of(f->system, "ab_dict");
	write_file(f->system, "ab_dict", "ab_dict", TIME);
	assert_bad(f, FALSE, stock, "espeak-ng-data again");
}

/* Of other data the stamp says nothing. */
static void
test_elsewhere(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	remove_file(f->folder, "phontab");
	write_file(f->folder, "phontab", "phontab", TIME);
	write_file(f->system, "phonindex", "", TIME);
	assert_good(f, FALSE);
}

static void
expect_misfit(const char *folder, const char *why)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_espeak_data_load(folder, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_assert_nonnull(strstr(error->message, why));
	g_assert_null(strchr(error->message, '\n'));
}

/* All files of the system have another time then; what phonemes are made of must be the same, other
 * files may be others. */
static void
test_upgraded(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
		write_file(f->system, all[i].name, all[i].name, TIME + 2);
	assert_good(f, TRUE);
	write_file(f->system, "lang/x/ab", "others", TIME + 2);
	assert_good(f, TRUE);
	for (gsize i = 0; i < 4; i++) {
		write_file(f->system, all[i].name, "others", TIME + 2);
		expect_misfit(f->folder, "has changed");
		write_file(f->system, all[i].name, all[i].name, TIME + 2);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
		remove_file(f->system, all[i].name);
	expect_misfit(f->folder, "has changed");
}

/* The stamp is written last: without its last line the folder is not whole. */
static void
test_unfinished(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_stamp(f, "");
	expect_misfit(f->folder, "is not installed");
	write_file(f->folder, "stamp", "\xff", TIME);
	expect_misfit(f->folder, "is not installed");
	remove_file(f->folder, "stamp");
	expect_misfit(f->folder, "is not installed");
	expect_misfit("/nowhere", "is not installed");
	expect_misfit(NULL, "is not installed");
}

/* eSpeak NG would do without what it cannot open. */
static void
test_descriptors(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	struct rlimit limit, less;
	g_autoptr(GError) none = NULL, few = NULL;
	g_autoptr(OqEspeakData) whole = oq_espeak_data_load(f->folder, NULL);
	const OqEspeakFiles files = {f->folder, TRUE, "x/ab", "deep"};
	int next = dup(STDIN_FILENO);
	close(next);
	g_assert_cmpint(getrlimit(RLIMIT_NOFILE, &limit), ==, 0);
	less = limit;
	less.rlim_cur = (rlim_t)next;
	g_assert_cmpint(setrlimit(RLIMIT_NOFILE, &less), ==, 0);
	OqEspeakData *unread = oq_espeak_data_load(f->folder, &none);
	less.rlim_cur = (rlim_t)next + 2;
	g_assert_cmpint(setrlimit(RLIMIT_NOFILE, &less), ==, 0);
	gboolean good = oq_espeak_data_check(whole, &files, &few);
	gboolean unknown_good = oq_espeak_data_check(NULL, &files, NULL);
	g_assert_cmpint(setrlimit(RLIMIT_NOFILE, &limit), ==, 0);
	g_assert_null(unread);
	g_assert_error(none, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE);
	g_assert_false(good);
	g_assert_error(few, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE);
	g_assert_false(unknown_good);
}

#define ADD(name, function)                                                                        \
	g_test_add("/espeak-data/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("whole", test_whole);
	ADD("built", test_built);
	ADD("damaged", test_damaged);
	ADD("elsewhere", test_elsewhere);
	ADD("upgraded", test_upgraded);
	ADD("unfinished", test_unfinished);
	ADD("descriptors", test_descriptors);
	return g_test_run();
}
