#include "document/plain_text.h"

#include "document/cuts.h"
#include "text_case.h"

#include <string.h>
#include <unistd.h>

static OqPlainText *
open_text(const char *text, gsize n_bytes)
{
	return oq_plain_text_new(oq_decoder_new(oq_source_new_text(text, n_bytes), NULL, 0));
}

/* The rest of the block, read in pieces of that size. */
static char *
read_block(OqPlainText *text, gsize size)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *buffer = g_malloc(size);
	GString *block = g_string_new(NULL);
	gssize n_bytes;
	while ((n_bytes = oq_plain_text_read(text, buffer, size, &error)) > 0) {
		g_assert_true(g_utf8_validate_len(buffer, (gsize)n_bytes, NULL));
		g_string_append_len(block, buffer, n_bytes);
	}
	g_assert_no_error(error);
	g_assert_cmpint(oq_plain_text_read(text, buffer, size, &error), ==, 0);
	return g_string_free(block, FALSE);
}

/* "start:text|…" */
static char *
read_blocks(OqPlainText *text)
{
	g_autoptr(GError) error = NULL;
	GString *all = g_string_new(NULL);
	OqBlock block;
	while (oq_plain_text_next(text, &block, &error)) {
		g_autofree char *part = read_block(text, 5);
		g_string_append_printf(all, "%" G_GUINT64_FORMAT ":%s|", block.start, part);
		g_assert_cmpint(block.kind, ==, OQ_BLOCK_LINES);
		g_assert_cmpint(block.lang, ==, OQ_N_LANGS);
		g_assert_cmpuint(block.number, ==, strchr(all->str, '|')[1] == '\0' ? 1 : 0);
	}
	g_assert_no_error(error);
	return g_string_free(all, FALSE);
}

static void
test_blocks(void)
{
	static const char *const cases[][2] = {
		{"", ""},
		{" \n\n", ""},
		{"бір", "0:бір|"},
		{"бір\n\nекі\nүш\n\n\n", "0:бір\n\n|8:екі\nүш\n\n\n|"},
		{"\n\n  бір", "2:  бір|"},
		{"бір\n>\n> екі", "0:бір\n|7:>\n> екі|"},
		{"бір\n>", "0:бір\n|7:>|"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(OqPlainText) text = open_text(cases[i][0], strlen(cases[i][0]));
		g_autofree char *got = read_blocks(text);
		g_assert_cmpstr(got, ==, cases[i][1]);
		OqBlock block;
		g_assert_false(oq_plain_text_next(text, &block, NULL));
	}
}

/* A block that is not read is passed over; before the first one there is nothing to read. */
static void
test_passed_over(void)
{
	static const char lines[] = "\nбір\nекі\n\nүш";
	g_autoptr(OqPlainText) text = open_text(lines, strlen(lines));
	OqBlock block;
	char buffer[8];
	g_assert_cmpint(oq_plain_text_read(text, buffer, sizeof buffer, NULL), ==, 0);
	g_assert_true(oq_plain_text_next(text, &block, NULL));
	g_assert_cmpint(oq_plain_text_read(text, buffer, 4, NULL), ==, 4);
	g_assert_true(oq_plain_text_next(text, &block, NULL));
	g_assert_cmpuint(block.start, ==, 16);
	g_autofree char *rest = read_block(text, 4);
	g_assert_cmpstr(rest, ==, "үш");
}

static void
append_random(GString *text)
{
	static const char *const pieces[] = {
		"сөз ", "сөйлем. ", "Сөйлем.\n", "жол\n", "т.б. ", "\n\n", "\n>\n", "  ", "𝄞"};
	gsize length = text->len + g_test_rand_int_range(0, 2000);
	const char *piece = pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))];
	do
		g_string_append(text, piece);
	while (text->len < length);
}

static GArray *
list_blocks(OqPlainText *text)
{
	GArray *blocks = g_array_new(FALSE, FALSE, sizeof(OqBlock));
	OqBlock block;
	while (oq_plain_text_next(text, &block, NULL))
		g_array_append_val(blocks, block);
	return blocks;
}

