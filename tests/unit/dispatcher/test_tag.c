#include "dispatcher/tag.h"

#include <string.h>

static void
test_read(void)
{
	OqTag tag;
	g_assert_cmpuint(oq_tag_read("<mark name=\"a>b\"/> x", &tag), ==, 18);
	g_assert_true(oq_tag_is(&tag, OQ_ELEMENT_MARK));
	g_assert_true(tag.is_empty && !tag.is_end);
	g_assert_cmpuint(oq_tag_read("</say-as >", &tag), ==, 10);
	g_assert_true(oq_tag_is(&tag, OQ_ELEMENT_SAY_AS) && tag.is_end);
	g_assert_cmpuint(oq_tag_read("<b>", &tag), ==, 3);
	g_assert_true(oq_tag_is(&tag, OQ_ELEMENT_UNKNOWN));
}

static void
test_none(void)
{
	static const char *const none[] = {"<", "<>", "< a>", "<1>", "<a", "<a \"b>", "<a <b>",
		"<a?>", "<abcdefghijklmnopqrstuvwxyz>", "</>", "<=>"};
	OqTag tag;
	for (gsize i = 0; i < G_N_ELEMENTS(none); i++)
		g_assert_cmpuint(oq_tag_read(none[i], &tag), ==, 0);
}

static void
assert_attribute(const char *text, const char *name, const char *expected)
{
	OqTag tag;
	g_assert_cmpuint(oq_tag_read(text, &tag), >, 0);
	g_autofree char *value = oq_tag_attribute(&tag, name);
	g_assert_cmpstr(value, ==, expected);
}

static void
test_attributes(void)
{
	assert_attribute("<a b=\"c\" d = 'e&amp;f'>", "d", "e&f");
	assert_attribute("<a b=\"c\" d = 'e'>", "b", "c");
	assert_attribute("<a b=\"\">", "b", "");
	assert_attribute("<a b=\"c\">", "c", NULL);
	assert_attribute("<a b=c d=\"e\">", "d", NULL);
	assert_attribute("<a>b=\"c\"", "b", NULL);
	assert_attribute("<a/>", "b", NULL);
}

static guint
rest_ms(const char *text)
{
	OqTag tag;
	oq_tag_read(text, &tag);
	return oq_tag_rest_ms(&tag);
}

static void
test_rest(void)
{
	g_assert_cmpuint(rest_ms("<break time=\"500ms\"/>"), ==, 500);
	g_assert_cmpuint(rest_ms("<break time=\"1.5s\"/>"), ==, 1500);
	g_assert_cmpuint(rest_ms("<break time=\"1e9s\"/>"), ==, 60000);
	g_assert_cmpuint(rest_ms("<break time=\"-1s\"/>"), ==, 250);
	g_assert_cmpuint(rest_ms("<break time=\"nan\"/>"), ==, 250);
	g_assert_cmpuint(rest_ms("<break strength='none'/>"), ==, 0);
	g_assert_cmpuint(rest_ms("<break strength='strong'/>"), ==, 500);
	g_assert_cmpuint(rest_ms("<break/>"), ==, 250);
}

static void
test_spells(void)
{
	OqTag tag;
	oq_tag_read("<say-as interpret-as=\"characters\">", &tag);
	g_assert_true(oq_tag_spells(&tag));
	oq_tag_read("<say-as interpret-as=\"date\">", &tag);
	g_assert_false(oq_tag_spells(&tag));
	oq_tag_read("<p interpret-as=\"characters\">", &tag);
	g_assert_false(oq_tag_spells(&tag));
}

static void
test_skip(void)
{
	OqTagSearch search = {0};
	const char *content;
	gsize n_content;
	g_assert_cmpuint(oq_tag_skip("<!-- a -->b", &search, &content, &n_content), ==, 10);
	g_assert_cmpuint(n_content, ==, 0);
	g_assert_cmpuint(oq_tag_skip("<![CDATA[<a>]]>", &search, &content, &n_content), ==, 15);
	g_assert_cmpuint(n_content, ==, 3);
	g_assert_cmpuint(oq_tag_skip("<?xml?>", &search, &content, &n_content), ==, 7);
	g_assert_cmpuint(oq_tag_skip("<!DOCTYPE a>", &search, &content, &n_content), ==, 12);
	g_assert_cmpuint(oq_tag_skip("<!-- a", &search, &content, &n_content), ==, 0);
	g_assert_cmpuint(search.endless, !=, 0);
}

static void
assert_entity(const char *text, gsize n_bytes, gunichar expected)
{
	gunichar character = 0;
	g_assert_cmpuint(oq_tag_entity(text, &character), ==, n_bytes);
	g_assert_cmpuint(character, ==, expected);
}

static void
test_entities(void)
{
	assert_entity("&lt;x", 4, '<');
	assert_entity("&#1241;", 7, 0x4D9);
	assert_entity("&#x4D9;", 7, 0x4D9);
	assert_entity("&", 0, 0);
	assert_entity("& b", 0, 0);
	assert_entity("&#0;", 0, 0);
	assert_entity("&#xD800;", 0, 0);
	assert_entity("&#99999999999;", 0, 0);
	assert_entity("&#12", 0, 0);
	assert_entity("&unknown;", 0, 0);
}

static void
test_has_end(void)
{
	OqTagSearch search = {0};
	OqTag tag;
	oq_tag_read("<sub alias='a'>b</sub>", &tag);
	g_assert_true(oq_tag_has_end(&tag, &search));
	g_assert_true(oq_tag_has_end(&tag, &search));
	search = (OqTagSearch){0};
	oq_tag_read("<sub alias='a'>b", &tag);
	g_assert_false(oq_tag_has_end(&tag, &search));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tag/read", test_read);
	g_test_add_func("/tag/none", test_none);
	g_test_add_func("/tag/attributes", test_attributes);
	g_test_add_func("/tag/rest", test_rest);
	g_test_add_func("/tag/spells", test_spells);
	g_test_add_func("/tag/skip", test_skip);
	g_test_add_func("/tag/entities", test_entities);
	g_test_add_func("/tag/has-end", test_has_end);
	return g_test_run();
}
