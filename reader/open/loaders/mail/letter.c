/* letter.c - see the header. */
#include "open/loaders/mail/letter.h"

#include <string.h>

/* Returns: how often it is quoted; @line: behind the marks. */
static guint
skip_marks(const char **line)
{
	guint n = 0;
	for (; **line == '>' || (n > 0 && **line == ' '); (*line)++)
		n += **line == '>';
	return n;
}

static void
put_line(const char *line, guint depth, OqBlockWriter *out)
{
	if (!oq_block_writer_is_open(out))
		oq_block_writer_begin(
			out, depth > 0 ? OQ_BLOCK_QUOTE : OQ_BLOCK_PARAGRAPH, 0, NULL);
	else
		oq_block_writer_break(out);
	oq_block_writer_text(out, line, -1);
}

void
oq_letter_write(const char *text, OqBlockWriter *out)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	guint last_depth = 0;
	for (gsize i = 0; lines[i] != NULL; i++) {
		const char *line = g_strstrip(lines[i]);
		guint depth = skip_marks(&line);
		if (*line == '\0' || depth != last_depth || strcmp(line, "--") == 0)
			oq_block_writer_end(out);
		last_depth = depth;
		if (*line == '\0' || strcmp(line, "--") == 0)
			continue;
		put_line(line, depth, out);
	}
	oq_block_writer_end(out);
}