/* The block that holds the position, else the first one. */
static const OqBlock *
block_at(const GArray *blocks, guint64 position)
{
	guint i = blocks->len - 1;
	while (i > 0 && g_array_index(blocks, OqBlock, i).start > position)
		i--;
	return &g_array_index(blocks, OqBlock, i);
}

static void
assert_seeks(OqPlainText *text, const GArray *blocks, const GString *source, guint64 position)
{
	g_autoptr(GError) error = NULL;
	const OqBlock *expected = block_at(blocks, position);
	OqBlock block;
	g_assert_true(oq_plain_text_seek(text, position, &error));
	g_assert_no_error(error);
	g_assert_true(oq_plain_text_next(text, &block, &error));
	g_assert_cmpuint(block.start, ==, expected->start);
	g_assert_cmpuint(block.number, ==, expected->number);
	g_assert_cmpuint(block.wrap_columns, ==, expected->wrap_columns);
	g_autofree char *part = read_block(text, 4000);
	g_assert_cmpmem(part, strlen(part), source->str + block.start, strlen(part));
	guint64 end = block.start + strlen(part);
	if (!oq_plain_text_next(text, &block, &error))
		block.start = source->len;
	g_assert_cmpuint(block.start, ==, end);
}

/* What is found from anywhere is what was found when all of it was read; before it was, too. */
static void
test_seek(void)
{
	for (guint round = 0; round < 20; round++) {
		g_autoptr(GString) source = g_string_new("бір ");
		gsize length = g_test_rand_int_range(1, round < 10 ? 3000 : 400000);
		while (source->len < length)
			append_random(source);
		g_autoptr(OqPlainText) text = open_text(source->str, source->len);
		g_autoptr(GArray) blocks = list_blocks(text);
		g_autoptr(OqPlainText) fresh = open_text(source->str, source->len);
		for (guint i = 0; i < 20; i++) {
			guint64 position = g_test_rand_int_range(0, (gint32)source->len + 10);
			assert_seeks(text, blocks, source, position);
			assert_seeks(fresh, blocks, source, position);
		}
		assert_seeks(text, blocks, source, 0);
		assert_seeks(text, blocks, source, G_MAXUINT64);
	}
	g_autoptr(OqPlainText) empty = open_text("\n\n", 2);
	OqBlock block;
	g_assert_true(oq_plain_text_seek(empty, 1, NULL));
	g_assert_false(oq_plain_text_next(empty, &block, NULL));
}

/* The same where it has to be decoded, or comes from a pipe. */
static void
test_seek_forward_only(void)
{
	g_autoptr(GString) source = g_string_new("Ә ");
	while (source->len < 300000)
		append_random(source);
	g_string_replace(source, "𝄞", "ү", 0);
	g_autoptr(OqPlainText) plain = open_text(source->str, source->len);
	g_autoptr(GArray) blocks = list_blocks(plain);
	gsize n_bytes;
	g_autofree char *bytes = g_convert(
		source->str, (gssize)source->len, "RK1048", "UTF-8", NULL, &n_bytes, NULL);
	g_assert_nonnull(bytes);
	g_autoptr(OqPlainText) text = oq_plain_text_new(oq_decoder_new(
		oq_source_new_text(bytes, n_bytes), oq_encoding_new("RK1048", NULL), 0));
	for (guint i = 0; i < 20; i++)
		assert_seeks(text, blocks, source,
			(guint64)g_test_rand_int_range(0, (gint32)source->len + 10));
}

