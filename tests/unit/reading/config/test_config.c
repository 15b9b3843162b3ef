#include "reading/config/config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
	char *folder;
	char *path;
	GPtrArray *notices;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->path = g_build_filename(f->folder, "config.ini", NULL);
	f->notices = g_ptr_array_new_with_free_func(g_free);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_remove(f->path);
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->path);
	g_free(f->folder);
	g_ptr_array_unref(f->notices);
}

static OqConfig *
load(Fixture *f, const char *bytes, gssize n_bytes)
{
	g_ptr_array_set_size(f->notices, 0);
	g_assert_true(g_file_set_contents(f->path, bytes, n_bytes, NULL));
	return oq_config_load(f->path, f->notices);
}

static void
assert_notices(const Fixture *f, const char *const *expected)
{
	guint n_expected = 0;
	while (expected[n_expected] != NULL)
		n_expected++;
	for (guint i = 0; i < f->notices->len; i++)
		g_test_message("%s", (char *)g_ptr_array_index(f->notices, i));
	g_assert_cmpuint(f->notices->len, ==, n_expected);
	for (guint i = 0; i < n_expected; i++)
		g_assert_cmpstr(g_ptr_array_index(f->notices, i), ==, expected[i]);
}

#define ASSERT_NOTICES(f, ...) assert_notices(f, (const char *const[]){__VA_ARGS__, NULL})

static void
test_values(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqConfig) config = load(f,
		"[voice]\nvoice = Айнұр\nspeed = 200\npitch=40\nvolume=90\nlanguages = kk, ru\n"
		"punctuation = some\ndevice = USB\n[reading]\ngap-ms = 500\nlead-ms = "
		"700\nnotes = end\n[screen]\nlarge = "
		"yes\n",
		-1);
	g_auto(OqSettings) settings;
	g_assert_cmpuint(f->notices->len, ==, 0);
	g_assert_true(oq_config_exists(config));
	g_assert_true(oq_config_is_set(config, OQ_CONFIG_GAP_MS));
	g_assert_cmpuint(oq_config_number(config, OQ_CONFIG_GAP_MS), ==, 500);
	g_assert_cmpuint(oq_config_number(config, OQ_CONFIG_LARGE), ==, 1);
	g_assert_false(oq_config_is_set(config, OQ_CONFIG_PAUSES));
	g_assert_cmpuint(oq_config_number(config, OQ_CONFIG_PAUSES), ==, 100);
	g_assert_null(oq_config_text(config, OQ_CONFIG_SKIP));
	oq_settings_init(&settings);
	oq_config_apply(config, &settings);
	g_assert_cmpstr(settings.style.voice, ==, "ainur");
	g_assert_cmpuint(settings.style.speed_wpm, ==, 200);
	g_assert_cmpuint(settings.style.pitch_percent, ==, 40);
	g_assert_cmpuint(settings.style.volume_percent, ==, 90);
	g_assert_cmpint(settings.punctuation, ==, OQ_PUNCTUATION_SOME);
	g_assert_false(oq_lang_is_in(OQ_LANG_EN, settings.languages));
	g_assert_cmpuint(settings.lead_ms, ==, 700);
	g_assert_cmpint(settings.notes, ==, OQ_NOTES_END);
	g_assert_cmpstr(settings.device, ==, "USB");
	g_assert_null(settings.dictionaries);
}

/* What the file does not have stays as it was. */
static void
test_apply(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqConfig) config = load(f, "[voice]\nspeed = 200\ndevice =\n", -1);
	g_auto(OqSettings) settings;
	oq_settings_init(&settings);
	settings.style.pitch_percent = 7;
	settings.languages = OQ_LANG_BIT(OQ_LANG_KK);
	settings.device = g_strdup("before");
	oq_config_apply(config, &settings);
	g_assert_cmpuint(settings.style.speed_wpm, ==, 200);
	g_assert_cmpuint(settings.style.pitch_percent, ==, 7);
	g_assert_cmpuint(settings.languages, ==, OQ_LANG_BIT(OQ_LANG_KK));
	g_assert_cmpstr(settings.device, ==, "before");
}

