#include "open/block_writer.h"

#include "nameless.h"
#include "opened.h"

#include <string.h>

#include <signal.h>

typedef struct {
	int fd;
	OqBlockWriter *writer;
} Case;

static void
set_up(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	c->fd = nameless_new("", 0);
	c->writer = oq_block_writer_new(c->fd);
}

static void
tear_down(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_block_writer_free(c->writer);
	close(c->fd);
}

static void
assert_written(Case *c, const char *expected)
{
	oq_block_writer_finish(c->writer, NULL);
	g_autofree char *lines = opened_items(c->fd);
	g_assert_cmpstr(lines, ==, expected);
}

static void
test_space(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_block_writer_text(c->writer, " \n бір", -1);
	oq_block_writer_text(c->writer, "  ", -1);
	oq_block_writer_text(c->writer, "\tекі \n", -1);
	oq_block_writer_begin(c->writer, OQ_BLOCK_HEADING, 2, "ru-RU");
	oq_block_writer_text(c->writer, "Глава", -1);
	oq_block_writer_break(c->writer);
	oq_block_writer_text(c->writer, "первая", -1);
	oq_block_writer_begin(c->writer, OQ_BLOCK_ITEM, 1, NULL);
	oq_block_writer_text(c->writer, " \302\240 \342\200\213", -1);
	oq_block_writer_end(c->writer);
	g_assert_false(oq_block_writer_is_open(c->writer));
	assert_written(c, "paragraph: бір екі\nheading 2 ru: Глава первая\n");
}

static void
test_breaks(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_block_writer_begin(c->writer, OQ_BLOCK_QUOTE, 0, NULL);
	oq_block_writer_break(c->writer);
	oq_block_writer_text(c->writer, "бір", -1);
	oq_block_writer_break(c->writer);
	oq_block_writer_text(c->writer, " екі", -1);
	oq_block_writer_break(c->writer);
	assert_written(c, "lines: бір / екі\n");
}

static void
test_bytes(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_block_writer_text(c->writer, "а\0б\377\320", 7);
	assert_written(c, "paragraph: а\357\277\275б\357\277\275\357\277\275\n");
}

/* A paragraph that begins with bullets is an item. */
static void
test_bullets(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_block_writer_text(c->writer, "• «бір»", -1);
	oq_block_writer_begin(c->writer, OQ_BLOCK_PARAGRAPH, 0, NULL);
	oq_block_writer_text(c->writer, "•\302\240•\302\240екі • үш", -1);
	oq_block_writer_begin(c->writer, OQ_BLOCK_PARAGRAPH, 0, NULL);
	oq_block_writer_text(c->writer, "бес •", -1);
	oq_block_writer_begin(c->writer, OQ_BLOCK_HEADING, 1, NULL);
	oq_block_writer_text(c->writer, "• төрт", -1);
	assert_written(c, "item 1: «бір»\nitem 2: екі • үш\nparagraph: бес •\nheading 1: • төрт\n");
}

/* A mark that the letters disprove is none. */
static void
test_lang(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	const char *const tags[] = {"ru", "ru", "en", "en", "kk", "tr", "eng", ""};
	const char *const texts[] = {"ёлка", "қар", "snow", "снег", "қар", "kar", "snow", "снег"};
	for (guint i = 0; i < G_N_ELEMENTS(tags); i++) {
		oq_block_writer_begin(c->writer, OQ_BLOCK_PARAGRAPH, 0, tags[i]);
		oq_block_writer_text(c->writer, texts[i], -1);
	}
	assert_written(c,
		"paragraph ru: ёлка\nparagraph: қар\nparagraph en: snow\nparagraph: снег\n"
		"paragraph kk: қар\nparagraph: kar\nparagraph: snow\nparagraph: снег\n");
}

