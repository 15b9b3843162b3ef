#include "base/files/syncer.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the program would ask the system for; the system is not asked. */
static struct {
	pthread_mutex_t lock;
	pthread_cond_t changed;
	guint n_files, n_folders;
	gboolean hangs; /* as a disk that is broken, until it is set back */
	gboolean is_entered;
} disk = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};

int
fdatasync(int fd)
{
	struct stat info;
	g_assert_cmpint(fstat(fd, &info), ==, 0);
	pthread_mutex_lock(&disk.lock);
	disk.n_files++;
	disk.is_entered = TRUE;
	pthread_cond_broadcast(&disk.changed);
	while (disk.hangs)
		pthread_cond_wait(&disk.changed, &disk.lock);
	pthread_mutex_unlock(&disk.lock);
	return 0;
}

int
fsync(int fd)
{
	struct stat info;
	g_assert_cmpint(fstat(fd, &info), ==, 0);
	g_assert_true(S_ISDIR(info.st_mode));
	pthread_mutex_lock(&disk.lock);
	disk.n_folders++;
	pthread_cond_broadcast(&disk.changed);
	pthread_mutex_unlock(&disk.lock);
	return 0;
}

typedef struct {
	char *folder;
	char *paths[2];
} Fixture;

static const char *const names[] = {"first", "second"};

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		f->paths[i] = g_build_filename(f->folder, names[i], NULL);
		g_assert_true(g_file_set_contents_full(
			f->paths[i], "", 0, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
	}
	disk.n_files = disk.n_folders = 0;
	disk.is_entered = FALSE;
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		g_unlink(f->paths[i]);
		g_free(f->paths[i]);
	}
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->folder);
}

/* Until so much was asked for; a thread that had no time yet has been left behind. */
static void
wait_for(guint n_files, guint n_folders)
{
	pthread_mutex_lock(&disk.lock);
	while (disk.n_files < n_files || disk.n_folders < n_folders)
		pthread_cond_wait(&disk.changed, &disk.lock);
	pthread_mutex_unlock(&disk.lock);
}

static void
test_wishes(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	OqSyncer *syncer = oq_syncer_new(f->folder);
	oq_syncer_wish(syncer, "first");
	oq_syncer_wish(syncer, "second");
	oq_syncer_free(syncer);
	wait_for(2, 1);
}

static void
test_no_wish(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_syncer_free(oq_syncer_new(f->folder));
	oq_syncer_free(NULL);
	g_assert_cmpuint(disk.n_folders, ==, 0);
}

/* While the disk is busy, however many wishes become one. */
static void
test_busy(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	disk.hangs = TRUE;
	OqSyncer *syncer = oq_syncer_new(f->folder);
	oq_syncer_wish(syncer, "first");
	pthread_mutex_lock(&disk.lock);
	while (!disk.is_entered)
		pthread_cond_wait(&disk.changed, &disk.lock);
	pthread_mutex_unlock(&disk.lock);
	for (guint i = 0; i < 100; i++)
		oq_syncer_wish(syncer, "first");
	pthread_mutex_lock(&disk.lock);
	disk.hangs = FALSE;
	pthread_cond_broadcast(&disk.changed);
	pthread_mutex_unlock(&disk.lock);
	oq_syncer_free(syncer);
	wait_for(2, 2);
	g_assert_cmpuint(disk.n_files, ==, 2);
}

/* It comes back without the disk, and the thread ends when the disk is back. */
static void
test_broken(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	disk.hangs = TRUE;
	OqSyncer *syncer = oq_syncer_new(f->folder);
	oq_syncer_wish(syncer, "first");
	oq_syncer_free(syncer);
	pthread_mutex_lock(&disk.lock);
	g_assert_cmpuint(disk.n_folders, ==, 0);
	disk.hangs = FALSE;
	pthread_cond_broadcast(&disk.changed);
	while (disk.n_folders == 0)
		pthread_cond_wait(&disk.changed, &disk.lock);
	pthread_mutex_unlock(&disk.lock);
}

static void
test_nothing_there(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	OqSyncer *syncer = oq_syncer_new("/nowhere/at/all");
	oq_syncer_wish(syncer, "first");
	oq_syncer_free(syncer);
	syncer = oq_syncer_new(f->folder);
	oq_syncer_wish(syncer, "third");
	oq_syncer_free(syncer);
	wait_for(0, 1);
	g_assert_cmpuint(disk.n_files, ==, 0);
}

#define ADD(name, function) g_test_add("/syncer/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("wishes", test_wishes);
	ADD("no-wish", test_no_wish);
	ADD("busy", test_busy);
	ADD("broken", test_broken);
	ADD("nothing-there", test_nothing_there);
	return g_test_run();
}
