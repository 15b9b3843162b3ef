#include "open/markup/raw_markup.h"

#include <string.h>

/* (transfer full): given in pieces of so many bytes. */
static char *
passed(gboolean is_xml, const char *bytes, gsize n_bytes, gsize n_piece, guint *fault_line)
{
	g_autoptr(OqRawMarkup) markup = oq_raw_markup_new(is_xml);
	GString *out = g_string_new(NULL);
	for (gsize i = 0; i < n_bytes; i += n_piece)
		oq_raw_markup_add(markup, bytes + i, MIN(n_piece, n_bytes - i), FALSE, out);
	oq_raw_markup_add(markup, "", 0, TRUE, out);
	*fault_line = oq_raw_markup_fault_line(markup);
	g_assert_cmpuint(out->len, ==, strlen(out->str));
	return g_string_free(out, FALSE);
}

static void
assert_bytes(const char *bytes, gsize n_bytes, const char *expected, guint fault_line)
{
	for (gsize n_piece = 1; n_piece <= n_bytes; n_piece++) {
		guint line;
		g_autofree char *all = passed(TRUE, bytes, n_bytes, n_piece, &line);
		g_assert_cmpstr(all, ==, expected);
		g_assert_cmpuint(line, ==, fault_line);
	}
}

static void
assert_passed(const char *text, const char *expected, guint fault_line)
{
	assert_bytes(text, strlen(text), expected, fault_line);
}

static void
assert_same(const char *text)
{
	assert_passed(text, text, 0);
}

static void
test_sound(void)
{
	assert_same("<?xml version='1.0'?>\n<a b='>' c=\"'\"><ә:б/><!----><![CDATA[ < ] ]> ]]]]>"
		    "<_/></a>\n");
	assert_same("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" \"x\"><html></html>");
	assert_same("<a><?x < ?></a>");
	assert_same("");
}

/* What nobody reads; its lines are counted. */
static void
test_left_out(void)
{
	assert_passed("<!DOCTYPE a [<!ENTITY b '<c d=\"]\">'><!-- ' ]> -->\n]><a><!-- < 1\n--></a>",
		"<!DOCTYPE a \n><a><!--\n--></a>", 0);
	assert_passed("<!DOCTYPE a [<", "<!DOCTYPE a ", 0);
	assert_passed("<a/><!-- b", "<a/><!--", 0);
	guint line;
	g_autofree char *many = g_strnfill(70000, 'b');
	g_autofree char *text = g_strdup_printf("<a c='%s' d='e'/><?f %s?>", many, many);
	for (gsize n_piece = 1000; n_piece < 80000; n_piece += 9000) {
		g_autofree char *out = passed(TRUE, text, strlen(text), n_piece, &line);
		g_assert_cmpuint(strlen(out), <, 68000);
		g_assert_cmpuint(strlen(out), >, 66000);
		g_assert_nonnull(strstr(out, "b' d='e'/><?f b"));
		g_assert_true(g_str_has_suffix(out, "b?>"));
	}
}

static void
test_mended(void)
{
	assert_passed("<a>5 < 6</a>", "<a>5 &lt; 6</a>", 1);
	assert_passed("<a>\n\n<...> <1> </ > </3 << «<»",
		"<a>\n\n&lt;...> &lt;1> &lt;/ > &lt;/3 "
		"&lt;&lt; «&lt;»",
		3);
	assert_passed("<a>\n<…></a>", "<a>\n&lt;…></a>", 2);
	assert_passed("<a><!х></a><", "<a>&lt;!х></a>&lt;", 1);
	assert_passed("<a b='\n<c", "<a b='\n<c", 0);
	assert_passed("<a b='\n<1>", "<a b='\n&lt;1>", 2);
	assert_bytes("<a>b\0c\n<d\0/>\0</a>", 17, "<a>bc\n<d/></a>", 1);
	assert_bytes("<a><\377</a>", 9, "<a>&lt;\377</a>", 1);
}

/* (transfer full): a tag with so many attributes, and what ends it. */
static char *
tag_of(guint n, const char *before, const char *with, const char *end)
{
	GString *tag = g_string_new("<a");
	for (guint i = 0; i < n; i++)
		g_string_append_printf(tag, "%s%u%s", before, i, with);
	g_string_append(tag, end);
	return g_string_free(tag, FALSE);
}

static void
assert_cut(gboolean is_xml, const char *with, const char *end, const char *kept_end)
{
	enum { MAX = 512 };
	guint line;
	g_autofree char *whole = tag_of(MAX, " b", with, end);
	g_autofree char *same = passed(is_xml, whole, strlen(whole), 100, &line);
	g_assert_cmpstr(same, ==, whole);
	g_autofree char *long_one = tag_of(MAX + 300, " b", with, end);
	g_autofree char *expected = tag_of(MAX, " b", with, kept_end);
	for (gsize n_piece = 95; n_piece < 130; n_piece++) {
		g_autofree char *cut = passed(is_xml, long_one, strlen(long_one), n_piece, &line);
		g_strdelimit(cut, "\n", ' ');
		g_assert_cmpstr(cut, ==, expected);
		g_assert_cmpuint(line, ==, 0);
	}
}

static void
test_attributes(void)
{
	assert_cut(TRUE, "='>'", ">\n</a>", " > </a>");
	assert_cut(TRUE, "='/'", "/>", " />");
	assert_cut(TRUE, "='/'", ">", " >");
	assert_cut(TRUE, "='= = ='", "<c/>", " <c/>");
	assert_cut(FALSE, "", "><1", " ><1");
	assert_cut(FALSE, "=c", "/><!х>", " /><!х>");
	guint line;
	g_autofree char *dense = tag_of(1000, "b", "=''", ">");
	g_autofree char *cut = passed(FALSE, dense, strlen(dense), 4096, &line);
	g_autofree char *expected = tag_of(513, "b", "=''", ">");
	g_assert_cmpstr(cut, ==, expected);
	oq_raw_markup_free(NULL);
}

/* What stands in a line behind attributes that are left out has the line's number; a value without
 * an end is none behind the next tag. */
static void
test_behind(void)
{
	enum { N = 700 };
	guint line;
	g_autofree char *tag = tag_of(N, "\nb", "=''", "><1");
	g_free(passed(TRUE, tag, strlen(tag), 100, &line));
	g_assert_cmpuint(line, ==, N + 1);
	g_autofree char *many = g_strnfill(70000, 'x');
	g_autofree char *text = g_strdup_printf("<a b='<c>%s</c>", many);
	g_autofree char *out = passed(TRUE, text, strlen(text), 100, &line);
	g_assert_cmpstr(out, ==, text);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/raw_markup/sound", test_sound);
	g_test_add_func("/raw_markup/left_out", test_left_out);
	g_test_add_func("/raw_markup/mended", test_mended);
	g_test_add_func("/raw_markup/attributes", test_attributes);
	g_test_add_func("/raw_markup/behind", test_behind);
	return g_test_run();
}
