/* data_control.c - see the header. */
#include "desktop/selection/data_control.h"

#include <string.h>

/* Libwayland would have them writable, and never writes. */
#define TYPES(family, n) ((const struct wl_interface **)(guintptr)(family##_types + (n)))

/* Signatures: n a new object, o an object, ? or none, s a string, h a descriptor; before them since
 * which version. */
#define DEFINE(family, name, v, since)                                                             \
	static const struct wl_interface family##_source, family##_offer, family##_device,         \
		family##_manager;                                                                  \
	static const struct wl_interface *const family##_types[] = {NULL, NULL, &family##_source,  \
		&family##_offer, &family##_device, &wl_seat_interface};                            \
	static const struct wl_message family##_source_requests[] = {                              \
		{"offer", "s", TYPES(family, 0)}, {"destroy", "", TYPES(family, 0)}};              \
	static const struct wl_message family##_source_events[] = {                                \
		{"send", "sh", TYPES(family, 0)}, {"cancelled", "", TYPES(family, 0)}};            \
	static const struct wl_interface family##_source = {                                       \
		name "source_v1", v, 2, family##_source_requests, 2, family##_source_events};      \
	static const struct wl_message family##_offer_requests[] = {                               \
		{"receive", "sh", TYPES(family, 0)}, {"destroy", "", TYPES(family, 0)}};           \
	static const struct wl_message family##_offer_events[] = {                                 \
		{"offer", "s", TYPES(family, 0)}};                                                 \
	static const struct wl_interface family##_offer = {                                        \
		name "offer_v1", v, 2, family##_offer_requests, 1, family##_offer_events};         \
	static const struct wl_message family##_device_requests[] = {                              \
		{"set_selection", "?o", TYPES(family, 2)}, {"destroy", "", TYPES(family, 0)},      \
		{"set_primary_selection", since "?o", TYPES(family, 2)}};                          \
	static const struct wl_message family##_device_events[] = {                                \
		{"data_offer", "n", TYPES(family, 3)}, {"selection", "?o", TYPES(family, 3)},      \
		{"finished", "", TYPES(family, 0)},                                                \
		{"primary_selection", since "?o", TYPES(family, 3)}};                              \
	static const struct wl_interface family##_device = {                                       \
		name "device_v1", v, 3, family##_device_requests, 4, family##_device_events};      \
	static const struct wl_message family##_manager_requests[] = {                             \
		{"create_data_source", "n", TYPES(family, 2)},                                     \
		{"get_data_device", "no", TYPES(family, 4)}, {"destroy", "", TYPES(family, 0)}};   \
	static const struct wl_interface family##_manager = {                                      \
		name "manager_v1", v, 3, family##_manager_requests, 0, NULL};

DEFINE(ext, "ext_data_control_", 1, "")
DEFINE(wlr, "zwlr_data_control_", 2, "2")

static const OqDataControl families[] = {
	{&ext_manager, &ext_device, &ext_offer, 1},
	{&wlr_manager, &wlr_device, &wlr_offer, 2},
};

const OqDataControl *
oq_data_control_find(const char *interface, guint32 version)
{
	for (guint i = 0; i < G_N_ELEMENTS(families); i++)
		if (strcmp(interface, families[i].manager->name) == 0 &&
			version >= families[i].version)
			return &families[i];
	return NULL;
}

void
oq_data_control_see(OqOffered *offered, const char *type)
{
	/* The best one last. */
	static const char *const types[] = {
		"text/plain", "UTF8_STRING", "text/plain;charset=utf-8"};

	if (strcmp(type, "x-kde-passwordManagerHint") == 0)
		offered->is_secret = TRUE;
	for (guint i = offered->rank; i < G_N_ELEMENTS(types); i++)
		if (g_ascii_strcasecmp(type, types[i]) == 0) {
			offered->rank = i + 1;
			g_free(offered->type);
			offered->type = g_strdup(type);
		}
}

void
oq_data_control_clear(OqOffered *offered)
{
	g_free(offered->type);
	*offered = (OqOffered){0};
}
