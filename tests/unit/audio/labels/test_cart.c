#include "audio/labels/cart.h"

#include "told.h"

/* Where AES46 has them. */
enum {
	VERSION = 0,
	TITLE = 4,
	ARTIST = 68,
	CUT = 132,
	CLIENT = 196,
	CATEGORY = 260,
	CLASSIFICATION = 324,
	OUTCUE = 388,
	START = 452,
	END = 470,
	PRODUCER = 488,
	PRODUCER_VERSION = 552,
	USERS_OWN = 616,
	LEVEL = 680,
	TIMERS = 684,
	RESERVED = 748,
	TEXT = 2048,
};

static void
test_fields(void)
{
	g_auto(OqChunks) chunks;
	OqTags tags = TOLD;
	g_autoptr(OqRomanization) romanization = oq_romanization_load(OQ_TEST_VOICES "/kk", NULL);
	tags.romanization = romanization;
	told_make(&chunks, oq_cart_add, &tags, &told_sound);
	told_assert(&chunks, VERSION, 4, "0101");
	told_assert(&chunks, TITLE, 64, "Tan <&>");
	told_assert(&chunks, ARTIST, 64, "Dauren");
	told_assert(&chunks, CUT, 64, "C1");
	told_assert(&chunks, CLIENT, 64, "A");
	told_assert(&chunks, CATEGORY, 64, "NEWS");
	told_assert(&chunks, CLASSIFICATION, 64, "");
	told_assert(&chunks, OUTCUE, 64, "bari");
	told_assert(&chunks, START, 18, "2026-12-0100:00:00");
	told_assert(&chunks, END, 18, "2026-12-3123:59:59");
	told_assert(&chunks, PRODUCER, 64, "Oqyrman");
	told_assert(&chunks, PRODUCER_VERSION, 64, "");
	told_assert(&chunks, USERS_OWN, 64, "Synaq");
	g_assert_cmpuint(told_32(&chunks, LEVEL), ==, 32768);
	told_assert(&chunks, RESERVED, TEXT - RESERVED, "");
	told_assert(&chunks, TEXT, chunks.bytes->len - TEXT, "Synaq\r\n");
}

static void
assert_dates(const char *start, const char *end, const char *first, const char *last)
{
	g_auto(OqChunks) chunks;
	OqTags tags = {.start_date = g_strdup(start), .end_date = g_strdup(end)};
	told_make(&chunks, oq_cart_add, &tags, &told_sound);
	told_assert(&chunks, START, 18, first);
	told_assert(&chunks, END, 18, last);
	oq_tags_clear(&tags);
}

static void
test_dates(void)
{
	assert_dates(NULL, NULL, "", "");
	assert_dates("2026-12-01", NULL, "2026-12-0100:00:00", "9999-12-3123:59:59");
	assert_dates(NULL, "2026-12-31", "1900-01-0100:00:00", "2026-12-3123:59:59");
}

static void
assert_timers(OqTags tags, guint64 n_frames, const char *wanted)
{
	g_auto(OqChunks) chunks;
	OqSound sound = {48000, 1, 16, n_frames};
	g_autoptr(GString) got = g_string_new(NULL);
	told_make(&chunks, oq_cart_add, &tags, &sound);
	for (gsize at = TIMERS; at < RESERVED; at += 8) {
		g_autofree char *name = told_field(&chunks, at, 4);
		if (*name != '\0')
			g_string_append_printf(got, "%s %u ", name, told_32(&chunks, at + 4));
	}
	g_assert_cmpstr(got->str, ==, wanted);
	g_assert_cmpuint(chunks.bytes->len, ==, TEXT + 2);
}

static void
test_timers(void)
{
	assert_timers((OqTags){0}, 0, "");
	assert_timers((OqTags){0}, 96000, "AUDs 0 AUDe 96000 ");
	assert_timers((OqTags){.voice_start = 5, .voice_end = 90}, 96, "AUDs 5 AUDe 90 ");
	assert_timers((OqTags){.voice_start = 5, .voice_end = 100}, 96, "AUDs 5 AUDe 96 ");
	assert_timers((OqTags){.voice_start = 96}, 96, "");
	assert_timers((OqTags){.voice_start = 5, .intro_end = 20, .segue_start = 80}, 96,
		"AUDs 5 AUDe 96 INTs 5 INTe 20 SEGs 80 SEGe 96 ");
	assert_timers((OqTags){.intro_end = 200, .segue_start = 200}, 96,
		"AUDs 0 AUDe 96 INTs 0 INTe 96 ");
	assert_timers((OqTags){0}, (guint64)1 << 32, "");
}

static void
test_too_long(void)
{
	g_auto(OqChunks) chunks;
	OqTags tags = TOLD;
	g_autofree char *text = g_strnfill(10000, 't');
	tags.title = tags.author = tags.cut = tags.client = tags.category = text;
	tags.outcue = tags.start_date = tags.end_date = tags.comment = text;
	told_make(&chunks, oq_cart_add, &tags, &told_sound);
	for (guint i = TITLE; i < CLASSIFICATION; i++)
		g_assert_cmpint(chunks.bytes->data[i], ==, 't');
	told_assert(&chunks, CLASSIFICATION, 64, "");
	told_assert(&chunks, PRODUCER, 64, "Oqyrman");
	g_assert_cmpuint(chunks.bytes->len, ==, TEXT + 8192 + 2);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/cart/fields", test_fields);
	g_test_add_func("/cart/dates", test_dates);
	g_test_add_func("/cart/timers", test_timers);
	g_test_add_func("/cart/too-long", test_too_long);
	return g_test_run();
}
