/* embedded.c - see the header. */
#include "desktop/selection/embedded.h"

#include <string.h>

#define OBJECT "\xEF\xBF\xBC"

static gboolean
is_object(const char *at)
{
	return g_utf8_get_char(at) == OQ_EMBEDDED_OBJECT;
}

guint
oq_embedded_count(const char *text)
{
	guint n_objects = 0;

	while ((text = strstr(text, OBJECT)) != NULL) {
		text += strlen(OBJECT);
		n_objects++;
	}
	return n_objects;
}

/* No text of its own. */
static gboolean
is_apart(const char *at)
{
	return *at == '\0' || *at == '\n' || is_object(at);
}

gboolean
oq_embedded_is_block(const char *text, const char *at)
{
	return is_apart(g_utf8_next_char(at)) && (at == text || is_apart(g_utf8_prev_char(at)));
}

static const char *
line_end(const char *line)
{
	const char *end = strchr(line, '\n');

	return end != NULL ? end : line + strlen(line);
}

static const char *
line_start(const char *text, const char *at)
{
	while (at > text && at[-1] != '\n')
		at--;
	return at;
}

/* Beginning at the caret's, the first that is not empty; or the last before. */
static const char *
find_line(const char *text, const char *caret)
{
	const char *line = line_start(text, caret);

	while (*line == '\n')
		line++;
	if (*line != '\0')
		return line;
	while (line > text && line[-1] == '\n')
		line--;
	return line_start(text, line);
}

void
oq_embedded_paragraph(const char *text, gint64 caret, guint *start, guint *end)
{
	glong n_characters = g_utf8_strlen(text, -1);
	const char *line = find_line(
		text, g_utf8_offset_to_pointer(text, (glong)CLAMP(caret, 0, n_characters)));

	*start = (guint)g_utf8_pointer_to_offset(text, line);
	*end = (guint)g_utf8_pointer_to_offset(text, line_end(line));
}

static void
break_line(GString *out)
{
	if (out->len > 0 && out->str[out->len - 1] != '\n')
		g_string_append_c(out, '\n');
}

GString *
oq_embedded_join(const char *text, OqEmbeddedText text_of, gpointer data)
{
	GString *out = g_string_new(NULL);
	guint index = 0;
	gboolean was_block = FALSE;

	if (strstr(text, OBJECT) == NULL)
		return g_string_append(out, text);
	for (const char *at = text, *next; *at != '\0'; at = next) {
		next = g_utf8_next_char(at);
		gboolean is_block = is_object(at) && oq_embedded_is_block(text, at);
		if (is_block || was_block)
			break_line(out);
		was_block = is_block;
		if (!is_object(at)) {
			g_string_append_len(out, at, next - at);
			continue;
		}
		const char *inner = text_of(index++, data);
		g_string_append(out, inner != NULL ? inner : "");
	}
	return out;
}
