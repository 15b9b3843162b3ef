#include "audio/labels/labels.h"

#include "nameless.h"
#include "told.h"

static const OqSound unknown_length = {48000, 1, 16, 0};

static OqLabels *
new_labels(OqLabelsKind kind, const OqTags *tags)
{
	OqLabels *labels = oq_labels_new(kind, &unknown_length);
	oq_labels_set(labels, tags);
	return labels;
}

static void
assert_before(OqLabelsKind kind, const OqTags *tags, const char *wanted)
{
	g_autoptr(GString) found = g_string_new(NULL);
	g_autoptr(OqLabels) labels = new_labels(kind, tags);
	g_autoptr(GArray) chunks = oq_labels_chunks(labels);
	for (guint i = 0; i < chunks->len; i++) {
		const OqLabelsChunk *chunk = &g_array_index(chunks, OqLabelsChunk, i);
		g_assert_cmpuint(chunk->bytes->len % 4, ==, 0);
		g_string_append(found, chunk->name);
	}
	g_assert_cmpstr(found->str, ==, wanted);
}

static void
test_before(void)
{
	OqTags tags = TOLD;
	for (guint kind = OQ_LABELS_NONE; kind <= OQ_LABELS_MP3; kind++) {
		assert_before(kind, &tags, kind == OQ_LABELS_WAV ? "bextcart" : "");
		assert_before(kind, NULL, "");
	}
}

/* A WAV file with the chunks that labels want before the sound. */
static GByteArray *
make_wav(OqLabels *labels)
{
	OqChunks wav;
	g_autoptr(GArray) chunks = oq_labels_chunks(labels);
	oq_chunks_init(&wav, FALSE);
	guint whole = oq_chunks_begin(&wav, "RIFF");
	oq_chunks_add_text(&wav, "WAVE");
	for (guint i = 0; i < chunks->len; i++) {
		const OqLabelsChunk *chunk = &g_array_index(chunks, OqLabelsChunk, i);
		guint place = oq_chunks_begin(&wav, chunk->name);
		oq_chunks_add_bytes(&wav, chunk->bytes->data, chunk->bytes->len, 1);
		oq_chunks_end(&wav, place);
	}
	guint place = oq_chunks_begin(&wav, "data");
	oq_chunks_add_text(&wav, "ab");
	oq_chunks_end(&wav, place);
	oq_chunks_end(&wav, whole);
	return wav.bytes;
}

/* The names of the chunks of a file, in their order. */
static char *
names(int fd, gboolean is_big_endian)
{
	GString *found = g_string_new(NULL);
	guint8 header[8];
	for (off_t at = 12; pread(fd, header, sizeof header, at) == sizeof header;) {
		guint32 size;
		memcpy(&size, header + 4, sizeof size);
		size = is_big_endian ? GUINT32_FROM_BE(size) : GUINT32_FROM_LE(size);
		g_string_append_len(found, (const char *)header, 4);
		g_string_append_c(found, ' ');
		at += 8 + (off_t)size + size % 2;
	}
	return g_string_free(found, FALSE);
}

static void
test_wav(void)
{
	OqTags tags = TOLD;
	char timer[8];
	g_autoptr(OqLabels) labels = new_labels(OQ_LABELS_WAV, &tags);
	g_autoptr(GByteArray) wav = make_wav(labels);
	int fd = nameless_new(wav->data, wav->len);
	oq_labels_mark(labels, 5, "бес");
	g_assert_true(oq_labels_complete(labels, fd, 96000));
	g_autofree char *found = names(fd, FALSE);
	g_assert_cmpstr(found, ==, "bext cart data cue  LIST LIST id3  iXML rdxl ");
	/* The length is known now: in the second timer of the cart chunk. */
	gsize bext_size = told_32(&(OqChunks){wav, FALSE}, 16);
	off_t timers_at = (off_t)(12 + 8 + bext_size + 8 + 684);
	g_assert_cmpint(pread(fd, timer, sizeof timer, timers_at + 8), ==, sizeof timer);
	g_assert_cmpmem(timer, 8, "AUDe\0\x77\1\0", 8);
	close(fd);
}

