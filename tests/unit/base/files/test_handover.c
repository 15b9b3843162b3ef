#include "base/files/handover.h"

#include "base/files/beside.h"
#include "nameless.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>

typedef struct {
	char *path; /* of the file that is replaced */
	int fd;     /* of what replaces it */
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	int old = g_file_open_tmp("oqyrman-XXXXXX", &f->path, NULL);
	g_assert_cmpint(write(old, "old", 3), ==, 3);
	close(old);
	f->fd = nameless_new("the new one", 11);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	close(f->fd);
	g_assert_cmpint(g_unlink(f->path), ==, 0);
	g_free(f->path);
}

static void
assert_old(const Fixture *f, const char *expected)
{
	g_autofree char *contents = NULL;
	g_assert_true(g_file_get_contents(f->path, &contents, NULL, NULL));
	g_assert_cmpstr(contents, ==, expected);
}

static void
test_marks(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	struct stat info;
	g_assert_cmpint(chmod(f->path, 0604), ==, 0);
	oq_handover_marks(f->fd, f->path);
	g_assert_cmpint(fstat(f->fd, &info), ==, 0);
	g_assert_cmphex(info.st_mode & 07777, ==, 0604);
	oq_handover_marks(f->fd, "/nonexistent");
	g_assert_cmpint(fstat(f->fd, &info), ==, 0);
	g_assert_cmphex(info.st_mode & 07777, ==, 0604);
}

static void
test_owner(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	struct stat info;
	g_assert_cmpint(chmod(f->path, 0640), ==, 0);
	if (geteuid() != 0 || chown(f->path, 12, 34) != 0) {
		g_test_skip("only root may give files away");
		return;
	}
	g_autoptr(OqBeside) beside = oq_beside_new(f->path, NULL);
	g_assert_true(oq_beside_commit(beside, NULL));
	g_assert_cmpint(stat(f->path, &info), ==, 0);
	g_assert_cmpuint(info.st_uid, ==, 12);
	g_assert_cmpuint(info.st_gid, ==, 34);
	g_assert_cmpuint(info.st_mode & 07777, ==, 0640);
}

/* As setfacl -m u:12:r writes it (acl(5), version 2): owner rw, user 12 r, group r, mask r. */
static const guint8 list[] = {2, 0, 0, 0, 1, 0, 6, 0, 255, 255, 255, 255, 2, 0, 4, 0, 12, 0, 0, 0,
	4, 0, 4, 0, 255, 255, 255, 255, 16, 0, 4, 0, 255, 255, 255, 255, 32, 0, 0, 0, 255, 255, 255,
	255};

static void
test_access_list(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	guint8 got[sizeof list];
	if (setxattr(f->path, "system.posix_acl_access", list, sizeof list, 0) != 0) {
		g_test_skip("this file system has no access lists");
		return;
	}
	oq_handover_marks(f->fd, f->path);
	g_assert_cmpint(
		fgetxattr(f->fd, "system.posix_acl_access", got, sizeof got), ==, sizeof got);
	g_assert_cmpmem(got, sizeof got, list, sizeof list);
}

static void
test_attribute(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	char got[16];
	if (setxattr(f->path, "user.from", "Алматы", 12, 0) != 0) {
		g_test_skip("this file system has no attributes");
		return;
	}
	oq_handover_marks(f->fd, f->path);
	g_assert_cmpint(fgetxattr(f->fd, "user.from", got, sizeof got), ==, 12);
	g_assert_cmpmem(got, 12, "Алматы", 12);
}

static void
test_shared(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *other = g_strconcat(f->path, "-other", NULL);
	g_assert_false(oq_handover_is_shared(f->path));
	g_assert_cmpint(link(f->path, other), ==, 0);
	g_assert_true(oq_handover_is_shared(f->path));
	g_assert_cmpint(g_unlink(other), ==, 0);
	g_assert_false(oq_handover_is_shared("/tmp"));
	g_assert_false(oq_handover_is_shared(other));
}

static void
test_contents(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_true(oq_handover_contents(f->fd, f->path));
	assert_old(f, "the new one");
	int shorter = nameless_new("new", 3);
	g_assert_true(oq_handover_contents(shorter, f->path));
	assert_old(f, "new");
	close(shorter);
	g_assert_false(oq_handover_contents(f->fd, "/nonexistent"));
	g_assert_cmpint(errno, ==, ENOENT);
}

/* Where there is no room for what is longer, the file keeps what it had. */
static void
test_no_room(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	struct rlimit before, few;
	g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
	few = (struct rlimit){5, before.rlim_max};
	signal(SIGXFSZ, SIG_IGN);
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &few), ==, 0);
	errno = 0;
	gboolean is_written = oq_handover_contents(f->fd, f->path);
	int code = errno;
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
	g_assert_false(is_written);
	g_assert_cmpint(code, ==, EFBIG);
	assert_old(f, "old");
}

/* All names of a file get what one of them is given, once it is whole. */
static void
test_beside(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	struct stat before, after;
	g_autofree char *other = g_strconcat(f->path, "-other", NULL);
	g_assert_cmpint(link(f->path, other), ==, 0);
	g_assert_cmpint(stat(other, &before), ==, 0);
	g_autoptr(OqBeside) beside = oq_beside_new(other, NULL);
	g_assert_cmpint(write(oq_beside_fd(beside), "x", 1), ==, 1);
	assert_old(f, "old");
	g_assert_true(oq_beside_commit(beside, NULL));
	assert_old(f, "x");
	g_assert_cmpint(stat(other, &after), ==, 0);
	g_assert_cmpuint(after.st_ino, ==, before.st_ino);
	g_assert_cmpuint(after.st_nlink, ==, 2);
	g_assert_cmpint(g_unlink(other), ==, 0);
}

#define ADD(name, function)                                                                        \
	g_test_add("/handover/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("marks", test_marks);
	ADD("owner", test_owner);
	ADD("access-list", test_access_list);
	ADD("attribute", test_attribute);
	ADD("shared", test_shared);
	ADD("contents", test_contents);
	ADD("no-room", test_no_room);
	ADD("beside", test_beside);
	return g_test_run();
}
