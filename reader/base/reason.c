/* reason.c - see the header. */
#include "base/reason.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>

/* In English they are the C library's. */
static const struct {
	int code;
	const char *words;
} reasons[] = {
	{ENOENT, N_("No such file or directory")},
	{EACCES, N_("Permission denied")},
	{EPERM, N_("Operation not permitted")},
	{EISDIR, N_("Is a directory")},
	{ENOTDIR, N_("Not a directory")},
	{ENOTEMPTY, N_("Directory not empty")},
	{EEXIST, N_("File exists")},
	{ENOSPC, N_("No space left on device")},
	{EDQUOT, N_("Disk quota exceeded")},
	{EFBIG, N_("File too large")},
	{EROFS, N_("Read-only file system")},
	{EIO, N_("Input/output error")},
	{ESTALE, N_("Stale file handle")},
	{ENAMETOOLONG, N_("File name too long")},
	{ELOOP, N_("Too many levels of symbolic links")},
	{EMFILE, N_("Too many open files")},
	{ENFILE, N_("Too many open files in system")},
	{ENOMEM, N_("Cannot allocate memory")},
	{EAGAIN, N_("Resource temporarily unavailable")},
	{EBUSY, N_("Device or resource busy")},
	{ETXTBSY, N_("Text file busy")},
	{ENODEV, N_("No such device")},
	{ENXIO, N_("No such device or address")},
	{EPIPE, N_("Broken pipe")},
	{EINVAL, N_("Invalid argument")},
	{EBADF, N_("Bad file descriptor")},
	{ESPIPE, N_("Illegal seek")},
	{EXDEV, N_("Invalid cross-device link")},
	{ENOEXEC, N_("Exec format error")},
	{ENOSYS, N_("Function not implemented")},
	{EOPNOTSUPP, N_("Operation not supported")},
	{ECONNREFUSED, N_("Connection refused")},
	{ENOTCONN, N_("Transport endpoint is not connected")},
	{ETIMEDOUT, N_("Connection timed out")},
};

const char *
oq_reason(int code)
{
	for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++)
		if (reasons[i].code == code)
			return _(reasons[i].words);
	return g_strerror(code);
}

static gboolean
stands_for(const GError *error, int code)
{
	return g_error_matches(error, G_FILE_ERROR, (gint)g_file_error_from_errno(code)) ||
	       g_error_matches(error, G_IO_ERROR, (gint)g_io_error_from_errno(code));
}

/* GLib's codes for what it does not know are messages of its own. */
static gboolean
is_known(const GError *error)
{
	return !g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_FAILED) &&
	       !g_error_matches(error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

const char *
oq_reason_of(const GError *error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(reasons) && is_known(error); i++)
		if (stands_for(error, reasons[i].code))
			return _(reasons[i].words);
	return error->message;
}
