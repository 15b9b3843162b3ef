#include "audio/playing/introduce.h"

#include <glib.h>

static void
forget(void)
{
	g_unsetenv("PULSE_PROP");
	g_unsetenv("PULSE_PROP_OVERRIDE");
	g_unsetenv("PIPEWIRE_ALSA");
	g_unsetenv("PIPEWIRE_PROPS");
}

static void
test_set(void)
{
	forget();
	oq_introduce("A \"reader\" \\");
	g_assert_cmpstr(
		g_getenv("PULSE_PROP_OVERRIDE"), ==, "application.name=\"A \\\"reader\\\" \\\\\"");
	g_assert_cmpstr(g_getenv("PULSE_PROP"), ==,
		"application.icon_name=preferences-desktop-accessibility media.role=a11y");
	g_assert_cmpstr(g_getenv("PIPEWIRE_ALSA"), ==,
		"{ application.name = \"A \\\"reader\\\" \\\\\" "
		"node.description = \"A \\\"reader\\\" \\\\\" "
		"application.icon-name = \"preferences-desktop-accessibility\" "
		"media.role = \"Accessibility\" }");
	g_assert_cmpstr(g_getenv("PIPEWIRE_PROPS"), ==, g_getenv("PIPEWIRE_ALSA"));
}

static void
test_users_own(void)
{
	forget();
	g_setenv("PULSE_PROP", "media.role=music", TRUE);
	oq_introduce("A reader");
	g_assert_cmpstr(g_getenv("PULSE_PROP"), ==, "media.role=music");
	g_assert_nonnull(g_getenv("PIPEWIRE_PROPS"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/introduce/set", test_set);
	g_test_add_func("/introduce/users-own", test_users_own);
	return g_test_run();
}
