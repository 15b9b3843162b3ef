#include "document/decoder.h"

#include "text/characters/utf8.h"

#include <string.h>

static OqDecoder *
open_decoder(const GString *bytes, const char *encoding, gsize n_bom)
{
	OqSource *source = oq_source_new_text(bytes->str, bytes->len);
	OqEncoding *decoding = encoding != NULL ? oq_encoding_new(encoding, NULL) : NULL;
	g_assert_true(oq_source_seek(source, n_bom, NULL));
	return oq_decoder_new(source, decoding, n_bom);
}

/* All from the decoder's place on. */
static GString *
read_all(OqDecoder *decoder)
{
	g_autoptr(GError) error = NULL;
	GString *text = g_string_new(NULL);
	guint64 start = oq_decoder_position(decoder);
	do
		g_assert_cmpuint(oq_decoder_position(decoder), ==, start + text->len);
	while (oq_decoder_read(decoder, text, &error));
	g_assert_no_error(error);
	g_assert_cmpuint(oq_decoder_position(decoder), ==, start + text->len);
	g_assert_false(oq_decoder_read(decoder, text, &error));
	g_assert_true(g_utf8_validate_len(text->str, text->len, NULL));
	return text;
}

static void
assert_same_from(OqDecoder *decoder, const GString *text, guint64 position)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_decoder_seek(decoder, position, &error));
	g_assert_no_error(error);
	guint64 start = oq_decoder_position(decoder);
	g_assert_cmpuint(start, <=, position);
	g_autoptr(GString) rest = read_all(decoder);
	g_assert_cmpmem(rest->str, rest->len, text->str + start, text->len - start);
}

/* Forward, then from many places, in any order. */
static void
assert_found_again(const GString *bytes, const char *encoding, gsize n_bom, gsize n_near)
{
	g_autoptr(OqDecoder) decoder = open_decoder(bytes, encoding, n_bom);
	g_autoptr(GString) text = read_all(decoder);
	guint64 n_bad = oq_decoder_n_bad_bytes(decoder);
	g_assert_cmpuint(oq_decoder_n_bytes(decoder), ==, text->len);
	for (guint i = 0; i < 20; i++) {
		guint64 position = g_test_rand_int_range(0, (gint32)text->len + 10);
		assert_same_from(decoder, text, position);
		g_assert_true(oq_decoder_seek(decoder, position, NULL));
		g_assert_cmpuint(position - oq_decoder_position(decoder), <=, n_near);
	}
	g_assert_cmpuint(oq_decoder_n_bytes(decoder), ==, text->len);
	g_assert_cmpuint(oq_decoder_n_bad_bytes(decoder), ==, n_bad);
}

static GString *
repeat(const char *piece, gsize n_bytes)
{
	GString *text = g_string_new(NULL);
	while (text->len < n_bytes)
		g_string_append(text, piece);
	return text;
}

static void
test_sound(void)
{
	static const char *const pieces[] = {"Қазақ тілі 😀.\n", "a", "«", "𝄞"};
	for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(GString) text = repeat(pieces[i], 4 * OQ_DECODER_CHUNK_BYTES + 5);
		assert_found_again(text, NULL, 0, OQ_DECODER_CHUNK_BYTES + 20);
	}
	g_autoptr(GString) marked = repeat("Қазақ", 3 * OQ_DECODER_CHUNK_BYTES);
	g_string_prepend(marked, "\xEF\xBB\xBF");
	assert_found_again(marked, NULL, 0, OQ_DECODER_CHUNK_BYTES + 20);
	g_autoptr(OqDecoder) decoder = open_decoder(marked, NULL, 0);
	g_autoptr(GString) text = read_all(decoder);
	g_assert_cmpuint(text->len, ==, marked->len - 3);
}

