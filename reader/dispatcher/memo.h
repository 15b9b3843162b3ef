/* memo.h - short messages and their sound, such as letters that are typed or gone over: what was
 * said once sounds the same again, and needs no work. One thread. */
#pragma once

#include "speech/passage.h"
#include "speech/speech.h"

typedef struct _OqMemo OqMemo;

OqMemo *oq_memo_new(void);
void oq_memo_free(OqMemo *memo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqMemo, oq_memo_free)

/** oq_memo_key: (transfer full) (nullable): of an utterance that is a whole message; NULL: it is
 * too long to be kept. */
GBytes *oq_memo_key(const OqUtterance *utterance, const OqStyle *style);

/** oq_memo_recall: (transfer full) (nullable) */
OqSpeech *oq_memo_recall(const OqMemo *memo, GBytes *key);

void oq_memo_keep(OqMemo *memo, GBytes *key, OqSpeech *speech);
