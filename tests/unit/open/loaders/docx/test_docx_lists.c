#include "open/loaders/docx/docx_lists.h"

#include "made_zip.h"
#include "opened.h"

#define LEVEL(n, signs, text, more)                                                                \
	"<w:lvl w:ilvl='" n "'><w:start w:val='1'/><w:numFmt w:val='" signs "'/>" more             \
	"<w:lvlText w:val='" text "'/><w:pPr/></w:lvl>"
#define NUM(id, plan, more)                                                                        \
	"<w:num w:numId='" id "'><w:abstractNumId w:val='" plan "'/>" more "</w:num>"

static const char numbering[] =
	"<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'>" LEVEL("0", "decimal", "%1.",
		"") LEVEL("1", "russianLower", "%2)", "<w:pStyle w:val='S'/>") LEVEL("2",
		"lowerRoman", "%1.%2.%3",
		"<w:isLgl/>") LEVEL("3", "bullet", "-", "") LEVEL("4", "decimal", "",
		"") "</w:abstractNum><w:abstractNum "
		    "w:abstractNumId='1'><w:numStyleLink "
		    "w:val='L'/></w:abstractNum><w:abstractNum "
		    "w:abstractNumId='2'><w:styleLink w:val='L'/>" LEVEL("0", "upperLetter",
			    "%1-бап.",
			    "") "</w:abstractNum>" NUM("1", "0", "") NUM("2", "0", "") NUM("3", "0",
			    "<w:lvlOverride w:ilvl='0'><w:startOverride "
			    "w:val='7'/></w:lvlOverride>") NUM("4", "1", "") NUM("5", "0",
			    "<w:lvlOverride w:ilvl='0'>" LEVEL("0", "decimalZero", "№%1",
				    "") "</w:lvlOverride>") NUM("6", "9", "") "</w:numbering>";

static OqDocxLists *
read_lists(void)
{
	const char *const members[] = {"n.xml", numbering, NULL};
	g_autoptr(GBytes) bytes = made_zip_of(FALSE, members);
	g_autoptr(OqArchive) archive = opened_archive(bytes);
	return oq_docx_lists_read(oq_archive_member(archive, "n.xml", NULL));
}

static void
assert_next(
	OqDocxLists *lists, const char *id, guint level, const char *style, const char *expected)
{
	g_autofree char *label = oq_docx_lists_next(lists, id, level, style);
	g_assert_cmpstr(label, ==, expected);
}

/* Lists that are made by the same plan are one, which goes on, unless they begin anew. */
static void
test_numbers(void)
{
	g_autoptr(OqDocxLists) lists = read_lists();
	assert_next(lists, "1", 1, NULL, "1.");
	assert_next(lists, "1", 2, NULL, "а)");
	assert_next(lists, "1", 0, "S", "б)");
	assert_next(lists, "1", 3, NULL, "1.2.1");
	assert_next(lists, "2", 1, NULL, "2.");
	assert_next(lists, "3", 1, NULL, "7.");
	assert_next(lists, "3", 1, NULL, "8.");
	assert_next(lists, "1", 2, NULL, "а)");
	assert_next(lists, "5", 0, "жоқ", "№09");
	assert_next(lists, "4", 1, NULL, "A-бап.");
	assert_next(lists, "4", 1, NULL, "B-бап.");
}

static void
test_nothing(void)
{
	g_autoptr(OqDocxLists) lists = read_lists(), none = oq_docx_lists_read(NULL);
	assert_next(lists, "1", 4, NULL, NULL);
	assert_next(lists, "1", 5, NULL, NULL);
	assert_next(lists, "1", 10, NULL, NULL);
	assert_next(lists, "1", 99, NULL, NULL);
	assert_next(lists, "6", 1, NULL, NULL);
	assert_next(lists, "7", 1, NULL, NULL);
	assert_next(lists, NULL, 1, NULL, NULL);
	assert_next(none, "1", 1, NULL, NULL);
	oq_docx_lists_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/docx_lists/numbers", test_numbers);
	g_test_add_func("/docx_lists/nothing", test_nothing);
	return g_test_run();
}
