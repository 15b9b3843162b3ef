/* hrefs.c - see the header. */
#include "open/markup/hrefs.h"

#include <string.h>

/* "mailto:", "https:", but not "ch1:2.xhtml#a": a scheme is of letters. */
static gboolean
has_scheme(const char *href)
{
	const char *end = href;
	while (g_ascii_isalnum(*end) || *end == '+' || *end == '-')
		end++;
	return end > href + 1 && *end == ':' && g_ascii_isalpha(*href);
}

/* "." and ".." done, which never lead out. */
static char *
without_dots(const char *path)
{
	g_auto(GStrv) steps = g_strsplit(path, "/", -1);
	g_autoptr(GPtrArray) kept = g_ptr_array_new();
	for (char **step = steps; *step != NULL; step++) {
		if (strcmp(*step, "..") == 0) {
			if (kept->len > 0)
				g_ptr_array_remove_index(kept, kept->len - 1);
		} else if (**step != '\0' && strcmp(*step, ".") != 0) {
			g_ptr_array_add(kept, *step);
		}
	}
	g_ptr_array_add(kept, NULL);
	return g_strjoinv("/", (char **)kept->pdata);
}

static char *
unescaped(const char *text, gsize n_bytes)
{
	char *plain = g_uri_unescape_segment(text, text + n_bytes, NULL);
	return plain != NULL ? plain : g_strndup(text, n_bytes);
}

char *
oq_hrefs_resolve(const char *base, const char *href)
{
	href += strspn(href, " \t\r\n");
	if (has_scheme(href) || g_str_has_prefix(href, "//"))
		return NULL;
	gsize n_path = strcspn(href, "#?");
	const char *hash = strchr(href, '#');
	g_autofree char *fragment = hash != NULL ? unescaped(hash, strlen(hash)) : g_strdup("");
	if (n_path == 0)
		return g_strconcat(base, fragment, NULL);

	g_autofree char *path = unescaped(href, n_path);
	const char *slash = strrchr(base, '/');
	g_autofree char *folder =
		*path != '/' && slash != NULL ? g_strndup(base, (gsize)(slash - base)) : NULL;
	g_autofree char *joined =
		folder != NULL ? g_strconcat(folder, "/", path, NULL) : g_strdup(path);
	g_autofree char *plain = without_dots(joined);
	return g_strconcat(plain, fragment, NULL);
}

char *
oq_hrefs_file(const char *resolved)
{
	return g_strndup(resolved, strcspn(resolved, "#"));
}
