#include "desktop/selection/incoming.h"

#include <string.h>

enum { INCR = 7, TEXT = 8, IMAGE = 9 };

static OqIncomingNext
take(OqIncoming *incoming, guint32 type, const char *bytes, guint32 n_after)
{
	const OqIncomingPiece piece = {
		type, type == 0 ? 0 : 8, n_after, (const guint8 *)bytes, strlen(bytes)};
	return oq_incoming_take(incoming, &piece);
}

static void
check_text(OqIncoming *incoming, const char *wanted)
{
	g_autoptr(GByteArray) bytes = oq_incoming_steal(incoming);
	g_assert_cmpmem(bytes->data, bytes->len, wanted, strlen(wanted));
}

static void
test_one_property(void)
{
	OqIncoming incoming;
	oq_incoming_init(&incoming, INCR, 100);
	g_assert_cmpint(take(&incoming, TEXT, "абвг", 4), ==, OQ_INCOMING_MORE);
	g_assert_cmpuint(incoming.n_read, ==, 8);
	g_assert_cmpint(take(&incoming, TEXT, "де", 0), ==, OQ_INCOMING_WHOLE);
	check_text(&incoming, "абвгде");
	oq_incoming_init(&incoming, INCR, 100);
	g_assert_cmpint(take(&incoming, TEXT, "", 0), ==, OQ_INCOMING_WHOLE);
	check_text(&incoming, "");
}

static void
test_parts(void)
{
	OqIncoming incoming;
	oq_incoming_init(&incoming, INCR, 100);
	g_assert_cmpint(take(&incoming, INCR, "\x10\x20\x30\x40", 0), ==, OQ_INCOMING_WAIT);
	g_assert_cmpint(take(&incoming, 0, "", 0), ==, OQ_INCOMING_WAIT); /* a late one's */
	g_assert_cmpint(take(&incoming, TEXT, "a", 1), ==, OQ_INCOMING_MORE);
	g_assert_cmpint(take(&incoming, TEXT, "b", 0), ==, OQ_INCOMING_WAIT);
	g_assert_cmpuint(incoming.n_read, ==, 0);
	g_assert_cmpint(take(&incoming, TEXT, "c", 0), ==, OQ_INCOMING_WAIT);
	g_assert_cmpint(take(&incoming, TEXT, "", 0), ==, OQ_INCOMING_WHOLE);
	check_text(&incoming, "abc");
}

static void
test_limit(void)
{
	OqIncoming incoming;
	oq_incoming_init(&incoming, INCR, 4);
	g_assert_cmpint(take(&incoming, TEXT, "abcdef", 1000), ==, OQ_INCOMING_WHOLE);
	check_text(&incoming, "abcd");
	oq_incoming_init(&incoming, INCR, 4);
	take(&incoming, INCR, "", 0);
	g_assert_cmpint(take(&incoming, TEXT, "abcd", 0), ==, OQ_INCOMING_WAIT);
	g_assert_cmpint(take(&incoming, TEXT, "e", 0), ==, OQ_INCOMING_WHOLE);
	check_text(&incoming, "abcd");
}

/* What owners have no reason to send. */
static void
test_nonsense(void)
{
	OqIncoming incoming;
	const OqIncomingPiece words = {TEXT, 32, 0, (const guint8 *)"abcd", 4};
	const OqIncomingPiece endless = {TEXT, 8, 5, (const guint8 *)"", 0};

	oq_incoming_init(&incoming, INCR, 100);
	g_assert_cmpint(take(&incoming, 0, "", 0), ==, OQ_INCOMING_REFUSED);
	g_assert_cmpint(oq_incoming_take(&incoming, &words), ==, OQ_INCOMING_REFUSED);
	g_assert_cmpint(oq_incoming_take(&incoming, &endless), ==, OQ_INCOMING_REFUSED);
	take(&incoming, TEXT, "a", 4);
	g_assert_cmpint(take(&incoming, IMAGE, "b", 0), ==, OQ_INCOMING_REFUSED);
	g_assert_cmpint(take(&incoming, INCR, "b", 0), ==, OQ_INCOMING_REFUSED);
	oq_incoming_clear(&incoming);
	oq_incoming_init(&incoming, INCR, 100);
	take(&incoming, INCR, "", 0);
	g_assert_cmpint(take(&incoming, INCR, "", 0), ==, OQ_INCOMING_REFUSED);
	oq_incoming_clear(&incoming);
	oq_incoming_clear(&incoming);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/incoming/one-property", test_one_property);
	g_test_add_func("/incoming/parts", test_parts);
	g_test_add_func("/incoming/limit", test_limit);
	g_test_add_func("/incoming/nonsense", test_nonsense);
	return g_test_run();
}