static void
test_wrong_lines(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqConfig) config = load(f,
		"pitch = 10\n"
		"[voise]\n"
		"speed = 100\n"
		"[voice]\n"
		"spead = 100\n"
		"large = yes\n"
		"speed = 9000\n"
		"punctuation all\n"
		"volume = \xff\n"
		"tempo = 1\n"
		"pitch = 30\n"
		"[sounds]\n"
		"a = b\n"
		"[voice\n",
		-1);
	ASSERT_NOTICES(f,
		"config.ini, line 1: pitch belongs to the group [voice]: write it below that line",
		"config.ini, line 2: there is no group [voise]; did you mean [voice]?",
		"config.ini, line 5: there is no key spead in [voice]; did you mean speed?",
		"config.ini, line 6: large belongs to the group [screen]: write it below that line",
		"config.ini, line 7: speed 9000 is not possible; give a whole number from 60 to "
		"600",
		"config.ini, line 8: this is neither [group] nor key = value",
		"config.ini, line 9: is not UTF-8; save it as UTF-8",
		"config.ini, line 10: there is no key tempo in [voice]; oqyrman config shows all "
		"groups and keys",
		"config.ini, line 12: there is no group [sounds]; oqyrman config shows all groups "
		"and "
		"keys",
		"config.ini, line 14: this is neither [group] nor key = value");
	g_assert_cmpuint(oq_config_number(config, OQ_CONFIG_PITCH), ==, 30);
	g_assert_false(oq_config_is_set(config, OQ_CONFIG_SPEED));
	g_assert_false(oq_config_is_set(config, OQ_CONFIG_LARGE));
}

static void
test_no_group(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqConfig) config = load(f, "tempo = 10\n", -1);
	ASSERT_NOTICES(f,
		"config.ini, line 1: tempo stands in no group; oqyrman config shows all groups and "
		"keys");
	g_assert_true(oq_config_exists(config));
}

/* The later one counts, unless it is not possible. */
static void
test_twice(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqConfig) config = load(f,
		"[voice]\ndevice = a\nspeed = 100\nspeed = 200\nspeed = 1\n[screen]\n[voice]\n"
		"device = b\n",
		-1);
	ASSERT_NOTICES(f,
		"config.ini, line 4: speed stands in line 3 already; what stands here counts",
		"config.ini, line 5: speed 1 is not possible; give a whole number from 60 to 600",
		"config.ini, line 8: device stands in line 2 already; what stands here counts");
	g_assert_cmpuint(oq_config_number(config, OQ_CONFIG_SPEED), ==, 200);
	g_assert_cmpstr(oq_config_text(config, OQ_CONFIG_DEVICE), ==, "b");
}

static void
test_bindings(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqConfig) config = load(
		f, "[keys]\npause = space k\nfaster = + =\nquit =\npause = p\nspeed = s\n", -1);
	const GPtrArray *bindings = oq_config_bindings(config);
	static const struct {
		const char *action;
		const char *keys;
		guint line;
	} expected[] = {
		{"faster", "+ =", 3}, {"quit", "", 4}, {"pause", "p", 5}, {"speed", "s", 6}};
	ASSERT_NOTICES(
		f, "config.ini, line 5: pause stands in line 2 already; what stands here counts");
	g_assert_cmpuint(bindings->len, ==, G_N_ELEMENTS(expected));
	for (guint i = 0; i < bindings->len; i++) {
		const OqConfigBinding *binding = g_ptr_array_index(bindings, i);
		g_assert_cmpstr(binding->action, ==, expected[i].action);
		g_assert_cmpstr(binding->keys, ==, expected[i].keys);
		g_assert_cmpuint(binding->line, ==, expected[i].line);
	}
	g_autofree char *place = oq_config_place(config, 6);
	g_assert_cmpstr(place, ==, "config.ini, line 6");
}