/* What is told later takes the same place, or one behind the sound. */
static void
test_told_later(void)
{
	OqTags tags = TOLD;
	char title[8];
	for (guint i = 0; i < 2; i++) {
		OqTags first = {.title = (char[]){"x"}};
		g_autoptr(OqLabels) labels = new_labels(OQ_LABELS_WAV, i == 0 ? &first : NULL);
		g_autoptr(GByteArray) wav = make_wav(labels);
		int fd = nameless_new(wav->data, wav->len);
		oq_labels_set(labels, &tags);
		g_assert_true(oq_labels_complete(labels, fd, 96000));
		g_autofree char *found = names(fd, FALSE);
		g_assert_cmpstr(found, ==,
			i == 0 ? "bext cart data LIST id3  iXML rdxl "
			       : "data bext cart LIST id3  iXML rdxl ");
		g_assert_cmpint(pread(fd, title, sizeof title, i == 0 ? 20 : 30), ==, 8);
		g_assert_cmpmem(title, 7, "??? <&>", 7);
		close(fd);
	}
}

static void
test_mp3(void)
{
	OqTags tags = TOLD;
	char got[10];
	g_autoptr(OqLabels) labels = new_labels(OQ_LABELS_MP3, &tags);
	int fd = nameless_new("sound", 5);
	g_assert_true(oq_labels_complete(labels, fd, 1));
	off_t end = lseek(fd, 0, SEEK_END);
	g_assert_cmpint(pread(fd, got, 4, 0), ==, 4);
	g_assert_cmpmem(got, 4, "ID3\4", 4);
	g_assert_cmpint(pread(fd, got, sizeof got, end - 5), ==, 5);
	g_assert_cmpmem(got, 5, "sound", 5);
	close(fd);
}

static void
test_wav_of_marks(void)
{
	g_autoptr(OqLabels) labels = new_labels(OQ_LABELS_WAV, NULL);
	g_autoptr(GByteArray) wav = make_wav(labels);
	int fd = nameless_new(wav->data, wav->len);
	g_assert_true(oq_labels_complete(labels, fd, 1));
	nameless_assert(fd, wav->data, wav->len);
	oq_labels_mark(labels, 0, "a");
	g_assert_true(oq_labels_complete(labels, fd, 1));
	g_autofree char *found = names(fd, FALSE);
	g_assert_cmpstr(found, ==, "data cue  LIST ");
	close(fd);
}

static void
test_aiff(void)
{
	static const char aiff[] = "FORM\0\0\0\x0e"
				   "AIFFSSND\0\0\0\2ab";
	OqTags tags = TOLD;
	oq_tags_add_chapter(&tags, 0, 1, "a");
	g_autoptr(OqLabels) labels = new_labels(OQ_LABELS_AIFF, &tags);
	int fd = nameless_new(aiff, sizeof aiff - 1);
	g_assert_true(oq_labels_complete(labels, fd, 1));
	g_autofree char *found = names(fd, TRUE);
	g_assert_cmpstr(found, ==, "SSND MARK NAME AUTH (c)  ANNO ID3  ");
	g_array_unref(tags.chapters);
	close(fd);
}

/* What cannot be written is told. */
static void
test_failures(void)
{
	OqTags tags = TOLD;
	for (guint kind = OQ_LABELS_WAV; kind <= OQ_LABELS_MP3; kind++) {
		g_autoptr(OqLabels) labels = new_labels(kind, &tags);
		g_assert_false(oq_labels_complete(labels, -1, 1));
	}
	g_autoptr(OqLabels) none = new_labels(OQ_LABELS_NONE, &tags);
	g_assert_true(oq_labels_complete(none, -1, 1));
	oq_labels_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/labels/before", test_before);
	g_test_add_func("/labels/wav", test_wav);
	g_test_add_func("/labels/told-later", test_told_later);
	g_test_add_func("/labels/mp3", test_mp3);
	g_test_add_func("/labels/wav-of-marks", test_wav_of_marks);
	g_test_add_func("/labels/aiff", test_aiff);
	g_test_add_func("/labels/failures", test_failures);
	return g_test_run();
}
