#include "open/loaders/docx/docx_styles.h"

#include "made_zip.h"
#include "opened.h"

#define STYLE(id, name, more)                                                                      \
	"<w:style w:styleId='" id "'><w:name w:val='" name "'/>" more "</w:style>"

static const char styles_xml[] = "<w:styles xmlns:w='w'>" STYLE("1", "heading 2", "") STYLE(
	"2", "Title", "") STYLE("3", "Менікі", "<w:basedOn w:val='1'/>") STYLE("4", "toc 1",
	"") STYLE("5", "Block Text", "") STYLE("6", "List Bullet", "") STYLE("7", "Қатпар",
	"<w:pPr><w:outlineLvl w:val='2'/></w:pPr>") STYLE("8", "a", "<w:basedOn w:val='9'/>")
	STYLE("9", "b", "<w:basedOn w:val='8'/>") STYLE("10", "Тармақ",
		"<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr>") STYLE("11", "Тармақсыз",
		"<w:basedOn w:val='12'/><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>")
		STYLE("14", "Ішкі",
			"<w:basedOn w:val='10'/><w:pPr><w:numPr><w:ilvl w:val='1'/>"
			"</w:numPr></w:pPr>") STYLE("12", "Contents Heading", "")
			STYLE("13", "List Paragraph", "") "</w:styles>";

static OqDocxStyles *
read_styles(void)
{
	const char *const members[] = {"word/styles.xml", styles_xml, NULL};
	g_autoptr(GBytes) bytes = made_zip_of(FALSE, members);
	g_autoptr(OqArchive) archive = opened_archive(bytes);
	return oq_docx_styles_read(oq_archive_member(archive, "word/styles.xml", NULL));
}

static void
test_find(void)
{
	static const struct {
		const char *id;
		OqDocxStyle style;
		guint level;
	} expected[] = {{"1", OQ_DOCX_STYLE_HEADING, 2}, {"2", OQ_DOCX_STYLE_TITLE, 1},
		{"3", OQ_DOCX_STYLE_HEADING, 2}, {"4", OQ_DOCX_STYLE_CONTENTS, 0},
		{"5", OQ_DOCX_STYLE_QUOTE, 0}, {"6", OQ_DOCX_STYLE_ITEM, 0},
		{"7", OQ_DOCX_STYLE_HEADING, 3}, {"8", OQ_DOCX_STYLE_PLAIN, 0},
		{"10", OQ_DOCX_STYLE_ITEM, 0}, {"11", OQ_DOCX_STYLE_CONTENTS, 0},
		{"13", OQ_DOCX_STYLE_PLAIN, 0}, {"жоқ", OQ_DOCX_STYLE_PLAIN, 0},
		{NULL, OQ_DOCX_STYLE_PLAIN, 0}};
	g_autoptr(OqDocxStyles) styles = read_styles();
	for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
		guint level = 0;
		g_assert_cmpint(
			oq_docx_styles_find(styles, expected[i].id, &level), ==, expected[i].style);
		g_assert_cmpuint(level, ==, expected[i].level);
	}
	oq_docx_styles_free(NULL);
}

static void
assert_list(const char *id, const char *list, const char *says, guint depth)
{
	g_autoptr(OqDocxStyles) styles = read_styles();
	const char *style = id;
	guint level;
	g_assert_cmpstr(oq_docx_styles_list(styles, &style, &level), ==, list);
	g_assert_cmpstr(style, ==, says);
	g_assert_cmpuint(level, ==, depth);
}

static void
test_list(void)
{
	assert_list("10", "3", "10", 0);
	assert_list("14", "3", "10", 2);
	assert_list("11", NULL, "11", 0);
	assert_list("8", NULL, "8", 0);
	assert_list(NULL, NULL, NULL, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/docx_styles/find", test_find);
	g_test_add_func("/docx_styles/list", test_list);
	return g_test_run();
}
