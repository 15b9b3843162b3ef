#include "open/loaders/markdown_parts.h"

#include "open/loaders/markdown.h"
#include "opened.h"

#include <string.h>

/* More than a part, of so many lines. */
static void
add_lines(GString *text, const char *line)
{
	for (gsize n = 0; n <= OQ_MARKDOWN_PART_BYTES; n += strlen(line))
		g_string_append(text, line);
}

static void
test_small(void)
{
	static const char text[] = "# Бір\n\n[а]: b\n";
	g_autoptr(OqMarkdownParts) parts = oq_markdown_parts_new(text);
	g_assert_cmpstr(oq_markdown_parts_next(parts), ==, text);
	g_assert_null(oq_markdown_parts_next(parts));
	g_autoptr(OqMarkdownParts) nothing = oq_markdown_parts_new("");
	g_assert_null(oq_markdown_parts_next(nothing));
	oq_markdown_parts_free(NULL);
}

/* All of it, in the same blocks: a part begins with a paragraph, whatever stands before it, and
 * links are links in each. */
static void
test_blocks(void)
{
	g_autoptr(GString) text = g_string_new("");
	add_lines(
		text, "Сөз [сілтеме][а].\n\n- бір\n\n  оның жалғасы\n\n```\n# код\n\nкод\n```\n\n");
	g_string_append(text, "[а]: http://a.kz\n");
	g_autofree char *lines =
		opened_blocks(&oq_loader_markdown, text->str, text->len, "md", NULL, OQ_NOTES_SKIP);
	const char *once = "paragraph: Сөз сілтеме.\nitem 1: бір\nitem 1: оның жалғасы\n"
			   "lines: # код / код\n";
	gsize n_once = strlen(once);
	for (const char *p = lines; *p != '\0'; p += n_once)
		g_assert_true(g_str_has_prefix(p, once));
	oq_markdown_parts_free(NULL);
}

static guint
count_parts(const GString *text, gsize max_bytes)
{
	guint n = 0;
	gsize n_bytes = 0;
	g_autoptr(OqMarkdownParts) parts = oq_markdown_parts_new(text->str);
	for (const char *part; (part = oq_markdown_parts_next(parts)) != NULL; n++) {
		g_assert_cmpuint(strlen(part), <=, max_bytes);
		g_assert_true(g_utf8_validate(part, -1, NULL));
		n_bytes += strlen(part);
	}
	g_assert_cmpuint(n_bytes, >=, text->len);
	return n;
}

/* None is larger, whatever the text is: its tree would be. */
static void
test_sizes(void)
{
	static const char *const lines[] = {
		"сөз\n\n", "сөз\n", "сөз", "сөз ", "- сөз\n", "> сөз\n\n"};
	for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		add_lines(text, lines[i]);
		add_lines(text, lines[i]);
		g_assert_cmpuint(count_parts(text, OQ_MARKDOWN_PART_BYTES), ==, 3);
	}
}

/* Code that is longer than a part is code in the next one. */
static void
test_code(void)
{
	g_autoptr(GString) text = g_string_new("~~~\n");
	add_lines(text, "# код\n\n");
	g_string_append(text, "~~~\n\n# Бас\n");
	g_assert_cmpuint(count_parts(text, OQ_MARKDOWN_PART_BYTES + 8), ==, 2);
	g_autofree char *lines =
		opened_blocks(&oq_loader_markdown, text->str, text->len, "md", NULL, OQ_NOTES_SKIP);
	g_assert_null(strstr(lines, "heading 1: код"));
	g_assert_true(g_str_has_suffix(lines, "heading 1: Бас\n"));
}

/* A fence ends with its own mark alone. */
static void
test_other_fence(void)
{
	g_autoptr(GString) text = g_string_new("```\n~~~\n");
	add_lines(text, "# код\n\n");
	g_string_append(text, "~~~\n```\n\n# Бас\n");
	g_autofree char *lines =
		opened_blocks(&oq_loader_markdown, text->str, text->len, "md", NULL, OQ_NOTES_SKIP);
	g_assert_null(strstr(lines, "heading 1: код"));
	g_assert_true(g_str_has_suffix(lines, "heading 1: Бас\n"));
}

/* Definitions of links go with each part, up to a size; what has no name is none. */
static void
test_definitions(void)
{
	enum { MAX_LINKS_BYTES = 1 << 14, N_DEFINITIONS = 10000 };
	g_autoptr(GString) text = g_string_new("[]: none\n[a]: first\n");
	for (guint i = 0; i < N_DEFINITIONS; i++)
		g_string_append_printf(text, "[%u]: b\n", i);
	add_lines(text, "сөз\n\n");
	g_assert_cmpuint(count_parts(text, OQ_MARKDOWN_PART_BYTES + MAX_LINKS_BYTES + 8), ==, 2);
	g_autoptr(OqMarkdownParts) parts = oq_markdown_parts_new(text->str);
	oq_markdown_parts_next(parts);
	const char *second = oq_markdown_parts_next(parts);
	g_assert_nonnull(strstr(second, "[a]: first\n"));
	g_assert_null(strstr(second, "[]: none"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/markdown_parts/small", test_small);
	g_test_add_func("/markdown_parts/blocks", test_blocks);
	g_test_add_func("/markdown_parts/sizes", test_sizes);
	g_test_add_func("/markdown_parts/code", test_code);
	g_test_add_func("/markdown_parts/other_fence", test_other_fence);
	g_test_add_func("/markdown_parts/definitions", test_definitions);
	return g_test_run();
}
