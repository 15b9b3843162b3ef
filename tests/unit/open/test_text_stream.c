#include "open/text_stream.h"

#include "nameless.h"

#include <string.h>

enum { PIECE_BYTES = 1 << 16 };

/* (transfer full): all of it; an error's code behind it. */
static char *
all_of(const char *bytes, gsize n_bytes, const char *named, const char *declared)
{
	g_autoptr(GError) error = NULL;
	GString *all = g_string_new(NULL);
	gsize n;
	const OqOpenJob job = {.fd = nameless_new(bytes, n_bytes),
		.n_bytes = n_bytes,
		.extension = "",
		.encoding = named};
	g_autoptr(OqTextStream) stream = oq_text_stream_new(&job, declared, &error);
	for (const char *next;
		stream != NULL && (next = oq_text_stream_next(stream, &n, &error)) != NULL;) {
		g_assert_cmpuint(n, >, 0);
		g_assert_true(g_utf8_validate_len(next, n, NULL));
		g_string_append_len(all, next, (gssize)n);
	}
	if (error != NULL)
		g_string_append_printf(all, "!%d", error->code);
	else
		g_assert_cmpuint(oq_text_stream_offset(stream), ==, n_bytes);
	close(job.fd);
	return g_string_free(all, FALSE);
}

static void
assert_all(const char *bytes, gsize n_bytes, const char *named, const char *declared,
	const char *expected)
{
	g_autofree char *all = all_of(bytes, n_bytes, named, declared);
	g_assert_cmpstr(all, ==, expected);
}

#define ASSERT_ALL(bytes, named, declared, expected)                                               \
	assert_all(bytes, sizeof bytes - 1, named, declared, expected)

static void
test_encodings(void)
{
	ASSERT_ALL("", NULL, NULL, "");
	ASSERT_ALL("abc", NULL, "koi8-r", "abc");
	ASSERT_ALL("\241", "KZ-1048", NULL, "Ұ");
	ASSERT_ALL("\241", NULL, "KZ-1048", "Ұ");
	ASSERT_ALL("Қазақ тілі", NULL, "windows-1251", "Қазақ тілі");
	ASSERT_ALL("\317\360\350\342\345\362, \354\350\360!", NULL, NULL, "Привет, мир!");
	ASSERT_ALL("\357\273\277Ә", NULL, NULL, "Ә");
	ASSERT_ALL("\377\376a\0\331\4", NULL, NULL, "aә");
	ASSERT_ALL("a\0b", NULL, NULL, "ab");
	ASSERT_ALL("a", "klingon", NULL, "!11");
}

/* What tells the encoding may come late, and a character lie across two pieces. */
static void
test_pieces(void)
{
	for (gsize n_before = PIECE_BYTES - 2; n_before <= PIECE_BYTES + 1; n_before++) {
		g_autofree char *before = g_strnfill(n_before, 'a');
		g_autofree char *utf8 = g_strconcat(before, "Ә", NULL);
		assert_all(utf8, strlen(utf8), NULL, NULL, utf8);
		g_autofree char *many = g_strconcat(before, "Әлем әні: қазақ тілі.", NULL);
		gsize n_bytes;
		g_autofree char *page =
			g_convert(many, -1, "RK1048", "UTF-8", NULL, &n_bytes, NULL);
		assert_all(page, n_bytes, NULL, NULL, many);
	}
	g_autoptr(GString) damaged = g_string_new("\251");
	for (guint i = 0; i < 3 * PIECE_BYTES; i++)
		g_string_append_c(damaged, 'a');
	g_string_append(damaged, "Әлем әні: қазақ тілі.");
	g_autofree char *all = all_of(damaged->str, damaged->len, NULL, NULL);
	g_assert_true(g_str_has_prefix(all, "\357\277\275aaa"));
	g_assert_true(g_str_has_suffix(all, "aӘлем әні: қазақ тілі."));
}

static void
test_failed(void)
{
	g_autoptr(GError) error = NULL;
	const OqOpenJob job = {.fd = -1, .n_bytes = 3, .extension = ""};
	g_assert_null(oq_text_stream_new(&job, NULL, &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_FAILED);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/text_stream/encodings", test_encodings);
	g_test_add_func("/text_stream/pieces", test_pieces);
	g_test_add_func("/text_stream/failed", test_failed);
	return g_test_run();
}
