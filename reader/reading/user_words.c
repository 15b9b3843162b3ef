/* user_words.c - see the header. */
#include "reading/user_words.h"

#include "base/files/beside.h"
#include "base/files/writing.h"
#include "base/small_file.h"
#include "base/table.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BOM    "\xef\xbb\xbf"
#define HEADER "#:"

static gboolean
read_lines(const char *path, GString *lines, GError **error)
{
	struct stat info;
	gsize n_bytes;
	g_autofree char *content = NULL;

	if (stat(path, &info) != 0 && errno == ENOENT)
		return TRUE;
	if (stat(path, &info) == 0 &&
		(!S_ISREG(info.st_mode) || info.st_size > (off_t)OQ_TABLE_MAX_BYTES)) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			_("%s is not a dictionary that words can be added to; give it another "
			  "name"),
			path);
		return FALSE;
	}
	content = oq_small_file_read(path, OQ_TABLE_MAX_BYTES, &n_bytes, error);
	if (content == NULL)
		return FALSE;
	if (!g_utf8_validate(content, (gssize)n_bytes, NULL)) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			_("%s: is not UTF-8; save it as UTF-8"), path);
		return FALSE;
	}
	g_string_append_len(lines, content, (gssize)n_bytes);
	return TRUE;
}

static char *
make_cell(const char *text)
{
	char *cell = g_strdup(text);

	g_strdelimit(cell, "\t\n\r", ' ');
	return g_strstrip(cell);
}

/* The columns as the first line names them, or as they are without that. */
static char **
read_names(const GString *lines)
{
	const char *start = lines->str + (g_str_has_prefix(lines->str, BOM) ? strlen(BOM) : 0);
	if (!g_str_has_prefix(start, HEADER))
		return g_strsplit("written spoken exact", " ", -1);
	g_autofree char *line =
		g_strndup(start + strlen(HEADER), strcspn(start + strlen(HEADER), "\r\n"));
	char **names = g_strsplit(line, "\t", -1);
	for (guint i = 0; names[i] != NULL; i++)
		g_strstrip(names[i]);
	if (g_strv_contains((const char *const *)names, "written") &&
		g_strv_contains((const char *const *)names, "spoken"))
		return names;
	g_strfreev(names);
	return g_strsplit("written spoken exact", " ", -1);
}

/* (transfer full): the cell of a line that ends at @end. */
static char *
cell_of(const char *line, const char *end, char *const *names, const char *column)
{
	g_autofree char *text = g_strndup(line, (gsize)(end - line));
	g_auto(GStrv) cells = g_strsplit(text, "\t", -1);
	for (guint i = 0; names[i] != NULL && cells[i] != NULL; i++)
		if (strcmp(names[i], column) == 0)
			return g_strstrip(g_strdup(cells[i]));
	return g_strdup("");
}

/* Of the line of the written word, its break included; FALSE: there is none. */
static gboolean
find_line(const GString *lines, const char *written, gsize *start, gsize *length)
{
	g_auto(GStrv) names = read_names(lines);
	gsize n_bom = g_str_has_prefix(lines->str, BOM) ? strlen(BOM) : 0;
	for (const char *line = lines->str + n_bom; *line != '\0';) {
		const char *end = strchrnul(line, '\n');
		g_autofree char *cell = cell_of(line, end, names, "written");
		if (line[0] != '#' && strcmp(cell, written) == 0) {
			*start = (gsize)(line - lines->str);
			*length = (gsize)(end - line) + (*end == '\n');
			return TRUE;
		}
		line = *end == '\n' ? end + 1 : end;
	}
	return FALSE;
}

/* (transfer full): one that begins with # would be a comment. */
static char *
make_row(const GString *lines, const char *written, const char *spoken)
{
	g_auto(GStrv) names = read_names(lines);
	g_autoptr(GString) row = g_string_new(NULL);
	for (guint i = 0; names[i] != NULL; i++) {
		g_string_append(row, i > 0 ? "\t" : "");
		if (strcmp(names[i], "written") == 0)
			g_string_append(row, written);
		else if (strcmp(names[i], "spoken") == 0)
			g_string_append(row, spoken);
	}
	while (row->len > 0 && row->str[row->len - 1] == '\t')
		g_string_truncate(row, row->len - 1);
	g_string_append_c(row, '\n');
	if (row->str[0] == '#')
		g_string_prepend_c(row, ' ');
	return g_string_free(g_steal_pointer(&row), FALSE);
}

static void
put_row(GString *lines, const char *written, const char *spoken)
{
	gsize start, length;
	g_autofree char *row = make_row(lines, written, spoken);

	if (find_line(lines, written, &start, &length)) {
		g_string_erase(lines, (gssize)start, (gssize)length);
		g_string_insert(lines, (gssize)start, row);
		return;
	}
	if (lines->len > 0 && lines->str[lines->len - 1] != '\n')
		g_string_append_c(lines, '\n');
	g_string_append(lines, row);
}

static gboolean
write_lines(const char *path, const GString *lines, GError **error)
{
	g_autoptr(OqBeside) beside = oq_beside_new(path, error);

	if (beside == NULL)
		return FALSE;
	if (!oq_writing_all(oq_beside_fd(beside), lines->str, lines->len)) {
		oq_beside_set_error(error, path, errno);
		return FALSE;
	}
	return oq_beside_commit(beside, error);
}

gboolean
oq_user_words_add(const char *path, const char *written, const char *spoken, GError **error)
{
	g_autoptr(GString) lines = g_string_new(NULL);
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *first = make_cell(written), *second = make_cell(spoken);

	if (g_mkdir_with_parents(folder, 0700) != 0) {
		oq_beside_set_error(error, folder, errno);
		return FALSE;
	}
	if (!read_lines(path, lines, error))
		return FALSE;
	put_row(lines, first, second);
	return write_lines(path, lines, error);
}

gboolean
oq_user_words_has(const char *path, const char *written)
{
	g_autoptr(GString) lines = g_string_new(NULL);
	g_autofree char *cell = make_cell(written);
	gsize start, length;

	return read_lines(path, lines, NULL) && find_line(lines, cell, &start, &length);
}

gboolean
oq_user_words_remove(const char *path, const char *written, GError **error)
{
	g_autoptr(GString) lines = g_string_new(NULL);
	g_autofree char *cell = make_cell(written);
	gsize start, length;

	if (!read_lines(path, lines, error))
		return FALSE;
	while (find_line(lines, cell, &start, &length))
		g_string_erase(lines, (gssize)start, (gssize)length);
	return write_lines(path, lines, error);
}
