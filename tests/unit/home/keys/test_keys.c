#include "home/keys/keys.h"

#include "key_case.h"

#include <malloc.h>
#include <string.h>

#define PASTE_BEGIN "\033[200~"
#define PASTE_END   "\033[201~"

/* What the bytes are when nothing follows, cut into pieces of @n_at_once; "|" is where time passes.
 */
static char *
read_keys(const char *bytes, gsize n_bytes, gsize n_at_once)
{
	g_autoptr(OqKeys) keys = oq_keys_new();
	GString *names = g_string_new(NULL);
	for (gsize at = 0; at < n_bytes; at += n_at_once)
		key_case_feed(keys, bytes + at, MIN(n_at_once, n_bytes - at), names);
	key_case_flush(keys, names);
	return g_string_free(names, FALSE);
}

static void
assert_bytes(const char *bytes, gsize n_bytes, const char *expected)
{
	g_autofree char *shown = g_strescape(bytes, NULL);
	g_test_message("%s", shown);
	for (gsize n_at_once = 1; n_at_once <= n_bytes; n_at_once++) {
		g_autofree char *names = read_keys(bytes, n_bytes, n_at_once);
		g_assert_cmpstr(names, ==, expected);
	}
}

static void
assert_keys(const char *bytes, const char *expected)
{
	assert_bytes(bytes, strlen(bytes), expected);
}

static void
test_characters(void)
{
	assert_keys("wB5 /", "w B 5 space /");
	assert_keys("цӘқ", "ц Ә қ");
	assert_keys("€😀", "€ 😀");
	assert_keys("\r\n\t\b\177", "Enter Enter Tab Backspace Backspace");
	assert_keys("\003\032", "Ctrl+c Ctrl+z");
	assert_bytes("\0", 1, "Ctrl+space");
}

static void
test_sequences(void)
{
	assert_keys("\033[A\033[B\033[C\033[D", "Up Down Right Left");
	assert_keys("\033OA\033OH\033OF", "Up Home End");
	assert_keys("\033[H\033[1~\033[7~\033[F\033[4~\033[8~", "Home Home Home End End End");
	assert_keys("\033[5~\033[6~\033[3~", "Page_Up Page_Down Delete");
	assert_keys("\033OP\033[11~\033[[A", "F1 F1 F1");
	assert_keys("\033[1;5C\033[1;5Dw", "Ctrl+Right Ctrl+Left w");
	assert_keys("\033[7$\033[5^a", "Shift+Home Ctrl+Page_Up a");
}

static void
test_alt(void)
{
	assert_keys("\033w\033Б\033\r\033\177", "Alt+w Alt+Б Alt+Enter Alt+Backspace");
	assert_keys("\033\033[A\033\033OB", "Alt+Up Alt+Down");
	assert_keys("\033wq", "Alt+w q");
}

/* Where nothing follows it is a key; what would have begun a sequence is one with Alt. */
static void
test_escape(void)
{
	assert_keys("\033", "Escape");
	assert_keys("\033\033", "Escape Escape");
	assert_keys("\033\033\033", "Escape Escape Escape");
	assert_keys("\033\033x", "Escape Alt+x");
	assert_keys("\033[", "Alt+[");
	assert_keys("\033O", "Alt+O");
	assert_keys("\033P", "Alt+P");
	assert_keys("\033]", "Alt+]");
	assert_keys("\033\033[", "Alt+[");
}

/* And is swallowed whole: what follows is heard again. */
static void
test_unknown(void)
{
	assert_keys("\033[?62;1;2cq", "q");
	assert_keys("\033[24;80Rq", "q");
	assert_keys("\033[<0;12;7M\033[<0;12;7mq", "q");
	assert_keys("\033[M !!q", "q");
	assert_keys("\033[I\033[Oq", "q");
	assert_keys("\033[?2004;1$yq", "q");
	assert_keys("\033[99~\033[[Zq", "q");
	assert_keys("\033]11;rgb:0000/0000/0000\aq", "q");
	assert_keys("\033]11;rgb:0000/0000/0000\033\\q", "q");
	assert_keys("\033P>|xterm\033\\\033_Gi=1\033\\q", "q");
	assert_keys("\033[1234567890123456789012345678901234567890Cq", "q");
	assert_keys("\033[201~q", "q");
	assert_keys("\033Ozq", "q");
}

/* What breaks off is dropped, and no key behind it is lost. */
static void
test_broken(void)
{
	assert_keys("\033[1;", "");
	assert_keys("\033[1;\003", "Ctrl+c");
	assert_keys("\033[1\033[C", "Right");
	assert_keys("\033O\033OC", "Right");
	assert_keys("\033[1;қq", "қ q");
	assert_keys("\033]0;title", "");
	assert_keys("\033]0;title\003", "Ctrl+c");
	assert_keys("\033]0;title\033[C", "Right");
	assert_keys("\033]0;title\033", "Escape");
	assert_keys("\033[M!\033[C", "Right");
	assert_keys("\033[M\003", "Ctrl+c");
}

static void
test_not_utf8(void)
{
	assert_keys("\xffq", "q");
	assert_keys("\xd1q", "q");
	assert_keys("\xd1\xd1\x86", "ц");
	assert_keys("\x86\xbfq", "q");
	assert_keys("\xc0\xafq", "q");
	assert_keys("\xe0\x80\xafq", "q");
	assert_keys("\xed\xa0\x80q", "q");
	assert_keys("\xf4\x90\x80\x80q", "q");
	assert_keys("\xc2\x9b"
		    "Aq",
		"A q");
	assert_keys("\033\xffq", "q");
	assert_keys("\xd1\033[C", "Right");
}

