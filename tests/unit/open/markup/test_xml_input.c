#include "open/markup/xml_input.h"

#include "nameless.h"

#include <string.h>

/* (transfer full): all of it; an error's code behind it. */
static char *
all_of(const char *bytes, gsize n_bytes, const char *named)
{
	g_autoptr(GError) error = NULL;
	GString *all = g_string_new(NULL);
	gsize n;
	const OqOpenJob job = {.fd = nameless_new(bytes, n_bytes),
		.n_bytes = n_bytes,
		.extension = "",
		.encoding = named};
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
	ASSERT_ALL(DECLARED("klingon"), NULL, "<?xml version='1.0' encoding='klingon'?><a>Ұ</a>");
	ASSERT_ALL(
		"<a>\241</a><b encoding='KZ-1048'/>", NULL, "<a>\241</a><b encoding='KZ-1048'/>");
	ASSERT_ALL("<a>\241</a>", "KZ-1048", "<a>Ұ</a>");
	ASSERT_ALL("<a>\241</a>", "klingon", "!11");
	ASSERT_ALL("", NULL, "");
}

#define HEAD(name) "<?xml version='1.0' encoding='" name "'?>"
#define IN_CP1251  "\317\360\350\342\345\362, \354\350\360!" /* Привет, мир! */
#define IN_UTF8    "Қазақ тілі"

static void
test_says(void)
{
	g_assert_true(oq_xml_input_says("\357\273\277 \n<?xml?><a>", "<a"));
	g_assert_true(oq_xml_input_says("<a>", "<a"));
	g_assert_false(oq_xml_input_says("<?xml?><b>", "<a"));
	g_assert_false(oq_xml_input_says("It begins with <a>.", "<a"));
	g_assert_false(oq_xml_input_says("", "<a"));
}

/* What the bytes are goes before what is said of them, if there are enough of them. */
static void
test_wrong_names(void)
{
	ASSERT_ALL(HEAD("windows-1251") IN_UTF8, NULL, HEAD("windows-1251") IN_UTF8);
	ASSERT_ALL(HEAD("windows-1251") IN_CP1251, NULL, HEAD("windows-1251") "Привет, мир!");
	ASSERT_ALL(HEAD("UTF-8") IN_CP1251, NULL, HEAD("UTF-8") "Привет, мир!");
	ASSERT_ALL(IN_CP1251, NULL, "Привет, мир!");
	ASSERT_ALL(HEAD("UTF-16") IN_UTF8, NULL, HEAD("UTF-16") IN_UTF8);
	ASSERT_ALL(HEAD("UTF-8") "\317", NULL, HEAD("UTF-8") "\317");
	ASSERT_ALL("\377\376<\0a\0/\0>", NULL, "\377\376<\0a\0/\0>");
}

/* A character that the end of the first chunk cuts is no fault. */
static void
test_cut_character(void)
{
	for (guint n_before = 4090; n_before < 4097; n_before++) {
		g_autoptr(GString) text = g_string_new(HEAD("windows-1251") IN_UTF8);
		while (text->len < n_before)
			g_string_append_c(text, 'a');
		g_string_append(text, "әіңғ");
		assert_all(text->str, text->len, NULL, text->str);
	}
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
	g_test_add_func("/xml_input/wrong_names", test_wrong_names);
	g_test_add_func("/xml_input/cut_character", test_cut_character);
	g_test_add_func("/xml_input/bytes", test_bytes);
	g_test_add_func("/xml_input/says", test_says);
	return g_test_run();
}
