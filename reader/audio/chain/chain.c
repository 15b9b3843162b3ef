/* chain.c - see the header. */
#include "audio/chain/chain.h"

#include "audio/chain/resample.h"
#include "audio/chain/samples.h"

struct _OqChain {
	GPtrArray *stages; /* of OqStage */
	guint n_channels;
	GArray *frames; /* of gfloat, mono: what one stage gave and the next one takes */
	GArray *given;  /* of gfloat: what a stage is giving */
};

static void
free_stage(gpointer stage)
{
	oq_stage_free(stage);
}

OqChain *
oq_chain_new(guint from_hz, guint to_hz, guint n_channels)
{
	g_return_val_if_fail(from_hz > 0 && to_hz > 0 && n_channels > 0, NULL);
	OqChain *chain = g_new0(OqChain, 1);
	chain->stages = g_ptr_array_new_with_free_func(free_stage);
	chain->n_channels = n_channels;
	chain->frames = g_array_new(FALSE, FALSE, sizeof(gfloat));
	chain->given = g_array_new(FALSE, FALSE, sizeof(gfloat));
	if (from_hz != to_hz)
		oq_chain_append(chain, oq_resample_new(from_hz, to_hz));
	return chain;
}

void
oq_chain_free(OqChain *chain)
{
	if (chain == NULL)
		return;
	g_ptr_array_unref(chain->stages);
	g_array_unref(chain->frames);
	g_array_unref(chain->given);
	g_free(chain);
}

void
oq_chain_append(OqChain *chain, OqStage *stage)
{
	g_ptr_array_add(chain->stages, stage);
}

/* Repeats each frame for all channels. */
static void
give(const OqChain *chain, GArray *out)
{
	if (chain->n_channels == 1) {
		g_array_append_vals(out, chain->frames->data, chain->frames->len);
		return;
	}
	guint at = out->len;
	g_array_set_size(out, at + chain->frames->len * chain->n_channels);
	for (guint i = 0; i < chain->frames->len; i++)
		for (guint k = 0; k < chain->n_channels; k++)
			g_array_index(out, gfloat, at++) = g_array_index(chain->frames, gfloat, i);
}

/* What is in chain->frames goes through the stages from @first on. */
static void
run(OqChain *chain, guint first, GArray *out)
{
	for (guint i = first; i < chain->stages->len; i++) {
		OqStage *stage = g_ptr_array_index(chain->stages, i);
		GArray *taken = chain->frames;
		g_array_set_size(chain->given, 0);
		stage->klass->add(stage, (const gfloat *)(gconstpointer)taken->data, taken->len,
			chain->given);
		chain->frames = chain->given;
		chain->given = taken;
	}
	give(chain, out);
}

void
oq_chain_add(OqChain *chain, const gint16 *samples, gsize n_frames, GArray *out)
{
	g_array_set_size(chain->frames, (guint)n_frames);
	oq_samples_to_float(samples, n_frames, (gfloat *)(gpointer)chain->frames->data);
	run(chain, 0, out);
}

void
oq_chain_finish(OqChain *chain, GArray *out)
{
	for (guint i = 0; i < chain->stages->len; i++) {
		OqStage *stage = g_ptr_array_index(chain->stages, i);
		g_array_set_size(chain->frames, 0);
		if (stage->klass->finish != NULL)
			stage->klass->finish(stage, chain->frames);
		run(chain, i + 1, out);
	}
}
