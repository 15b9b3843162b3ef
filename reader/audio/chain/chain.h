/* chain.h - from speech to what a sink takes: 16-bit samples, or frames, become float frames, full
 * scale 1.
 *
 * The frames go through the stages one after the other; behind the last one a channel is repeated
 * for each that there should be, or several become one. A chain that has nothing to change gives
 * what oq_samples_to_float() gives. The same samples, in whatever portions, give the same frames.
 * One thread at a time. */
#pragma once

#include "audio/chain/stage.h"

typedef struct _OqChain OqChain;

/** oq_chain_new: for speech, mono; changes the rate first, if it has to be changed. */
OqChain *oq_chain_new(guint from_hz, guint to_hz, guint n_channels);

/** oq_chain_new_empty: without a stage; takes frames of @n_taken channels, as its stages do. */
OqChain *oq_chain_new_empty(guint n_taken, guint n_channels);
void oq_chain_free(OqChain *chain);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqChain, oq_chain_free)

/** oq_chain_append: @stage: (transfer full): comes behind those there are; before the first add. */
void oq_chain_append(OqChain *chain, OqStage *stage);

/** oq_chain_add: @out: of gfloat: receives, at its end, the interleaved frames that can be told. */
void oq_chain_add(OqChain *chain, const gint16 *samples, gsize n_frames, GArray *out);

/** oq_chain_add_frames: the same for what is float already. */
void oq_chain_add_frames(OqChain *chain, const gfloat *frames, gsize n_frames, GArray *out);

/** oq_chain_finish: the stream ends; appends the rest. Then only free is allowed. */
void oq_chain_finish(OqChain *chain, GArray *out);
