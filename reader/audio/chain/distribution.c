/* distribution.c - see the header. */
#include "audio/chain/distribution.h"

#include <math.h>

#define LEAST_LUFS (-70.0)
#define STEPS_A_LU 100

/* Up to +30 LUFS, which no sound in full scale reaches. */
enum { N_STEPS = 100 * STEPS_A_LU };

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
	double step = floor((lufs - LEAST_LUFS) * STEPS_A_LU);
	if (!(step >= 0))
		return;
	Step *at = &distribution->steps[MIN((guint)step, N_STEPS - 1)];
	at->n++;
	at->power += power;
}

/* Of the steps whose own mean is at least @least. */
static Step
sum(const OqDistribution *distribution, double least)
{
	Step all = {0};
	for (guint i = 0; i < N_STEPS; i++) {
		const Step *step = &distribution->steps[i];
		if (step->n == 0 || step->power < least * (double)step->n)
			continue;
		all.n += step->n;
		all.power += step->power;
	}
	return all;
}

static double
gate(const OqDistribution *distribution, double gate_lu)
{
	Step all = sum(distribution, 0);
	return all.n > 0 ? all.power / (double)all.n * pow(10, -gate_lu / 10) : 0;
}

double
oq_distribution_mean(const OqDistribution *distribution, double gate_lu)
{
	Step all = sum(distribution, gate(distribution, gate_lu));
	return all.n > 0 ? all.power / (double)all.n : 0;
}

/* The step in which the one that is number @at from below is. */
static guint
find(const OqDistribution *distribution, double least, double at)
{
	double n = 0;
	for (guint i = 0; i < N_STEPS; i++) {
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
oq_distribution_range(const OqDistribution *distribution, double gate_lu)
{
	double least = gate(distribution, gate_lu);
	Step all = sum(distribution, least);
	if (all.n == 0)
		return 0;
	double last = (double)(all.n - 1);
	guint low = find(distribution, least, floor(last * 0.10 + 0.5));
	guint high = find(distribution, least, floor(last * 0.95 + 0.5));
	return (double)(high - low) / STEPS_A_LU;
}
