#include "cli/options_radio.h"

#include <math.h>
#include <string.h>

/* The profile that a command line asks for; NULL and @message, or none. */
static gboolean
read_profile(const char *line, OqProfile *profile, char **message)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqConfig) config = oq_config_load(NULL, NULL);
	g_autofree char *whole = g_strconcat("oqyrman render ", line, NULL);
	g_auto(GStrv) arguments = g_strsplit(whole, " ", -1);
	g_autoptr(OqOptions) options = oq_options_parse(arguments, &error);
	gboolean is_read = options != NULL && oq_options_profile(options, config, profile, &error);
	*message = error != NULL ? g_strdup(error->message) : NULL;
	g_assert_true(error == NULL || error->domain == OQ_USAGE_ERROR);
	return is_read;
}

static OqProfile
profile_of(const char *line)
{
	OqProfile profile;
	g_autofree char *message = NULL;
	if (!read_profile(line, &profile, &message))
		g_error("%s: %s", line, message);
	return profile;
}

static void
test_profiles(void)
{
	g_assert_false(oq_profile_changes(&(OqProfile){.loudness_lufs = NAN, .ceiling_dbtp = NAN}));
	OqProfile plain = profile_of("a.txt");
	OqProfile ebu = profile_of("--broadcast a.txt");
	OqProfile podcast = profile_of("--profile podcast a.txt");
	g_assert_false(oq_profile_changes(&plain));
	g_assert_cmpuint(plain.rate_hz, ==, 0);
	g_assert_cmpfloat(ebu.loudness_lufs, ==, -23);
	g_assert_cmpfloat(podcast.loudness_lufs, ==, -16);
}

/* Each changes one thing of the profile. */
static void
test_singly(void)
{
	OqProfile profile = profile_of("--broadcast --rate 44100 --bits 16 --channels 2 --bitrate "
				       "192 --loudness -18 --head 1.5 --tail 0 a.txt");
	g_assert_cmpuint(profile.rate_hz, ==, 44100);
	g_assert_cmpuint(profile.n_bits, ==, 16);
	g_assert_cmpuint(profile.n_channels, ==, 2);
	g_assert_cmpuint(profile.bitrate_kbps, ==, 192);
	g_assert_cmpfloat(profile.loudness_lufs, ==, -18);
	g_assert_cmpuint(profile.head_ms, ==, 1500);
	g_assert_cmpuint(profile.tail_ms, ==, 0);
	g_assert_cmpuint(profile.highpass_hz, ==, 80);
	profile = profile_of("--loudness -18,5 --head 1,5 a.txt");
	g_assert_cmpfloat(profile.loudness_lufs, ==, -18.5);
	g_assert_cmpuint(profile.head_ms, ==, 1500);
	profile = profile_of("--broadcast --gain -3 a.txt");
	g_assert_true(isnan(profile.loudness_lufs));
	g_assert_cmpfloat(profile.gain_db, ==, -3);
}

static void
assert_refused(const char *line, const char *expected)
{
	OqProfile profile;
	g_autofree char *message = NULL;
	g_assert_false(read_profile(line, &profile, &message));
	g_assert_cmpstr(message, ==, expected);
}

static void
test_refused(void)
{
	assert_refused("--profile xyz a.txt",
		"there is no profile xyz; give one of these: plain, ebu, podcast");
	assert_refused("--rate 1 a.txt",
		"--rate 1 is not possible; give a whole number from 8000 to 192000");
	assert_refused("--bits 8 a.txt", "--bits 8 is not possible; give 16 or 24");
	assert_refused("--head -1 a.txt", "--head -1 is not possible; give a number from 0 to 600, "
					  "with a point or a comma in it if need be, as 0.5");
	assert_refused("--head 0,5,5 a.txt",
		"--head 0,5,5 is not possible; give a number from 0 to 600, "
		"with a point or a comma in it if need be, as 0.5");
	assert_refused("--rate 48000,0 a.txt",
		"--rate 48000,0 is not possible; give a whole number from 8000 to 192000");
	assert_refused("--gain 1 --loudness -20 a.txt",
		"--loudness and --gain exclude each other; give one");
	assert_refused("--broadcast --profile podcast a.txt",
		"--broadcast and --profile exclude each other; give one");
}

static void
test_has_profile(void)
{
	const char *const lines[] = {"--broadcast", "--profile=plain", "--rate=48000"};
	for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
		char *arguments[] = {
			(char *)(guintptr) "oqyrman", (char *)(guintptr)lines[i], NULL};
		g_autoptr(OqOptions) options = oq_options_parse(arguments, NULL);
		g_assert_cmpint(oq_options_has_profile(options), ==, i < 2);
		g_assert_cmpint(oq_options_profile_tells(options), ==, i < 1);
	}
}

static gboolean
fits(const char *option, const char *path)
{
	g_autoptr(GError) error = NULL;
	char *arguments[] = {(char *)(guintptr) "oqyrman", (char *)(guintptr)option, NULL};
	g_autoptr(OqOptions) options = oq_options_parse(arguments, NULL);
	gboolean is_fit = oq_options_radio_fit(options, path, &error);
	g_assert_cmpint(error != NULL, ==, !is_fit);
	g_assert_true(is_fit || error->domain == OQ_USAGE_ERROR);
	return is_fit;
}

/* What is asked for and would mean nothing. */
static void
test_fit(void)
{
	g_assert_true(fits("--bitrate=128", "a.mp3"));
	g_assert_true(fits("--bitrate=128", "a.MP3"));
	g_assert_false(fits("--bitrate=128", "a.wav"));
	g_assert_false(fits("--bitrate=128", "mp3"));
	g_assert_true(fits("--bits=24", "a.b/a.wav"));
	g_assert_true(fits("--bits=24", "raw:-"));
	g_assert_false(fits("--bits=24", "a.mp3"));
	g_assert_false(fits("--bits=16", ".opus"));
	g_assert_true(fits("--profile=podcast", "a.ogg"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/options-radio/profiles", test_profiles);
	g_test_add_func("/options-radio/singly", test_singly);
	g_test_add_func("/options-radio/refused", test_refused);
	g_test_add_func("/options-radio/has-profile", test_has_profile);
	g_test_add_func("/options-radio/fit", test_fit);
	return g_test_run();
}
