#include "desktop/silence.h"

#include "ssip_case.h"

enum { FOREVER_MS = 3600000 };

static void
count(gpointer data)
{
	++*(guint *)data;
}

static void
test_nobody(void)
{
	guint n_come = 0;
	g_autoptr(OqSilence) silence = oq_silence_new(FOREVER_MS, count, &n_come);

	g_setenv("SPEECHD_ADDRESS", "none", TRUE);
	g_assert_true(oq_silence_wait(silence));
	g_assert_true(oq_silence_wait(silence));
	oq_silence_break(silence);
	g_assert_true(oq_silence_wait(silence));
	while (g_main_context_iteration(NULL, FALSE))
		continue;
	g_assert_cmpuint(n_come, ==, 0);
}

static const char introduced[] = "SET self CLIENT_NAME user:oqyrman:desktop\r\n"
				 "SET self NOTIFICATION ALL ON\r\n"
				 "SET self PRIORITY progress\r\n"
				 "SET self VOLUME -100\r\n"
				 "SPEAK\r\n \r\n.\r\n";

static void
test_comes(SsipCase *c, gconstpointer data G_GNUC_UNUSED)
{
	guint n_come = 0;
	g_autoptr(OqSilence) silence = oq_silence_new(FOREVER_MS, count, &n_come);

	g_assert_false(oq_silence_wait(silence));
	ssip_case_until(c, c->n_messages == 1);
	g_assert_false(oq_silence_wait(silence));
	ssip_case_say(c, "700-7\r\n700-1\r\n700-x\r\n700 INDEX MARK\r\n");
	for (guint i = 0; i < 100; i++)
		ssip_case_step(c);
	g_assert_cmpuint(n_come, ==, 0);
	ssip_case_say(c, "701-7\r\n701-1\r\n701 BEGIN\r\n");
	ssip_case_until(c, n_come == 1);
	g_assert_true(oq_silence_wait(silence));
	g_assert_cmpstr(c->heard->str, ==, introduced);
	ssip_case_say(c, "702-7\r\n702-1\r\n702 END\r\n");
	ssip_case_until(c, c->client == NULL);
	g_assert_true(g_str_has_suffix(c->heard->str, ".\r\nQUIT\r\n"));
	g_assert_cmpuint(n_come, ==, 1);
	g_assert_cmpuint(c->n_clients, ==, 1);
	oq_silence_break(silence);
	g_assert_false(oq_silence_wait(silence)); /* they may have begun again */
	ssip_case_until(c, c->n_messages == 2);
	ssip_case_say(c, "702-8\r\n702-1\r\n702 END\r\n");
	ssip_case_until(c, n_come == 2);
}

static void
test_thrown_out(SsipCase *c, gconstpointer data G_GNUC_UNUSED)
{
	guint n_come = 0;
	g_autoptr(OqSilence) silence = oq_silence_new(FOREVER_MS, count, &n_come);

	oq_silence_wait(silence);
	for (guint i = 1; i < 5; i++) {
		ssip_case_until(c, c->n_messages == i);
		ssip_case_say(c, "703-7\r\n703-1\r\n703 CANCELED\r\n");
	}
	ssip_case_until(c, c->n_messages == 5);
	g_assert_cmpuint(n_come, ==, 0);
	ssip_case_say(c, "701-7\r\n701-1\r\n701 BEGIN\r\n703-7\r\n703-1\r\n703 CANCELED\r\n");
	ssip_case_until(c, n_come == 1 && c->client == NULL);
	g_assert_cmpuint(c->n_messages, ==, 5);
	g_assert_null(strstr(c->heard->str + strlen(introduced), "SET"));
}

/* It does not go round for ever with one that speaks no message at all. */
static void
test_thrown_out_always(SsipCase *c, gconstpointer data G_GNUC_UNUSED)
{
	guint n_come = 0;
	g_autoptr(OqSilence) silence = oq_silence_new(FOREVER_MS, count, &n_come);

	oq_silence_wait(silence);
	for (guint i = 1; n_come == 0; i++) {
		ssip_case_until(c, n_come == 1 || c->n_messages == i);
		if (n_come == 0)
			ssip_case_say(c, "703-7\r\n703-1\r\n703 CANCELED\r\n");
	}
	g_assert_cmpuint(n_come, ==, 1);
}

static void
test_refused(SsipCase *c, gconstpointer data G_GNUC_UNUSED)
{
	guint n_come = 0;
	g_autoptr(OqSilence) silence = oq_silence_new(FOREVER_MS, count, &n_come);

	c->to_speech = "300 ERR INTERNAL\r\n";
	oq_silence_wait(silence);
	ssip_case_until(c, n_come == 1);
	g_assert_true(oq_silence_wait(silence));
	g_assert_cmpuint(c->n_messages, ==, 0);
}

static void
test_gone(SsipCase *c, gconstpointer data G_GNUC_UNUSED)
{
	guint n_come = 0;
	g_autoptr(OqSilence) silence = oq_silence_new(FOREVER_MS, count, &n_come);

	oq_silence_wait(silence);
	ssip_case_until(c, c->n_messages == 1);
	g_assert_true(g_socket_close(c->client, NULL));
	g_clear_object(&c->client);
	ssip_case_until(c, n_come == 1);
	oq_silence_break(silence);
	g_assert_true(g_socket_close(c->door, NULL));
	g_clear_object(&c->door);
	g_assert_false(oq_silence_wait(silence));
	ssip_case_until(c, n_come == 2);
}

static void
test_broken(SsipCase *c, gconstpointer data G_GNUC_UNUSED)
{
	guint n_come = 0;
	g_autoptr(OqSilence) silence = oq_silence_new(FOREVER_MS, count, &n_come);

	oq_silence_wait(silence);
	oq_silence_break(silence); /* before there is a connection */
	oq_silence_wait(silence);
	ssip_case_until(c, c->n_messages == 1);
	oq_silence_break(silence);
	ssip_case_until(c, c->client == NULL);
	g_assert_true(g_str_has_suffix(c->heard->str, ".\r\nCANCEL self\r\nQUIT\r\n"));
	oq_silence_wait(silence);
	g_clear_pointer(&silence, oq_silence_free);
	while (g_main_context_iteration(NULL, FALSE))
		continue;
	g_assert_cmpuint(n_come, ==, 0);
}

static void
test_patience(SsipCase *c, gconstpointer data G_GNUC_UNUSED)
{
	guint n_come = 0;
	g_autoptr(OqSilence) silence = oq_silence_new(1, count, &n_come);

	c->to_speech = ""; /* it is stuck */
	g_assert_false(oq_silence_wait(silence));
	ssip_case_until(c, n_come == 1);
	g_assert_true(oq_silence_wait(silence));
	ssip_case_until(c, c->client == NULL);
	g_assert_cmpuint(n_come, ==, 1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/silence/nobody", test_nobody);
	SSIP_CASE_ADD("/silence/comes", test_comes);
	SSIP_CASE_ADD("/silence/thrown_out", test_thrown_out);
	SSIP_CASE_ADD("/silence/thrown_out_always", test_thrown_out_always);
	SSIP_CASE_ADD("/silence/refused", test_refused);
	SSIP_CASE_ADD("/silence/gone", test_gone);
	SSIP_CASE_ADD("/silence/broken", test_broken);
	SSIP_CASE_ADD("/silence/patience", test_patience);
	return g_test_run();
}
