#include "open/text_input.h"

#include "open/limits.h"
#include "opened.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const char kazakh[] = "Қазақстан — ұлы дала, әңгіме мен өнер ғұмыры.";

static void
assert_decoded(const char *bytes, gsize n_bytes, const char *named, const char *declared,
	const char *expected)
{
	g_autoptr(GError) error = NULL;
	GString *text = oq_text_input_decode(bytes, n_bytes, named, declared, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(text->str, ==, expected);
	g_assert_cmpuint(text->len, ==, strlen(expected));
	g_string_free(text, TRUE);
}

static void
assert_in(const char *encoding, const char *named, const char *declared, const char *expected)
{
	gsize n_bytes;
	g_autofree char *bytes = g_convert(kazakh, -1, encoding, "UTF-8", NULL, &n_bytes, NULL);
	g_assert_nonnull(bytes);
	assert_decoded(bytes, n_bytes, named, declared, expected);
}

static void
test_utf8(void)
{
	assert_decoded(kazakh, strlen(kazakh), NULL, NULL, kazakh);
	assert_decoded(kazakh, strlen(kazakh), NULL, "windows-1251", kazakh);
	assert_decoded("\357\273\277ә", 5, NULL, NULL, "ә");
	assert_decoded("\357\273\277ә", 5, "UTF-8", NULL, "ә");
	assert_decoded("ә\0ә", 5, NULL, NULL, "әә");
	assert_decoded("", 0, NULL, NULL, "");
	assert_decoded(NULL, 0, NULL, NULL, "");
	assert_decoded("\357\273\277", 3, NULL, NULL, "");
}

static void
test_declared(void)
{
	assert_in("RK1048", NULL, "KZ-1048", kazakh);
	assert_in("PT154", NULL, "pt154", kazakh);
	assert_in("RK1048", NULL, "UTF-16", kazakh);
	assert_in("RK1048", NULL, "no such one", kazakh);
}

static void
test_undeclared(void)
{
	assert_in("RK1048", NULL, NULL, kazakh);
	assert_in("PT154", NULL, NULL, kazakh);
	assert_decoded("\xF0\xD2\xC9\xD7\xC5\xD4", 6, NULL, NULL, "Привет");
	assert_decoded("\xCF\xF0\xE8\xE2\xE5\xF2", 6, NULL, NULL, "Привет");
}

static void
test_marked(void)
{
	assert_decoded("\xFF\xFE\xD9\x04", 4, NULL, "windows-1251", "ә");
	assert_decoded("\xFE\xFF\x04\xD9", 4, NULL, NULL, "ә");
}

/* As plain text is judged, also where the document tells nothing but UTF-8. */
static void
test_as_plain_text(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	gsize n_wide;
	while (text->len < 3000)
		g_string_append(text, kazakh);
	static const char *const orders[] = {"UTF-16LE", "UTF-16BE"};
	for (guint i = 0; i < G_N_ELEMENTS(orders); i++) {
		g_autofree char *wide =
			g_convert(text->str, -1, orders[i], "UTF-8", NULL, &n_wide, NULL);
		assert_decoded(wide, n_wide, NULL, NULL, text->str);
	}
	g_autofree char *wrong =
		g_convert(text->str, -1, "UTF-8", "ISO-8859-1", NULL, &n_wide, NULL);
	assert_decoded(wrong, n_wide, NULL, NULL, text->str);
	assert_decoded(wrong, n_wide, NULL, "UTF-8", text->str);
	assert_decoded(wrong, n_wide, "UTF-8", NULL, wrong);
}

static void
test_named(void)
{
	g_autoptr(GError) error = NULL;
	assert_in("PT154", "PT154", "KZ-1048", kazakh);
	g_assert_null(oq_text_input_decode("a", 1, "no-such", NULL, &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_ENCODING);
}

/* A byte that is lost does not make it another encoding. */
static void
test_damaged(void)
{
	g_autoptr(GString) text = g_string_new(kazakh), expected = g_string_new(kazakh);
	g_string_append(text, "\xD3");
	g_string_append(expected, "\357\277\275");
	assert_decoded(text->str, text->len, NULL, "windows-1251", expected->str);
}

static void
test_read(void)
{
	g_autoptr(GError) error = NULL;
	OqOpenJob job = {.fd = memfd_create("file", 0), .n_bytes = 3, .extension = ""};
	g_assert_cmpint(write(job.fd, "abc", 3), ==, 3);
	g_autoptr(GBytes) bytes = oq_text_input_read(&job, &error);
	g_assert_no_error(error);
	g_assert_cmpmem(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), "abc", 3);
	job.n_bytes = ((guint64)OQ_LIMIT_TREE_MB << 20) + 1;
	g_assert_null(oq_text_input_read(&job, &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT);
	close(job.fd);
}

/* GBytes without a byte have no place. */
static void
test_nothing(void)
{
	GString *text = oq_text_input_decode(NULL, 0, NULL, NULL, NULL);
	g_assert_cmpstr(text->str, ==, "");
	g_string_free(text, TRUE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/text_input/utf8", test_utf8);
	g_test_add_func("/text_input/declared", test_declared);
	g_test_add_func("/text_input/undeclared", test_undeclared);
	g_test_add_func("/text_input/marked", test_marked);
	g_test_add_func("/text_input/as-plain-text", test_as_plain_text);
	g_test_add_func("/text_input/named", test_named);
	g_test_add_func("/text_input/damaged", test_damaged);
	g_test_add_func("/text_input/read", test_read);
	g_test_add_func("/text_input/nothing", test_nothing);
	return g_test_run();
}
