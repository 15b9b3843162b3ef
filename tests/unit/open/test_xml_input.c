#include "open/xml_input.h"

#include "nameless.h"

#include <string.h>

/* (transfer full): all of it; an error's code behind it. */
static char *
all_of(const char *bytes, gsize n_bytes, const char *named)
{
	g_autoptr(GError) error = NULL;
	GString *all = g_string_new(NULL);
	gsize n;
	const OqOpenJob job = {nameless_new(bytes, n_bytes), n_bytes, "", named, OQ_NOTES_SKIP};
	g_autoptr(OqXmlInput) input = oq_xml_input_new_file(&job);
	for (const char *next; (next = oq_xml_input_next(input, &n, &error)) != NULL;)
		g_string_append_len(all, next, (gssize)n);
	if (error != NULL)
		g_string_append_printf(all, "!%d", error->code);
	else
		g_assert_cmpuint(oq_xml_input_offset(input), ==, n_bytes);
	close(job.fd);
	return g_string_free(all, FALSE);
}

static void
assert_all(const char *bytes, gsize n_bytes, const char *named, const char *expected)
{
	g_autofree char *all = all_of(bytes, n_bytes, named);
	g_assert_cmpstr(all, ==, expected);
}

#define DECLARED(name)                     "<?xml version='1.0' encoding='" name "'?><a>\241</a>"
#define ASSERT_ALL(bytes, named, expected) assert_all(bytes, sizeof bytes - 1, named, expected)

static void
test_encodings(void)
{
	ASSERT_ALL(DECLARED("KZ-1048"), NULL, "<?xml version='1.0' encoding='KZ-1048'?><a>Ұ</a>");
	ASSERT_ALL(DECLARED("utf-8"), NULL, DECLARED("utf-8"));
	ASSERT_ALL(DECLARED("klingon"), NULL, DECLARED("klingon"));
	ASSERT_ALL(
		"<a>\241</a><b encoding='KZ-1048'/>", NULL, "<a>\241</a><b encoding='KZ-1048'/>");
	ASSERT_ALL("<a>\241</a>", "KZ-1048", "<a>Ұ</a>");
	ASSERT_ALL("<a>\241</a>", "klingon", "!6");
	ASSERT_ALL("", NULL, "");
}

static void
test_bytes(void)
{
	g_autoptr(GString) text = g_string_new(DECLARED("KZ-1048"));
	while (text->len < 10000)
		g_string_append_c(text, '\241');
	g_autoptr(GBytes) bytes = g_bytes_new(text->str, text->len);
	g_autoptr(OqXmlInput) input = oq_xml_input_new_bytes(bytes);
	gsize n, n_all = 0;
	while (oq_xml_input_next(input, &n, NULL) != NULL)
		n_all += n;
	g_assert_true(oq_xml_input_is_decoded(input));
	g_assert_cmpuint(n_all, ==, text->len + (10000 - strlen(DECLARED("KZ-1048"))) + 1);
	oq_xml_input_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/xml_input/encodings", test_encodings);
	g_test_add_func("/xml_input/bytes", test_bytes);
	return g_test_run();
}
