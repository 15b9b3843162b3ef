/* beside.c - see the header. */
#include "base/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK(oq_beside_error, oq_beside_error)

struct _OqBeside {
	char *path;   /* as the caller names it */
	char *target; /* the same without links */
	char *beside; /* NULL once it is gone */
	int fd;
};

/* What the user can do about an errno; anything else is most likely the disk itself. */
static const struct {
	int code;
	const char *cure;
} cures[] = {
	{ENOSPC, N_("make room on the disk or choose another folder")},
	{EDQUOT, N_("make room on the disk or choose another folder")},
	{EFBIG, N_("files may not be that large here: choose another folder or format")},
	{EACCES, N_("choose a folder where you may write")},
	{EPERM, N_("choose a folder where you may write")},
	{EROFS, N_("choose a folder where you may write")},
	{ENOENT, N_("make the folder first or choose another one")},
	{ENOTDIR, N_("make the folder first or choose another one")},
	{EISDIR, N_("add the name of a file")},
	{ENAMETOOLONG, N_("choose a shorter name")},
	{EPIPE, N_("the program that reads it has ended")},
};

void
oq_beside_set_error(GError **error, const char *path, int code)
{
	g_autofree char *name = g_filename_display_name(path);
	const char *cure = N_("check the disk or choose another folder");
	for (guint i = 0; i < G_N_ELEMENTS(cures); i++)
		if (cures[i].code == code)
			cure = cures[i].cure;
	g_set_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE, _("cannot write '%s': %s; %s"),
		name, g_strerror(code), _(cure));
}

/* The name behind the links; what is not there yet is its own target. */
static char *
find_target(const char *path, GError **error)
{
	struct stat info;
	if (lstat(path, &info) != 0 && errno == ENOENT)
		return g_strdup(path);
	g_autofree char *target = realpath(path, NULL);
	if (target == NULL || stat(target, &info) != 0 || access(target, W_OK) != 0) {
		oq_beside_set_error(error, path, errno);
		return NULL;
	}
	if (S_ISDIR(info.st_mode)) {
		oq_beside_set_error(error, path, EISDIR);
		return NULL;
	}
	if (S_ISREG(info.st_mode))
		return g_steal_pointer(&target);
	g_autofree char *name = g_filename_display_name(path);
	g_set_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE,
		_("'%s' is a device or a pipe, not a file; choose another name, or '-'"), name);
	return NULL;
}

/* The random part only has to differ from what is there: O_EXCL tells. */
static gboolean
create(OqBeside *beside)
{
	g_autofree char *folder = g_path_get_dirname(beside->target);
	do {
		g_autofree char *name = g_strdup_printf(".oqyrman-%08x.part", g_random_int());
		g_free(beside->beside);
		beside->beside = g_build_filename(folder, name, NULL);
		beside->fd = open(beside->beside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	} while (beside->fd < 0 && errno == EEXIST);
	if (beside->fd >= 0)
		return TRUE;
	g_clear_pointer(&beside->beside, g_free);
	return FALSE;
}

OqBeside *
oq_beside_new(const char *path, GError **error)
{
	g_autofree char *target = find_target(path, error);
	if (target == NULL)
		return NULL;
	g_autoptr(OqBeside) beside = g_new0(OqBeside, 1);
	beside->path = g_strdup(path);
	beside->target = g_steal_pointer(&target);
	beside->fd = -1;
	if (create(beside))
		return g_steal_pointer(&beside);
	oq_beside_set_error(error, path, errno);
	return NULL;
}

void
oq_beside_free(OqBeside *beside)
{
	if (beside == NULL)
		return;
	if (beside->fd >= 0)
		close(beside->fd);
	if (beside->beside != NULL)
		unlink(beside->beside);
	g_free(beside->beside);
	g_free(beside->target);
	g_free(beside->path);
	g_free(beside);
}

int
oq_beside_fd(const OqBeside *beside)
{
	return beside->fd;
}

gboolean
oq_beside_commit(OqBeside *beside, GError **error)
{
	gboolean is_whole = fsync(beside->fd) == 0;
	/* A network disk may tell of a failure here and nowhere else. */
	if (is_whole)
		is_whole = close(g_steal_fd(&beside->fd)) == 0;
	if (is_whole && rename(beside->beside, beside->target) == 0) {
		g_clear_pointer(&beside->beside, g_free);
		return TRUE;
	}
	oq_beside_set_error(error, beside->path, errno);
	return FALSE;
}
