/* chain.c - see the header. */
#include "audio/chain/chain.h"

#include "audio/chain/resample.h"
#include "audio/chain/samples.h"

struct _OqChain {
	GPtrArray *stages; /* of OqStage */
	guint n_taken;     /* channels, which it has in all stages */
	guint n_channels;
	GArray *frames; /* of gfloat: what one stage gave and the next one takes */
	GArray *given;  /* of gfloat: what a stage is giving */
};

static void
free_stage(gpointer stage)
{
	oq_stage_free(stage);
}

OqChain *
oq_chain_new_empty(guint n_taken, guint n_channels)
{
	g_return_val_if_fail(n_taken > 0 && n_channels > 0, NULL);
	OqChain *chain = g_new0(OqChain, 1);
	chain->stages = g_ptr_array_new_with_free_func(free_stage);
	chain->n_taken = n_taken;
	chain->n_channels = n_channels;
	chain->frames = g_array_new(FALSE, FALSE, sizeof(gfloat));
	chain->given = g_array_new(FALSE, FALSE, sizeof(gfloat));
	return chain;
}

OqChain *
oq_chain_new(guint from_hz, guint to_hz, guint n_channels)
{
	g_return_val_if_fail(from_hz > 0 && to_hz > 0, NULL);
	OqChain *chain = oq_chain_new_empty(1, n_channels);
	if (from_hz != to_hz)
		oq_chain_append(chain, oq_resample_new(from_hz, to_hz, 1));
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

/* One channel goes into all, and all go into one in equal parts. */
static gfloat
sample(const OqChain *chain, const gfloat *frame, guint channel)
{
	gfloat sum = 0;
	if (chain->n_channels > 1)
		return frame[channel % chain->n_taken];
	for (guint k = 0; k < chain->n_taken; k++)
		sum += frame[k];
	return sum / (gfloat)chain->n_taken;
}

static void
give(const OqChain *chain, const gfloat *frames, gsize n_frames, GArray *out)
{
	if (chain->n_channels == chain->n_taken) {
		g_array_append_vals(out, frames, (guint)n_frames * chain->n_taken);
		return;
	}
	guint at = out->len;
	g_array_set_size(out, at + (guint)n_frames * chain->n_channels);
	for (gsize i = 0; i < n_frames; i++)
		for (guint k = 0; k < chain->n_channels; k++)
			g_array_index(out, gfloat, at++) =
				sample(chain, frames + i * chain->n_taken, k);
}

/* The frames go through the stages from @first on; the last one gives to @out itself, if it can. */
static void
run(OqChain *chain, guint first, const gfloat *frames, gsize n_frames, GArray *out)
{
	for (guint i = first; i < chain->stages->len; i++) {
		OqStage *stage = g_ptr_array_index(chain->stages, i);
		if (i + 1 == chain->stages->len && chain->n_channels == chain->n_taken) {
			stage->klass->add(stage, frames, n_frames, out);
			return;
		}
		g_array_set_size(chain->given, 0);
		stage->klass->add(stage, frames, n_frames, chain->given);
		GArray *given = chain->given;
		chain->given = chain->frames;
		chain->frames = given;
		frames = (const gfloat *)(gconstpointer)given->data;
		n_frames = given->len / chain->n_taken;
	}
	give(chain, frames, n_frames, out);
}

void
oq_chain_add_frames(OqChain *chain, const gfloat *frames, gsize n_frames, GArray *out)
{
	run(chain, 0, frames, n_frames, out);
}

void
oq_chain_add(OqChain *chain, const gint16 *samples, gsize n_frames, GArray *out)
{
	gsize n_samples = n_frames * chain->n_taken;
	guint before = out->len;
	if (chain->stages->len == 0 && chain->n_channels == chain->n_taken) {
		g_array_set_size(out, before + (guint)n_samples);
		oq_samples_to_float(samples, n_samples, &g_array_index(out, gfloat, before));
		return;
	}
	g_array_set_size(chain->frames, (guint)n_samples);
	gfloat *frames = (gfloat *)(gpointer)chain->frames->data;
	oq_samples_to_float(samples, n_samples, frames);
	run(chain, 0, frames, n_frames, out);
}

void
oq_chain_finish(OqChain *chain, GArray *out)
{
	for (guint i = 0; i < chain->stages->len; i++) {
		OqStage *stage = g_ptr_array_index(chain->stages, i);
		g_array_set_size(chain->frames, 0);
		if (stage->klass->finish != NULL)
			stage->klass->finish(stage, chain->frames);
		run(chain, i + 1, (const gfloat *)(gconstpointer)chain->frames->data,
			chain->frames->len / chain->n_taken, out);
	}
}