/* The width that the head shows up to a block counts for it; behind the head, that of the head. */
static void
test_width(void)
{
	g_autoptr(GString) prose = g_string_new(NULL);
	while (prose->len < 700)
		g_string_append(prose, "Қазақстан Республикасының Ұлттық кітапханасы ");
	g_autofree char *wrapped = text_case_wrap(prose->str, 72);
	g_autoptr(GString) source = g_string_new("Бір.\n\n");
	g_string_append_printf(source, "%s\n\nЕкі.\n\n", wrapped);
	while (source->len < OQ_PLAIN_TEXT_HEAD_BYTES + 1000)
		g_string_append(source, "Үш.\n\n");
	g_autofree char *wider = text_case_wrap(prose->str, 90);
	g_string_append_printf(source, "%s\n\nТөрт.\n", wider);
	g_autoptr(OqPlainText) text = open_text(source->str, source->len);
	g_autoptr(GArray) blocks = list_blocks(text);
	g_assert_cmpuint(g_array_index(blocks, OqBlock, 0).wrap_columns, ==, 0);
	g_assert_cmpuint(g_array_index(blocks, OqBlock, 1).wrap_columns, ==, 0);
	guint width = g_array_index(blocks, OqBlock, 2).wrap_columns;
	g_assert_cmpuint(width, >, 60);
	g_assert_cmpuint(width, <=, 72);
	for (guint i = 3; i < blocks->len; i++)
		g_assert_cmpuint(g_array_index(blocks, OqBlock, i).wrap_columns, ==, width);
	g_autoptr(OqPlainText) fresh = open_text(source->str, source->len);
	assert_seeks(fresh, blocks, source, source->len - 1);
	assert_seeks(fresh, blocks, source, 0);
	assert_seeks(fresh, blocks, source, 50);
}

/* What lies between the head and the place is not even looked at, or its damage would be seen. */
static void
test_far(void)
{
	g_autoptr(GString) source = g_string_new(NULL);
	while (source->len < 1000000)
		g_string_append(source, "Сөйлем мұнда бітеді.\n");
	source->str[300000] = '\xFF';
	g_autoptr(OqPlainText) text = open_text(source->str, source->len);
	OqBlock block;
	g_assert_true(oq_plain_text_seek(text, 900000, NULL));
	g_assert_true(oq_plain_text_next(text, &block, NULL));
	g_assert_cmpuint(block.start, <=, 900000);
	g_assert_cmpuint(block.start, >, 900000 - OQ_CUTS_LOOK_BACK);
	g_assert_cmpuint(oq_decoder_n_bad_bytes(oq_plain_text_decoder(text)), ==, 0);
	g_assert_true(oq_plain_text_seek(text, 300010, NULL));
	g_assert_true(oq_plain_text_next(text, &block, NULL));
	g_assert_cmpuint(oq_decoder_n_bad_bytes(oq_plain_text_decoder(text)), >, 0);
}

/* What ends within a sentence says so, once it has ended. */
static void
test_is_cut(void)
{
	g_autoptr(GString) source = g_string_new(NULL);
	while (source->len < 2 * OQ_CUTS_STRIDE)
		g_string_append(source, "Сөйлем мұнда бітеді. ");
	gsize second = source->len;
	while (source->len < 5 * OQ_CUTS_STRIDE)
		g_string_append(source, "сөз ");
	g_string_append(source, "\n\nСоңы.");
	g_autoptr(OqPlainText) text = open_text(source->str, source->len);
	OqBlock block;
	guint n_cut = 0, n_whole = 0;
	while (oq_plain_text_next(text, &block, NULL)) {
		g_assert_false(oq_plain_text_is_cut(text) && block.start == 0);
		g_autofree char *part = read_block(text, 1000);
		gboolean is_cut = oq_plain_text_is_cut(text);
		gsize end = block.start + strlen(part);
		g_assert_cmpint(is_cut, ==,
			end > second && !g_str_has_suffix(part, "\n") && end < source->len);
		n_cut += is_cut;
		n_whole += !is_cut;
	}
	g_assert_cmpuint(n_cut, >=, 2);
	g_assert_cmpuint(n_whole, >=, 3);
}

