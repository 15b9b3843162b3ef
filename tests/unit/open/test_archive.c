#include "open/archive.h"

#include "open/limits.h"

#include "made_zip.h"
#include "nameless.h"
#include "steps.h"

#include <locale.h>
#include <string.h>

static OqArchive *
open_bytes(GBytes *bytes, int *fd, GError **error)
{
	gsize n_bytes;
	gconstpointer data = g_bytes_get_data(bytes, &n_bytes);
	*fd = nameless_new(data, n_bytes);
	const OqOpenJob job = {.fd = *fd, .n_bytes = n_bytes, .extension = ""};
	return oq_archive_open(&job, error);
}

static void
assert_member(OqArchive *archive, const char *name, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = oq_archive_read(archive, name, 1000, &error);
	g_assert_no_error(error);
	g_assert_cmpmem(
		g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), expected, strlen(expected));
}

/* In any order, twice, by any case, with escapes. */
static void
test_members(void)
{
	const char *const members[] = {
		"a/Бір.txt", "бір", "b c.txt", "екі", "c.txt", "үш", "й.txt", "төрт", NULL};
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = made_zip_of(TRUE, members);
	int fd;
	g_autoptr(OqArchive) archive = open_bytes(bytes, &fd, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(oq_archive_names(archive)->len, ==, 4);
	assert_member(archive, "c.txt", "үш");
	assert_member(archive, "a/Бір.txt", "бір");
	assert_member(archive, "A/бір.TXT", "бір");
	assert_member(archive, "b%20c.txt", "екі");
	assert_member(archive, "И\314\206.txt", "төрт");
	g_assert_cmpuint(oq_archive_size(archive, "c.txt"), ==, strlen("үш"));
	g_assert_null(oq_archive_find(archive, "d.txt"));
	g_assert_null(oq_archive_member(archive, "d.txt", &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
	close(fd);
	oq_archive_free(NULL);
}

/* What it costs to read all members of an archive, from its end on. */
static guint64
steps_backwards(guint n_members)
{
	g_autoptr(GPtrArray) members = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < n_members; i++) {
		g_ptr_array_add(members, g_strdup_printf("%u", i));
		g_ptr_array_add(members, g_strdup_printf("%u-тарау", i));
	}
	g_ptr_array_add(members, NULL);
	g_autoptr(GBytes) bytes = made_zip_of(TRUE, (const char *const *)members->pdata);
	int fd;
	guint64 before = steps_taken();
	g_autoptr(OqArchive) archive = open_bytes(bytes, &fd, NULL);
	for (guint i = n_members; i-- > 0;)
		assert_member(archive, g_ptr_array_index(members, 2 * i),
			g_ptr_array_index(members, 2 * i + 1));
	close(fd);
	return steps_taken() - before;
}

static void
test_backwards(void)
{
	steps_assert_linear(
		"members from the last one on", steps_backwards(200), steps_backwards(400));
}

/* Those that can only be found from the beginning on, between others. */
static void
test_mixed(void)
{
	const char *const members[] = {"a", "бір", "mimetype", "екі", "b", "үш", "c", "төрт", NULL};
	g_autoptr(GBytes) bytes = made_zip_of(TRUE, members);
	int fd;
	g_autoptr(OqArchive) archive = open_bytes(bytes, &fd, NULL);
	static const guint8 order[] = {1, 0, 1, 3, 1, 1, 2, 1, 0};
	for (guint i = 0; i < G_N_ELEMENTS(order); i++)
		assert_member(archive, members[2 * order[i]], members[2 * order[i] + 1]);
	close(fd);
}

/* Where each header of a kind has its flags, bit 11 of which says that the name is in UTF-8. */
static void
set_flag(guint8 *bytes, gsize n_bytes, const char *mark, gsize at_flags)
{
	for (guint8 *p = bytes; (p = memmem(p, (gsize)(bytes + n_bytes - p), mark, 4)) != NULL; p++)
		p[at_flags + 1] |= 1 << 3;
}

/* Whether they are said to be in UTF-8 or not, and if they are in something else. */
static void
test_names(void)
{
	const char *const members[] = {"бір/сөз.txt", "а", NULL};
	const char *const strange[] = {"XX.txt", "ә", NULL};
	gsize n_bytes, n_others;
	guint8 *others = g_bytes_unref_to_data(made_zip_of(FALSE, strange), &n_others);
	guint8 *bytes = g_bytes_unref_to_data(made_zip_of(FALSE, members), &n_bytes);
	int fd, other_fd;
	set_flag(bytes, n_bytes, "PK\3\4", 6);
	set_flag(bytes, n_bytes, "PK\1\2", 8);
	for (guint8 *p = others; (p = memmem(p, (gsize)(others + n_others - p), "XX", 2)) != NULL;)
		memcpy(p, "\315\352", 2);
	g_autoptr(GBytes) said = g_bytes_new_take(bytes, n_bytes);
	g_autoptr(GBytes) unsaid = g_bytes_new_take(others, n_others);
	g_autoptr(OqArchive) archive = open_bytes(said, &fd, NULL);
	g_autoptr(OqArchive) other = open_bytes(unsaid, &other_fd, NULL);
	assert_member(archive, "бір/сөз.txt", "а");
	g_assert_cmpuint(oq_archive_names(other)->len, ==, 1);
	assert_member(other, g_ptr_array_index(oq_archive_names(other), 0), "ә");
	close(fd);
	close(other_fd);
}

static void
test_hostile_names(void)
{
	const char *const members[] = {"../a", "1", "/b", "2", "x/../../c", "3", "d\\e", "4",
		"a..b", "5", "twice", "6", "twice", "7", NULL};
	g_autoptr(GBytes) bytes = made_zip_of(FALSE, members);
	int fd;
	g_autoptr(OqArchive) archive = open_bytes(bytes, &fd, NULL);
	g_assert_nonnull(archive);
	g_assert_cmpuint(oq_archive_names(archive)->len, ==, 3);
	assert_member(archive, "d/e", "4"); /* what some programs write for that */
	assert_member(archive, "a..b", "5");
	assert_member(archive, "twice", "6");
	close(fd);
}

/* Sets the flag of encryption of the first member: before it, and in the list at the end. */
static void
lock_first(guint8 *zip, gsize n_bytes)
{
	static const struct {
		const char *mark;
		gsize at;
	} places[] = {{"PK\003\004", 6}, {"PK\001\002", 8}};
	for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
		guint8 *found = memmem(zip, n_bytes, places[i].mark, 4);
		g_assert_nonnull(found);
		found[places[i].at] |= 1;
	}
}

/* A member alone may be encrypted. */
static void
test_locked(void)
{
	const char *const members[] = {"a", "бір", "b", "екі", NULL};
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = made_zip_of(TRUE, members);
	gsize n_bytes = g_bytes_get_size(bytes);
	g_autofree guint8 *zip = g_memdup2(g_bytes_get_data(bytes, NULL), n_bytes);
	lock_first(zip, n_bytes);
	g_autoptr(GBytes) locked = g_bytes_new(zip, n_bytes);
	int fd;
	g_autoptr(OqArchive) archive = open_bytes(locked, &fd, NULL);
	g_assert_nonnull(archive);
	g_assert_null(oq_archive_member(archive, "a", &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LOCKED);
	assert_member(archive, "b", "екі");
	close(fd);
}

static void
test_limits(void)
{
	g_autoptr(GError) error = NULL;
	gsize n_bytes = 40 << 20;
	g_autofree char *zeros = g_malloc(n_bytes + 1);
	memset(zeros, 'a', n_bytes);
	zeros[n_bytes] = '\0';
	const char *const members[] = {"bomb", zeros, "small", "сөз", NULL};
	g_autoptr(GBytes) bytes = made_zip_of(TRUE, members);
	int fd;
	g_autoptr(OqArchive) archive = open_bytes(bytes, &fd, NULL);
	g_assert_null(oq_archive_read(archive, "small", 2, &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT);
	g_clear_error(&error);
	g_assert_null(oq_archive_read(archive, "bomb", n_bytes, &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT);
	g_assert_nonnull(strstr(error->message, "packed"));
	assert_member(archive, "small", "сөз");
	close(fd);
}

/* All members together, one that is read again and again, too. */
static void
test_unpacked_limit(void)
{
	enum { MEMBER_BYTES = 16 << 20, PIECE_BYTES = 1 << 20 };
	g_autoptr(GError) error = NULL;
	g_autofree char *content = g_strnfill(MEMBER_BYTES, 'a');
	g_autofree char *piece = g_malloc(PIECE_BYTES);
	const char *const members[] = {"a", content, NULL};
	g_autoptr(GBytes) bytes = made_zip_of(FALSE, members);
	int fd;
	g_autoptr(OqArchive) archive = open_bytes(bytes, &fd, NULL);
	guint64 n_read = 0, most = (guint64)OQ_LIMIT_UNPACKED_MB << 20;
	while (error == NULL && n_read <= most + MEMBER_BYTES) {
		g_autoptr(OqMember) member = oq_archive_member(archive, "a", &error);
		g_assert_no_error(error);
		for (gssize n; (n = oq_member_read(member, piece, PIECE_BYTES, &error)) > 0;)
			n_read += (guint64)n;
	}
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT);
	g_assert_nonnull(strstr(error->message, "unpacked MB: 1024"));
	g_assert_cmpuint(n_read, ==, most);
	close(fd);
}

/* Cut anywhere: an error or what is whole, and no crash. */
static void
test_cut(void)
{
	const char *const members[] = {"a.txt", "бір екі үш төрт бес", "b.txt", "алты", NULL};
	g_autoptr(GBytes) whole = made_zip_of(TRUE, members);
	for (gsize n = 0; n < g_bytes_get_size(whole); n++) {
		g_autoptr(GBytes) bytes = g_bytes_new_from_bytes(whole, 0, n);
		g_autoptr(GError) error = NULL;
		int fd;
		g_autoptr(OqArchive) archive = open_bytes(bytes, &fd, &error);
		g_assert_true((archive == NULL) == (error != NULL));
		if (archive != NULL && oq_archive_find(archive, "a.txt") != NULL) {
			GBytes *member = oq_archive_read(archive, "a.txt", 1000, &error);
			g_assert_true((member == NULL) == (error != NULL));
			g_bytes_unref(member != NULL ? member : g_bytes_new(NULL, 0));
		}
		close(fd);
	}
}

/* Without the list at its end it is read from its beginning, up to where it is cut. */
static void
test_cut_end(void)
{
	const char *const members[] = {
		"a.txt", "бір екі үш", "b.txt", "төрт бес алты жеті сегіз тоғыз он", NULL};
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) whole = made_zip_of(FALSE, members);
	const char *start = g_bytes_get_data(whole, NULL);
	const char *last = memmem(start, g_bytes_get_size(whole), "тоғыз", strlen("тоғыз"));
	g_autoptr(GBytes) bytes = g_bytes_new_from_bytes(whole, 0, (gsize)(last - start));
	int fd;
	g_autoptr(OqArchive) archive = open_bytes(bytes, &fd, &error);
	g_assert_no_error(error);
	g_assert_false(oq_archive_check(archive, &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
	g_clear_error(&error);
	assert_member(archive, "a.txt", "бір екі үш");
	g_autoptr(OqMember) member = oq_archive_member(archive, "b.txt", &error);
	g_assert_no_error(error);
	char text[100] = "";
	g_assert_cmpint(oq_member_read(member, text, 8, &error), ==, 8);
	g_assert_cmpstr(text, ==, "төрт");
	g_assert_cmpint(oq_member_read(member, text, sizeof text, &error), ==, -1);
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
	close(fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	setlocale(LC_CTYPE, "C.UTF-8");
	g_test_add_func("/archive/names", test_names);
	g_test_add_func("/archive/members", test_members);
	g_test_add_func("/archive/backwards", test_backwards);
	g_test_add_func("/archive/mixed", test_mixed);
	g_test_add_func("/archive/hostile_names", test_hostile_names);
	g_test_add_func("/archive/locked", test_locked);
	g_test_add_func("/archive/limits", test_limits);
	g_test_add_func("/archive/unpacked_limit", test_unpacked_limit);
	g_test_add_func("/archive/cut", test_cut);
	g_test_add_func("/archive/cut_end", test_cut_end);
	return g_test_run();
}
