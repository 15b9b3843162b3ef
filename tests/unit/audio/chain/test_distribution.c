#include "audio/chain/distribution.h"

#include <math.h>

static void
add(OqDistribution *distribution, double lufs, guint n)
{
	for (guint i = 0; i < n; i++)
		oq_distribution_add(distribution, lufs, pow(10, lufs / 10));
}

static double
mean_lufs(const OqDistribution *distribution, double below_lu)
{
	const OqGate gate = {-70, below_lu};
	return 10 * log10(oq_distribution_mean(distribution, gate));
}

static void
test_mean(void)
{
	g_autoptr(OqDistribution) distribution = oq_distribution_new();
	g_assert_true(isinf(mean_lufs(distribution, 10)));
	add(distribution, -23.456, 10);
	g_assert_cmpfloat(fabs(mean_lufs(distribution, 10) + 23.456), <, 1e-9);
	add(distribution, -40, 10); /* is below the gate */
	g_assert_cmpfloat(fabs(mean_lufs(distribution, 10) + 23.456), <, 1e-9);
	g_assert_cmpfloat(fabs(mean_lufs(distribution, 30) + 26.37), <, 0.01);
}

/* What is too soft does not count at all; what is too loud to be true does. */
static void
test_ends(void)
{
	const OqGate low_gate = {-80, 10};
	g_autoptr(OqDistribution) distribution = oq_distribution_new();
	add(distribution, -70.1, 1000);
	oq_distribution_add(distribution, -INFINITY, 0);
	oq_distribution_add(distribution, NAN, 0);
	g_assert_true(isinf(mean_lufs(distribution, 10)));
	g_assert_cmpfloat(
		fabs(10 * log10(oq_distribution_mean(distribution, low_gate)) + 70.1), <, 1e-9);
	add(distribution, 90, 1);
	g_assert_cmpfloat(fabs(mean_lufs(distribution, 10) - 90), <, 1e-9);
}

static void
test_range(void)
{
	const OqGate gate = {-70, 20};
	g_autoptr(OqDistribution) distribution = oq_distribution_new();
	g_assert_cmpfloat(oq_distribution_range(distribution, gate), ==, 0);
	for (guint i = 0; i <= 100; i++)
		add(distribution, -30 + i / 10.0, 1);
	g_assert_cmpfloat(fabs(oq_distribution_range(distribution, gate) - 8.5), <, 0.02);
	add(distribution, -60, 100); /* is below the gate */
	g_assert_cmpfloat(fabs(oq_distribution_range(distribution, gate) - 8.5), <, 0.02);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/distribution/mean", test_mean);
	g_test_add_func("/distribution/ends", test_ends);
	g_test_add_func("/distribution/range", test_range);
	return g_test_run();
}
