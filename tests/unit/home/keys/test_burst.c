#include "home/keys/burst.h"

#include <string.h>

#define MS(n) ((gint64)(n)*G_TIME_SPAN_MILLISECOND)

static const char text[] = "Бірінші жол, екінші жол, үшінші жол.\r";

static gsize
take(OqBurst *burst, const char *bytes, gint64 now_us)
{
	return oq_burst_take(burst, bytes, strlen(bytes), now_us);
}

static void
test_at_once(void)
{
	OqBurst burst;
	oq_burst_init(&burst);
	g_assert_null(oq_burst_finish(&burst));
	for (guint i = 0; i < 2; i++) { /* and once more */
		g_assert_cmpuint(take(&burst, text, MS(1000 + i)), ==, strlen(text));
		g_assert_cmpuint(take(&burst, "q", MS(1500 + i)), ==, 1);
		g_assert_cmpuint(take(&burst, "\033[31mw", MS(1500 + i)), ==, 6);
		g_autofree char *all = g_strconcat(text, "q\033[31mw", NULL);
		g_assert_cmpstr(oq_burst_finish(&burst), ==, all);
		g_assert_null(oq_burst_finish(&burst));
	}
	g_assert_cmpuint(take(&burst, "q", MS(1600)), ==, 0);
	oq_burst_clear(&burst);
}

/* A line of characters that come one by one, but faster than any hand. */
static void
test_by_pieces(void)
{
	OqBurst burst;
	guint n_keys = 0;
	oq_burst_init(&burst);
	for (guint i = 0; i < 60; i++)
		n_keys += take(&burst, i % 2 == 0 ? "a" : "b", MS(1000 + i)) == 0;
	g_assert_cmpuint(n_keys, ==, OQ_BURST_CHARACTERS);
	g_assert_cmpuint(strlen(oq_burst_finish(&burst)), ==, 60 - OQ_BURST_CHARACTERS);
	for (guint i = 0; i < 200; i++)
		g_assert_cmpuint(take(&burst, i % 2 == 0 ? "a" : "b", MS(2000 + 2 * i)), ==, 0);
	oq_burst_clear(&burst);
}

/* Keys that are held down, those with sequences, and what is marked are none. */
static void
test_keys(void)
{
	g_autofree char *same = g_strnfill(500, 'n');
	g_autoptr(GString) arrows = g_string_new(NULL);
	g_autofree char *marked = g_strconcat("q\033[200~", text, "\033[201~", NULL);
	OqBurst burst;
	oq_burst_init(&burst);
	for (guint i = 0; i < 100; i++)
		g_string_append(arrows, i % 2 == 0 ? "\033[C" : "\033OA\033[1;5D");
	g_assert_cmpuint(take(&burst, same, MS(1000)), ==, 0);
	g_assert_cmpuint(take(&burst, arrows->str, MS(1000)), ==, 0);
	g_assert_cmpuint(take(&burst, marked, MS(1000)), ==, 0);
	g_assert_null(oq_burst_finish(&burst));
	oq_burst_clear(&burst);
}

static void
test_way_out(void)
{
	OqBurst burst;
	oq_burst_init(&burst);
	g_autofree char *with_end = g_strconcat(text, "\003q", NULL);
	g_assert_cmpuint(take(&burst, with_end, MS(1000)), ==, strlen(text));
	g_assert_cmpstr(oq_burst_finish(&burst), ==, text);
	g_assert_cmpuint(take(&burst, text, MS(1001)), ==, strlen(text));
	g_assert_cmpuint(take(&burst, "\033", MS(1002)), ==, 0);
	g_assert_cmpstr(oq_burst_finish(&burst), ==, text);
	oq_burst_clear(&burst);
}

/* Of a long one the beginning is kept, in whole characters. */
static void
test_long(void)
{
	OqBurst burst;
	oq_burst_init(&burst);
	for (guint i = 0; i < 2 * OQ_PASTE_MAX_BYTES / strlen(text); i++)
		g_assert_cmpuint(take(&burst, text, MS(1000)), ==, strlen(text));
	const char *kept = oq_burst_finish(&burst);
	g_assert_cmpuint(strlen(kept), <=, OQ_PASTE_MAX_BYTES);
	g_assert_cmpuint(strlen(kept), >, OQ_PASTE_MAX_BYTES - 4);
	g_assert_true(g_str_has_prefix(kept, text));
	g_assert_null(strstr(kept, "\xef\xbf\xbd"));
	oq_burst_clear(&burst);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/burst/at-once", test_at_once);
	g_test_add_func("/burst/by-pieces", test_by_pieces);
	g_test_add_func("/burst/keys", test_keys);
	g_test_add_func("/burst/way-out", test_way_out);
	g_test_add_func("/burst/long", test_long);
	return g_test_run();
}
