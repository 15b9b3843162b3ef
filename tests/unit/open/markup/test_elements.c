#include "open/markup/elements.h"

#define ATTRIBUTES(...) ((const char *const[]){__VA_ARGS__, NULL})

static void
test_names(void)
{
	g_assert_cmpint(oq_elements_judge("a", NULL), ==, OQ_ELEMENT_LINK);
	g_assert_cmpint(oq_elements_judge("xmp", NULL), ==, OQ_ELEMENT_LINES);
	g_assert_cmpint(oq_elements_judge("li", NULL), ==, OQ_ELEMENT_ITEM);
	g_assert_cmpint(oq_elements_judge("font", NULL), ==, OQ_ELEMENT_INLINE);
	g_assert_cmpint(oq_elements_judge("", NULL), ==, OQ_ELEMENT_INLINE);
}

static void
test_attributes(void)
{
	const char *const *note = ATTRIBUTES("class", "x", "epub:type", "z  Footnote ");
	g_assert_cmpint(oq_elements_judge("aside", note), ==, OQ_ELEMENT_NOTE);
	g_assert_cmpint(
		oq_elements_judge("div", ATTRIBUTES("id", "sdfootnote12")), ==, OQ_ELEMENT_NOTE);
	g_assert_cmpint(oq_elements_judge("div", ATTRIBUTES("id", "sdfootnote12sym")), ==,
		OQ_ELEMENT_BLOCK);
	g_assert_cmpint(oq_elements_judge("div", ATTRIBUTES("id", "sd")), ==, OQ_ELEMENT_BLOCK);
	g_assert_cmpint(oq_elements_judge("p", ATTRIBUTES("hidden", "")), ==, OQ_ELEMENT_SKIPPED);
	g_assert_cmpint(oq_elements_judge("p", ATTRIBUTES("style", "color: red; display:\tNone")),
		==, OQ_ELEMENT_SKIPPED);
	g_assert_cmpint(oq_elements_judge("span", ATTRIBUTES("class", "footnotes-no")), ==,
		OQ_ELEMENT_INLINE);
	g_assert_cmpint(
		oq_elements_judge("script", ATTRIBUTES("role", "heading")), ==, OQ_ELEMENT_SKIPPED);
	g_assert_cmpstr(oq_elements_attribute(note, "epub:type"), ==, "z  Footnote ");
	g_assert_null(oq_elements_attribute(note, "x"));
	g_assert_null(oq_elements_attribute(NULL, "x"));
}

static void
test_levels(void)
{
	g_assert_cmpuint(oq_elements_level("h3", NULL), ==, 3);
	g_assert_cmpuint(oq_elements_level("div", ATTRIBUTES("aria-level", "2")), ==, 2);
	g_assert_cmpuint(oq_elements_level("div", ATTRIBUTES("aria-level", "99")), ==, 6);
	g_assert_cmpuint(oq_elements_level("hd", NULL), ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/elements/names", test_names);
	g_test_add_func("/elements/attributes", test_attributes);
	g_test_add_func("/elements/levels", test_levels);
	return g_test_run();
}
