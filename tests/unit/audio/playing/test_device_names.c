#include "audio/playing/device_names.h"

#include <string.h>

#include "audio/playing/device.h"

static GPtrArray *
names_of(const char *list)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_auto(GStrv) all = g_strsplit(list, " ", -1);
	for (guint i = 0; all[i] != NULL; i++)
		g_ptr_array_add(names, g_strdup(all[i]));
	return names;
}

static void
test_found(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) names = names_of("Ас_үй Бөлме Бөлмелер hw:2 2nd");
	g_assert_cmpint(oq_device_names_find(names, "Бөлме", &error), ==, 1);
	g_assert_cmpint(oq_device_names_find(names, "МЕЛЕР", &error), ==, 2);
	g_assert_cmpint(oq_device_names_find(names, "3", &error), ==, 3);
	g_assert_cmpint(oq_device_names_find(names, "0", &error), ==, 0);
	g_assert_cmpint(oq_device_names_find(names, "2n", &error), ==, 4);
	g_assert_no_error(error);
}

static void
assert_not_found(const GPtrArray *names, const char *wanted, const char *named)
{
	g_autoptr(GError) error = NULL;
	g_assert_cmpint(oq_device_names_find(names, wanted, &error), ==, -1);
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE);
	g_assert_nonnull(strstr(error->message, named));
}

static void
test_not_found(void)
{
	g_autoptr(GPtrArray) names = names_of("Бөлме Бөлмелер");
	g_autoptr(GPtrArray) none = g_ptr_array_new();
	assert_not_found(names, "бөл", "several");
	assert_not_found(names, "2", "'2'");
	assert_not_found(names, "\xff", "oqyrman voices");
	assert_not_found(none, "0", "'0'");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/device-names/found", test_found);
	g_test_add_func("/device-names/not-found", test_not_found);
	return g_test_run();
}
