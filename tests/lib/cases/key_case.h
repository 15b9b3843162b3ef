/* key_case.h - what tests of keys share: bytes as the names of the keys that they are. */
#pragma once

#include "home/keys/keys.h"

/** A paste is shown as {text}. */
static inline void
key_case_add(GString *names, const OqKey *key)
{
	g_autofree char *name =
		key->kind == OQ_KEY_PASTE ? g_strdup_printf("{%s}", key->text) : oq_key_name(key);
	g_string_append_printf(names, "%s%s", names->len > 0 ? " " : "", name);
}

static inline void
key_case_take(OqKeys *keys, GString *names)
{
	OqKey key;
	while (oq_keys_next(keys, &key))
		key_case_add(names, &key);
}

static inline void
key_case_feed(OqKeys *keys, const char *bytes, gsize n_bytes, GString *names)
{
	while (n_bytes > 0) {
		gsize n_taken = oq_keys_feed(keys, bytes, n_bytes);
		g_assert_cmpuint(n_taken, >, 0);
		g_assert_cmpuint(n_taken, <=, n_bytes);
		bytes += n_taken;
		n_bytes -= n_taken;
		key_case_take(keys, names);
	}
}

static inline void
key_case_flush(OqKeys *keys, GString *names)
{
	oq_keys_flush(keys);
	g_assert_false(oq_keys_is_waiting(keys));
	key_case_take(keys, names);
}