/* Of a pipe, what surely belongs to the block is there before more is written. */
static void
test_pipe(void)
{
	int ends[2];
	g_assert_cmpint(pipe(ends), ==, 0);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", ends[0]);
	OqSource *source = oq_source_open(path, NULL, NULL);
	close(ends[0]);
	g_autoptr(OqPlainText) text = oq_plain_text_new(oq_decoder_new(source, NULL, 0));
	OqBlock block;
	char buffer[64];
	g_assert_cmpint(write(ends[1], "Бір.\n ", 9), ==, 9);
	g_assert_true(oq_plain_text_next(text, &block, NULL));
	g_assert_cmpint(oq_plain_text_read(text, buffer, sizeof buffer, NULL), ==, 8);
	g_assert_cmpint(write(ends[1], "\n", 1), ==, 1);
	g_assert_cmpint(oq_plain_text_read(text, buffer, sizeof buffer, NULL), ==, 2);
	g_assert_cmpint(write(ends[1], "Екі", 6), ==, 6);
	g_assert_cmpint(oq_plain_text_read(text, buffer, sizeof buffer, NULL), ==, 0);
	g_assert_true(oq_plain_text_next(text, &block, NULL));
	g_assert_cmpuint(block.start, ==, 10);
	g_assert_cmpint(oq_plain_text_read(text, buffer, sizeof buffer, NULL), ==, 6);
	close(ends[1]);
	g_assert_cmpint(oq_plain_text_read(text, buffer, sizeof buffer, NULL), ==, 0);
	g_assert_false(oq_plain_text_next(text, &block, NULL));
	g_assert_true(oq_plain_text_seek(text, 5, NULL));
	g_assert_true(oq_plain_text_next(text, &block, NULL));
	g_assert_cmpuint(block.start, ==, 0);
}

/* What is followed: at a pause the block ends, that of a line that is not whole at a longer one;
 * the next text begins one. Nothing is waited for where that is not wanted. */
static void
test_quiet(void)
{
	int ends[2];
	g_assert_cmpint(pipe(ends), ==, 0);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", ends[0]);
	OqSource *source = oq_source_open(path, NULL, NULL);
	oq_source_follow(source, TRUE);
	close(ends[0]);
	g_autoptr(OqPlainText) text = oq_plain_text_new(oq_decoder_new(source, NULL, 0));
	OqBlock block;
	static const char *const pieces[] = {"Бір\n", "Екі", " үш\nтөрт", ".\n"};
	guint64 starts[] = {0, 7, 13, 27};
	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
		gssize length = (gssize)strlen(pieces[i]);
		g_assert_cmpint(write(ends[1], pieces[i], (gsize)length), ==, length);
		g_assert_true(oq_plain_text_next(text, &block, NULL));
		g_assert_cmpuint(block.start, ==, starts[i]);
		g_autofree char *part = read_block(text, 64);
		g_assert_cmpstr(part, ==, pieces[i]);
		g_assert_false(oq_plain_text_is_cut(text));
	}
	oq_source_set_hasty(source, TRUE);
	g_assert_false(oq_plain_text_next(text, &block, NULL));
	g_assert_true(oq_plain_text_seek(text, 3, NULL));
	g_autofree char *all = read_blocks(text);
	g_assert_cmpstr(all, ==, "0:Бір\nЕкі үш\nтөрт.\n|");
	oq_source_set_hasty(source, FALSE);
	close(ends[1]);
	g_assert_false(oq_plain_text_next(text, &block, NULL));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/plain-text/blocks", test_blocks);
	g_test_add_func("/plain-text/passed-over", test_passed_over);
	g_test_add_func("/plain-text/seek", test_seek);
	g_test_add_func("/plain-text/seek-forward-only", test_seek_forward_only);
	g_test_add_func("/plain-text/width", test_width);
	g_test_add_func("/plain-text/far", test_far);
	g_test_add_func("/plain-text/is-cut", test_is_cut);
	g_test_add_func("/plain-text/pipe", test_pipe);
	g_test_add_func("/plain-text/quiet", test_quiet);
	return g_test_run();
}
