/* desktop_case.h - what tests of the desktop share: a reader with the made voice, a device in
 * memory and a folder for turns. */
#pragma once

#include "audio/playing/device_memory.h"
#include "desktop/service.h"
#include "made_voice.h"

#include <glib/gstdio.h>

static const char desktop_case_text[] = "Бір екі үш. Төрт бес алты. Жеті сегіз тоғыз.";

typedef struct {
	char *runtime;
	OqSettings settings;
	OqNursery *nursery;
	OqReader *reader;
	OqDevice *device; /* (nullable): the last one that was opened; see desktop_case_device() */
	guint n_opened;
	gboolean has_no_device;
	GString *log; /* of whatever the test notes */
} DesktopCase;

static inline void
desktop_case_set_up(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	c->runtime = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_setenv("XDG_RUNTIME_DIR", c->runtime, TRUE);
	g_setenv("XDG_CONFIG_HOME", c->runtime, TRUE);
	g_unsetenv("DBUS_SESSION_BUS_ADDRESS");
	g_unsetenv("SPEECHD_ADDRESS");
	g_setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
	c->nursery = oq_nursery_new(NULL, made_voice_run, NULL, &error);
	g_assert_no_error(error);
	oq_settings_init(&c->settings);
	c->reader = oq_reader_new(&c->settings, c->nursery, notices, &error);
	g_assert_no_error(error);
	c->log = g_string_new(NULL);
}

static inline void
desktop_case_tear_down(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const names[] = {"oqyrman/turn", "oqyrman/turn.socket", "oqyrman", NULL};
	oq_reader_free(c->reader);
	oq_nursery_free(c->nursery);
	oq_settings_clear(&c->settings);
	g_string_free(c->log, TRUE);
	for (gsize i = 0; names[i] != NULL; i++) {
		g_autofree char *path = g_build_filename(c->runtime, names[i], NULL);
		g_remove(path);
	}
	g_assert_cmpint(g_rmdir(c->runtime), ==, 0);
	g_free(c->runtime);
}

/** An OqSpeakerOpen, whose data is the case. */
static inline OqDevice *
desktop_case_open(guint rate_hz, gpointer data, GCancellable *stop G_GNUC_UNUSED, GError **error)
{
	DesktopCase *c = data;
	if (c->has_no_device) {
		g_set_error_literal(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE, "no device");
		return NULL;
	}
	c->n_opened++;
	OqDevice *device = oq_device_memory_new(rate_hz, 40);
	g_atomic_pointer_set(&c->device, device);
	return device;
}

/** (nullable): of the test's thread. */
static inline OqDevice *
desktop_case_device(DesktopCase *c)
{
	return g_atomic_pointer_get(&c->device);
}

/** Lets the thread of the test go on, and what plays be heard. */
static inline void
desktop_case_step(DesktopCase *c)
{
	if (!g_main_context_iteration(NULL, FALSE))
		g_thread_yield();
	OqDevice *device = desktop_case_device(c);
	if (device != NULL && oq_device_memory_is_running(device))
		oq_device_memory_hear(device, 20);
}

#define desktop_case_until(c, condition)                                                           \
	G_STMT_START                                                                               \
	{                                                                                          \
		while (!(condition))                                                               \
			desktop_case_step(c);                                                      \
	}                                                                                          \
	G_STMT_END

#define DESKTOP_CASE_ADD(name, test)                                                               \
	g_test_add(name, DesktopCase, NULL, desktop_case_set_up, test, desktop_case_tear_down)