static void
test_paste(void)
{
	assert_keys(PASTE_BEGIN "qсәлем\r\n" PASTE_END "w", "{qсәлем\r\n} w");
	assert_keys(PASTE_BEGIN PASTE_END, "{}");
	assert_keys(PASTE_BEGIN "\033[C" PASTE_END "w", "{\033[C} w");
	assert_keys(PASTE_BEGIN "a" PASTE_END PASTE_BEGIN "b" PASTE_END, "{a} {b}");
}

/* The end is lost: Ctrl+C and Escape are heard all the same. */
static void
test_endless_paste(void)
{
	assert_keys(PASTE_BEGIN "q\003w", "{q} Ctrl+c w");
	assert_keys(PASTE_BEGIN "q\033", "{q} Escape");
	assert_keys(PASTE_BEGIN "q", "");
}

static void
test_waiting(void)
{
	static const char *const waiting[] = {"\033", "\033\033", "\033[", "\033[1;5", "\033O",
		"\033]0", "\033]0\033", "\033[M", "\033[[", PASTE_BEGIN "\033"};
	static const char *const not_waiting[] = {
		"", "q", "\xd1", "\033[A", PASTE_BEGIN "q", PASTE_BEGIN "\033["};
	for (guint i = 0; i < G_N_ELEMENTS(waiting) + G_N_ELEMENTS(not_waiting); i++) {
		g_autoptr(OqKeys) keys = oq_keys_new();
		g_autoptr(GString) names = g_string_new(NULL);
		gboolean waits = i < G_N_ELEMENTS(waiting);
		const char *bytes = waits ? waiting[i] : not_waiting[i - G_N_ELEMENTS(waiting)];
		key_case_feed(keys, bytes, strlen(bytes), names);
		g_assert_cmpint(oq_keys_is_waiting(keys), ==, waits);
	}
}

/* A character that came in two pieces is not taken apart by the time between them. */
static void
test_flush_keeps_character(void)
{
	g_autoptr(OqKeys) keys = oq_keys_new();
	g_autoptr(GString) names = g_string_new(NULL);
	key_case_feed(keys, "\xd1", 1, names);
	key_case_flush(keys, names);
	key_case_feed(keys, "\x86", 1, names);
	g_assert_cmpstr(names->str, ==, "ц");
}

/* Pieces that terminals send, and pieces that they do not. */
static const char *const pieces[] = {"q", "ц", "😀", "\033", "[", "\033[", "\033[A", "\033[1;5C",
	"\033OP", "O", "5", ";", "~", "$", "M", "\033[M", "\033]0;", "\a", "\033\\", "\003", "\r",
	"\xd1", "\xff", "\x80", PASTE_BEGIN, PASTE_END, "\033[201", "<", "?", "u", "\033[[",
	"\033P"};

/* However the bytes are cut, they are the same keys. */
static void
test_cut_anywhere(void)
{
	for (guint n = 0; n < 2000; n++) {
		g_autoptr(GString) bytes = g_string_new(NULL);
		for (guint i = 0; i < 12; i++)
			g_string_append(
				bytes, pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))]);
		g_autofree char *whole = read_keys(bytes->str, bytes->len, bytes->len);
		g_autofree char *singly = read_keys(bytes->str, bytes->len, 1);
		g_autofree char *in_threes = read_keys(bytes->str, bytes->len, 3);
		g_assert_cmpstr(whole, ==, singly);
		g_assert_cmpstr(whole, ==, in_threes);
	}
}

/* The address sanitizer has its own heap. */
extern size_t __sanitizer_get_current_allocated_bytes(void) __attribute__((weak));

static gsize
n_allocated(void)
{
	return __sanitizer_get_current_allocated_bytes != NULL
		       ? __sanitizer_get_current_allocated_bytes()
		       : mallinfo2().uordblks;
}

/* A megabyte of each, and nothing more is kept than of a little. */
static void
test_much(void)
{
	for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(OqKeys) keys = oq_keys_new();
		g_autoptr(GString) bytes = g_string_new(NULL);
		OqKey key;
		while (bytes->len < 1 << 20)
			g_string_append(bytes, pieces[i]);
		gsize before = n_allocated();
		for (gsize at = 0; at < bytes->len;) {
			at += oq_keys_feed(keys, bytes->str + at, bytes->len - at);
			while (oq_keys_next(keys, &key))
				continue;
		}
		g_assert_cmpuint(n_allocated(), <=, before);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/keys/characters", test_characters);
	g_test_add_func("/keys/sequences", test_sequences);
	g_test_add_func("/keys/alt", test_alt);
	g_test_add_func("/keys/escape", test_escape);
	g_test_add_func("/keys/unknown", test_unknown);
	g_test_add_func("/keys/broken", test_broken);
	g_test_add_func("/keys/not-utf8", test_not_utf8);
	g_test_add_func("/keys/paste", test_paste);
	g_test_add_func("/keys/endless-paste", test_endless_paste);
	g_test_add_func("/keys/waiting", test_waiting);
	g_test_add_func("/keys/flush-keeps-character", test_flush_keeps_character);
	g_test_add_func("/keys/cut-anywhere", test_cut_anywhere);
	g_test_add_func("/keys/much", test_much);
	return g_test_run();
}