/* All that can be wrong, at the ends of chunks and between them. */
static void
test_damaged(void)
{
	static const char *const wrong[] = {
		"\xFF", "\xD2", "\xE2\x80", "\xF0\x9F\x98", "\x80", "\x80\x80\x80\x80", "\xC0\xAF"};
	for (guint round = 0; round < 20; round++) {
		g_autoptr(GString) bytes = g_string_new(NULL);
		while (bytes->len < 3 * OQ_DECODER_CHUNK_BYTES) {
			gsize n_more = g_test_rand_int_range(1, round < 10 ? 50 : 50000);
			g_autoptr(GString) sound = repeat("ә😀b", n_more);
			g_string_append_len(bytes, sound->str, (gssize)sound->len);
			if (g_test_rand_int_range(0, 9) == 0)
				g_string_append_c(bytes, '\0');
			else
				g_string_append(bytes,
					wrong[g_test_rand_int_range(0, G_N_ELEMENTS(wrong))]);
		}
		g_string_truncate(bytes, bytes->len - g_test_rand_int_range(0, 3));
		OqUtf8 utf8;
		g_autoptr(GString) expected = g_string_new(NULL);
		oq_utf8_init(&utf8);
		oq_utf8_feed(&utf8, bytes->str, bytes->len, expected);
		oq_utf8_finish(&utf8, expected);
		g_autoptr(OqDecoder) decoder = open_decoder(bytes, NULL, 0);
		g_autoptr(GString) text = read_all(decoder);
		g_assert_cmpmem(text->str, text->len, expected->str, expected->len);
		g_assert_cmpuint(oq_decoder_n_bad_bytes(decoder), ==, utf8.n_bad_bytes);
		assert_found_again(bytes, NULL, 0, 4 * OQ_DECODER_CHUNK_BYTES);
	}
}

/* Only the stateless ones are decoded from the middle, up to where they were decoded before. */
static void
test_encodings(void)
{
	static const struct {
		const char *name;
		gboolean stateless;
	} encodings[] = {{"RK1048", TRUE}, {"UTF-16LE", TRUE}, {"UTF-32BE", TRUE},
		{"UTF-16", FALSE}, {"ISO-2022-KR", FALSE}, {"GB18030", FALSE}};
	for (guint i = 0; i < G_N_ELEMENTS(encodings); i++) {
		const char *piece = i == 0 ? "Қазақ тілі\n" : i < 4 ? "Қазақ 😀\n" : "한국\n";
		g_autoptr(GString) text = repeat(piece, 4 * OQ_DECODER_CHUNK_BYTES + 40);
		gsize n_bytes;
		g_autofree char *bytes = g_convert(text->str, (gssize)text->len, encodings[i].name,
			"UTF-8", NULL, &n_bytes, NULL);
		g_assert_nonnull(bytes);
		g_autoptr(GString) encoded = g_string_new_len(bytes, (gssize)n_bytes);
		assert_found_again(encoded, encodings[i].name, 0,
			encodings[i].stateless ? 2 * OQ_DECODER_CHUNK_BYTES : text->len);
	}
}

/* A BOM that was sniffed shifts the chunks: a pair of UTF-16 may lie across their limit. */
static void
test_bom(void)
{
	g_autoptr(GString) text = repeat("a😀", 3 * OQ_DECODER_CHUNK_BYTES);
	gsize n_bytes;
	g_autofree char *bytes =
		g_convert(text->str, (gssize)text->len, "UTF-16LE", "UTF-8", NULL, &n_bytes, NULL);
	g_autoptr(GString) encoded = g_string_new("\377\376");
	g_string_append_len(encoded, bytes, (gssize)n_bytes);
	assert_found_again(encoded, "UTF-16LE", 2, 2 * OQ_DECODER_CHUNK_BYTES);
}

