#include "desktop/selection/data_control.h"

#include <string.h>

/* As many kinds as there are arguments; objects that are made have theirs. */
static void
check_message(const struct wl_message *message, guint32 version)
{
	const char *signature = message->signature;

	if (g_ascii_isdigit(*signature))
		g_assert_cmpuint(*signature++ - '0', <=, version);
	for (guint i = 0; *signature != '\0'; signature++) {
		g_assert_nonnull(strchr("?nosh", *signature));
		if (*signature == '?')
			continue;
		if (*signature == 'n' || *signature == 'o')
			g_assert_nonnull(message->types[i]);
		else
			g_assert_null(message->types[i]);
		i++;
	}
}

static void
check_interface(
	const struct wl_interface *interface, const char *family, const char *name, guint32 version)
{
	g_autofree char *wanted = g_strconcat(family, name, NULL);

	g_assert_cmpstr(interface->name, ==, wanted);
	g_assert_cmpint(interface->version, ==, version);
	for (int i = 0; i < interface->method_count; i++)
		check_message(&interface->methods[i], version);
	for (int i = 0; i < interface->event_count; i++)
		check_message(&interface->events[i], version);
}

static void
check_numbers(const OqDataControl *control)
{
	const struct wl_message *get_device = &control->manager->methods[OQ_MANAGER_GET_DEVICE];

	g_assert_cmpstr(get_device->name, ==, "get_data_device");
	g_assert_true(get_device->types[0] == control->device);
	g_assert_true(get_device->types[1] == &wl_seat_interface);
	g_assert_cmpstr(control->device->events[OQ_DEVICE_OFFER].name, ==, "data_offer");
	g_assert_true(control->device->events[OQ_DEVICE_OFFER].types[0] == control->offer);
	g_assert_cmpstr(control->device->events[OQ_DEVICE_SELECTION].name, ==, "selection");
	g_assert_cmpstr(control->device->events[OQ_DEVICE_FINISHED].name, ==, "finished");
	g_assert_cmpstr(control->device->events[OQ_DEVICE_PRIMARY].name, ==, "primary_selection");
	g_assert_true(control->device->events[OQ_DEVICE_PRIMARY].types[0] == control->offer);
	g_assert_cmpstr(control->offer->methods[OQ_OFFER_RECEIVE].name, ==, "receive");
	g_assert_cmpstr(control->offer->events[OQ_OFFER_TYPE].name, ==, "offer");
}

static void
check_family(const char *family, guint32 version)
{
	g_autofree char *manager = g_strconcat(family, "manager_v1", NULL);
	const OqDataControl *control = oq_data_control_find(manager, version + 1);

	g_assert_true(control == oq_data_control_find(manager, version));
	g_assert_null(oq_data_control_find(manager, version - 1));
	g_assert_cmpuint(control->version, ==, version);
	check_interface(control->manager, family, "manager_v1", version);
	check_interface(control->device, family, "device_v1", version);
	check_interface(control->offer, family, "offer_v1", version);
	check_interface(control->manager->methods[0].types[0], family, "source_v1", version);
	check_numbers(control);
}

static void
test_families(void)
{
	check_family("ext_data_control_", 1);
	check_family("zwlr_data_control_", 2);
	g_assert_null(oq_data_control_find("wl_seat", 7));
}

static void
test_types(void)
{
	OqOffered offered = {0};

	oq_data_control_see(&offered, "image/png");
	g_assert_null(offered.type);
	oq_data_control_see(&offered, "text/plain");
	g_assert_cmpstr(offered.type, ==, "text/plain");
	oq_data_control_see(&offered, "TEXT/plain;charset=UTF-8");
	oq_data_control_see(&offered, "UTF8_STRING");
	oq_data_control_see(&offered, "text/plain");
	g_assert_cmpstr(offered.type, ==, "TEXT/plain;charset=UTF-8");
	g_assert_false(offered.is_secret);
	oq_data_control_see(&offered, "x-kde-passwordManagerHint");
	g_assert_true(offered.is_secret);
	oq_data_control_clear(&offered);
	g_assert_null(offered.type);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/data-control/families", test_families);
	g_test_add_func("/data-control/types", test_types);
	return g_test_run();
}
