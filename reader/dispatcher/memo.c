/* memo.c - see the header. */
#include "dispatcher/memo.h"

#include "speech/wire.h"

/* All letters and signs of a text in a few ways of saying them; then it begins anew. */
#define MAX_KEPT 256

/* A letter's name, with what may stand before it. */
#define MAX_SPOKEN_BYTES 48

struct _OqMemo {
	GHashTable *speeches; /* of OqSpeech, by GBytes */
};

static void
unref_speech(gpointer speech)
{
	oq_speech_unref(speech);
}

static void
unref_bytes(gpointer bytes)
{
	g_bytes_unref(bytes);
}

OqMemo *
oq_memo_new(void)
{
	OqMemo *memo = g_new0(OqMemo, 1);

	memo->speeches =
		g_hash_table_new_full(g_bytes_hash, g_bytes_equal, unref_bytes, unref_speech);
	return memo;
}

void
oq_memo_free(OqMemo *memo)
{
	if (memo == NULL)
		return;
	g_hash_table_unref(memo->speeches);
	g_free(memo);
}

GBytes *
oq_memo_key(const OqUtterance *utterance, const OqStyle *style)
{
	/* its utterance is borrowed, so it is not cleared */
	const OqPassage passage = {*style, 1, 0, {*utterance}};

	return utterance->spoken->len <= MAX_SPOKEN_BYTES ? oq_wire_pack_passage(&passage) : NULL;
}

OqSpeech *
oq_memo_recall(const OqMemo *memo, GBytes *key)
{
	OqSpeech *speech = g_hash_table_lookup(memo->speeches, key);

	return speech != NULL ? oq_speech_ref(speech) : NULL;
}

void
oq_memo_keep(OqMemo *memo, GBytes *key, OqSpeech *speech)
{
	if (g_hash_table_size(memo->speeches) >= MAX_KEPT)
		g_hash_table_remove_all(memo->speeches);
	g_hash_table_replace(memo->speeches, g_bytes_ref(key), oq_speech_ref(speech));
}
