#include "open/loaders/rtf.h"

#include "opened.h"

#include <string.h>

#define HEAD                                                                                       \
	"{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset204 Arial;}{\\f1\\fcharset0 Times;}}"  \
	"{\\stylesheet{\\s1 heading 1;}{\\s2\\snext0 Body;}}{\\info{\\title K\\u1110?tap}}"

static void
test_text(void)
{
	assert_blocks(&oq_loader_rtf,
		HEAD "\\pard\\s1 \\'d2\\'e0\\'f0\\'e0\\'f3\\par\\pard\\f0 S\\u1257?z \\u1241"
		     "\\'3f\\u-3?\\par{\\f1 caf\\'e9}\\line b\\par}",
		"title: Kіtap\nheading 1: Тарау\nparagraph: Sөz ә\357\277\275\nlines: café / b\n");
	assert_blocks(&oq_loader_rtf, "{\\rtf1 a\\\nb\\\r\nc{\\b\\*\\cs7 d}{\\*\\x e}}",
		"paragraph: a\nparagraph: b\nparagraph: cd\n");
	/* Nothing stands for the character in programs that do not know it. */
	assert_blocks(&oq_loader_rtf,
		"{\\rtf1 {\\listtext\\u8226 \\tab}a \\u1241\\b  b{\\i \\u1241}c}",
		"paragraph: a ә bәc\n");
}

/* What stands for a character ends with its group; halves that do not meet are no character. */
static void
test_replaced(void)
{
	assert_blocks(&oq_loader_rtf, "{\\rtf1\\uc3 \\u1241 a{b}c\\par}", "paragraph: әbc\n");
	assert_blocks(&oq_loader_rtf, "{\\rtf1 \\u-10179?\\u-9138?\\par}",
		"paragraph: \360\237\221\216\n");
	assert_blocks(&oq_loader_rtf, "{\\rtf1 \\u-10179?\\u97?\\u-9138?\\par}",
		"paragraph: a\357\277\275\n");
}

static void
test_structure(void)
{
	assert_blocks(&oq_loader_rtf,
		HEAD "{\\header a}{\\pict ffff}\\pard\\ls1\\ilvl1 {\\listtext 1.}b\\par\\pard "
		     "c{\\v d}{\\*\\unknown e}{\\field{\\*\\fldinst f}{\\fldrslt g}}\\par"
		     "\\pard\\intbl h\\cell i\\cell\\row\\pard j\\par\\outlinelevel1 k\\par}",
		"title: Kіtap\nitem 2: 1. b\nparagraph: cg\ncell: h; i\nparagraph: j\nheading 2: "
		"k\n");
}

static void
test_labels(void)
{
	/* Of a bullet nothing is said; an item without text has no number either. */
	assert_blocks(&oq_loader_rtf,
		HEAD "\\pard\\plain {\\listtext\\pard\\plain \\u8226\\'95\\tab}\\ilvl0\\ls1 a\\par"
		     "\\pard {\\pntext\\f0 2.1.\\tab}\\ilvl1\\ls1 {\\b b} c\\par"
		     "\\pard{\\listtext 3.\\tab}\\ls1\\par\\pard d\\par"
		     "{\\header\\pard\\s1{\\listtext 4.}e\\par}"
		     "\\pard\\s1{\\listtext\\pard\\plain\\s0 V.\\tab}f\\par"
		     "\\pard\\intbl{\\listtext 6)\\tab}g\\cell h\\cell\\row}",
		"title: Kіtap\nitem 1: a\nitem 2: 2.1. b c\nparagraph: d\nheading 1: V. f\n"
		"cell: 6) g; h\n");
	/* What a note says of its paragraph does not change the one that it stands in. */
	assert_blocks(&oq_loader_rtf,
		HEAD "\\pard\\s1{\\footnote\\pard\\s0{\\listtext 1.}b}c\\par}",
		"title: Kіtap\nheading 1: c\n");
}

/* A row says that it is the head, or the look of the table that its first row is. */
static void
test_tables(void)
{
	assert_blocks(&oq_loader_rtf,
		HEAD "\\trowd\\trhdr\\pard\\intbl a\\cell b\\cell\\row\\trowd c\\cell d\\cell"
		     "\\row\\pard e\\par}",
		"title: Kіtap\ncell: a: c; b: d\nparagraph: e\n");
	assert_blocks(&oq_loader_rtf,
		HEAD "\\trowd\\tbllkhdrrows\\pard\\intbl a\\cell b\\cell\\trowd\\tbllkhdrrows\\row"
		     "\\trowd\\tbllkhdrrows c\\cell d\\cell\\row"
		     "\\trowd\\tbllkhdrrows e\\cell f\\cell\\row}",
		"title: Kіtap\ncell: a: c; b: d\ncell: a: e; b: f\n");
}

