#include "audio/chain/chain.h"

#include "audio/chain/resample.h"
#include "audio/chain/samples.h"

#include <math.h>

enum { RATE_HZ = 22050, N_FRAMES = 20001 };

static gint16 *
new_noise(void)
{
	guint32 state = 1;
	gint16 *samples = g_new(gint16, N_FRAMES);
	for (guint i = 0; i < N_FRAMES; i++) {
		state = state * 1664525 + 1013904223;
		samples[i] = (gint16)(state >> 16);
	}
	return samples;
}

/* What the chain gives, fed with portions of n. */
static GArray *
through(OqChain *chain, const gint16 *samples, gsize n)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(gfloat));
	for (gsize i = 0; i < N_FRAMES; i += n)
		oq_chain_add(chain, samples + i, MIN(n, N_FRAMES - i), out);
	oq_chain_add(chain, NULL, 0, out);
	oq_chain_finish(chain, out);
	return out;
}

static void
assert_same(const GArray *got, const gfloat *expected, gsize n)
{
	g_assert_cmpmem(got->data, got->len * sizeof(gfloat), expected, n * sizeof(gfloat));
}

static void
test_nothing_to_do(void)
{
	g_autofree gint16 *samples = new_noise();
	g_autofree gfloat *expected = g_new(gfloat, N_FRAMES);
	g_autoptr(OqChain) chain = oq_chain_new(RATE_HZ, RATE_HZ, 1);
	g_autoptr(GArray) out = through(chain, samples, 777);
	oq_samples_to_float(samples, N_FRAMES, expected);
	assert_same(out, expected, N_FRAMES);
}

/* As the stage alone does it, the rest that only the end brings included. */
static void
test_rate(void)
{
	g_autofree gint16 *samples = new_noise();
	g_autofree gfloat *frames = g_new(gfloat, N_FRAMES);
	g_autoptr(OqChain) chain = oq_chain_new(RATE_HZ, 48000, 1);
	g_autoptr(GArray) out = through(chain, samples, 777);
	g_autoptr(OqStage) resample = oq_resample_new(RATE_HZ, 48000, 1);
	g_autoptr(GArray) expected = g_array_new(FALSE, FALSE, sizeof(gfloat));
	oq_samples_to_float(samples, N_FRAMES, frames);
	resample->klass->add(resample, frames, N_FRAMES, expected);
	resample->klass->finish(resample, expected);
	g_assert_cmpuint(out->len, ==, (guint)lrint(N_FRAMES * 48000.0 / RATE_HZ));
	assert_same(out, (const gfloat *)(gpointer)expected->data, expected->len);
}

static void
test_channels(void)
{
	g_autofree gint16 *samples = new_noise();
	g_autofree gfloat *frames = g_new(gfloat, N_FRAMES);
	g_autoptr(OqChain) chain = oq_chain_new(RATE_HZ, RATE_HZ, 2);
	g_autoptr(GArray) out = through(chain, samples, 5000);
	oq_samples_to_float(samples, N_FRAMES, frames);
	g_assert_cmpuint(out->len, ==, 2 * N_FRAMES);
	for (guint i = 0; i < out->len; i++)
		g_assert_cmpfloat(g_array_index(out, gfloat, i), ==, frames[i / 2]);
}

/* A stage that adds one more to each frame, and gives it when the next one is known. */
typedef struct {
	OqStage stage;
	gfloat addend;
	gfloat held;
	gboolean holds;
	guint *n_freed;
} Late;

static void
add_late(OqStage *stage, const gfloat *frames, gsize n_frames, GArray *out)
{
	Late *late = (Late *)stage;
	for (gsize i = 0; i < n_frames; i++) {
		if (late->holds)
			g_array_append_val(out, late->held);
		late->held = frames[i] + late->addend;
		late->holds = TRUE;
	}
}

static void
finish_late(OqStage *stage, GArray *out)
{
	g_array_append_val(out, ((Late *)stage)->held);
}

static void
free_late(OqStage *stage)
{
	(*((Late *)stage)->n_freed)++;
	g_free(stage);
}

