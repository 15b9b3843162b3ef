#include "radio/watch/watched_names.h"

#include "watch_case.h"

static void
test_texts(void)
{
	static const char *const texts[] = {"a.txt", "жаңалық.txt", "README", "-o.txt", "a b.txt",
		"part.txt", "a.part.txt", "tmp", "#1.txt", "a\nb", NULL};
	static const char *const others[] = {"", ".a.txt", ".a.txt.Xy12ab", "a.txt~", "a.txt.part",
		"a.txt.PART", "a.filepart", "a.tmp", "a.txt.crdownload", "~$a.docx",
		".~lock.a.odt#", "#a.txt#", "Thumbs.db", "desktop.ini", NULL};

	for (const char *const *name = texts; *name != NULL; name++)
		g_assert_true(oq_watched_names_is_text(*name));
	for (const char *const *name = others; *name != NULL; name++)
		g_assert_false(oq_watched_names_is_text(*name));
}

static void
assert_numbered(const char *name, guint n, const char *expected)
{
	g_autofree char *numbered = oq_watched_names_number(name, oq_watched_names_stem(name), n);

	g_assert_cmpstr(numbered, ==, expected);
}

static void
test_numbers(void)
{
	assert_numbered("a.txt", 1, "a.txt");
	assert_numbered("a.txt", 2, "a-2.txt");
	assert_numbered("a.b.txt", 13, "a.b-13.txt");
	assert_numbered("README", 2, "README-2");
	assert_numbered(".a", 2, ".a-2");
}

static void
test_extensions(void)
{
	g_autofree char *audio = oq_watched_names_with("күн.txt", ".flac");
	g_autofree char *other = oq_watched_names_with("README", ".wav");

	g_assert_cmpstr(audio, ==, "күн.flac");
	g_assert_cmpstr(other, ==, "README.wav");
}

/* The system's limit is 255 bytes, and no letter is cut in two. */
static void
test_long_names(void)
{
	g_autoptr(GString) name = g_string_new("a");
	while (name->len < 250)
		g_string_append(name, "қ");
	g_string_append(name, ".txt");
	g_autofree char *audio = oq_watched_names_with(name->str, ".flac");
	g_autofree char *numbered =
		oq_watched_names_number(audio, oq_watched_names_stem(audio), 1234567);

	g_assert_true(g_utf8_validate(audio, -1, NULL));
	g_assert_true(g_str_has_suffix(audio, "қ.flac"));
	g_assert_cmpuint(strlen(numbered), <=, 255);
	g_assert_true(g_utf8_validate(numbered, -1, NULL));
	g_assert_true(g_str_has_suffix(numbered, "-1234567.flac"));
}

/* Files that belong together get one number, which is free for all of them. */
static void
test_free(void)
{
	g_autofree char *folder = watch_case_folder();
	char *const names[] = {(char[]){"a.wav"}, (char[]){"a.chapters.txt"}, NULL};

	g_assert_cmpuint(oq_watched_names_free(folder, names, "a"), ==, 1);
	watch_case_put(folder, "a.wav", "");
	watch_case_put(folder, "a-2.chapters.txt", "");
	g_assert_cmpuint(oq_watched_names_free(folder, names, "a"), ==, 3);
	g_assert_cmpuint(oq_watched_names_stem_in("a.chapters.txt", "a"), ==, 1);
	g_assert_cmpuint(oq_watched_names_stem_in("other.png", "a"), ==, 5);
	watch_case_remove(folder);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/watched_names/texts", test_texts);
	g_test_add_func("/watched_names/numbers", test_numbers);
	g_test_add_func("/watched_names/extensions", test_extensions);
	g_test_add_func("/watched_names/long", test_long_names);
	g_test_add_func("/watched_names/free", test_free);
	return g_test_run();
}
