/* beside.c - see the header.
 *
 * The file has no name at all until it is whole (O_TMPFILE), so that nothing is left when the
 * process is killed. A file system that cannot do this, and a system without /proc, through which a
 * file without a name gets one, have it under a .part name from the beginning. */
#include "base/files/beside.h"

#include "base/last_words.h"
#include "base/reason.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files/handover.h"

G_DEFINE_QUARK(oq_beside_error, oq_beside_error)

struct _OqBeside {
	char *path;   /* as the caller names it */
	char *target; /* the same without links */
	char *beside; /* a .part name, while there is one */
	int fd;
	gboolean keeps_taken;
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
		name, oq_reason(code), _(cure));
}

/* What is there under the name, and cannot be replaced: each with its own cure. */
static void
refuse(GError **error, const char *path, int code, mode_t mode)
{
	g_autofree char *name = g_filename_display_name(path);
	g_autofree char *why = NULL;
	if (code == ENOENT)
		why = g_strdup_printf(_("'%s' is a link to what is not there; remove the link or "
					"choose another name"),
			name);
	else if (code == ELOOP)
		why = g_strdup_printf(
			_("'%s' is a link that leads to itself; remove it or choose another name"),
			name);
	else if (code == EACCES || code == EPERM)
		why = g_strdup_printf(
			_("'%s' is write-protected; allow writing to it or choose another name"),
			name);
	else if (code == 0 && !S_ISDIR(mode))
		why = g_strdup_printf(
			_("'%s' is a device or a pipe, not a file; choose another name, or '-'"),
			name);
	if (why == NULL)
		oq_beside_set_error(error, path, code != 0 ? code : EISDIR);
	else
		g_set_error_literal(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE, why);
}

/* The name behind the links; what is not there yet is its own target. */
static char *
find_target(const char *path, GError **error)
{
	struct stat info = {0};
	if (lstat(path, &info) != 0) {
		if (errno == ENOENT)
			return g_strdup(path);
		oq_beside_set_error(error, path, errno);
		return NULL;
	}
	g_autofree char *target = realpath(path, NULL);
	gboolean is_there = target != NULL && stat(target, &info) == 0;
	if (is_there && S_ISREG(info.st_mode) && access(target, W_OK) == 0)
		return g_steal_pointer(&target);
	refuse(error, path, is_there && !S_ISREG(info.st_mode) ? 0 : errno, info.st_mode);
	return NULL;
}

/* How linkat() is told of an open file. */
static char *
name_of_fd(int fd)
{
	return g_strdup_printf("/proc/self/fd/%d", fd);
}

static gboolean
create_nameless(OqBeside *beside, const char *folder)
{
	beside->fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
	if (beside->fd < 0)
		return FALSE;
	g_autofree char *name = name_of_fd(beside->fd);
	if (access(name, F_OK) == 0)
		return TRUE;
	close(g_steal_fd(&beside->fd));
	return FALSE;
}

