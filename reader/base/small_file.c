/* small_file.c - see the header. */
#include "base/small_file.h"

#include "base/reason.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail(const char *path, int why, GError **error)
{
	g_autofree char *name = g_filename_display_name(path);
	gboolean is_missing = why == ENOENT || why == ENOTDIR;

	if (is_missing)
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _("%s: there is no such file"),
			name);
	else
		g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(why),
			_("%s cannot be read: %s"), name, oq_reason(why));
	return FALSE;
}

static gboolean
set_too_large(const char *path, gsize max_bytes, GError **error)
{
	g_autofree char *name = g_filename_display_name(path);
	g_autofree char *most = g_format_size_full(max_bytes, G_FORMAT_SIZE_IEC_UNITS);

	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
		_("%s is too large to be what it should be: it may have %s at most"), name, most);
	return FALSE;
}

/* What tells by its size already that it is too large is not read. */
static gboolean
check_kind(int fd, const char *path, gsize max_bytes, GError **error)
{
	struct stat status;

	if (fstat(fd, &status) != 0)
		return fail(path, errno, error);
	if (S_ISCHR(status.st_mode)) /* /dev/null is empty; what never ends is too large */
		return TRUE;
	if (S_ISREG(status.st_mode))
		return status.st_size <= (off_t)max_bytes || set_too_large(path, max_bytes, error);
	g_autofree char *name = g_filename_display_name(path);
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
		_("%s is not a file but a folder, a pipe or a device"), name);
	return FALSE;
}

/* One byte more than may be there tells that there is too much; the size may lie. */
static gboolean
read_all(int fd, const char *path, GByteArray *bytes, gsize max_bytes, GError **error)
{
	guint8 block[4096];
	gssize n_read = 1;

	while (n_read != 0 && bytes->len <= max_bytes) {
		n_read = read(fd, block, MIN(sizeof block, max_bytes + 1 - bytes->len));
		if (n_read < 0 && errno != EINTR)
			return fail(path, errno, error);
		g_byte_array_append(bytes, block, (guint)MAX(n_read, 0));
	}
	return bytes->len <= max_bytes || set_too_large(path, max_bytes, error);
}

static char *
read_kind(const char *path, gboolean is_any, gsize max_bytes, gsize *n_bytes, GError **error)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (is_any ? 0 : O_NONBLOCK));

	if (fd < 0) {
		fail(path, errno, error);
		return NULL;
	}
	gboolean is_whole = (is_any || check_kind(fd, path, max_bytes, error)) &&
			    read_all(fd, path, bytes, max_bytes, error);
	close(fd);
	if (!is_whole)
		return NULL;
	*n_bytes = bytes->len;
	g_byte_array_append(bytes, (const guint8 *)"", 1);
	return (char *)g_byte_array_free(g_steal_pointer(&bytes), FALSE);
}

char *
oq_small_file_read(const char *path, gsize max_bytes, gsize *n_bytes, GError **error)
{
	return read_kind(path, FALSE, max_bytes, n_bytes, error);
}

char *
oq_small_file_read_any(const char *path, gsize max_bytes, gsize *n_bytes, GError **error)
{
	return read_kind(path, TRUE, max_bytes, n_bytes, error);
}
