#include "radio/sidecars/loudness_report.h"

#include <math.h>

static const OqLoudnessReport report = {
	"a/\"b\".wav", 48000 * 3661 + 24, 48000, {TRUE, -23.04, 2.25, -1.06, -19.5, -INFINITY}};

static void
test_text(void)
{
	g_autofree char *text = oq_loudness_report_text(&report);
	g_assert_cmpstr(text, ==,
		"a/\"b\".wav\nDuration: 01:01:01.001\nIntegrated loudness: -23.0 LUFS\n"
		"Loudness range: 2.2 LU\nHighest true peak: -1.1 dBTP\n"
		"Highest momentary loudness: -19.5 LUFS\nHighest short-term loudness: – LUFS\n");
}

static void
test_json(void)
{
	g_autofree char *json = oq_loudness_report_json(&report);
	g_assert_cmpstr(json, ==,
		"{\"file\":\"a/\\\"b\\\".wav\",\"duration_s\":3661.001,"
		"\"integrated_lufs\":-23.04,\"range_lu\":2.25,\"true_peak_dbtp\":-1.06,"
		"\"max_momentary_lufs\":-19.50,\"max_short_term_lufs\":null}\n");
}

static void
test_nothing_known(void)
{
	const OqLoudnessReport silent = {"a.wav", 0, 48000, OQ_LOUDNESS_UNKNOWN};
	g_autofree char *json = oq_loudness_report_json(&silent);
	g_assert_cmpstr(json, ==,
		"{\"file\":\"a.wav\",\"duration_s\":0.000,\"integrated_lufs\":null,"
		"\"range_lu\":null,\"true_peak_dbtp\":null,\"max_momentary_lufs\":null,"
		"\"max_short_term_lufs\":null}\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/loudness-report/text", test_text);
	g_test_add_func("/loudness-report/json", test_json);
	g_test_add_func("/loudness-report/nothing-known", test_nothing_known);
	return g_test_run();
}
