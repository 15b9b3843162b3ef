#include "audio/labels/bext.h"

#include "told.h"

#include <math.h>

/* Where EBU Tech 3285 has them. */
enum {
	DESCRIPTION = 0,
	ORIGINATOR = 256,
	REFERENCE = 288,
	DATE = 320,
	TIME = 330,
	TIME_REFERENCE = 338,
	VERSION = 346,
	UMID = 348,
	LOUDNESS = 412,
	RESERVED = 422,
	HISTORY = 602,
};

static void
test_fields(void)
{
	g_auto(OqChunks) chunks;
	OqTags tags = TOLD;
	g_autoptr(OqRomanization) romanization = oq_romanization_load(OQ_TEST_VOICES "/kk", NULL);
	tags.romanization = romanization;
	told_make(&chunks, oq_bext_add, &tags, &told_sound);
	told_assert(&chunks, DESCRIPTION, 256, "Tan <&>");
	told_assert(&chunks, ORIGINATOR, 32, "Shalqar");
	told_assert(&chunks, REFERENCE, 32, "KZ1");
	told_assert(&chunks, DATE, 10, "2026-11-29");
	told_assert(&chunks, TIME, 8, "18:41:00");
	told_assert(&chunks, TIME_REFERENCE, 8, "");
	g_assert_cmpint(told_16(&chunks, VERSION), ==, 1);
	told_assert(&chunks, UMID, HISTORY - UMID, "");
	told_assert(&chunks, HISTORY, chunks.bytes->len - HISTORY,
		"A=PCM,F=48000,W=24,M=mono,T=Oqyrman\r\n");
}

static void
test_stereo(void)
{
	g_auto(OqChunks) chunks;
	OqTags tags = {0};
	told_make(&chunks, oq_bext_add, &tags, &(OqSound){44100, 2, 16, 0});
	told_assert(&chunks, HISTORY, chunks.bytes->len - HISTORY,
		"A=PCM,F=44100,W=16,M=stereo,T=Oqyrman\r\n");
	told_assert(&chunks, DESCRIPTION, VERSION, "");
}

static void
test_loudness(void)
{
	const gint wanted[] = {-2300, 355, -101, 32767, 32767};
	g_auto(OqChunks) chunks;
	OqTags tags = {.loudness = {TRUE, -22.9951, 3.55, -1.006, -INFINITY, NAN}};
	told_make(&chunks, oq_bext_add, &tags, &told_sound);
	g_assert_cmpint(told_16(&chunks, VERSION), ==, 2);
	for (guint i = 0; i < G_N_ELEMENTS(wanted); i++)
		g_assert_cmpint(told_16(&chunks, LOUDNESS + 2 * i), ==, wanted[i]);
	told_assert(&chunks, RESERVED, HISTORY - RESERVED, "");
}

/* Whatever is too long ends where the next one begins. */
static void
test_too_long(void)
{
	g_auto(OqChunks) chunks;
	OqTags tags = TOLD;
	g_autofree char *title = g_strnfill(300, 't');
	tags.title = tags.originator = tags.reference = tags.date = tags.time = title;
	told_make(&chunks, oq_bext_add, &tags, &told_sound);
	for (guint i = 0; i < TIME_REFERENCE; i++)
		g_assert_cmpint(chunks.bytes->data[i], ==, 't');
	told_assert(&chunks, TIME_REFERENCE, 8, "");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/bext/fields", test_fields);
	g_test_add_func("/bext/stereo", test_stereo);
	g_test_add_func("/bext/loudness", test_loudness);
	g_test_add_func("/bext/too-long", test_too_long);
	return g_test_run();
}
