#include "cli/timing.h"

#include <string.h>

enum { RATE_HZ = 1000 };

static void
add_part(
	GArray *parts, guint64 n_frames, guint n_words, guint item, guint number, const char *title)
{
	OqMeasurePart part = {.n_frames = n_frames,
		.start = 10 * number,
		.end = 10 * number + 9,
		.item = item,
		.paragraph = number,
		.n_sentences = 1,
		.n_words = n_words,
		.n_spoken = n_words + 1,
		.title = g_strdup(title)};
	g_array_append_val(parts, part);
}

static OqMeasure *
make_measure(guint n_items)
{
	OqMeasure *measure = oq_measure_new();
	measure->rate_hz = RATE_HZ;
	measure->n_frames = 151234;
	measure->n_words = 312;
	measure->n_spoken = 400;
	measure->n_sentences = 3;
	add_part(measure->items, 62000, 130, 0, 1, "a.txt");
	add_part(measure->paragraphs, 50000, 129, 0, 1, "Бір \"екі\" …");
	add_part(measure->paragraphs, 12000, 1, 0, 2, "Үш");
	if (n_items > 1) {
		add_part(measure->items, 89234, 182, 1, 1, "b\xff.txt");
		add_part(measure->paragraphs, 89234, 182, 1, 1, "Төрт");
	}
	return measure;
}

static void
assert_text(guint n_items, gboolean paragraphs, guint64 silent_ms, const char *expected)
{
	g_autoptr(OqMeasure) measure = make_measure(n_items);
	const OqTiming timing = {measure, silent_ms, paragraphs};
	g_autofree char *text = oq_timing_text(&timing);
	g_assert_cmpstr(text, ==, expected);
}

static void
test_text(void)
{
	assert_text(1, FALSE, 0, "2 min 31 s (312 words, 124 wpm)\n");
	assert_text(1, FALSE, 1000, "2 min 32 s (312 words, 123 wpm)\n");
	assert_text(2, FALSE, 0,
		"a.txt: 1 min 2 s (130 words, 126 wpm)\n"
		"b\xef\xbf\xbd.txt: 1 min 29 s (182 words, 122 wpm)\n"
		"all together: 2 min 31 s (312 words, 124 wpm)\n");
}

static void
test_paragraphs(void)
{
	assert_text(2, TRUE, 0,
		"paragraph 1: 0:50.0, 129 words: Бір \"екі\" …\n"
		"paragraph 2: 0:12.0, 1 word: Үш\n"
		"a.txt: 1 min 2 s (130 words, 126 wpm)\n"
		"paragraph 1: 1:29.2, 182 words: Төрт\n"
		"b\xef\xbf\xbd.txt: 1 min 29 s (182 words, 122 wpm)\n"
		"all together: 2 min 31 s (312 words, 124 wpm)\n");
}

static void
test_json(void)
{
	g_autoptr(OqMeasure) measure = make_measure(1);
	const OqTiming timing = {measure, 500, FALSE};
	g_autofree char *json = oq_timing_json(&timing);
	g_assert_cmpstr(json, ==,
		"{\"seconds\":151.734,\"words\":312,\"wpm\":123,\"spoken_words\":400,"
		"\"sentences\":3,\"items\":[{\"file\":\"a.txt\",\"seconds\":62.000,\"words\":130,"
		"\"wpm\":126,\"spoken_words\":131,\"sentences\":1,\"paragraphs\":["
		"{\"paragraph\":1,\"start\":10,\"end\":19,\"begins\":\"Бір \\\"екі\\\" …\","
		"\"seconds\":50.000,\"words\":129,\"wpm\":155,\"spoken_words\":130,\"sentences\":1}"
		","
		"{\"paragraph\":2,\"start\":20,\"end\":29,\"begins\":\"Үш\",\"seconds\":12.000,"
		"\"words\":1,\"wpm\":5,\"spoken_words\":2,\"sentences\":1}]}]}\n");
}

/* Names in whatever bytes. */
static void
test_json_is_valid(void)
{
	g_autoptr(OqMeasure) measure = make_measure(2);
	const OqTiming timing = {measure, 0, FALSE};
	g_autofree char *json = oq_timing_json(&timing);
	g_assert_true(g_utf8_validate(json, -1, NULL));
	g_assert_nonnull(strstr(json, "]},{\"file\":\"b\xef\xbf\xbd.txt\""));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/timing/text", test_text);
	g_test_add_func("/timing/paragraphs", test_paragraphs);
	g_test_add_func("/timing/json", test_json);
	g_test_add_func("/timing/json-is-valid", test_json_is_valid);
	return g_test_run();
}
