#include "audio/labels/info.h"

#include "told.h"

static void
test_wav(void)
{
	static const char wanted[] = "LIST\x44\0\0\0INFO"
				     "INAM\7\0\0\0Таң\0\0"
				     "ICRD\x0b\0\0\0"
				     "2026-11-29\0\0"
				     "ILNG\4\0\0\0kaz\0"
				     "ISFT\x08\0\0\0Oqyrman\0";
	g_auto(OqChunks) chunks;
	OqTags tags = {.title = (char[]){"Таң"},
		.date = (char[]){"2026-11-29"},
		.language = (char[]){"kaz"}};
	oq_chunks_init(&chunks, FALSE);
	oq_info_add_wav(&chunks, &tags);
	g_assert_cmpmem(chunks.bytes->data, chunks.bytes->len, wanted, sizeof wanted - 1);
}

static gboolean
has(const OqChunks *chunks, const char *name, const char *text)
{
	for (gsize at = 12; at + 8 <= chunks->bytes->len;) {
		gsize size = told_32(chunks, at + 4);
		if (memcmp(chunks->bytes->data + at, name, 4) == 0)
			return strcmp((const char *)chunks->bytes->data + at + 8, text) == 0 &&
			       size == strlen(text) + 1;
		at += 8 + size + size % 2;
	}
	return FALSE;
}

static void
test_all_of_wav(void)
{
	g_auto(OqChunks) chunks;
	OqTags tags = TOLD;
	oq_chunks_init(&chunks, FALSE);
	oq_info_add_wav(&chunks, &tags);
	g_assert_true(has(&chunks, "INAM", "Таң <&>"));
	g_assert_true(has(&chunks, "IART", "Дәурен"));
	g_assert_true(has(&chunks, "IPRD", "Кеш"));
	g_assert_true(has(&chunks, "ICMT", "Сынақ"));
	g_assert_true(has(&chunks, "ICOP", "© Біз"));
	g_assert_true(has(&chunks, "IGNR", "NEWS"));
	g_assert_true(has(&chunks, "ISFT", "Oqyrman"));
}

static void
test_aiff(void)
{
	static const char wanted[] = "NAME\0\0\0\7Tan <&>\0"
				     "AUTH\0\0\0\6"
				     "Dauren"
				     "(c) \0\0\0\5? Biz\0"
				     "ANNO\0\0\0\5Synaq\0";
	g_auto(OqChunks) chunks;
	OqTags tags = TOLD;
	g_autoptr(OqRomanization) romanization = oq_romanization_load(OQ_TEST_VOICES "/kk", NULL);
	tags.romanization = romanization;
	oq_chunks_init(&chunks, TRUE);
	oq_info_add_aiff(&chunks, &tags);
	g_assert_cmpmem(chunks.bytes->data, chunks.bytes->len, wanted, sizeof wanted - 1);
}

/* What is too long for some readers is cut off. */
static void
test_long_in_aiff(void)
{
	g_auto(OqChunks) chunks;
	g_autofree char *title = g_strnfill(100000, 'x');
	OqTags tags = {.title = title};
	oq_chunks_init(&chunks, TRUE);
	oq_info_add_aiff(&chunks, &tags);
	g_assert_cmpuint(chunks.bytes->len, ==, 8 + 8000);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/info/wav", test_wav);
	g_test_add_func("/info/all-of-wav", test_all_of_wav);
	g_test_add_func("/info/aiff", test_aiff);
	g_test_add_func("/info/long-in-aiff", test_long_in_aiff);
	return g_test_run();
}
