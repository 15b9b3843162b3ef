#include "audio/labels/aiff.h"

#include "nameless.h"

#define HEAD                                                                                       \
	"FORM\0\0\0\x28"                                                                           \
	"AIFFCOMM\0\0\0\3abc\0"
#define SOUND "\0\0\0\0\0\0\0\0xyz"

/* A file whose chunk has that many bytes, as it says, of three of sound. */
static void
check(const char *before, const char *after, gsize n_bytes)
{
	int fd = nameless_new(before, n_bytes);
	g_assert_true(oq_aiff_fix_sound(fd, 3));
	nameless_assert(fd, after, n_bytes);
	close(fd);
}

static void
test_odd(void)
{
	static const char before[] = HEAD "SSND\0\0\0\x0c" SOUND "\0";
	static const char after[] = HEAD "SSND\0\0\0\x0b" SOUND "\0";
	check(before, after, sizeof before - 1);
	check(after, after, sizeof after - 1);
}

static void
test_none(void)
{
	static const char none[] = HEAD;
	int fd = nameless_new(none, sizeof none - 1);
	g_assert_false(oq_aiff_fix_sound(fd, 3));
	g_assert_false(oq_aiff_fix_sound(-1, 3));
	close(fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/aiff/odd", test_odd);
	g_test_add_func("/aiff/none", test_none);
	return g_test_run();
}
