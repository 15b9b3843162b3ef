/* handover.c - see the header. */
#include "base/files/handover.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/files/writing.h"

enum { BLOCK_BYTES = 1 << 16, MAX_LIST = 1 << 16 };

/* Those that are the system's own are not handed on by whoever writes into a file, either. */
static gboolean
is_handed_on(const char *name)
{
	return strncmp(name, "user.", strlen("user.")) == 0 ||
	       strcmp(name, "system.posix_acl_access") == 0;
}

static void
hand_on(int fd, const char *path, const char *name)
{
	char value[BLOCK_BYTES]; /* which is the most that Linux knows */
	gssize n = getxattr(path, name, value, sizeof value);

	if (n >= 0)
		fsetxattr(fd, name, value, (gsize)n, 0);
}

static void
hand_on_attributes(int fd, const char *path)
{
	g_autofree char *names = g_malloc(MAX_LIST);
	gssize n_bytes = listxattr(path, names, MAX_LIST);

	for (const char *name = names; name < names + n_bytes; name += strlen(name) + 1)
		if (is_handed_on(name))
			hand_on(fd, path, name);
}

void
oq_handover_marks(int fd, const char *path)
{
	struct stat info;

	if (stat(path, &info) != 0)
		return;
	gboolean is_given = fchown(fd, info.st_uid, info.st_gid) == 0 ||
			    fchown(fd, (uid_t)-1, info.st_gid) == 0;
	fchmod(fd, info.st_mode & (is_given ? 0777 : 0707));
	if (is_given)
		hand_on_attributes(fd, path);
}

gboolean
oq_handover_is_shared(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && S_ISREG(info.st_mode) && info.st_nlink > 1;
}

static gboolean
make_room(int to, guint64 n_old, guint64 n_new)
{
	int code =
		n_new > n_old ? posix_fallocate(to, (goffset)n_old, (goffset)(n_new - n_old)) : 0;

	if (code == 0)
		return TRUE;
	if (ftruncate(to, (goffset)n_old) == 0)
		errno = code;
	return FALSE;
}

static gboolean
copy(int from, int to)
{
	g_autofree char *block = g_malloc(BLOCK_BYTES);
	guint64 at = 0;

	for (;;) {
		gssize n = pread(from, block, BLOCK_BYTES, (goffset)at);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0 && ftruncate(to, (goffset)at) == 0 && fsync(to) == 0;
		if (!oq_writing_all(to, block, (gsize)n))
			return FALSE;
		at += (guint64)n;
	}
}

gboolean
oq_handover_contents(int fd, const char *path)
{
	struct stat from = {0}, old = {0};
	int to = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);

	if (to < 0)
		return FALSE;
	gboolean is_whole = fstat(fd, &from) == 0 && fstat(to, &old) == 0 &&
			    make_room(to, (guint64)old.st_size, (guint64)from.st_size) &&
			    copy(fd, to);
	int code = errno;
	if (close(to) != 0 && is_whole)
		return FALSE;
	errno = code;
	return is_whole;
}
