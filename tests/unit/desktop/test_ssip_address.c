#include "desktop/ssip_address.h"

#include <glib/gstdio.h>

/* (nullable) */
static char *
find(const char *address)
{
	if (address != NULL)
		g_setenv("SPEECHD_ADDRESS", address, TRUE);
	else
		g_unsetenv("SPEECHD_ADDRESS");
	g_autoptr(GSocketConnectable) found = oq_ssip_address_find();
	return found != NULL ? g_socket_connectable_to_string(found) : NULL;
}

static void
assert_found(const char *address, const char *wanted)
{
	g_autofree char *found = find(address);

	g_assert_cmpstr(found, ==, wanted);
}

static void
test_told(void)
{
	assert_found("unix_socket:/run/a b", "/run/a b");
	assert_found("inet_socket:127.0.0.1:7000", "127.0.0.1:7000");
	assert_found("inet_socket:127.0.0.1", "127.0.0.1:6560");
	assert_found("inet_socket:[", NULL);
	assert_found("unix_socket:", NULL);
	assert_found("pigeon:/run/a", NULL);
	assert_found("/run/a", NULL);
}

static void
make_file(const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *parent = g_path_get_dirname(path);

	g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
	g_assert_true(g_file_set_contents(path, "", 0, NULL));
}

static void
test_usual(void)
{
	static const char *const names[] = {"speech-dispatcher/pid/speech-dispatcher.pid",
		"speech-dispatcher/pid", "speech-dispatcher/speechd.sock", "speech-dispatcher", ""};
	g_autofree char *runtime = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(runtime, names[2], NULL);

	g_setenv("XDG_RUNTIME_DIR", runtime, TRUE);
	assert_found(NULL, NULL);
	make_file(runtime, names[2]);
	assert_found(NULL, NULL); /* it is not started */
	make_file(runtime, names[0]);
	assert_found(NULL, path);
	assert_found("", path);
	assert_found("unix_socket", path);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *left = g_build_filename(runtime, names[i], NULL);
		g_assert_cmpint(g_remove(left), ==, 0);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ssip_address/told", test_told);
	g_test_add_func("/ssip_address/usual", test_usual);
	return g_test_run();
}