/* In several languages it is in none; digits are in no language. */
static void
test_langs(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const parts[][4] = {
		{"ru", "Это ", "kk", "сөз"},
		{"kk", "5 ", "ru", "снег"},
		{"ru", "снег", "kk", " 5."},
		{NULL, "1. ", "en", "snow"},
		{"en", "snow", NULL, "man"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
		oq_block_writer_begin(c->writer, OQ_BLOCK_PARAGRAPH, 0, NULL);
		for (guint j = 0; j < 4; j += 2) {
			oq_block_writer_lang(c->writer, parts[i][j]);
			oq_block_writer_text(c->writer, parts[i][j + 1], -1);
		}
	}
	assert_written(c, "paragraph: Это сөз\nparagraph ru: 5 снег\nparagraph ru: снег 5.\n"
			  "paragraph en: 1. snow\nparagraph: snowman\n");
}

static void
test_signs(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_block_writer_begin(c->writer, OQ_BLOCK_HEADING, 2, NULL);
	oq_block_writer_text(c->writer, "* * *", -1);
	oq_block_writer_begin(c->writer, OQ_BLOCK_HEADING, 2, NULL);
	oq_block_writer_text(c->writer, "* 5 *", -1);
	assert_written(c, "paragraph: * * *\nheading 2: * 5 *\n");
}

static void
test_images(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	const char *const texts[] = {"Тау", "Тау", "Көл", "Тау"}; /* the first is not told */
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		if (i == 0)
			oq_block_writer_image(c->writer, " Тау\n");
		oq_block_writer_begin(c->writer, OQ_BLOCK_PARAGRAPH, 0, NULL);
		oq_block_writer_text(c->writer, texts[i], -1);
	}
	oq_block_writer_image(c->writer, "Тау");
	oq_block_writer_image(c->writer, "Су");
	oq_block_writer_image(c->writer, "");
	assert_written(c, "paragraph: Тау\nparagraph: Тау\nparagraph: Көл\nparagraph: Тау\n"
			  "paragraph: Су\n");
}

static void
test_tells(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_block_writer_tell(c->writer, OQ_WIRE_TITLE, " Кітап ");
	oq_block_writer_tell(c->writer, OQ_WIRE_AUTHOR, " ");
	oq_block_writer_tell(c->writer, OQ_WIRE_AUTHOR, NULL);
	oq_block_writer_tell(c->writer, OQ_WIRE_PAGE, "12");
	oq_block_writer_share(c->writer, 1, 2);
	g_autofree char *half = g_strnfill(OQ_WIRE_MAX_BLOCK_BYTES - 1, 'a');
	g_autofree char *long_title = g_strconcat(half, "ә", NULL);
	oq_block_writer_tell(c->writer, OQ_WIRE_TITLE, long_title); /* no half a letter */
	g_autofree char *expected =
		g_strconcat("title: Кітап\npage: 12\ntitle: ", half, "\n", NULL);
	assert_written(c, expected);
}

/* At the end of a sentence where one is near, else between words, else anywhere. */
static void
test_long(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GString) text = g_string_new(NULL);
	while (text->len < 3 * OQ_WIRE_MAX_BLOCK_BYTES)
		g_string_append(text, "Бір сөйлем осы. ");
	oq_block_writer_text(c->writer, text->str, -1);
	oq_block_writer_begin(c->writer, OQ_BLOCK_PARAGRAPH, 0, NULL);
	for (g_string_truncate(text, 0); text->len < OQ_WIRE_MAX_BLOCK_BYTES + 20;)
		g_string_append(text, "сөз ");
	oq_block_writer_text(c->writer, text->str, -1);
	oq_block_writer_begin(c->writer, OQ_BLOCK_PARAGRAPH, 0, NULL);
	for (g_string_truncate(text, 0); text->len < OQ_WIRE_MAX_BLOCK_BYTES + 20;)
		g_string_append(text, "ө");
	oq_block_writer_text(c->writer, text->str, -1);
	oq_block_writer_finish(c->writer, NULL);
	g_autofree char *all = opened_items(c->fd);
	g_auto(GStrv) lines = g_strsplit(all, "\n", -1);
	guint n_lines = g_strv_length(lines) - 1, n_cut = 0;
	for (guint i = 0; i < n_lines; i++) {
		g_assert_true(g_utf8_validate(lines[i], -1, NULL));
		g_assert_cmpuint(strlen(lines[i]), <, OQ_WIRE_MAX_BLOCK_BYTES + 20);
		n_cut += g_str_has_suffix(lines[i], " +");
		if (i < n_lines - 4)
			g_assert_true(g_str_has_suffix(lines[i], "осы."));
	}
	g_assert_cmpuint(n_lines, ==, 4 + 2 + 2);
	g_assert_cmpuint(n_cut, ==, 2);
}

