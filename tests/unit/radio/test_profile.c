#include "radio/profile.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static OqConfig *
load(const char *text, GPtrArray *notices)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "config.ini", NULL);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	OqConfig *config = oq_config_load(path, notices);
	g_assert_cmpint(g_remove(path) + g_rmdir(folder), ==, 0);
	return config;
}

/* Without a notice of its reader's. */
static OqConfig *
load_right(const char *text)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	OqConfig *config = load(text, notices);
	g_assert_cmpuint(notices->len, ==, 0);
	return config;
}

static void
test_built_in(void)
{
	OqProfile profile;
	g_autoptr(OqConfig) config = load_right("");
	g_assert_true(oq_profile_find(config, "ebu", &profile));
	g_assert_cmpuint(profile.rate_hz, ==, 48000);
	g_assert_cmpuint(profile.n_bits, ==, 24);
	g_assert_cmpuint(profile.n_channels, ==, 1);
	g_assert_cmpfloat(profile.loudness_lufs, ==, -23);
	g_assert_cmpfloat(profile.ceiling_dbtp, ==, -1);
	g_assert_cmpfloat(profile.gain_db, ==, 0);
	g_assert_cmpuint(profile.highpass_hz, ==, 80);
	g_assert_cmpuint(profile.head_ms, ==, 500);
	g_assert_cmpuint(profile.tail_ms, ==, 500);
	g_assert_true(oq_profile_changes(&profile));
	g_assert_true(oq_profile_find(config, "podcast", &profile));
	g_assert_cmpfloat(profile.loudness_lufs, ==, -16);
	g_assert_cmpuint(profile.n_channels, ==, 2);
	g_assert_true(oq_profile_find(config, "plain", &profile));
	g_assert_true(isnan(profile.loudness_lufs) && isnan(profile.ceiling_dbtp));
	g_assert_cmpuint(profile.rate_hz + profile.n_bits + profile.n_channels, ==, 0);
	g_assert_false(oq_profile_changes(&profile));
	g_assert_false(oq_profile_find(config, "EBU!", &profile));
}

static void
test_own(void)
{
	OqProfile profile;
	g_autoptr(OqConfig) config = load_right(
		"[profile studio]\nrate = 44100\nloudness = -18.5\ntrue-peak=-2\nhead = 0.25\n"
		"[voice]\npitch = 3\n[profile ebu]\nbits = 16\n[profile  Радио 1 ]\ngain = -3\n");
	g_assert_true(oq_profile_find(config, "studio", &profile));
	g_assert_cmpuint(profile.rate_hz, ==, 44100);
	g_assert_cmpfloat(profile.loudness_lufs, ==, -18.5);
	g_assert_cmpfloat(profile.ceiling_dbtp, ==, -2);
	g_assert_cmpuint(profile.head_ms, ==, 250);
	g_assert_cmpuint(profile.tail_ms, ==, 0);
	g_assert_true(oq_profile_find(config, "ebu", &profile)); /* theirs, not ours */
	g_assert_cmpuint(profile.n_bits, ==, 16);
	g_assert_cmpuint(profile.rate_hz, ==, 0);
	g_assert_true(oq_profile_find(config, "Радио 1", &profile));
	g_assert_cmpfloat(profile.gain_db, ==, -3);
	g_autofree char *names = oq_profile_names(config);
	g_assert_cmpstr(names, ==, "plain, ebu, podcast, studio, Радио 1");
}

typedef struct {
	OqProfileKey key;
	const char *value;
	gboolean is_possible;
} Value;

static void
test_values(void)
{
	const Value values[] = {
		{OQ_PROFILE_RATE, "8000", TRUE},
		{OQ_PROFILE_RATE, "7999", FALSE},
		{OQ_PROFILE_RATE, "44100.5", FALSE},
		{OQ_PROFILE_RATE, "48000.", FALSE},
		{OQ_PROFILE_RATE, "+48000", FALSE},
		{OQ_PROFILE_RATE, "", FALSE},
		{OQ_PROFILE_BITS, "16", TRUE},
		{OQ_PROFILE_BITS, "24", TRUE},
		{OQ_PROFILE_BITS, "20", FALSE},
		{OQ_PROFILE_CHANNELS, "3", FALSE},
		{OQ_PROFILE_BITRATE, "128", TRUE},
		{OQ_PROFILE_LOUDNESS, "-23", TRUE},
		{OQ_PROFILE_LOUDNESS, "-16.5", TRUE},
		{OQ_PROFILE_LOUDNESS, "-16,5", TRUE},
		{OQ_PROFILE_LOUDNESS, "23", FALSE},
		{OQ_PROFILE_LOUDNESS, "-23 LUFS", FALSE},
		{OQ_PROFILE_LOUDNESS, "nan", FALSE},
		{OQ_PROFILE_TRUE_PEAK, "0", TRUE},
		{OQ_PROFILE_TRUE_PEAK, "0.1", FALSE},
		{OQ_PROFILE_GAIN, "+6", TRUE},
		{OQ_PROFILE_GAIN, "--6", FALSE},
		{OQ_PROFILE_GAIN, "1e1", FALSE},
		{OQ_PROFILE_GAIN, ".", FALSE},
		{OQ_PROFILE_HIGHPASS, "0", TRUE},
		{OQ_PROFILE_HEAD, "0.0005", TRUE},
		{OQ_PROFILE_HEAD, "-1", FALSE},
		{OQ_PROFILE_TAIL, "600", TRUE},
		{OQ_PROFILE_TAIL, "0x10", FALSE},
	};
	for (guint i = 0; i < G_N_ELEMENTS(values); i++) {
		OqProfile profile = oq_profile_plain();
		gboolean is_set = oq_profile_set(&profile, values[i].key, values[i].value);
		if (is_set != values[i].is_possible)
			g_error("%s %s", oq_profile_key_name(values[i].key), values[i].value);
	}
}

