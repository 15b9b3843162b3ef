/* cabinet.c - see the header.
 *
 * Nothing is kept open from one call to the next, so that a folder that was removed or moved
 * meanwhile is no special case. */
#include "base/files/cabinet.h"

#include "base/files/syncer.h"
#include "base/files/writing.h"
#include "base/reason.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* A program that holds the lock writes a small file meanwhile. */
#define LOCK_TRIES    20
#define LOCK_PAUSE_US 10000

#define LOCK_NAME  "lock"
#define NEW_SUFFIX ".new"

/* Nothing that may lie there makes an open with these wait. */
#define CALM_FLAGS (O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)

struct _OqCabinet {
	char *folder;
	OqSyncer *syncer; /* NULL until something is written */
};

G_DEFINE_QUARK(oq_cabinet_error, oq_cabinet_error)

OqCabinet *
oq_cabinet_new(const char *folder)
{
	OqCabinet *cabinet = g_new0(OqCabinet, 1);
	cabinet->folder = g_strdup(folder);
	return cabinet;
}

void
oq_cabinet_free(OqCabinet *cabinet)
{
	if (cabinet == NULL)
		return;
	oq_syncer_free(cabinet->syncer);
	g_free(cabinet->folder);
	g_free(cabinet);
}

char *
oq_cabinet_path(const OqCabinet *cabinet, const char *name)
{
	return g_build_filename(cabinet->folder, name, NULL);
}

/* FALSE, with @path as its user sees it. */
static gboolean
refuse(GError **error, OqCabinetError code, const char *path, const char *why)
{
	g_autofree char *shown = g_filename_display_name(path);
	g_set_error(error, OQ_CABINET_ERROR, code, "%s: %s", shown, why);
	return FALSE;
}

static int
open_folder(const OqCabinet *cabinet)
{
	return open(cabinet->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* So much of the path as there is belongs to whoever runs this; only root is able to write where it
 * does not, and would leave files that their owner cannot read. */
static gboolean
is_own(const char *folder)
{
	struct stat info;
	g_autofree char *path = g_strdup(folder);
	if (geteuid() != 0)
		return TRUE;
	while (stat(path, &info) != 0) {
		g_autofree char *above = g_path_get_dirname(path);
		if (strcmp(above, path) == 0)
			return TRUE;
		g_free(path);
		path = g_steal_pointer(&above);
	}
	return info.st_uid == 0;
}

/* Others may see neither the files nor how many there are. */
static void
close_to_others(int folder)
{
	struct stat info;
	if (fstat(folder, &info) == 0 && (info.st_mode & 077) != 0 && info.st_uid == geteuid())
		fchmod(folder, info.st_mode & 0700);
}

static int
make_folder(const OqCabinet *cabinet, GError **error)
{
	if (!is_own(cabinet->folder)) {
		refuse(error, OQ_CABINET_ERROR_FOLDER, cabinet->folder,
			_("it belongs to another user"));
		return -1;
	}
	int folder = open_folder(cabinet);
	if (folder < 0 && errno == ENOENT && g_mkdir_with_parents(cabinet->folder, 0700) == 0)
		folder = open_folder(cabinet);
	if (folder < 0)
		refuse(error, OQ_CABINET_ERROR_FOLDER, cabinet->folder, oq_reason(errno));
	else
		close_to_others(folder);
	return folder;
}

/* Of a file that grows meanwhile, so much as there was. */
static GBytes *
read_all(int fd, gsize n_wanted)
{
	g_autofree char *bytes = g_malloc(n_wanted + 1);
	gsize n_bytes = 0;
	gssize n_read = 1;
	while (n_bytes < n_wanted && n_read != 0) {
		n_read = read(fd, bytes + n_bytes, n_wanted - n_bytes);
		if (n_read < 0 && errno != EINTR)
			return NULL;
		n_bytes += (gsize)MAX(n_read, 0);
	}
	return g_bytes_new_take(g_steal_pointer(&bytes), n_bytes);
}

/* NULL and why. */
static GBytes *
read_open(int fd, gsize max_bytes, const char **why)
{
	struct stat info;
	GBytes *contents = NULL;
	if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))
		*why = _("it is not a file");
	else if ((guint64)info.st_size > max_bytes)
		*why = _("it is too large");
	else if ((contents = read_all(fd, (gsize)info.st_size)) == NULL)
		*why = oq_reason(errno);
	return contents;
}

/* Why a file could not be opened: the folder's fault, or its own. */
static gboolean
refuse_to_open(const OqCabinet *cabinet, const char *path, int code, GError **error)
{
	int folder = open_folder(cabinet);
	if (folder < 0)
		return refuse(error, OQ_CABINET_ERROR_FOLDER, cabinet->folder, oq_reason(errno));
	close(folder);
	return refuse(error, OQ_CABINET_ERROR_DAMAGED, path, oq_reason(code));
}

gboolean
oq_cabinet_read(const OqCabinet *cabinet, const char *name, gsize max_bytes, GBytes **contents,
	GError **error)
{
	const char *why = NULL;
	g_autofree char *path = oq_cabinet_path(cabinet, name);
	*contents = NULL;
	int fd = open(path, O_RDONLY | CALM_FLAGS);
	if (fd < 0)
		return errno == ENOENT || refuse_to_open(cabinet, path, errno, error);
	*contents = read_open(fd, max_bytes, &why);
	close(fd);
	return why == NULL || refuse(error, OQ_CABINET_ERROR_DAMAGED, path, why);
}

