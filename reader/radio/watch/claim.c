/* claim.c - see the header.
 *
 * A folder without its lock file is being made, and one without its text is being removed: both are
 * done with the lock held, and who gets the lock looks whether the file is still the one of that
 * name. */
#include "radio/watch/claim.h"

#include "base/files/beside.h"
#include "radio/watch/moves.h"
#include "radio/watch/writers.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_NAME ".claim"

static char *
work_of(const char *watched)
{
	return g_build_filename(watched, OQ_CLAIM_WORK, NULL);
}

static OqClaim *
claim_new(const char *watched, const char *id)
{
	OqClaim *claim = g_new0(OqClaim, 1);

	claim->id = g_strdup(id);
	claim->watched = g_strdup(watched);
	claim->folder = g_build_filename(watched, OQ_CLAIM_WORK, id, NULL);
	claim->lock = -1;
	return claim;
}

char *
oq_claim_path(const OqClaim *claim, const char *name)
{
	return g_build_filename(claim->folder, name, NULL);
}

gboolean
oq_claim_is_there(const OqClaim *claim)
{
	return access(claim->folder, F_OK) == 0;
}

gboolean
oq_claim_exists(const char *watched, const char *id)
{
	g_autofree char *folder = g_build_filename(watched, OQ_CLAIM_WORK, id, NULL);

	return access(folder, F_OK) == 0;
}

static gboolean
is_file_of(int fd, const char *path)
{
	struct stat opened, named;

	return fstat(fd, &opened) == 0 && lstat(path, &named) == 0 &&
	       opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/* FALSE and errno, which is ENOENT when another one has it or had it. */
static gboolean
lock(OqClaim *claim)
{
	g_autofree char *path = oq_claim_path(claim, LOCK_NAME);

	claim->lock = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (claim->lock < 0)
		return FALSE;
	if (flock(claim->lock, LOCK_EX | LOCK_NB) == 0 && is_file_of(claim->lock, path))
		return TRUE;
	close(g_steal_fd(&claim->lock));
	errno = ENOENT;
	return FALSE;
}

/* What is in it is hidden, for it is the program's own. */
static void
remove_folder(const OqClaim *claim)
{
	g_autoptr(GDir) folder = g_dir_open(claim->folder, 0, NULL);
	g_autofree char *work = work_of(claim->watched);
	g_autofree char *own = oq_claim_path(claim, LOCK_NAME);

	for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;) {
		g_autofree char *path = oq_claim_path(claim, name);
		if (name[0] == '.' && g_strcmp0(name, LOCK_NAME) != 0)
			unlink(path);
	}
	unlink(own);
	rmdir(claim->folder);
	rmdir(work);
}

void
oq_claim_free(OqClaim *claim)
{
	if (claim == NULL)
		return;
	if (claim->lock >= 0 && claim->name == NULL)
		remove_folder(claim);
	if (claim->lock >= 0)
		close(claim->lock);
	g_free(claim->id);
	g_free(claim->watched);
	g_free(claim->folder);
	g_free(claim->name);
	g_free(claim);
}

/* FALSE and errno, which is ENOENT when it may be tried again: whoever is done removes the folder
 * of all claims when that is empty, and others look into each folder that they find. */
static gboolean
make_folder(OqClaim *claim)
{
	g_autofree char *work = work_of(claim->watched);

	if (mkdir(work, 0777) != 0 && errno != EEXIST)
		return FALSE;
	if (mkdir(claim->folder, 0777) == 0)
		return lock(claim);
	if (errno == EEXIST)
		errno = ENOENT;
	return FALSE;
}

/* NULL and errno. */
static OqClaim *
make(const char *watched)
{
	do {
		g_autofree char *id = g_strdup_printf("%08x", g_random_int());
		g_autoptr(OqClaim) claim = claim_new(watched, id);
		if (make_folder(claim))
			return g_steal_pointer(&claim);
	} while (errno == ENOENT && access(watched, F_OK) == 0);
	return NULL;
}

static gboolean
put_back(OqClaim *claim)
{
	g_autofree char *from = oq_claim_path(claim, claim->name);
	g_autofree char *to = g_build_filename(claim->watched, claim->name, NULL);
	g_autofree char *place = oq_moves_one(from, to, NULL);

	if (place != NULL)
		g_clear_pointer(&claim->name, g_free);
	return place != NULL;
}

void
oq_claim_put_back(OqClaim *claim)
{
	if (claim->name != NULL)
		put_back(claim);
}

/* FALSE, without an error when it is gone, or written to: somebody may have opened it just before
 * it was moved; by its old name nobody can any more. */
static gboolean
take(OqClaim *claim, const char *name, GError **error)
{
	g_autofree char *from = g_build_filename(claim->watched, name, NULL);
	g_autofree char *to = oq_claim_path(claim, name);

	if (rename(from, to) == 0) {
		claim->name = g_strdup(name);
		return oq_writers_of(to) != OQ_WRITERS_SOME || !put_back(claim);
	}
	if (errno != ENOENT)
		oq_beside_set_error(error, from, errno);
	return FALSE;
}

OqClaim *
oq_claim_take(const char *watched, const char *name, GError **error)
{
	g_autofree char *work = work_of(watched);
	g_autoptr(OqClaim) claim = make(watched);

	if (claim == NULL)
		oq_beside_set_error(error, work, errno);
	else if (take(claim, name, error))
		return g_steal_pointer(&claim);
	return NULL;
}

/* (nullable): what lies in it and is not hidden. */
static char *
find_text(const OqClaim *claim)
{
	g_autoptr(GDir) folder = g_dir_open(claim->folder, 0, NULL);

	for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;)
		if (name[0] != '.')
			return g_strdup(name);
	return NULL;
}

GPtrArray *
oq_claim_adopt(const char *watched, guint n_most)
{
	GPtrArray *claims = g_ptr_array_new();
	g_autofree char *work = work_of(watched);
	g_autoptr(GDir) folder = g_dir_open(work, 0, NULL);

	for (const char *id;
		folder != NULL && claims->len < n_most && (id = g_dir_read_name(folder)) != NULL;) {
		g_autoptr(OqClaim) claim = claim_new(watched, id);
		if (id[0] == '.' || !lock(claim))
			continue;
		claim->name = find_text(claim);
		if (claim->name != NULL)
			g_ptr_array_add(claims, g_steal_pointer(&claim));
	}
	return claims;
}