/* The later one of gain and loudness counts; what makes louder brings a limiter. */
static void
test_level(void)
{
	OqProfile profile = oq_profile_plain();
	g_assert_true(oq_profile_set(&profile, OQ_PROFILE_GAIN, "-3"));
	g_assert_true(isnan(profile.ceiling_dbtp));
	g_assert_true(oq_profile_set(&profile, OQ_PROFILE_GAIN, "3"));
	g_assert_cmpfloat(profile.ceiling_dbtp, ==, -1);
	g_assert_true(oq_profile_set(&profile, OQ_PROFILE_TRUE_PEAK, "-2"));
	g_assert_true(oq_profile_set(&profile, OQ_PROFILE_LOUDNESS, "-20"));
	g_assert_cmpfloat(profile.gain_db, ==, 0);
	g_assert_cmpfloat(profile.ceiling_dbtp, ==, -2);
	g_assert_true(oq_profile_set(&profile, OQ_PROFILE_GAIN, "0"));
	g_assert_true(isnan(profile.loudness_lufs));
}

/* What is possible is used, whatever else stands in the file. */
static void
test_check(void)
{
	OqProfile profile;
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqConfig) config = load(
		"[profile a]\nrate = 5\nlodness = -20\nhead = 1\ntail =\nxyzzy = 1\n", notices);
	g_assert_cmpuint(notices->len, ==, 0);
	oq_profile_check(config, notices);
	g_assert_cmpuint(notices->len, ==, 3);
	g_assert_cmpstr(g_ptr_array_index(notices, 0), ==,
		"config.ini, line 2: rate 5 is not possible; give a whole number from 8000 to "
		"192000");
	g_assert_cmpstr(g_ptr_array_index(notices, 1), ==,
		"config.ini, line 3: a profile has no key lodness; did you mean loudness?");
	g_assert_cmpstr(g_ptr_array_index(notices, 2), ==,
		"config.ini, line 6: a profile has no key xyzzy; oqyrman config shows all groups "
		"and keys");
	g_assert_true(oq_profile_find(config, "a", &profile));
	g_assert_cmpuint(profile.head_ms, ==, 1000);
	g_assert_cmpuint(profile.rate_hz, ==, 0);
	g_autofree char *fault = oq_profile_fault(config, "a");
	g_assert_cmpstr(fault, ==, g_ptr_array_index(notices, 0));
	g_assert_null(oq_profile_fault(config, "ebu"));
}

/* As it is it changes nothing; with all in force nothing of it is wrong. */
static void
test_sample(void)
{
	OqProfile profile;
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) sample = g_string_new(NULL);
	oq_profile_sample(sample);
	g_autoptr(GRegex) mark = g_regex_new("^#(?=[^ ])", G_REGEX_MULTILINE, 0, NULL);
	g_autofree char *all = g_regex_replace_literal(mark, sample->str, -1, 0, "", 0, NULL);
	g_autoptr(OqConfig) as_it_is = load_right(sample->str);
	g_autoptr(OqConfig) in_force = load_right(all);
	g_assert_true(oq_profile_find(as_it_is, "studio", &profile));
	g_assert_false(oq_profile_changes(&profile));
	oq_profile_check(in_force, notices);
	g_assert_cmpuint(notices->len, ==, 0);
	g_assert_true(oq_profile_find(in_force, "studio", &profile));
	g_assert_cmpfloat(profile.loudness_lufs, ==, -23);
	for (OqProfileKey key = 0; key < OQ_N_PROFILE_KEYS; key++) {
		g_autofree char *line = g_strdup_printf("\n#%s =", oq_profile_key_name(key));
		g_assert_nonnull(strstr(sample->str, line));
	}
}

static void
test_frames(void)
{
	g_assert_cmpuint(oq_profile_frames(500, 48000), ==, 24000);
	g_assert_cmpuint(oq_profile_frames(1, 22050), ==, 22);
	g_assert_cmpuint(oq_profile_frames(3, 22050), ==, 66);
	g_assert_cmpuint(oq_profile_frames(30, 22050), ==, 662); /* half a frame is one */
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/profile/built-in", test_built_in);
	g_test_add_func("/profile/own", test_own);
	g_test_add_func("/profile/values", test_values);
	g_test_add_func("/profile/level", test_level);
	g_test_add_func("/profile/check", test_check);
	g_test_add_func("/profile/sample", test_sample);
	g_test_add_func("/profile/frames", test_frames);
	return g_test_run();
}
