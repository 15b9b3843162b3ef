/* plain_lines.c - see the header. */
#include "open/plain_lines.h"

#include <string.h>

static char *
string_of(GBytes *text)
{
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(text, &n_bytes);
	return g_utf8_make_valid(bytes != NULL ? bytes : "", (gssize)n_bytes);
}

/* [1], [12]: of a note; more digits may be a year. Returns: its end, NULL: it is none. */
static const char *
skip_number(const char *p)
{
	gsize n_digits = *p == '[' ? strspn(p + 1, "0123456789") : 0;
	return n_digits > 0 && n_digits < 4 && p[n_digits + 1] == ']' ? p + n_digits + 2 : NULL;
}

static gboolean
ends_notes(const char *line)
{
	return strspn(line, "-") > 20 && line[strspn(line, "-")] == '\0';
}

/* Where a note is referred to nothing is said, nor where a picture is. */
static void
write_words(const char *line, OqBlockWriter *out)
{
	static const char picture[] = "[pic]";
	while (*line != '\0') {
		const char *next = g_str_has_prefix(line, picture) ? line + sizeof picture - 1
								   : skip_number(line);
		if (next == NULL) {
			next = g_utf8_next_char(line);
			oq_block_writer_text(out, line, next - line);
		}
		line = next;
	}
}

static void
write_row(const char *line, OqBlockWriter *out)
{
	g_auto(GStrv) cells = g_strsplit_set(line, "|\t", -1);
	const char *before = "";
	oq_block_writer_begin(out, OQ_BLOCK_CELL, 0, NULL);
	for (gsize i = 0; cells[i] != NULL; i++) {
		if (*g_strstrip(cells[i]) == '\0')
			continue;
		oq_block_writer_text(out, before, -1);
		write_words(cells[i], out);
		before = "; ";
	}
}

void
oq_plain_lines_write(GBytes *text, OqNotes notes, OqBlockWriter *out)
{
	g_autofree char *whole = string_of(text);
	g_auto(GStrv) lines = g_strsplit(whole, "\n", -1);
	gboolean in_notes = FALSE;
	for (gsize i = 0; lines[i] != NULL; i++) {
		const char *line = g_strstrip(lines[i]);
		gboolean is_row = *line == '|' || strchr(line, '\t') != NULL;
		in_notes |= ends_notes(line);
		if (*line == '\0' || ends_notes(line) || (in_notes && notes == OQ_NOTES_SKIP))
			continue;
		if (is_row)
			write_row(line, out);
		else
			oq_block_writer_begin(
				out, in_notes ? OQ_BLOCK_NOTE : OQ_BLOCK_PARAGRAPH, 0, NULL);
		if (!is_row)
			write_words(line, out);
	}
	oq_block_writer_end(out);
}
