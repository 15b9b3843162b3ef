#include "audio/labels/cues.h"

#include <string.h>

/* "үш" at 7, which is 9 long, and "a" at 0xFFFFFFFF. */
static const char wav[] = "cue \x34\0\0\0\2\0\0\0"
			  "\1\0\0\0\7\0\0\0data\0\0\0\0\0\0\0\0\7\0\0\0"
			  "\2\0\0\0\xff\xff\xff\xff"
			  "data\0\0\0\0\0\0\0\0\xff\xff\xff\xff"
			  "LIST\x40\0\0\0adtl"
			  "labl\x09\0\0\0\1\0\0\0үш\0\0"
			  "labl\6\0\0\0\2\0\0\0a\0"
			  "ltxt\x14\0\0\0\1\0\0\0\x09\0\0\0rgn \0\0\0\0\0\0\0\0";

static const char aiff[] = "MARK\0\0\0\x16\0\2"
			   "\0\1\0\0\0\7\4үш\0"
			   "\0\2\xff\xff\xff\xff\1a";

static OqCues *
two_cues(void)
{
	OqCues *cues = oq_cues_new();
	oq_cues_add(cues, 7, 9, "үш");
	oq_cues_add(cues, G_MAXUINT32, 0, "a");
	oq_cues_add(cues, (guint64)G_MAXUINT32 + 1, 0, "too far");
	return cues;
}

static void
test_wav(void)
{
	g_autoptr(OqCues) cues = two_cues();
	g_auto(OqChunks) chunks;
	oq_chunks_init(&chunks, FALSE);
	oq_cues_add_wav(cues, &chunks);
	g_assert_cmpmem(chunks.bytes->data, chunks.bytes->len, wav, sizeof wav - 1);
}

static void
test_aiff(void)
{
	g_autoptr(OqCues) cues = two_cues();
	g_auto(OqChunks) chunks;
	oq_chunks_init(&chunks, TRUE);
	oq_cues_add_aiff(cues, &chunks);
	g_assert_cmpmem(chunks.bytes->data, chunks.bytes->len, aiff, sizeof aiff - 1);
}

/* Names of 254 bytes and a letter of two: whole letters only. */
static void
test_long_names(void)
{
	enum { LENGTH_AT = 8 + 2 + 6 };
	for (gsize n_before = 252; n_before <= 256; n_before++) {
		g_autofree char *begin = g_strnfill(n_before, 'x');
		g_autofree char *name = g_strconcat(begin, "ә", "ә", NULL);
		g_autoptr(OqCues) cues = oq_cues_new();
		g_auto(OqChunks) chunks;
		oq_chunks_init(&chunks, TRUE);
		oq_cues_add(cues, 1, 0, name);
		oq_cues_add_aiff(cues, &chunks);
		gsize wanted = n_before == 252 ? 254 : n_before == 253 ? 255 : MIN(n_before, 255);
		wanted = n_before == 254 ? 254 : wanted;
		g_assert_cmpuint(chunks.bytes->data[LENGTH_AT], ==, wanted);
		g_assert_true(g_utf8_validate(
			(const char *)chunks.bytes->data + LENGTH_AT + 1, (gssize)wanted, NULL));
		g_assert_cmpuint(chunks.bytes->len % 2, ==, 0);
	}
}

static void
test_many(void)
{
	g_autoptr(OqCues) cues = oq_cues_new();
	g_auto(OqChunks) chunks;
	oq_chunks_init(&chunks, TRUE);
	for (guint i = 0; i < 70000; i++)
		oq_cues_add(cues, i, 0, "");
	oq_cues_add_aiff(cues, &chunks);
	g_assert_cmpuint(chunks.bytes->len, ==, 8 + 2 + 65535 * 8);
}

static void
test_nothing(void)
{
	g_auto(OqChunks) chunks;
	g_autoptr(OqCues) cues = oq_cues_new();
	oq_chunks_init(&chunks, FALSE);
	oq_cues_add(cues, (guint64)G_MAXUINT32 + 1, 0, "too far");
	oq_cues_add_wav(cues, &chunks);
	oq_cues_add_aiff(cues, &chunks);
	g_assert_cmpuint(chunks.bytes->len, ==, 0);
	oq_cues_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/cues/wav", test_wav);
	g_test_add_func("/cues/aiff", test_aiff);
	g_test_add_func("/cues/long-names", test_long_names);
	g_test_add_func("/cues/many", test_many);
	g_test_add_func("/cues/nothing", test_nothing);
	return g_test_run();
}