static const OqStageClass late_class = {.add = add_late, .finish = finish_late, .free = free_late};

/* A stage that holds nothing back. */
static void
add_doubled(OqStage *stage, const gfloat *frames, gsize n_frames, GArray *out)
{
	(void)stage;
	for (gsize i = 0; i < n_frames; i++) {
		gfloat frame = 2 * frames[i];
		g_array_append_val(out, frame);
	}
}

static void
free_doubled(OqStage *stage)
{
	g_free(stage);
}

static const OqStageClass doubled_class = {.add = add_doubled, .free = free_doubled};

static OqStage *
new_late(gfloat addend, guint *n_freed)
{
	Late *late = g_new0(Late, 1);
	*late = (Late){.stage = {&late_class}, .addend = addend, .n_freed = n_freed};
	return &late->stage;
}

/* In their order, and what each one holds back goes through all behind it. */
static void
test_stages(void)
{
	guint n_freed = 0;
	g_autofree gint16 *samples = new_noise();
	g_autofree gfloat *frames = g_new(gfloat, N_FRAMES);
	OqStage *doubled = g_new0(OqStage, 1);
	doubled->klass = &doubled_class;
	OqChain *chain = oq_chain_new(RATE_HZ, RATE_HZ, 1);
	oq_chain_append(chain, new_late(1, &n_freed));
	oq_chain_append(chain, doubled);
	oq_chain_append(chain, new_late(0.25f, &n_freed));
	g_autoptr(GArray) out = through(chain, samples, 1);
	oq_samples_to_float(samples, N_FRAMES, frames);
	for (guint i = 0; i < N_FRAMES; i++)
		frames[i] = 2 * (frames[i] + 1) + 0.25f;
	assert_same(out, frames, N_FRAMES);
	oq_chain_free(chain);
	g_assert_cmpuint(n_freed, ==, 2);
	oq_chain_free(NULL);
}

static void
test_portions(void)
{
	const gsize portions[] = {1, 100, 8192};
	g_autofree gint16 *samples = new_noise();
	g_autoptr(OqChain) whole = oq_chain_new(RATE_HZ, 44100, 2);
	g_autoptr(GArray) expected = through(whole, samples, N_FRAMES);
	for (guint i = 0; i < G_N_ELEMENTS(portions); i++) {
		g_autoptr(OqChain) chain = oq_chain_new(RATE_HZ, 44100, 2);
		g_autoptr(GArray) out = through(chain, samples, portions[i]);
		assert_same(out, (const gfloat *)(gpointer)expected->data, expected->len);
	}
}

/* What is float already goes the same way, and two channels may become one. */
static void
test_frames(void)
{
	const gfloat wide[] = {0.5f, 0.25f, -1, 1};
	const gfloat narrow[] = {0.375f, 0};
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(gfloat));
	g_autoptr(OqChain) chain = oq_chain_new_empty(2, 2);
	g_autoptr(OqChain) mixing = oq_chain_new_empty(2, 1);
	oq_chain_add_frames(chain, wide, 2, out);
	oq_chain_finish(chain, out);
	assert_same(out, wide, 4);
	g_assert_cmpuint(out->len, ==, 4);
	g_array_set_size(out, 0);
	oq_chain_append(mixing, oq_resample_new(RATE_HZ, RATE_HZ * 2, 2));
	oq_chain_finish(mixing, out);
	g_assert_cmpuint(out->len, ==, 0);
	g_autoptr(OqChain) plain = oq_chain_new_empty(2, 1);
	oq_chain_add_frames(plain, wide, 2, out);
	assert_same(out, narrow, 2);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chain/nothing-to-do", test_nothing_to_do);
	g_test_add_func("/chain/rate", test_rate);
	g_test_add_func("/chain/channels", test_channels);
	g_test_add_func("/chain/stages", test_stages);
	g_test_add_func("/chain/portions", test_portions);
	g_test_add_func("/chain/frames", test_frames);
	return g_test_run();
}