static void
test_notes(void)
{
	static const char text[] = HEAD "\\pard a{\\footnote\\pard {\\*\\x y}note}b\\par c\\par}";
	g_autofree char *lines =
		opened_blocks(&oq_loader_rtf, text, sizeof text - 1, "", NULL, OQ_NOTES_INLINE);
	g_assert_cmpstr(lines, ==, "title: Kіtap\nparagraph: ab\nnote: note\nparagraph: c\n");
}

static void
test_damage(void)
{
	assert_blocks(&oq_loader_rtf, "{\\rtf1 a\\par b",
		"paragraph: a\nparagraph: b\nfault 2: RTF: cut off\n");
	g_autoptr(GString) deep = g_string_new("{\\rtf1 ");
	for (guint i = 0; i < 1000; i++)
		g_string_append(deep, "{");
	g_autofree char *lines =
		opened_blocks(&oq_loader_rtf, deep->str, deep->len, "", NULL, OQ_NOTES_SKIP);
	g_assert_true(g_str_has_prefix(lines, "fault 4: "));
}

/* More bytes of text than wait for a mark: a character that is parted by that stays whole. */
/* A title is told up to a size, and not if it is what old programs show for it. */
static void
test_titles(void)
{
	enum { MAX_TOLD_BYTES = 1 << 20 };
	assert_blocks(&oq_loader_rtf, "{\\rtf1{\\info{\\title ?? ?}}a\\par}", "paragraph: a\n");
	assert_blocks(&oq_loader_rtf, "{\\rtf1{\\info{\\title ?b?}}a\\par}",
		"title: ?b?\nparagraph: a\n");
	g_autofree char *title = g_strnfill(2 * MAX_TOLD_BYTES, 'b');
	g_autofree char *rtf = g_strdup_printf("{\\rtf1{\\info{\\title %s}}a\\par}", title);
	g_autofree char *lines =
		opened_blocks(&oq_loader_rtf, rtf, strlen(rtf), "", NULL, OQ_NOTES_SKIP);
	g_assert_cmpuint(strlen(lines), <=, MAX_TOLD_BYTES + strlen("title: \nparagraph: a\n"));
	g_assert_true(g_str_has_suffix(lines, "b\nparagraph: a\n"));
}

static void
test_long(void)
{
	g_autoptr(GString) rtf = g_string_new("{\\rtf1\\ansicpg936 a");
	for (guint i = 0; i < 20000; i++)
		g_string_append(rtf, "\326\320");
	g_string_append(rtf, "\\par}");
	g_autofree char *lines =
		opened_blocks(&oq_loader_rtf, rtf->str, rtf->len, "", NULL, OQ_NOTES_SKIP);
	g_assert_nonnull(strstr(lines, "paragraph: a中中"));
	g_assert_null(strstr(lines, "\357\277\275"));
	const char *p = lines;
	guint n = 0;
	for (; (p = strstr(p, "中")) != NULL; p++)
		n++;
	g_assert_cmpuint(n, ==, 20000);
}

static void
test_powers(void)
{
	assert_blocks(&oq_loader_rtf,
		"{\\rtf1 10{\\super 6}, \\u1084?{\\super 2}, 10\\super 3\\nosupersub 4\\par}",
		"paragraph: 10⁶, м², 10³4\n");
	assert_blocks(&oq_loader_rtf, "{\\rtf1 10\\super -3\\plain  a{\\super b}\\par}",
		"paragraph: 10⁻³ ab\n");
	assert_blocks(&oq_loader_rtf, "{\\rtf1\\trowd\\intbl m{\\super 2}\\cell\\row\\pard}",
		"cell: m²\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rtf/text", test_text);
	g_test_add_func("/rtf/replaced", test_replaced);
	g_test_add_func("/rtf/structure", test_structure);
	g_test_add_func("/rtf/labels", test_labels);
	g_test_add_func("/rtf/tables", test_tables);
	g_test_add_func("/rtf/notes", test_notes);
	g_test_add_func("/rtf/titles", test_titles);
	g_test_add_func("/rtf/long", test_long);
	g_test_add_func("/rtf/damage", test_damage);
	g_test_add_func("/rtf/powers", test_powers);
	return g_test_run();
}
