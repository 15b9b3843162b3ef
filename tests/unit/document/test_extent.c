#include "document/extent.h"

static OqExtent *
make_extent(void)
{
	OqExtent *extent = oq_extent_new();
	oq_extent_set(extent, 0, 100);
	oq_extent_set(extent, 1, 0);
	oq_extent_set(extent, 2, 700);
	oq_extent_set(extent, 3, 200);
	return extent;
}

static void
test_there_and_back(void)
{
	g_autoptr(OqExtent) extent = make_extent();
	g_assert_cmpuint(oq_extent_total(extent), ==, 1000);
	g_assert_cmpuint(oq_extent_at(extent, 0), ==, 0);
	g_assert_cmpuint(oq_extent_at(extent, 0.0995), ==, 99);
	g_assert_cmpuint(oq_extent_at(extent, 0.1), ==, oq_document_place(2, 0));
	g_assert_cmpuint(oq_extent_at(extent, 0.9), ==, oq_document_place(3, 100));
	g_assert_cmpuint(oq_extent_at(extent, 1), ==, oq_document_place(3, 200));
	g_assert_cmpfloat_with_epsilon(
		oq_extent_fraction(extent, oq_document_place(2, 350)), 0.45, 1e-9);
	for (guint i = 0; i <= 1000; i++) {
		gdouble fraction = i / 1000.0;
		guint64 at = oq_extent_at(extent, fraction);
		g_assert_cmpfloat_with_epsilon(oq_extent_fraction(extent, at), fraction, 0.0011);
	}
}

static void
test_beyond(void)
{
	g_autoptr(OqExtent) extent = make_extent();
	g_assert_cmpuint(oq_extent_at(extent, -1), ==, 0);
	g_assert_cmpuint(oq_extent_at(extent, 7), ==, oq_document_place(3, 200));
	g_assert_cmpuint(
		oq_extent_at(extent, 0.0 / (gdouble)(oq_extent_total(extent) - 1000)), ==, 0);
	g_assert_cmpfloat(oq_extent_fraction(extent, oq_document_place(0, 5000)), ==, 0.1);
	g_assert_cmpfloat(oq_extent_fraction(extent, oq_document_place(9, 0)), ==, 1);
	g_assert_cmpfloat(oq_extent_fraction(extent, G_MAXUINT64), ==, 1);
}

static void
test_grows(void)
{
	g_autoptr(OqExtent) extent = make_extent();
	oq_extent_set(extent, 3, 1200);
	oq_extent_set(extent, 0, 0);
	g_assert_cmpuint(oq_extent_total(extent), ==, 1900);
	oq_extent_set(extent, 4, 100);
	g_assert_cmpfloat(oq_extent_fraction(extent, oq_document_place(4, 0)), ==, 0.95);
}

static void
test_nothing(void)
{
	g_autoptr(OqExtent) extent = oq_extent_new();
	g_assert_cmpuint(oq_extent_at(extent, 0.5), ==, 0);
	oq_extent_set(extent, 0, 0);
	g_assert_cmpuint(oq_extent_at(extent, 0.5), ==, 0);
	g_assert_cmpfloat(oq_extent_fraction(extent, 5), ==, 0);
	oq_extent_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/extent/there-and-back", test_there_and_back);
	g_test_add_func("/extent/beyond", test_beyond);
	g_test_add_func("/extent/grows", test_grows);
	g_test_add_func("/extent/nothing", test_nothing);
	return g_test_run();
}
