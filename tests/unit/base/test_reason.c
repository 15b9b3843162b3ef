#include "base/reason.h"

#include <errno.h>
#include <gio/gio.h>

static void
test_english(void)
{
	static const int codes[] = {
		ENOENT, EACCES, EPERM, EISDIR, ENOTDIR, ENOSPC, EROFS, EIO, EMFILE, ENOMEM};
	for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
		g_assert_cmpstr(oq_reason(codes[i]), ==, g_strerror(codes[i]));
}

/* What no table has is the C library's. */
static void
test_rare(void)
{
	g_assert_cmpstr(oq_reason(EL2HLT), ==, g_strerror(EL2HLT));
	g_assert_cmpstr(oq_reason(99999), ==, g_strerror(99999));
}

static void
assert_of(GQuark domain, int code, const char *expected)
{
	g_autoptr(GError) error = g_error_new_literal(domain, code, "GLib's words");
	g_assert_cmpstr(oq_reason_of(error), ==, expected);
}

static void
test_of(void)
{
	assert_of(G_FILE_ERROR, G_FILE_ERROR_NOENT, "No such file or directory");
	assert_of(G_FILE_ERROR, G_FILE_ERROR_ACCES, "Permission denied");
	assert_of(G_FILE_ERROR, G_FILE_ERROR_ISDIR, "Is a directory");
	assert_of(G_IO_ERROR, G_IO_ERROR_NO_SPACE, "No space left on device");
	assert_of(G_FILE_ERROR, G_FILE_ERROR_FAILED, "GLib's words");
	assert_of(G_IO_ERROR, G_IO_ERROR_FAILED, "GLib's words");
	assert_of(G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_PARSE, "GLib's words");
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/reason/english", test_english);
	g_test_add_func("/reason/rare", test_rare);
	g_test_add_func("/reason/of", test_of);
	return g_test_run();
}
