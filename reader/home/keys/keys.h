/* keys.h - the bytes of a terminal as keys. Pure; needs the same memory whatever comes.
 *
 * Characters are UTF-8, control bytes and escape sequences are what sequences.h knows, ESC before a
 * key means Alt. Bytes may come cut anywhere. What is no key is swallowed whole: sequences that are
 * not known, reports, strings (ESC ] … BEL), a mouse; bytes that are no UTF-8. What is pasted
 * between ESC [ 200 ~ and ESC [ 201 ~ is a text and no keys, but Ctrl+C and Escape end it, so that
 * a lost end does not take the keyboard away.
 *
 * Whether ESC is a key or begins something, time alone tells: when oq_keys_is_waiting() and nothing
 * has come for a while, call oq_keys_flush().
 *
 *     while (n_bytes > 0) {
 *         gsize n_taken = oq_keys_feed(keys, bytes, n_bytes);
 *         bytes += n_taken;
 *         n_bytes -= n_taken;
 *         while (oq_keys_next(keys, &key))
 *             …
 *     }
 */
#pragma once

#include "home/keys/key.h"

typedef struct _OqKeys OqKeys;

OqKeys *oq_keys_new(void);
void oq_keys_free(OqKeys *keys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqKeys, oq_keys_free)

/**
 * oq_keys_feed: all keys must have been taken.
 *
 * Returns: how many bytes were taken, at least one of them: it stops behind those that make a key
 */
gsize oq_keys_feed(OqKeys *keys, const char *bytes, gsize n_bytes);

/** oq_keys_next: @key: (out): its text is valid until more is fed. FALSE: there is none. */
gboolean oq_keys_next(OqKeys *keys, OqKey *key);

/** oq_keys_is_waiting: whether it depends on what comes next, and how soon, what the last bytes
 * were. */
gboolean oq_keys_is_waiting(const OqKeys *keys);

/** oq_keys_is_ground: the last bytes were no beginning of a sequence, nor is a text being pasted.
 */
gboolean oq_keys_is_ground(const OqKeys *keys);

/** oq_keys_flush: nothing came: ESC was the key Escape, and what is unfinished is dropped. */
void oq_keys_flush(OqKeys *keys);
