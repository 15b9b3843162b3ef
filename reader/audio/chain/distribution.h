/* distribution.h - how often sound was how loud: powers, counted in steps of a hundredth of a
 * decibel from -70 LUFS on. Memory does not grow. */
#pragma once

#include <glib.h>

typedef struct _OqDistribution OqDistribution;

OqDistribution *oq_distribution_new(void);
void oq_distribution_free(OqDistribution *distribution);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqDistribution, oq_distribution_free)

/** oq_distribution_add: what is softer than -70 LUFS does not count. */
void oq_distribution_add(OqDistribution *distribution, double lufs, double power);

/** oq_distribution_mean: of the powers that are at most @gate_lu below the mean of all; 0: there
 * are none. */
double oq_distribution_mean(const OqDistribution *distribution, double gate_lu);

/** oq_distribution_range: from the 10th to the 95th percentile, in LU, of those that are at most
 * @gate_lu below the mean; 0 when there are none. */
double oq_distribution_range(const OqDistribution *distribution, double gate_lu);
