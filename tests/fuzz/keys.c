/* keys.c - fuzzer: what a terminal sends. */
#include "key_case.h"
#include "target.h"

#include <string.h>

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	return 0;
}

static void
check_key(const OqKey *key)
{
	OqKey again;
	g_assert_cmpint(key->kind, <=, OQ_KEY_PASTE);
	g_assert_true((key->kind == OQ_KEY_CHARACTER) == (key->character != 0));
	g_assert_true((key->kind == OQ_KEY_PASTE) == (key->text != NULL));
	if (key->kind == OQ_KEY_PASTE) {
		g_assert_true(g_utf8_validate(key->text, -1, NULL));
		return;
	}
	g_autofree char *name = oq_key_name(key), *spoken = oq_key_spoken(key);
	g_assert_true(g_utf8_validate(spoken, -1, NULL));
	g_assert_true(g_unichar_validate(key->character));
	g_assert_false(key->character != 0 && g_unichar_iscntrl(key->character));
	if (key->character == 0 || g_unichar_isgraph(key->character)) {
		g_assert_true(oq_key_parse(name, &again));
		g_assert_true(oq_key_equal(&again, key));
	}
}

static void
take_all(OqKeys *keys, GString *names)
{
	OqKey key;
	while (oq_keys_next(keys, &key)) {
		check_key(&key);
		key_case_add(names, &key);
	}
}

/* What the bytes are, in pieces of a length; nothing comes behind them. */
static char *
read_keys(const char *bytes, gsize n_bytes, gsize n_at_once)
{
	g_autoptr(OqKeys) keys = oq_keys_new();
	GString *names = g_string_new(NULL);
	for (gsize at = 0; at < n_bytes;) {
		gsize n_taken = oq_keys_feed(keys, bytes + at, MIN(n_at_once, n_bytes - at));
		g_assert_cmpuint(n_taken, >, 0);
		at += n_taken;
		take_all(keys, names);
	}
	oq_keys_flush(keys);
	g_assert_false(oq_keys_is_waiting(keys));
	take_all(keys, names);
	return g_string_free(names, FALSE);
}

/* However they are cut they are the same keys, and Ctrl+C is heard behind whatever they were. */
int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize n_bytes)
{
	g_autofree char *with_end = g_malloc(n_bytes + 1);
	memcpy(with_end, bytes, n_bytes);
	with_end[n_bytes] = '\003';
	g_autofree char *whole = read_keys(with_end, n_bytes + 1, n_bytes + 1);
	g_autofree char *singly = read_keys(with_end, n_bytes + 1, 1);
	g_assert_cmpstr(whole, ==, singly);
	g_assert_true(g_str_has_suffix(whole, "+c"));
	return 0;
}
