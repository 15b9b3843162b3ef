#include "open/loaders/odt/odt_objects.h"

#include "made_zip.h"
#include "nameless.h"

static void
test_formula(void)
{
	const char *const members[] = {"Object 1/content.xml",
		"<math><mi>a</mi><mo>+</mo><mi>b</mi></math>", "b/content.xml", "<table/>",
		"c/content.xml", "<math><mi>a</mi><mo>", NULL};
	g_autoptr(GBytes) zip = made_zip_of(FALSE, members);
	gsize n_bytes;
	const void *bytes = g_bytes_get_data(zip, &n_bytes);
	const OqOpenJob job = {
		.fd = nameless_new(bytes, n_bytes), .n_bytes = n_bytes, .extension = ""};
	g_autoptr(OqOdtObjects) objects = oq_odt_objects_new(&job);
	g_autofree char *formula = oq_odt_objects_formula(objects, "./Object 1");
	g_autofree char *again = oq_odt_objects_formula(objects, "Object 1/");
	g_autofree char *cut = oq_odt_objects_formula(objects, "c");
	g_assert_cmpstr(formula, ==, "a+b");
	g_assert_cmpstr(again, ==, "a+b");
	g_assert_cmpstr(cut, ==, "a");
	g_assert_null(oq_odt_objects_formula(objects, "b"));
	g_assert_null(oq_odt_objects_formula(objects, "../x"));
	g_assert_null(oq_odt_objects_formula(objects, NULL));
	oq_odt_objects_free(NULL);
	close(job.fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/odt_objects/formula", test_formula);
	return g_test_run();
}