/* The middle of a long text is there at once, and its place is right if the text is sound. */
static void
test_unread(void)
{
	g_autoptr(GString) bytes = repeat("Қазақ тілі 😀.\n", 10 * OQ_DECODER_CHUNK_BYTES);
	g_autoptr(OqDecoder) decoder = open_decoder(bytes, NULL, 0);
	g_assert_cmpuint(oq_decoder_n_bytes(decoder), ==, bytes->len);
	assert_same_from(decoder, bytes, bytes->len / 2);
	g_assert_true(oq_decoder_seek(decoder, bytes->len / 2, NULL));
	g_assert_cmpuint(
		bytes->len / 2 - oq_decoder_position(decoder), <=, OQ_DECODER_CHUNK_BYTES + 4);

	/* what was damaged before is not known until it is read; then it counts */
	bytes->str[10] = '\xFF';
	g_autoptr(OqDecoder) damaged = open_decoder(bytes, NULL, 0);
	g_assert_true(oq_decoder_seek(damaged, bytes->len / 2, NULL));
	guint64 before = oq_decoder_position(damaged);
	g_assert_true(oq_decoder_seek(damaged, 0, NULL));
	g_autoptr(GString) text = read_all(damaged);
	g_assert_cmpuint(text->len, >, bytes->len);
	assert_same_from(damaged, text, before + 10);
}

/* The length is guessed by what was read; what was learnt is known to another decoder. */
static void
test_guess(void)
{
	g_autoptr(GString) text = repeat("Қазақ тілі", 8 * OQ_DECODER_CHUNK_BYTES);
	gsize n_bytes;
	g_autofree char *bytes =
		g_convert(text->str, (gssize)text->len, "RK1048", "UTF-8", NULL, &n_bytes, NULL);
	g_autoptr(GString) encoded = g_string_new_len(bytes, (gssize)n_bytes);
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(OqDecoder) decoder = open_decoder(encoded, "KZ-1048", 0);
	g_assert_cmpuint(oq_decoder_guess_bytes(decoder), ==, n_bytes);
	g_assert_true(oq_decoder_read(decoder, out, NULL));
	gdouble guess = (gdouble)oq_decoder_guess_bytes(decoder);
	g_assert_cmpfloat_with_epsilon(guess / (gdouble)text->len, 1, 0.01);
	g_string_append(text, "\xFF\xFF");
	text->str[5] = '\xFF';
	g_autoptr(OqDecoder) damaged = open_decoder(text, NULL, 0);
	g_autoptr(OqDecoder) again = open_decoder(text, NULL, 0);
	g_autoptr(GString) whole = read_all(damaged);
	g_autoptr(GArray) learnt = oq_decoder_learnt(damaged);
	oq_decoder_learn(again, learnt);
	g_assert_cmpuint(oq_decoder_n_bytes(again), ==, whole->len);
	g_assert_cmpuint(oq_decoder_guess_bytes(again), ==, whole->len);
	g_assert_cmpuint(oq_decoder_n_bad_bytes(again), ==, oq_decoder_n_bad_bytes(damaged));
	assert_same_from(again, whole, whole->len - 100);
}

/* Of what was read to its end once, the same is known while its beginning is read again. */
static void
test_bad_again(void)
{
	g_autoptr(GString) bytes = g_string_new("\xFF"
						"a\xD0");
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(OqDecoder) decoder = open_decoder(bytes, NULL, 0);
	g_autoptr(GString) all = read_all(decoder);
	g_assert_cmpuint(oq_decoder_n_bad_bytes(decoder), ==, 2);
	g_assert_true(oq_decoder_seek(decoder, 0, NULL));
	g_assert_true(oq_decoder_read(decoder, text, NULL));
	g_assert_cmpuint(text->len, <, all->len);
	g_assert_cmpuint(oq_decoder_n_bad_bytes(decoder), ==, 2);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/decoder/bad-again", test_bad_again);
	g_test_add_func("/decoder/sound", test_sound);
	g_test_add_func("/decoder/damaged", test_damaged);
	g_test_add_func("/decoder/encodings", test_encodings);
	g_test_add_func("/decoder/bom", test_bom);
	g_test_add_func("/decoder/unread", test_unread);
	g_test_add_func("/decoder/guess", test_guess);
	return g_test_run();
}
