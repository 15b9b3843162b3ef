/* user_words.c - see the header. */
#include "reading/user_words.h"

#include "base/files/beside.h"
#include "base/table.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
	if (!g_file_get_contents(path, &content, &n_bytes, error))
		return FALSE;
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

/* Of the line of the written word, its break included; FALSE: there is none. */
static gboolean
find_line(const GString *lines, const char *written, gsize *start, gsize *length)
{
	for (const char *line = lines->str; *line != '\0';) {
		const char *end = strchrnul(line, '\n');
		g_autofree char *cell = g_strndup(line, strcspn(line, "\t\n\r"));
		if (strcmp(g_strstrip(cell), written) == 0) {
			*start = (gsize)(line - lines->str);
			*length = (gsize)(end - line) + (*end == '\n');
			return TRUE;
		}
		line = *end == '\n' ? end + 1 : end;
	}
	return FALSE;
}

static void
put_row(GString *lines, const char *written, const char *spoken)
{
	gsize start, length;
	g_autofree char *row = g_strdup_printf("%s\t%s\n", written, spoken);

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
	gsize n_written = 0;

	if (beside == NULL)
		return FALSE;
	while (n_written < lines->len) {
		gssize n =
			write(oq_beside_fd(beside), lines->str + n_written, lines->len - n_written);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			oq_beside_set_error(error, path, errno);
			return FALSE;
		}
		n_written += (gsize)n;
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
