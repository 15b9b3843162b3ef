#include "home/keys/paste.h"

#include <string.h>

#define END "\033[201~"

/* Returns: how many bytes are left when it has ended; -1: it has not. */
static gssize
take_all(OqPaste *paste, const char *bytes, gsize n_bytes)
{
	for (gsize i = 0; i < n_bytes; i++)
		if (oq_paste_take(paste, bytes[i]))
			return (gssize)(n_bytes - i - 1);
	return -1;
}

static void
assert_text(const char *bytes, gsize n_bytes, const char *expected)
{
	OqPaste paste;
	oq_paste_init(&paste);
	oq_paste_begin(&paste);
	g_assert_cmpint(take_all(&paste, bytes, n_bytes), ==, 0);
	g_assert_cmpstr(oq_paste_finish(&paste), ==, expected);
	oq_paste_clear(&paste);
}

static void
test_text(void)
{
	static const char with_nul[] = "a\0b" END;
	assert_text("сәлем\r\nq" END, strlen("сәлем\r\nq" END), "сәлем\r\nq");
	assert_text(END, strlen(END), "");
	assert_text("\033[20\033[C\033" END, strlen("\033[20\033[C\033" END), "\033[20\033[C\033");
	assert_text("\xd1\xff" END, strlen("\xd1\xff" END), "\xef\xbf\xbd\xef\xbf\xbd");
	assert_text(with_nul, sizeof with_nul - 1,
		"a\xef\xbf\xbd"
		"b");
}

static void
test_interrupted(void)
{
	OqPaste paste;
	oq_paste_init(&paste);
	oq_paste_begin(&paste);
	g_assert_cmpint(take_all(&paste, "ab\003q", 4), ==, 1);
	g_assert_cmpstr(oq_paste_finish(&paste), ==, "ab");
	oq_paste_begin(&paste);
	g_assert_cmpint(take_all(&paste, "c\033", 2), ==, -1);
	g_assert_true(oq_paste_is_waiting(&paste));
	g_assert_cmpint(take_all(&paste, "[", 1), ==, -1);
	g_assert_false(oq_paste_is_waiting(&paste));
	oq_paste_begin(&paste);
	g_assert_cmpstr(oq_paste_finish(&paste), ==, "");
	oq_paste_clear(&paste);
}

/* Wherever the limit falls, no character is cut. */
static void
test_long(void)
{
	for (guint before = 0; before < 4; before++) {
		OqPaste paste;
		g_autoptr(GString) text = g_string_new(NULL);
		for (guint i = 0; i < before; i++)
			g_string_append_c(text, 'a');
		while (text->len < 2 * OQ_PASTE_MAX_BYTES)
			g_string_append(text, "қ€😀");
		oq_paste_init(&paste);
		oq_paste_begin(&paste);
		g_assert_cmpint(take_all(&paste, text->str, text->len), ==, -1);
		g_assert_cmpint(take_all(&paste, END, strlen(END)), ==, 0);
		const char *kept = oq_paste_finish(&paste);
		g_assert_cmpuint(strlen(kept), >, OQ_PASTE_MAX_BYTES - 4);
		g_assert_cmpuint(strlen(kept), <=, OQ_PASTE_MAX_BYTES);
		g_assert_true(g_str_has_prefix(text->str, kept));
		oq_paste_clear(&paste);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/paste/text", test_text);
	g_test_add_func("/paste/interrupted", test_interrupted);
	g_test_add_func("/paste/long", test_long);
	return g_test_run();
}
