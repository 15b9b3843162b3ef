#include "cli/options_style.h"

static void
test_default(void)
{
	const OqOptions none = {.voice = NULL};
	const OqStyle standard = OQ_STYLE_DEFAULT;
	OqStyle style;
	g_assert_true(oq_options_style(&none, &style, NULL));
	g_assert_true(oq_style_equal(&style, &standard));
}

static void
test_all(void)
{
	char voice[] = "ainur", speed[] = "300", pitch[] = "40", volume[] = "0", pauses[] = "250",
	     quotes[] = "+15";
	const OqOptions options = {.voice = voice,
		.speed_text = speed,
		.pitch_text = pitch,
		.volume_text = volume,
		.pauses_text = pauses,
		.quotes_text = quotes};
	OqStyle style;
	g_assert_true(oq_options_style(&options, &style, NULL));
	g_assert_cmpstr(style.voice, ==, "ainur");
	g_assert_cmpuint(style.speed_wpm, ==, 300);
	g_assert_cmpuint(style.pitch_percent, ==, 40);
	g_assert_cmpuint(style.volume_percent, ==, 0);
	g_assert_cmpuint(style.pauses_percent, ==, 250);
	g_assert_cmpint(style.quote_pitch, ==, 15);
	g_assert_true(oq_style_is_valid(&style));
}

static void
refuse(const OqOptions *options, const char *named)
{
	g_autoptr(GError) error = NULL;
	OqStyle style;
	g_assert_false(oq_options_style(options, &style, &error));
	g_assert_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG);
	g_assert_nonnull(strstr(error->message, named));
}

static void
test_wrong(void)
{
	char few[] = "24", many[] = "401", voice[] = "";
	OqOptions options = {.pauses_text = few};
	refuse(&options, "--pauses 24");
	options.pauses_text = many;
	refuse(&options, "--pauses 401");
	options.pauses_text = NULL;
	options.speed_text = few;
	refuse(&options, "--speed");
	options.speed_text = NULL;
	options.quotes_text = voice;
	refuse(&options, "--quotes");
	options.quotes_text = NULL;
	options.voice = voice;
	refuse(&options, "There is no voice");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/options-style/default", test_default);
	g_test_add_func("/options-style/all", test_all);
	g_test_add_func("/options-style/wrong", test_wrong);
	return g_test_run();
}