/* Nothing that lies in its place is fatal, or waited for. */
static void
test_no_file(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqConfig) missing = oq_config_load(f->path, f->notices);
	g_autoptr(OqConfig) none = oq_config_load(NULL, f->notices);
	g_assert_false(oq_config_exists(missing) || oq_config_exists(none));
	g_assert_cmpuint(f->notices->len, ==, 0);
	g_assert_cmpuint(oq_config_number(none, OQ_CONFIG_VOLUME), ==, 100);

	g_autoptr(OqConfig) folder = oq_config_load(f->folder, f->notices);
	g_assert_false(oq_config_exists(folder));
	g_assert_cmpuint(f->notices->len, ==, 1);
	g_assert_cmpint(mkfifo(f->path, 0600), ==, 0);
	g_autoptr(OqConfig) pipe = oq_config_load(f->path, f->notices);
	g_assert_false(oq_config_exists(pipe));
	g_assert_cmpuint(f->notices->len, ==, 2);
}

/* Of a file that is something else a screenful is told, whatever its lines are. */
static void
test_something_else(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GString) text = g_string_new("[keys]\n");
	for (guint i = 0; i < 1000; i++)
		g_string_append(text, "Бір жол\n");
	g_autoptr(OqConfig) config = load(f, text->str, -1);
	g_assert_cmpuint(f->notices->len, ==, 21);
	g_assert_cmpstr(
		g_ptr_array_index(f->notices, 20), ==, "config.ini: 980 more lines are wrong");
	g_string_assign(text, "");
	g_string_set_size(text, 900000);
	memset(text->str, 0, text->len);
	g_autoptr(OqConfig) nothing = load(f, text->str, (gssize)text->len);
	g_assert_cmpuint(f->notices->len, ==, 1);
	memset(text->str, 'x', text->len);
	text->str[450000] = '=';
	g_autoptr(OqConfig) long_line = load(f, text->str, (gssize)text->len);
	g_assert_cmpuint(f->notices->len, ==, 1);
	g_assert_cmpuint(strlen(g_ptr_array_index(f->notices, 0)), <, 300);
	g_assert_cmpint(truncate(f->path, 100 * 1024 * 1024), ==, 0);
	g_autoptr(OqConfig) large = oq_config_load(f->path, f->notices);
	g_assert_false(oq_config_exists(large));
	g_assert_cmpuint(f->notices->len, ==, 2);
}

#define ADD(name, function) g_test_add("/config/" name, Fixture, NULL, set_up, function, tear_down)

/* Raw, whatever they say; of a key that stands there twice the later line. */
static void
test_profiles(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const char text[] = "[profile a b]\nrate = 5\n[voice]\npitch = 3\n[profile x]\n"
				   "[profile a b]\nrate = 6\nfoo =\n[profile ]\nbar = 1\n"
				   "[profiles]\n";
	static const char *const expected[] = {
		"a b - - 1", "x - - 5", "a b - - 6", "a b rate 6 7", "a b foo  8"};
	g_autoptr(OqConfig) config = load(f, text, -1);
	const GPtrArray *lines = oq_config_profiles(config);
	static const char *const notices[] = {
		"config.ini, line 7: rate stands in line 2 already; what stands here counts",
		"config.ini, line 9: a profile needs a name: [profile NAME]",
		"config.ini, line 11: there is no group [profiles]; oqyrman config shows all "
		"groups and keys",
		NULL};
	assert_notices(f, notices);
	g_assert_cmpuint(oq_config_number(config, OQ_CONFIG_PITCH), ==, 3);
	g_assert_cmpuint(lines->len, ==, G_N_ELEMENTS(expected));
	for (guint i = 0; i < lines->len; i++) {
		const OqConfigProfileLine *line = g_ptr_array_index(lines, i);
		g_autofree char *shown = g_strdup_printf("%s %s %s %u", line->profile,
			line->key != NULL ? line->key : "-",
			line->value != NULL ? line->value : "-", line->line);
		g_assert_cmpstr(shown, ==, expected[i]);
	}
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	ADD("values", test_values);
	ADD("apply", test_apply);
	ADD("wrong-lines", test_wrong_lines);
	ADD("no-group", test_no_group);
	ADD("twice", test_twice);
	ADD("bindings", test_bindings);
	ADD("profiles", test_profiles);
	ADD("no-file", test_no_file);
	ADD("something-else", test_something_else);
	return g_test_run();
}
