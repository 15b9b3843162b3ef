#include "radio/watch/claim.h"

#include "base/files/beside.h"
#include "watch_case.h"

#include <fcntl.h>
#include <unistd.h>

typedef struct {
	char *folder;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = watch_case_folder();
	watch_case_put(f->folder, "a.txt", "a");
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_remove(f->folder);
	g_free(f->folder);
}

static OqClaim *
take(Fixture *f)
{
	g_autoptr(GError) error = NULL;
	OqClaim *claim = oq_claim_take(f->folder, "a.txt", &error);
	g_assert_no_error(error);
	return claim;
}

static void
remove_text(OqClaim *claim)
{
	g_autofree char *path = oq_claim_path(claim, claim->name);
	g_assert_cmpint(g_unlink(path), ==, 0);
	g_clear_pointer(&claim->name, g_free);
}

static guint
count_orphans(Fixture *f)
{
	g_autoptr(GPtrArray) claims = oq_claim_adopt(f->folder, 10);
	guint n = claims->len;
	for (guint i = 0; i < n; i++)
		oq_claim_free(g_ptr_array_index(claims, i));
	return n;
}

static void
test_one_gets_it(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	OqClaim *claim = take(f);
	g_assert_nonnull(claim);
	g_assert_cmpstr(claim->name, ==, "a.txt");
	g_assert_false(watch_case_has(f->folder, "a.txt"));
	watch_case_assert(claim->folder, "a.txt", "a");
	g_assert_null(take(f));
	g_assert_cmpuint(count_orphans(f), ==, 0);
	g_assert_true(oq_claim_exists(f->folder, claim->id));
	remove_text(claim);
	oq_claim_free(claim);
	g_assert_false(watch_case_has(f->folder, OQ_CLAIM_WORK));
}

/* A holder that ends in any way leaves it to the next one, who may do so, too. */
static void
test_orphan(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_claim_free(take(f));
	g_assert_cmpuint(count_orphans(f), ==, 1);
	g_autoptr(GPtrArray) claims = oq_claim_adopt(f->folder, 10);
	OqClaim *claim = g_ptr_array_index(claims, 0);
	g_assert_cmpstr(claim->name, ==, "a.txt");
	g_assert_cmpuint(count_orphans(f), ==, 0);
	remove_text(claim);
	oq_claim_free(claim);
	g_assert_false(watch_case_has(f->folder, OQ_CLAIM_WORK));
}

static void
test_at_most(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	for (guint i = 0; i < 3; i++) {
		watch_case_put(f->folder, "a.txt", "a");
		oq_claim_free(take(f));
	}
	g_autoptr(GPtrArray) claims = oq_claim_adopt(f->folder, 2);
	g_assert_cmpuint(claims->len, ==, 2);
	g_assert_cmpuint(count_orphans(f), ==, 1);
	for (guint i = 0; i < claims->len; i++)
		oq_claim_free(g_ptr_array_index(claims, i));
}

/* Killed before it had the text, or behind its last move. */
static void
test_empty_ones(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	watch_case_put(f->folder, OQ_CLAIM_WORK "/00000001/.claim", "");
	watch_case_put(f->folder, OQ_CLAIM_WORK "/00000002/.claim", "");
	watch_case_put(f->folder, OQ_CLAIM_WORK "/00000002/.moves", "");
	g_assert_cmpuint(count_orphans(f), ==, 0);
	watch_case_assert_files(f->folder, "a.txt");
	g_assert_false(watch_case_has(f->folder, OQ_CLAIM_WORK));
}

static void
test_back(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	OqClaim *claim = take(f);
	oq_claim_put_back(claim);
	oq_claim_free(claim);
	watch_case_assert_files(f->folder, "a.txt");
	claim = take(f);
	watch_case_put(f->folder, "a.txt", "b");
	oq_claim_put_back(claim);
	oq_claim_free(claim);
	watch_case_assert(f->folder, "a.txt", "b");
	watch_case_assert(f->folder, "a-2.txt", "a");
}

static void
test_written(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *path = g_build_filename(f->folder, "a.txt", NULL);
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	g_assert_null(take(f));
	watch_case_assert_files(f->folder, "a.txt");
	close(fd);
	OqClaim *claim = take(f);
	g_assert_nonnull(claim);
	oq_claim_put_back(claim);
	oq_claim_free(claim);
}

static void
test_removed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	OqClaim *claim = take(f);
	g_assert_true(oq_claim_is_there(claim));
	watch_case_remove(claim->folder);
	g_assert_false(oq_claim_is_there(claim));
	oq_claim_free(claim);
}

static void
test_no_folder(void)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_claim_take("/nowhere/at/all", "a.txt", &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
}

#define ADD(name, function) g_test_add("/claim/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("one", test_one_gets_it);
	ADD("orphan", test_orphan);
	ADD("at-most", test_at_most);
	ADD("empty", test_empty_ones);
	ADD("back", test_back);
	ADD("written", test_written);
	ADD("removed", test_removed);
	g_test_add_func("/claim/no-folder", test_no_folder);
	return g_test_run();
}
