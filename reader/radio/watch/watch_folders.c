/* watch_folders.c - see the header. */
#include "radio/watch/watch_folders.h"

#include "base/files/beside.h"
#include "base/reason.h"
#include "radio/watch/claim.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { KEY_LENGTH = 8 };

G_DEFINE_QUARK(oq_watch_error, oq_watch_error)

static gboolean
make_folder(const char *path, GError **error)
{
	struct stat status;

	if (mkdir(path, 0777) == 0)
		return TRUE;
	if (errno == EEXIST && stat(path, &status) == 0) {
		if (S_ISDIR(status.st_mode))
			return TRUE;
		errno = ENOTDIR;
	}
	oq_beside_set_error(error, path, errno);
	return FALSE;
}

gboolean
oq_watch_folders_make(const OqWatchFolders *folders, GError **error)
{
	return make_folder(folders->out, error) && make_folder(folders->done, error) &&
	       make_folder(folders->failed, error);
}

static gboolean
check_watched(const char *watched, GError **error)
{
	struct stat status;
	g_autofree char *name = g_filename_display_name(watched);

	gboolean is_there = stat(watched, &status) == 0;
	if (!is_there && errno == ENOENT)
		g_set_error(error, OQ_WATCH_ERROR, OQ_WATCH_ERROR_NO_FOLDER,
			_("cannot watch '%s': there is no such folder; make it first"), name);
	else if (!is_there)
		g_set_error(error, OQ_WATCH_ERROR, OQ_WATCH_ERROR_NO_FOLDER,
			_("cannot watch '%s': %s"), name, oq_reason(errno));
	else if (!S_ISDIR(status.st_mode))
		g_set_error(error, OQ_WATCH_ERROR, OQ_WATCH_ERROR_NO_FOLDER,
			_("cannot watch '%s': it is no folder"), name);
	else
		return TRUE;
	return FALSE;
}

static gboolean
is_same_folder(const char *path, const char *other)
{
	struct stat one, two;

	return stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_dev == two.st_dev &&
	       one.st_ino == two.st_ino;
}

static gboolean
is_on_disk_of(const char *path, const char *other)
{
	struct stat one, two;

	return stat(path, &one) != 0 || stat(other, &two) != 0 || one.st_dev == two.st_dev;
}

/* Texts are moved there and never copied: so a text is in one place at any moment. */
static gboolean
check_disk(const OqWatchFolders *folders, const char *folder, GError **error)
{
	g_autofree char *name = g_filename_display_name(folder);

	if (is_on_disk_of(folder, folders->watched))
		return TRUE;
	g_set_error(error, OQ_WATCH_ERROR, OQ_WATCH_ERROR_OUT,
		_("'%s' must be on the same disk as the watched folder"), name);
	return FALSE;
}

static gboolean
check_places(const OqWatchFolders *folders, GError **error)
{
	if (is_same_folder(folders->out, folders->watched)) {
		g_set_error_literal(error, OQ_WATCH_ERROR, OQ_WATCH_ERROR_OUT,
			_("the audio would be taken for a text in the folder that is watched; "
			  "name another one after --out"));
		return FALSE;
	}
	return check_disk(folders, folders->done, error) &&
	       check_disk(folders, folders->failed, error);
}

static char *
make_key(const char *watched)
{
	g_autofree char *real = realpath(watched, NULL);
	g_autofree char *sum =
		g_compute_checksum_for_string(G_CHECKSUM_SHA256, real != NULL ? real : watched, -1);

	return g_strndup(sum, KEY_LENGTH);
}

gboolean
oq_watch_folders_init(OqWatchFolders *folders, const char *watched, const char *out, GError **error)
{
	*folders = (OqWatchFolders){NULL};
	if (!check_watched(watched, error))
		return FALSE;
	folders->watched = g_strdup(watched);
	folders->out = out != NULL ? g_strdup(out) : g_build_filename(watched, "out", NULL);
	folders->done = g_build_filename(watched, "done", NULL);
	folders->failed = g_build_filename(watched, "failed", NULL);
	folders->stage = g_build_filename(folders->out, OQ_CLAIM_WORK, NULL);
	folders->key = make_key(watched);
	g_mkdir_with_parents(folders->out, 0777);
	return oq_watch_folders_make(folders, error) && check_places(folders, error);
}

void
oq_watch_folders_clear(OqWatchFolders *folders)
{
	g_clear_pointer(&folders->watched, g_free);
	g_clear_pointer(&folders->out, g_free);
	g_clear_pointer(&folders->done, g_free);
	g_clear_pointer(&folders->failed, g_free);
	g_clear_pointer(&folders->stage, g_free);
	g_clear_pointer(&folders->key, g_free);
}

char *
oq_watch_folders_stage(const OqWatchFolders *folders, const char *id)
{
	g_autofree char *name = g_strdup_printf("%s-%s", folders->key, id);

	return g_build_filename(folders->stage, name, NULL);
}

void
oq_watch_folders_clean(const OqWatchFolders *folders, const char *stage)
{
	g_autoptr(GDir) folder = g_dir_open(stage, 0, NULL);

	for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;) {
		g_autofree char *path = g_build_filename(stage, name, NULL);
		g_unlink(path);
	}
	g_rmdir(stage);
	g_rmdir(folders->stage);
}

/* A claim is there before its stage, and until that is gone. */
void
oq_watch_folders_sweep(const OqWatchFolders *folders)
{
	g_autoptr(GDir) stages = g_dir_open(folders->stage, 0, NULL);

	for (const char *name; stages != NULL && (name = g_dir_read_name(stages)) != NULL;) {
		if (strncmp(name, folders->key, KEY_LENGTH) != 0 || name[KEY_LENGTH] != '-' ||
			oq_claim_exists(folders->watched, name + KEY_LENGTH + 1))
			continue;
		g_autofree char *stage = g_build_filename(folders->stage, name, NULL);
		oq_watch_folders_clean(folders, stage);
	}
}
