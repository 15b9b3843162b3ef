#include "dispatcher/protocol.h"

#include <string.h>

/* Requests as "SPEAK!", where lines are to come, or "SPEAK(text|n)". */
static char *
read_all(const char *bytes, gsize n_bytes, gsize step)
{
	g_autoptr(OqProtocol) protocol = oq_protocol_new();
	GString *all = g_string_new(NULL);
	OqRequest request;
	for (gsize at = 0; at < n_bytes; at += step) {
		oq_protocol_feed(protocol, bytes + at, MIN(step, n_bytes - at));
		while (oq_protocol_next(protocol, &request)) {
			g_string_append_printf(all, "%s%s", all->len > 0 ? " " : "",
				oq_protocol_verb(request.verb));
			if (!request.is_whole)
				g_string_append_c(all, '!');
			else if (*request.text != '\0' || request.n_lines > 0)
				g_string_append_printf(
					all, "(%s|%u)", request.text, request.n_lines);
		}
	}
	return g_string_free(all, FALSE);
}

static void
assert_requests(const char *bytes, const char *expected)
{
	for (gsize step = 1; step < 40; step += 7) {
		g_autofree char *all = read_all(bytes, strlen(bytes), step);
		g_assert_cmpstr(all, ==, expected);
	}
}

static void
test_verbs(void)
{
	assert_requests(
		"INIT\nLIST VOICES\nSTOP\r\nPAUSE\nQUIT\n", "INIT LIST VOICES STOP PAUSE QUIT");
	assert_requests("DEBUG ON /tmp/a b \nDEBUG OFF\nDEBUG\n",
		"DEBUG(ON /tmp/a b|0) DEBUG(OFF|0) DEBUG");
}

static void
test_unknown(void)
{
	assert_requests("init\nSTOPP\n\nSPEAK x\nDEBUGON\n", "? ? ? ? ?");
}

static void
test_lines(void)
{
	assert_requests("SPEAK\nБір\nЕкі\n.\nSTOP\n", "SPEAK! SPEAK(Бір\nЕкі|2) STOP");
	assert_requests("CHAR\n..\n.\n", "CHAR! CHAR(.|1)");
	assert_requests("CHAR\n\n.\n", "CHAR! CHAR(|1)");
	assert_requests("SPEAK\n.\n", "SPEAK! SPEAK");
	assert_requests("SPEAK\nSTOP\n.\n", "SPEAK! SPEAK(STOP|1)");
	assert_requests("SET\nrate=1\npitch=2\n.\n", "SET! SET(rate=1\npitch=2|2)");
}

static void
test_bytes(void)
{
	g_autofree char *all = read_all("KEY\na\0\xFF\n.\n", 10, 3);
	g_assert_cmpstr(all, ==, "KEY! KEY(a\uFFFD\uFFFD|1)");
}

/* Neither a line without an end nor a message fills the memory. */
static void
test_endless(void)
{
	g_autoptr(OqProtocol) protocol = oq_protocol_new();
	g_autofree char *bytes = g_strnfill(1 << 20, 'a');
	OqRequest request;
	oq_protocol_feed(protocol, "SPEAK\n", 6);
	g_assert_true(oq_protocol_next(protocol, &request));
	for (guint i = 0; i < 20; i++) {
		oq_protocol_feed(protocol, bytes, 1 << 20);
		g_assert_false(oq_protocol_next(protocol, &request));
	}
	oq_protocol_feed(protocol, "\n.\n", 3);
	g_assert_true(oq_protocol_next(protocol, &request));
	g_assert_cmpuint(strlen(request.text), ==, OQ_PROTOCOL_MAX_BYTES);
	oq_protocol_feed(protocol, bytes, 1 << 20);
	oq_protocol_feed(protocol, "\nSTOP\n", 6);
	g_assert_true(oq_protocol_next(protocol, &request));
	g_assert_cmpint(request.verb, ==, OQ_VERB_UNKNOWN);
	g_assert_true(oq_protocol_next(protocol, &request));
	g_assert_cmpint(request.verb, ==, OQ_VERB_STOP);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/protocol/verbs", test_verbs);
	g_test_add_func("/protocol/unknown", test_unknown);
	g_test_add_func("/protocol/lines", test_lines);
	g_test_add_func("/protocol/bytes", test_bytes);
	g_test_add_func("/protocol/endless", test_endless);
	return g_test_run();
}
