/* distribution.c - see the header. */
#include "audio/chain/distribution.h"

#include <math.h>

#define FIRST_LUFS (-140.0)
#define STEPS_A_LU 100

/* Up to +60 LUFS: sound that is not limited yet may be beyond full scale. */
enum { N_STEPS = 200 * STEPS_A_LU };

typedef struct {
	guint64 n;
	double power; /* of all n */
} Step;

struct _OqDistribution {
	Step steps[N_STEPS];
};

OqDistribution *
oq_distribution_new(void)
{
	return g_new0(OqDistribution, 1);
}

void
oq_distribution_free(OqDistribution *distribution)
{
	g_free(distribution);
}

void
oq_distribution_add(OqDistribution *distribution, double lufs, double power)
{
	double step = floor((lufs - FIRST_LUFS) * STEPS_A_LU);
	if (!(step >= 0))
		return;
	Step *at = &distribution->steps[MIN((guint)step, N_STEPS - 1)];
	at->n++;
	at->power += power;
}

/* Of the steps from @first on whose own mean is at least @least. */
static Step
sum(const OqDistribution *distribution, guint first, double least)
{
	Step all = {0};
	for (guint i = first; i < N_STEPS; i++) {
		const Step *step = &distribution->steps[i];
		if (step->n == 0 || step->power < least * (double)step->n)
			continue;
		all.n += step->n;
		all.power += step->power;
	}
	return all;
}

static guint
first_step(OqGate gate)
{
	return (guint)CLAMP(ceil((gate.least_lufs - FIRST_LUFS) * STEPS_A_LU), 0, N_STEPS);
}

static double
mean(Step all)
{
	return all.n > 0 ? all.power / (double)all.n : 0;
}

static double
least_power(const OqDistribution *distribution, OqGate gate)
{
	return mean(sum(distribution, first_step(gate), 0)) * pow(10, -gate.below_lu / 10);
}

double
oq_distribution_mean(const OqDistribution *distribution, OqGate gate)
{
	return mean(sum(distribution, first_step(gate), least_power(distribution, gate)));
}

/* The step in which the one that is number @at of those that count is. */
static guint
find(const OqDistribution *distribution, guint first, double least, double at)
{
	double n = 0;
	for (guint i = first; i < N_STEPS; i++) {
		const Step *step = &distribution->steps[i];
		if (step->n == 0 || step->power < least * (double)step->n)
			continue;
		n += (double)step->n;
		if (n > at)
			return i;
	}
	return 0;
}

double
oq_distribution_range(const OqDistribution *distribution, OqGate gate)
{
	guint first = first_step(gate);
	double least = least_power(distribution, gate);
	Step all = sum(distribution, first, least);
	if (all.n == 0)
		return 0;
	double last = (double)(all.n - 1);
	guint low = find(distribution, first, least, floor(last * 0.10 + 0.5));
	guint high = find(distribution, first, least, floor(last * 0.95 + 0.5));
	return (double)(high - low) / STEPS_A_LU;
}