static gboolean
create_part(OqBeside *beside)
{
	beside->fd = open(beside->beside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	return beside->fd >= 0;
}

static gboolean
link_part(OqBeside *beside)
{
	g_autofree char *name = name_of_fd(beside->fd);
	return linkat(AT_FDCWD, name, AT_FDCWD, beside->beside, AT_SYMLINK_FOLLOW) == 0;
}

/* It is no more. */
static void
forget_part(OqBeside *beside)
{
	oq_last_words_spare(beside->beside);
	g_clear_pointer(&beside->beside, g_free);
}

/* Sets the .part name to one that @make can make. The random part only has to differ from what is
 * there: EEXIST tells. */
static gboolean
choose_part(OqBeside *beside, const char *folder, gboolean (*make)(OqBeside *beside))
{
	gboolean is_made;
	do {
		g_autofree char *name = g_strdup_printf(".oqyrman-%08x.part", g_random_int());
		g_free(beside->beside);
		beside->beside = g_build_filename(folder, name, NULL);
		is_made = make(beside);
	} while (!is_made && errno == EEXIST);
	if (is_made)
		oq_last_words_remove(beside->beside);
	else
		g_clear_pointer(&beside->beside, g_free);
	return is_made;
}

static gboolean
create(OqBeside *beside)
{
	g_autofree char *folder = g_path_get_dirname(beside->target);
	return create_nameless(beside, folder) || choose_part(beside, folder, create_part);
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
	if (beside->beside != NULL) {
		unlink(beside->beside);
		forget_part(beside);
	}
	g_free(beside->target);
	g_free(beside->path);
	g_free(beside);
}

int
oq_beside_fd(const OqBeside *beside)
{
	return beside->fd;
}

/* A file without a name gets that of the target at once when it is free. When it is not, only
 * rename() can put one file into the place of another, and it needs a name to begin with. */
static gboolean
replace_name(OqBeside *beside)
{
	g_autofree char *folder = g_path_get_dirname(beside->target);
	if (beside->beside == NULL) {
		g_autofree char *name = name_of_fd(beside->fd);
		if (linkat(AT_FDCWD, name, AT_FDCWD, beside->target, AT_SYMLINK_FOLLOW) == 0)
			return TRUE;
		if (errno != EEXIST)
			return FALSE;
	}
	if (oq_handover_is_shared(beside->target))
		return oq_handover_contents(beside->fd, beside->target);
	if (beside->beside == NULL && !choose_part(beside, folder, link_part))
		return FALSE;
	oq_handover_marks(beside->fd, beside->target);
	if (rename(beside->beside, beside->target) != 0)
		return FALSE;
	forget_part(beside);
	return TRUE;
}

/* Only when it is free. */
static gboolean
take_free_name(OqBeside *beside)
{
	g_autofree char *name = beside->beside != NULL ? NULL : name_of_fd(beside->fd);
	if (name != NULL)
		return linkat(AT_FDCWD, name, AT_FDCWD, beside->target, AT_SYMLINK_FOLLOW) == 0;
	if (renameat2(AT_FDCWD, beside->beside, AT_FDCWD, beside->target, RENAME_NOREPLACE) == 0) {
		forget_part(beside);
		return TRUE;
	}
	/* what does not know that may know links; the other name goes when this is freed */
	return errno == EINVAL && link(beside->beside, beside->target) == 0;
}

static gboolean
take_name(OqBeside *beside)
{
	return beside->keeps_taken ? take_free_name(beside) : replace_name(beside);
}

static void
set_taken(GError **error, const char *path)
{
	g_autofree char *name = g_filename_display_name(path);
	g_set_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_TAKEN,
		_("'%s' is there already, and stays as it is; choose another name, or --number"),
		name);
}

gboolean
oq_beside_keep_taken(OqBeside *beside, GError **error)
{
	struct stat info;
	beside->keeps_taken = TRUE;
	if (lstat(beside->target, &info) != 0)
		return TRUE;
	set_taken(error, beside->path);
	return FALSE;
}

gboolean
oq_beside_rename(OqBeside *beside, const char *path, GError **error)
{
	char *target = find_target(path, error);
	if (target == NULL)
		return FALSE;
	g_free(beside->target);
	g_free(beside->path);
	beside->target = target;
	beside->path = g_strdup(path);
	return TRUE;
}

/* A network disk may tell of a failure when a file is closed, and nowhere else. */
static gboolean
is_on_disk(const OqBeside *beside)
{
	int copy;
	return fsync(beside->fd) == 0 && (copy = fcntl(beside->fd, F_DUPFD_CLOEXEC, 0)) >= 0 &&
	       close(copy) == 0;
}

gboolean
oq_beside_settle(OqBeside *beside, GError **error)
{
	if (is_on_disk(beside))
		return TRUE;
	oq_beside_set_error(error, beside->path, errno);
	return FALSE;
}

gboolean
oq_beside_commit(OqBeside *beside, GError **error)
{
	if (is_on_disk(beside) && take_name(beside)) {
		close(g_steal_fd(&beside->fd));
		return TRUE;
	}
	if (beside->keeps_taken && errno == EEXIST)
		set_taken(error, beside->path);
	else
		oq_beside_set_error(error, beside->path, errno);
	return FALSE;
}

void
oq_beside_take_back(OqBeside *beside)
{
	gboolean is_committed = beside->fd < 0;
	if (is_committed && beside->keeps_taken)
		unlink(beside->target);
}
