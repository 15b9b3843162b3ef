/* markdown_parts.c - see the header. */
#include "open/loaders/markdown_parts.h"

#include <string.h>

enum { MAX_LINKS_BYTES = 1 << 14 };

struct _OqMarkdownParts {
	const char *at;
	char fence;     /* of the code that goes on at the line that is looked at; NUL: none */
	GString *links; /* definitions of what links refer to */
	GString *part;
};

static const char *
end_of_line(const char *line)
{
	const char *end = strchr(line, '\n');
	return end != NULL ? end + 1 : line + strlen(line);
}

/* "[name]: …" */
static gboolean
is_definition(const char *line, gsize n_bytes)
{
	const char *end = *line == '[' ? memchr(line, ']', n_bytes) : NULL;
	return end != NULL && end > line + 1 && end + 1 < line + n_bytes && end[1] == ':';
}

static GString *
find_links(const char *text)
{
	GString *links = g_string_new(NULL);
	for (const char *end; *text != '\0'; text = end) {
		end = end_of_line(text);
		gsize n_bytes = (gsize)(end - text);
		if (is_definition(text, n_bytes) && links->len + n_bytes < MAX_LINKS_BYTES)
			g_string_append_len(links, text, (gssize)n_bytes);
	}
	return links;
}

OqMarkdownParts *
oq_markdown_parts_new(const char *text)
{
	OqMarkdownParts *parts = g_new0(OqMarkdownParts, 1);
	parts->at = text;
	parts->links =
		strlen(text) > OQ_MARKDOWN_PART_BYTES ? find_links(text) : g_string_new(NULL);
	parts->part = g_string_new(NULL);
	return parts;
}

void
oq_markdown_parts_free(OqMarkdownParts *parts)
{
	if (parts == NULL)
		return;
	g_string_free(parts->links, TRUE);
	g_string_free(parts->part, TRUE);
	g_free(parts);
}

static void
look_at_fence(OqMarkdownParts *parts, const char *line)
{
	char mark = *(line + strspn(line, " "));
	const char three[] = {mark, mark, mark, '\0'};
	if ((mark != '`' && mark != '~') || !g_str_has_prefix(line + strspn(line, " "), three))
		return;
	if (parts->fence == '\0')
		parts->fence = mark;
	else if (parts->fence == mark)
		parts->fence = '\0';
}

static gboolean
is_blank(const char *line)
{
	line += strspn(line, " \t\r");
	return *line == '\n' || *line == '\0';
}

/* Whether nothing before the line, which a blank one comes before, goes on in it. */
static gboolean
is_beginning(const OqMarkdownParts *parts, const char *line)
{
	return parts->fence == '\0' && !is_blank(line) &&
	       strchr(" \t>-+*0123456789", *line) == NULL;
}

/* Of a line that is longer than a part: behind a word, or a character. */
static const char *
find_cut(const char *start, const char *most)
{
	const char *space = memrchr(start, ' ', (gsize)(most - start));
	return space != NULL ? space + 1 : g_utf8_find_prev_char(start, most);
}

/* Where the part ends that begins here: the last such place within its size, else the end of its
 * last line. */
static const char *
find_end(OqMarkdownParts *parts)
{
	const char *start = parts->at, *most = start + OQ_MARKDOWN_PART_BYTES;
	const char *line = start, *good = NULL;
	char fence = parts->fence;
	gboolean was_blank = FALSE;
	for (const char *end; (end = end_of_line(line)) <= most && *line != '\0'; line = end) {
		if (was_blank && line > start && is_beginning(parts, line)) {
			good = line;
			fence = parts->fence;
		}
		was_blank = is_blank(line);
		look_at_fence(parts, line);
	}
	if (*line == '\0')
		return line;
	if (good != NULL)
		parts->fence = fence;
	return good != NULL ? good : line > start ? line : find_cut(start, most);
}

const char *
oq_markdown_parts_next(OqMarkdownParts *parts)
{
	if (*parts->at == '\0')
		return NULL;
	g_string_truncate(parts->part, 0);
	if (parts->fence != '\0') /* of code that is longer than a part */
		g_string_append_printf(
			parts->part, "%c%c%c\n", parts->fence, parts->fence, parts->fence);
	const char *end = find_end(parts);
	g_string_append_len(parts->part, parts->at, end - parts->at);
	if (parts->links->len > 0 && parts->fence == '\0')
		g_string_append_printf(parts->part, "\n\n%s", parts->links->str);
	parts->at = end;
	return parts->part->str;
}
