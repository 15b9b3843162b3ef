#include "open/xml_source.h"

#include <string.h>

static char *
all_of(const char *bytes, GError **error)
{
	OqXmlSource source = {.bytes = g_bytes_new(bytes, strlen(bytes))};
	g_autoptr(GString) piece = g_string_new(NULL), all = g_string_new(NULL);
	while (oq_xml_source_read(&source, piece, error) && piece->len > 0)
		g_string_append(all, piece->str);
	oq_xml_source_clear(&source);
	return g_strdup(all->str);
}

static void
assert_read(const char *bytes, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *all = all_of(bytes, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(all, ==, expected);
}

/* The parser decodes what it knows by itself. */
static void
test_encodings(void)
{
	assert_read("<?xml version='1.0' encoding='KZ-1048'?>\xBC", "<?xml version='1.0' "
								    "encoding='KZ-1048'?>ә");
	assert_read("<?xml version='1.0' encoding=\"utf-8\"?>ә",
		"<?xml version='1.0' encoding=\"utf-8\"?>ә");
	assert_read("<a encoding='KZ-1048'>ә", "<a encoding='KZ-1048'>ә");
	assert_read("", "");
}

static void
test_long(void)
{
	g_autofree char *text = g_strnfill(100000, 'a');
	assert_read(text, text);
}

static void
test_unknown(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *all = all_of("<?xml version='1.0' encoding='klingon'?>a", &error);
	g_assert_nonnull(error);
	g_assert_cmpstr(all, ==, "");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/xml_source/encodings", test_encodings);
	g_test_add_func("/xml_source/long", test_long);
	g_test_add_func("/xml_source/unknown", test_unknown);
	return g_test_run();
}
