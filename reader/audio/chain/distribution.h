/* distribution.h - how often sound was how loud: powers, counted in steps of a hundredth of a
 * decibel. Memory does not grow. */
#pragma once

#include <glib.h>

typedef struct _OqDistribution OqDistribution;

OqDistribution *oq_distribution_new(void);
void oq_distribution_free(OqDistribution *distribution);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqDistribution, oq_distribution_free)

/** oq_distribution_add: what is softer than -140 LUFS does not count. */
void oq_distribution_add(OqDistribution *distribution, double lufs, double power);

/** What counts: all that is not softer than @least_lufs, nor by more than @below_lu softer than
 * the mean of that. */
typedef struct {
	double least_lufs;
	double below_lu;
} OqGate;

/** oq_distribution_mean: of the powers that count; 0: there are none. */
double oq_distribution_mean(const OqDistribution *distribution, OqGate gate);

/** oq_distribution_range: from the 10th to the 95th percentile, in LU; 0 when there are none. */
double oq_distribution_range(const OqDistribution *distribution, OqGate gate);