/* Held as long as it is written, which tells it from one that was left behind. */
static int
create(int folder, const char *name, char **new_name)
{
	int fd;
	do {
		g_free(*new_name);
		*new_name = g_strdup_printf("%s.%08x" NEW_SUFFIX, name, g_random_int());
		fd = openat(folder, *new_name, O_RDWR | O_CREAT | O_EXCL | CALM_FLAGS, 0600);
	} while (fd < 0 && errno == EEXIST);
	if (fd >= 0)
		flock(fd, LOCK_EX | LOCK_NB);
	return fd;
}

static gboolean
write_all(int fd, const char *bytes, gsize n_bytes)
{
	if (!oq_writing_all(fd, bytes, n_bytes))
		return FALSE;
	/* A network disk may tell of a failure when a file is closed, and nowhere else. */
	int copy = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	return copy >= 0 && close(copy) == 0;
}

/* Returns: 0 or the errno. */
static int
replace(int folder, const char *name, const char *bytes, gsize n_bytes)
{
	g_autofree char *new_name = NULL;
	int fd = create(folder, name, &new_name);
	if (fd < 0)
		return errno;
	int code = 0;
	if (!write_all(fd, bytes, n_bytes) || renameat(folder, new_name, folder, name) != 0) {
		code = errno;
		unlinkat(folder, new_name, 0);
	}
	close(fd);
	return code;
}

gboolean
oq_cabinet_write(
	OqCabinet *cabinet, const char *name, const char *bytes, gsize n_bytes, GError **error)
{
	int folder = make_folder(cabinet, error);
	if (folder < 0)
		return FALSE;
	int code = replace(folder, name, bytes, n_bytes);
	if (code == ENOENT) /* swept away before it was held */
		code = replace(folder, name, bytes, n_bytes);
	close(folder);
	if (code != 0)
		return refuse(error, OQ_CABINET_ERROR_FOLDER, cabinet->folder, oq_reason(code));
	if (cabinet->syncer == NULL)
		cabinet->syncer = oq_syncer_new(cabinet->folder);
	oq_syncer_wish(cabinet->syncer, name);
	return TRUE;
}

/* The first name that is free; when there are too many, the last one is lost. */
static char *
free_name(int folder, const char *name)
{
	char *aside = g_strdup_printf("%s.damaged", name);
	for (guint n = 2; n < 10 && faccessat(folder, aside, F_OK, AT_SYMLINK_NOFOLLOW) == 0; n++) {
		g_free(aside);
		aside = g_strdup_printf("%s.damaged-%u", name, n);
	}
	return aside;
}

char *
oq_cabinet_set_aside(const OqCabinet *cabinet, const char *name, GError **error)
{
	int folder = open_folder(cabinet);
	int code = errno;
	g_autofree char *aside = NULL;
	if (folder >= 0) {
		aside = free_name(folder, name);
		code = renameat(folder, name, folder, aside) == 0 ? 0 : errno;
		close(folder);
	}
	if (code == 0)
		return oq_cabinet_path(cabinet, aside);
	refuse(error, OQ_CABINET_ERROR_FOLDER, cabinet->folder, oq_reason(code));
	return NULL;
}

gboolean
oq_cabinet_remove(const OqCabinet *cabinet, const char *name, GError **error)
{
	g_autofree char *path = oq_cabinet_path(cabinet, name);
	return unlink(path) == 0 || errno == ENOENT ||
	       refuse(error, OQ_CABINET_ERROR_FOLDER, cabinet->folder, oq_reason(errno));
}

void
oq_cabinet_point(const OqCabinet *cabinet, const char *name, const char *target)
{
	g_autofree char *path = oq_cabinet_path(cabinet, name);
	g_autofree char *before = oq_cabinet_pointed(cabinet, name);
	if (g_strcmp0(before, target) == 0)
		return;
	unlink(path);
	if (symlink(target, path) != 0)
		unlink(path);
}

char *
oq_cabinet_pointed(const OqCabinet *cabinet, const char *name)
{
	char target[256];
	g_autofree char *path = oq_cabinet_path(cabinet, name);
	gssize n_bytes = readlink(path, target, sizeof target);
	return n_bytes > 0 && n_bytes < (gssize)sizeof target ? g_strndup(target, (gsize)n_bytes)
							      : NULL;
}

GPtrArray *
oq_cabinet_names(const OqCabinet *cabinet, GError **error)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	int folder = open_folder(cabinet);
	if (folder < 0 && errno != ENOENT) {
		refuse(error, OQ_CABINET_ERROR_FOLDER, cabinet->folder, oq_reason(errno));
		return NULL;
	}
	if (folder >= 0)
		close(folder);
	g_autoptr(GDir) dir = g_dir_open(cabinet->folder, 0, NULL);
	for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
		g_ptr_array_add(names, g_strdup(name));
	return g_steal_pointer(&names);
}

int
oq_cabinet_lock(const OqCabinet *cabinet)
{
	int folder = make_folder(cabinet, NULL);
	if (folder < 0)
		return -1;
	int fd = openat(folder, LOCK_NAME, O_RDWR | O_CREAT | CALM_FLAGS, 0600);
	close(folder);
	for (guint n = 0; fd >= 0 && n < LOCK_TRIES; n++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
			break;
		g_usleep(LOCK_PAUSE_US);
	}
	return fd;
}

void
oq_cabinet_unlock(int lock)
{
	if (lock >= 0)
		close(lock);
}

static void
sweep_file(const char *path)
{
	int fd = open(path, O_RDWR | CALM_FLAGS);
	if (fd < 0)
		return;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		unlink(path);
	close(fd);
}

void
oq_cabinet_sweep(const OqCabinet *cabinet)
{
	g_autoptr(GPtrArray) names = oq_cabinet_names(cabinet, NULL);
	for (guint i = 0; names != NULL && i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		if (!g_str_has_suffix(name, NEW_SUFFIX))
			continue;
		g_autofree char *path = oq_cabinet_path(cabinet, name);
		sweep_file(path);
	}
}
