#include "base/ini.h"

#include <string.h>

typedef struct {
	OqIniKind kind;
	guint line;
	const char *name;
	const char *value;
} Expected;

static void
assert_read(const char *bytes, gsize n_bytes, const Expected *expected)
{
	/* no longer than it is, so that a sanitizer sees what reads behind it */
	g_autofree char *copy = g_malloc(n_bytes + 1);
	memcpy(copy, bytes, n_bytes);
	copy[n_bytes] = '\0';
	OqIni ini;
	oq_ini_init(&ini, copy, n_bytes);
	for (; expected->kind != OQ_INI_END; expected++) {
		g_assert_cmpint(oq_ini_next(&ini), ==, expected->kind);
		g_assert_cmpuint(ini.line, ==, expected->line);
		g_assert_cmpstr(ini.name, ==, expected->name);
		g_assert_cmpstr(ini.value, ==, expected->value);
	}
	g_assert_cmpint(oq_ini_next(&ini), ==, OQ_INI_END);
	g_assert_cmpint(oq_ini_next(&ini), ==, OQ_INI_END);
}

#define ASSERT_READ(bytes, ...)                                                                    \
	assert_read(bytes, sizeof(bytes) - 1, (const Expected[]){__VA_ARGS__})

static void
test_right(void)
{
	ASSERT_READ("", {OQ_INI_END});
	ASSERT_READ("\n\n# a = b\n ; [c]\n", {OQ_INI_END});
	ASSERT_READ("[voice]\nspeed = 90\n\n[ screen ]\nlarge=yes",
		{OQ_INI_GROUP, 1, "voice", NULL}, {OQ_INI_PAIR, 2, "speed", "90"},
		{OQ_INI_GROUP, 4, "screen", NULL}, {OQ_INI_PAIR, 5, "large", "yes"}, {OQ_INI_END});
	ASSERT_READ("\xef\xbb\xbf[v]\r\n\ta\t=\tҰзын жол # not a comment \r\n\r\n",
		{OQ_INI_GROUP, 1, "v", NULL}, {OQ_INI_PAIR, 2, "a", "Ұзын жол # not a comment"},
		{OQ_INI_END});
	ASSERT_READ("a =\nb = = c\n[]\n", {OQ_INI_PAIR, 1, "a", ""}, {OQ_INI_PAIR, 2, "b", "= c"},
		{OQ_INI_GROUP, 3, "", NULL}, {OQ_INI_END});
}

static void
test_wrong(void)
{
	ASSERT_READ("speed 90\n= 90\n[voice\n[voice] 1\n[\na = b\n", {OQ_INI_WRONG, 1, NULL, NULL},
		{OQ_INI_WRONG, 2, NULL, NULL}, {OQ_INI_WRONG, 3, NULL, NULL},
		{OQ_INI_WRONG, 4, NULL, NULL}, {OQ_INI_WRONG, 5, NULL, NULL},
		{OQ_INI_PAIR, 6, "a", "b"}, {OQ_INI_END});
}

static void
test_bytes(void)
{
	ASSERT_READ("a = \xff\nb = c\0d\n\0\n# \xd0\ne = f\0", {OQ_INI_BYTES, 1, NULL, NULL},
		{OQ_INI_BYTES, 2, NULL, NULL}, {OQ_INI_BYTES, 3, NULL, NULL},
		{OQ_INI_BYTES, 4, NULL, NULL}, {OQ_INI_BYTES, 5, NULL, NULL}, {OQ_INI_END});
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/ini/right", test_right);
	g_test_add_func("/ini/wrong", test_wrong);
	g_test_add_func("/ini/bytes", test_bytes);
	return g_test_run();
}
