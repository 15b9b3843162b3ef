#include "base/slice.h"

static void
test_equals(void)
{
	OqSlice word = {"қазан айы", 10};
	g_assert_true(oq_slice_equals(word, "қазан"));
	g_assert_false(oq_slice_equals(word, "қаза"));
	g_assert_false(oq_slice_equals(word, "қазанда"));
	g_assert_false(oq_slice_equals(word, ""));
	g_assert_true(oq_slice_equals((OqSlice){"x", 0}, ""));
	g_assert_false(oq_slice_equals((OqSlice){"x", 0}, "x"));
}

static void
test_has_prefix(void)
{
	OqSlice word = oq_slice("жылдары");
	g_assert_true(oq_slice_has_prefix(word, oq_slice("жыл")));
	g_assert_true(oq_slice_has_prefix(word, oq_slice("жылдары")));
	g_assert_true(oq_slice_has_prefix(word, oq_slice("")));
	g_assert_false(oq_slice_has_prefix(word, oq_slice("жылдарын")));
	g_assert_false(oq_slice_has_prefix(word, oq_slice("ғасыр")));
	g_assert_false(oq_slice_has_prefix(oq_slice(""), oq_slice("ж")));
}

static void
test_skip(void)
{
	OqSlice word = oq_slice("жылы");
	g_assert_true(oq_slice_equals(oq_slice_skip(word, 4), "лы"));
	g_assert_true(oq_slice_equals(oq_slice_skip(word, 0), "жылы"));
	g_assert_cmpuint(oq_slice_skip(word, 8).length, ==, 0);
}

static void
test_key(void)
{
	g_autoptr(GHashTable) table = g_hash_table_new(oq_slice_hash, oq_slice_equal);
	OqSlice key = oq_slice("млрд"), same = {"млрд.теңге", 8};
	OqSlice shorter = {"млрд", 6}, longer = oq_slice("млрдт"), empty = oq_slice("");
	g_hash_table_add(table, &key);
	g_assert_cmpuint(oq_slice_hash(&key), ==, oq_slice_hash(&same));
	g_assert_true(g_hash_table_contains(table, &same));
	g_assert_false(g_hash_table_contains(table, &shorter));
	g_assert_false(oq_slice_equal(&shorter, &key));
	g_assert_true(oq_slice_equal(&empty, &empty));
	g_assert_false(g_hash_table_contains(table, &longer));
	g_assert_false(g_hash_table_contains(table, &empty));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/slice/equals", test_equals);
	g_test_add_func("/slice/has-prefix", test_has_prefix);
	g_test_add_func("/slice/skip", test_skip);
	g_test_add_func("/slice/key", test_key);
	return g_test_run();
}