/* Words of many characters at once and one by one come to the same, also where a block is cut. */
static void
test_runs(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const parts[] = {"сөз", "12", "Ab7.", " ", "\302\240", "҂҅", "ҁҊ", "—",
		"\n", "ө", "ӿ", "a\001b", "", "ғҰ~!", "\342\200\213"};
	g_autoptr(GRand) rand = g_rand_new_with_seed(21);
	g_autoptr(GString) text = g_string_new(NULL);
	int fd = nameless_new("", 0);
	OqBlockWriter *slow = oq_block_writer_new(fd);
	while (text->len < 5 * OQ_WIRE_MAX_BLOCK_BYTES)
		g_string_append(text, parts[g_rand_int_range(rand, 0, G_N_ELEMENTS(parts))]);
	oq_block_writer_text(c->writer, text->str, -1);
	for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char(p))
		oq_block_writer_text(slow, p, g_utf8_next_char(p) - p);
	oq_block_writer_finish(slow, NULL);
	g_autofree char *expected = opened_items(fd);
	assert_written(c, expected);
	oq_block_writer_free(slow);
	close(fd);
}

/* What is no letter, amid letters, gives a heading none. */
static void
test_no_letters(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const headings[] = {"҂", "* * *", "~!", "ҁ", "ҋ", "5", "b", "Ѐ", "ӿ"};
	for (guint i = 0; i < G_N_ELEMENTS(headings); i++) {
		oq_block_writer_begin(c->writer, OQ_BLOCK_HEADING, 1, NULL);
		oq_block_writer_text(c->writer, headings[i], -1);
	}
	assert_written(c,
		"paragraph: ҂\nparagraph: * * *\nparagraph: ~!\nheading 1: ҁ\nheading 1: ҋ\n"
		"heading 1: 5\nheading 1: b\nheading 1: Ѐ\nheading 1: ӿ\n");
}

static void
test_title(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_block_writer_put_title(c->writer);
	oq_block_writer_tell(c->writer, OQ_WIRE_TITLE, " Кітап ");
	oq_block_writer_tell(c->writer, OQ_WIRE_TITLE, "Екінші");
	oq_block_writer_text(c->writer, " ", -1);
	oq_block_writer_end(c->writer);
	oq_block_writer_put_title(c->writer);
	oq_block_writer_put_title(c->writer);
	assert_written(c, "title: Кітап\ntitle: Екінші\nheading 1: Кітап\n");
}

static void
test_failure(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) failure =
		g_error_new_literal(OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT, "members: 3");
	oq_block_writer_text(c->writer, "сөз", -1);
	oq_block_writer_finish(c->writer, failure);
	g_autofree char *lines = opened_items(c->fd);
	g_assert_cmpstr(lines, ==, "paragraph: сөз\nfault 4: members: 3\n");
}

static void
test_closed(void)
{
	int fds[2];
	g_assert_cmpint(pipe(fds), ==, 0);
	close(fds[0]);
	signal(SIGPIPE, SIG_IGN);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(fds[1]);
	g_assert_false(oq_block_writer_is_closed(writer));
	oq_block_writer_text(writer, "сөз", -1);
	oq_block_writer_end(writer);
	g_assert_true(oq_block_writer_is_closed(writer));
	oq_block_writer_text(writer, "сөз", -1);
	oq_block_writer_finish(writer, NULL);
	oq_block_writer_free(NULL);
	close(fds[1]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/block_writer/space", Case, NULL, set_up, test_space, tear_down);
	g_test_add("/block_writer/breaks", Case, NULL, set_up, test_breaks, tear_down);
	g_test_add("/block_writer/bytes", Case, NULL, set_up, test_bytes, tear_down);
	g_test_add("/block_writer/bullets", Case, NULL, set_up, test_bullets, tear_down);
	g_test_add("/block_writer/lang", Case, NULL, set_up, test_lang, tear_down);
	g_test_add("/block_writer/langs", Case, NULL, set_up, test_langs, tear_down);
	g_test_add("/block_writer/images", Case, NULL, set_up, test_images, tear_down);
	g_test_add("/block_writer/signs", Case, NULL, set_up, test_signs, tear_down);
	g_test_add("/block_writer/tells", Case, NULL, set_up, test_tells, tear_down);
	g_test_add("/block_writer/runs", Case, NULL, set_up, test_runs, tear_down);
	g_test_add("/block_writer/no-letters", Case, NULL, set_up, test_no_letters, tear_down);
	g_test_add("/block_writer/long", Case, NULL, set_up, test_long, tear_down);
	g_test_add("/block_writer/title", Case, NULL, set_up, test_title, tear_down);
	g_test_add("/block_writer/failure", Case, NULL, set_up, test_failure, tear_down);
	g_test_add_func("/block_writer/closed", test_closed);
	return g_test_run();
}
